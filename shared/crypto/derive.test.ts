import { expect, test } from 'vitest'
import { utf8 } from '../bytes/bytes.ts'
import { openAead, sealAead } from './aead.ts'
import {
  descriptionKey,
  folderReceive,
  invitationSigner,
  memberKeys,
  partKey,
  previousKey,
  teamReceive,
} from './derive.ts'
import { receiveHash } from './hpke.ts'
import { folderKey, memberSeed, newFolderKey, teamSeed } from './keys.ts'

const zeros = () => new Uint8Array(32)
const place = utf8('place')

test('one seed gives the same member on every desk, another seed another', async () => {
  const one = await memberKeys(memberSeed(zeros()))
  const again = await memberKeys(memberSeed(zeros()))
  const other = await memberKeys(memberSeed(zeros().fill(1)))
  expect([again.sign.publicKey, again.receive.publicKey, again.self, again.cache]).toEqual([
    one.sign.publicKey,
    one.receive.publicKey,
    one.self,
    one.cache,
  ])
  expect(other.sign.publicKey).not.toBe(one.sign.publicKey)
  expect(other.receive.publicKey).not.toEqual(one.receive.publicKey)
})

test('no two uses of the same 32 bytes give the same key', async () => {
  const folder = folderKey(zeros())
  const member = await memberKeys(memberSeed(zeros()))
  const receive = [member.receive, await teamReceive(teamSeed(zeros())), await folderReceive(folder)]
  expect(new Set(await Promise.all(receive.map((keys) => receiveHash(keys.publicKey)))).size).toBe(3)
  const symmetric = [
    member.self,
    member.cache,
    await partKey(folder, place),
    await descriptionKey(folder, place),
    await previousKey(folder, place),
    await partKey(folder, utf8('elsewhere')),
  ]
  expect(new Set(symmetric.map(String)).size).toBe(6)
  expect((await invitationSigner(zeros())).publicKey).not.toBe(member.sign.publicKey)
})

test('an item part moved to another place, or read with another folder key, does not open', async () => {
  const folder = newFolderKey()
  const sealed = await sealAead(await partKey(folder, place), place, utf8('overview'))
  expect(await openAead(await partKey(folder, place), place, sealed)).toEqual(utf8('overview'))
  const elsewhere = utf8('elsewhere')
  await expect(openAead(await partKey(folder, elsewhere), elsewhere, sealed)).rejects.toThrow('cannot-open')
  await expect(openAead(await partKey(newFolderKey(), place), place, sealed)).rejects.toThrow('cannot-open')
  await expect(openAead(await descriptionKey(folder, place), place, sealed)).rejects.toThrow('cannot-open')
})

test('a key of another length is no key', () => {
  for (const length of [0, 31, 33]) expect(() => folderKey(new Uint8Array(length))).toThrow('bad-length')
})
