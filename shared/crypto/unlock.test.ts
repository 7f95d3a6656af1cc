import { expect, test } from 'vitest'
import { newMemberId, orgOf } from '../bytes/ids.ts'
import { sealedSeedContext } from './contexts.ts'
import { sha256 } from './hash.ts'
import { newMemberSeed } from './keys.ts'
import { randomBytes } from './random.ts'
import { openSeed, sealSeed, unlockKeys } from './unlock.ts'
import type { SeedContent } from './unlock.ts'

const credential = { credentialId: randomBytes(48), voprfPublicKey: randomBytes(32) }
const touch = { prf: randomBytes(32), y: randomBytes(64), ...credential }
const place = { ...credential, revision: 1 }
const context = sealedSeedContext(place)
const content: SeedContent = {
  seed: newMemberSeed(),
  org: orgOf(await sha256(Uint8Array.of(1))),
  member: newMemberId(),
  keyGeneration: 1,
  ledger: { sequence: 7, head: await sha256(Uint8Array.of(2)) },
}
const keys = await unlockKeys(touch)
const sealed = await sealSeed(keys, context, content)

test('the right key and the right PIN open the seed, and say who, where, and the least the ledger must extend', async () => {
  expect(await openSeed(await unlockKeys(touch), context, sealed)).toEqual(content)
})

test.each([
  ['another PIN', { y: randomBytes(64) }],
  ['another hardware key', { prf: randomBytes(32) }],
  ['another credential', { credentialId: randomBytes(48) }],
  ['another VOPRF key', { voprfPublicKey: randomBytes(32) }],
])('%s opens nothing, and is told so before anything is decrypted', async (_, change) => {
  const wrong = await unlockKeys({ ...touch, ...change })
  await expect(openSeed(wrong, context, sealed)).rejects.toThrow('wrong-pin-or-key')
  expect(wrong.sealKey).not.toEqual(keys.sealKey)
})

test.each([
  ['credential', { credentialId: randomBytes(48) }],
  ['VOPRF key', { voprfPublicKey: randomBytes(32) }],
  ['revision', { revision: 2 }],
])('a seed sealed for another %s is refused, though key and PIN are right', async (_, change) => {
  await expect(openSeed(keys, sealedSeedContext({ ...place, ...change }), sealed)).rejects.toThrow('cannot-open')
})

test('a sealed seed that was changed or cut short is refused', async () => {
  const flip = (at: number) => sealed.map((byte, i) => (i === at ? byte ^ 1 : byte))
  await expect(openSeed(keys, context, flip(31))).rejects.toThrow('wrong-pin-or-key')
  await expect(openSeed(keys, context, flip(32))).rejects.toThrow('unknown-version')
  await expect(openSeed(keys, context, flip(sealed.length - 1))).rejects.toThrow('cannot-open')
  for (const end of [0, 31, 32, sealed.length - 1]) {
    await expect(openSeed(keys, context, sealed.subarray(0, end))).rejects.toThrow('cannot-open')
  }
})

test('P2: neither half may be missing', async () => {
  await expect(unlockKeys({ ...touch, prf: new Uint8Array() })).rejects.toThrow('bad-length')
  await expect(unlockKeys({ ...touch, y: new Uint8Array() })).rejects.toThrow('bad-length')
})
