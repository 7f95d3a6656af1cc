import { expect, test } from 'vitest'
import { newFolderId, newMemberId, orgOf, zero32 } from '../bytes/ids.ts'
import { commitment } from './commit.ts'
import type { ShareAt } from './contexts.ts'
import { receiveHash, receiveKeysFrom } from './hpke.ts'
import { folderKey, keyShare, newFolderKey } from './keys.ts'
import { randomBytes } from './random.ts'
import { joinShares, openShare, sealShare, splitKey } from './share.ts'

const at = { org: orgOf(zero32), id: newFolderId(), generation: 3 }

async function split(count: number) {
  const key = newFolderKey()
  const committed = await commitment(key, 'folder', at.org, at.id, at.generation)
  return { key, committed, shares: await splitKey(key, count) }
}

test('any two shares are the key, in either order', async () => {
  const { key, committed, shares } = await split(4)
  expect(shares).toHaveLength(4)
  for (const one of shares)
    for (const other of shares) if (one !== other) expect(await joinShares([one, other], at, committed)).toEqual(key)
})

test('S14: one share alone opens nothing, not with itself, nor with one that somebody made up', async () => {
  const { committed, shares } = await split(3)
  const [one = keyShare(new Uint8Array(33))] = shares
  await expect(joinShares([one], at, committed)).rejects.toThrow('wrong-commitment')
  await expect(joinShares([one, one], at, committed)).rejects.toThrow('wrong-commitment')
  for (let i = 0; i < 20; i++)
    await expect(joinShares([one, keyShare(randomBytes(33))], at, committed)).rejects.toThrow('wrong-commitment')
})

test('P4 S2: bad shares among good ones neither harm nor pass: what counts is the ledger’s commitment', async () => {
  const { key, committed, shares } = await split(3)
  const bad = keyShare(randomBytes(33))
  expect(await joinShares([bad, ...shares.slice(0, 2)], at, committed)).toEqual(key)
  const other = await split(3)
  await expect(joinShares([...shares.slice(0, 1), ...other.shares.slice(0, 1)], at, committed)).rejects.toThrow()
  await expect(joinShares(shares, { ...at, generation: 2 }, committed)).rejects.toThrow('wrong-commitment')
})

test('P4 P5 S2: a share opens at its place for its recipient, and is sealed to no key that the server made up', async () => {
  const { shares } = await split(2)
  const [share = keyShare(new Uint8Array(33))] = shares
  const [receive, other] = [await receiveKeysFrom(randomBytes(32)), await receiveKeysFrom(randomBytes(32))]
  const [holder, recipient] = [newMemberId(), newMemberId()]
  const recipientKeyHash = await receiveHash(receive.publicKey)
  const place: ShareAt = { ...at, holder, recipient, recipientGeneration: 1, recipientKeyHash }
  const sealed = await sealShare(share, receive.publicKey, place)
  expect(sealed).toHaveLength(1169)
  expect(await openShare(receive, sealed, place)).toEqual(share)
  await expect(sealShare(share, other.publicKey, place)).rejects.toThrow('wrong-receive-key')
  for (const change of [
    { generation: 4 },
    { holder: recipient },
    { recipient: holder },
    { recipientGeneration: 2 },
    { id: newFolderId() },
    { recipientKeyHash: zero32 },
  ])
    await expect(openShare(receive, sealed, { ...place, ...change })).rejects.toThrow('cannot-open')
  await expect(openShare(other, sealed, place)).rejects.toThrow('cannot-open')
})

/** Made by hand: f(x) = 0x2a + c x over GF(2^8) with x^8 + x^4 + x^3 + x + 1, at x = 1 and 2, for c = 0x53 in each byte. */
test('shares are Shamir’s over the field of AES', async () => {
  const key = newFolderKey().fill(0x2a)
  const one = keyShare(Uint8Array.of(...Array<number>(32).fill(0x2a ^ 0x53), 1))
  const two = keyShare(Uint8Array.of(...Array<number>(32).fill(0x2a ^ 0xa6), 2))
  const committed = await commitment(folderKey(new Uint8Array(key)), 'folder', at.org, at.id, at.generation)
  expect(await joinShares([one, two], at, committed)).toEqual(key)
})
