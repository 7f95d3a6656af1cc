import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig, withPort } from './config.ts'
import { tempFolder } from './testing/temp-folder.ts'

const secret = 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8'

test('with nothing set the server listens on the loopback with its own database', () => {
  const config = readConfig({})
  expect(config).toMatchObject({
    host: '127.0.0.1',
    port: 8787,
    publicOrigin: 'http://localhost:8787',
    databaseUrl: null,
    serverSecret: null,
    logLevel: 'info',
  })
  expect(config.dataFolder).toMatch(/\.data$/)
  expect(readConfig({ PORT: '' })).toEqual(config)
})

test('everything wrong is said at once, and no value is repeated', () => {
  const wrong = {
    PORT: '70000',
    PUBLIC_ORIGIN: 'http://vault.example',
    DATABASE_URL: 'mysql://user:hunter2@host/x',
    SERVER_SECRET: 'c2hvcnQ',
    LOG_LEVEL: 'loud',
    EXTENSION_ID: 'z',
    HOST_FILE: '/nowhere/host',
  }
  const lines = [
    'Cloison cannot start with these settings:',
    '  PORT must be a number from 0 to 65535 (0: any free port)',
    '  SERVER_SECRET must be 32 bytes in base64url (43 characters)',
    '  HOST_FILE names a file that cannot be read: /nowhere/host',
    '  PUBLIC_ORIGIN must be https://host[:port], or http:// on localhost or 127.0.0.1, without a path',
    '  DATABASE_URL must be postgres://user:password@host:port/database',
    '  EXTENSION_ID must be the 32 letters from a to p of the extension',
    '  LOG_LEVEL must be debug, info, warn or error',
  ]
  expect(() => readConfig(wrong)).toThrow(lines.join('\n'))
})

test.each([
  'https://vault.example/',
  'https://vault.example/app',
  'http://10.0.0.1',
  'ftp://localhost',
  'https://u:p@vault.example',
])('%s is no public origin', (origin) => expect(() => readConfig({ PUBLIC_ORIGIN: origin })).toThrow('PUBLIC_ORIGIN'))

test.each([
  'https://vault.example',
  'https://vault.example:8443',
  'http://localhost:8787',
  'http://127.0.0.1:1',
  'http://[::1]:1',
])('%s is a public origin', (origin) => expect(readConfig({ PUBLIC_ORIGIN: origin }).publicOrigin).toBe(origin))

test('a setting may be read from a file instead, but not from both', () => {
  const file = join(tempFolder(), 'secret')
  writeFileSync(file, `${secret}\n`)
  expect(readConfig({ SERVER_SECRET_FILE: file }).serverSecret).toEqual(Uint8Array.from({ length: 32 }, (_, at) => at))
  expect(() => readConfig({ SERVER_SECRET_FILE: file, SERVER_SECRET: secret })).toThrow('are both set')
})

test('port 0 takes its public origin from the port it got', () => {
  expect(withPort(readConfig({ PORT: '0' }), 4321)).toMatchObject({ port: 4321, publicOrigin: 'http://localhost:4321' })
  const behindProxy = readConfig({ PORT: '0', PUBLIC_ORIGIN: 'https://vault.example' })
  expect(withPort(behindProxy, 4321).publicOrigin).toBe('https://vault.example')
})
