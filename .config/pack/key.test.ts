import { generateKeyPairSync } from 'node:crypto'
import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isOpenToOthers, readDeployer } from './key.ts'
import { rsaPem, scratch } from './testing.ts'

const folder = scratch()
/** A file of this text, as who made it alone may read it. */
function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text, { mode: 0o600 })
  return join(folder, name)
}

test.each(['pkcs8', 'pkcs1'] as const)('a %s key is read, and gives an id', async (type) => {
  const { id, publicKey } = await readDeployer(file('key.pem', rsaPem(2048, type)))
  expect(id).toMatch(/^[a-p]{32}$/)
  expect(publicKey.length).toBe(294)
})

const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' })
const locked = { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' } as const
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })

test.each([
  {
    what: 'a public key',
    pem: publicKey.export({ type: 'spki', format: 'pem' }),
    says: 'is not the PEM of a private key',
  },
  { what: 'no key at all', pem: 'PIN: 1234', says: 'is not the PEM of a private key' },
  { what: 'a key of another kind', pem: ec, says: 'holds a key of the kind ec, and packages are signed with RSA' },
  { what: 'a short key', pem: rsaPem(1024), says: 'holds an RSA key of 1024 bits, and fewer than 2048 are too few' },
  { what: 'a key under a passphrase', pem: privateKey.export(locked), says: 'is locked by a passphrase' },
])('$what is refused in one sentence, which does not repeat it', async ({ pem, says }) => {
  const text = pem.toString()
  const refused = await readDeployer(file('other.pem', text)).catch((error: unknown) => String(error))
  expect(refused).toContain(says)
  expect(refused).not.toContain(text.slice(0, 20))
})

test('a file that is not there is told as that', async () => {
  await expect(readDeployer(join(folder, 'nowhere.pem'))).rejects.toThrow('there is no file')
})

test.runIf(process.platform !== 'win32')('a key that others may read is noticed', () => {
  const key = file('seen.pem', 'x')
  expect(isOpenToOthers(key)).toBe(false)
  chmodSync(key, 0o640)
  expect(isOpenToOthers(key)).toBe(true)
})
