import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { serverSecret } from './secret.ts'
import { tempFolder } from './testing/temp-folder.ts'

const newFolder = () => ({ serverSecret: null, dataFolder: tempFolder() })

test('the first start makes a secret that only the server reads, and later starts find it', () => {
  const config = newFolder()
  const secret = serverSecret(config)
  expect(secret.length).toBe(32)
  expect(statSync(join(config.dataFolder, 'secret')).mode & 0o777).toBe(0o600)
  expect(serverSecret(config)).toEqual(secret)
  expect(serverSecret(newFolder())).not.toEqual(secret)
})

test('a secret that is gone or damaged is never replaced while its database is there', () => {
  const config = newFolder()
  serverSecret(config)
  mkdirSync(join(config.dataFolder, 'postgres'))
  writeFileSync(join(config.dataFolder, 'secret'), 'AAAA')
  expect(() => serverSecret(config)).toThrow('is damaged')
  rmSync(join(config.dataFolder, 'secret'))
  expect(() => serverSecret(config)).toThrow('is missing')
})
