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
    fidoMetadata: null,
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
    TRUSTED_PROXIES: '10.0.0.0/33',
    LOG_LEVEL: 'loud',
    EXTENSION_ID: 'z',
    HOST_FILE: '/nowhere/host',
  }
  const lines = [
    'Cloison cannot start with these settings:',
    '  PORT must be a number from 0 to 65535 (0: any free port)',
    '  SERVER_SECRET must be 32 bytes in base64url (43 characters)',
    '  TRUSTED_PROXIES must be addresses or CIDR ranges with commas between, like 10.0.0.0/8, fd00::/8, and not all addresses',
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

test('nobody’s word on a client’s address is taken until proxies are named, by address or range', () => {
  expect(readConfig({}).trustedProxies.check('127.0.0.1')).toBe(false)
  const { trustedProxies } = readConfig({ TRUSTED_PROXIES: '10.0.0.0/8,192.0.2.7 , 2001:db8:1::/48' })
  const isTrusted = (address: string) => trustedProxies.check(address, address.includes(':') ? 'ipv6' : 'ipv4')
  for (const address of ['10.255.0.1', '192.0.2.7', '2001:db8:1:ffff::1'])
    expect([address, isTrusted(address)]).toEqual([address, true])
  for (const address of ['11.0.0.1', '192.0.2.8', '2001:db8:2::1'])
    expect([address, isTrusted(address)]).toEqual([address, false])
})

test.each([
  'proxy.example',
  '10.0.0.0/8 192.0.2.7',
  '10.0.0.0/33',
  '2001:db8::/129',
  '10.0.0/8',
  '10.0.0.0/-1',
  '10.0.0.0/8,',
  '0.0.0.0/0',
  '::/0',
])('%s names no proxies', (value) =>
  expect(() => readConfig({ TRUSTED_PROXIES: value })).toThrow('TRUSTED_PROXIES must be'),
)

test('port 0 takes its public origin from the port it got', () => {
  expect(withPort(readConfig({ PORT: '0' }), 4321)).toMatchObject({ port: 4321, publicOrigin: 'http://localhost:4321' })
  const behindProxy = readConfig({ PORT: '0', PUBLIC_ORIGIN: 'https://vault.example' })
  expect(withPort(behindProxy, 4321).publicOrigin).toBe('https://vault.example')
})
