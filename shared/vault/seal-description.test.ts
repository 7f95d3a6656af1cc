import { expect, test } from 'vitest'
import { newFolderId, newMemberId, newTeamId, orgOf } from '../bytes/ids.ts'
import { sha256 } from '../crypto/hash.ts'
import { folderReceive } from '../crypto/derive.ts'
import { receiveHash } from '../crypto/hpke.ts'
import { newFolderKey, newTeamSeed } from '../crypto/keys.ts'
import { plainFacts } from './about-client.ts'
import {
  nameHash,
  newWords,
  openFolderName,
  openNameByRegister,
  openTeamName,
  sealFolderName,
  sealNameForRegister,
  sealTeamName,
} from './seal-description.ts'

const [folder, seed] = [newFolderKey(), newTeamSeed()]
const written = { org: orgOf(await sha256(Uint8Array.of(1))), revision: 1, author: newMemberId(), generation: 1 }
const place = { ...written, folder: newFolderId() }
const team = { ...written, team: newTeamId() }

const [azur, night] = [newWords('Banque Azur'), newWords('Nuit')]
const about = {
  hue: 7,
  start: '2026-01-01',
  end: '2026-12-31',
  sensitive: true,
  contact: 'Zoé Martin\n01 23 45 67 89',
  channels: ['chat', 'voix'],
  archived: 'itself' as const,
}
const client = { ...azur, ...about }

test('a folder’s name opens under its key, a team’s under its home’s and under its own', async () => {
  expect(await openFolderName(folder, place, await sealFolderName(folder, place, client))).toEqual(client)
  const [home, own] = [
    { ...team, under: 'folder' as const },
    { ...team, under: 'team' as const },
  ]
  expect(await openTeamName(folder, home, await sealTeamName(folder, home, night))).toEqual(night)
  expect(await openTeamName(seed, own, await sealTeamName(seed, own, night))).toEqual(night)
})

const register = await folderReceive(newFolderKey())
const inRegister = {
  ...written,
  kind: 'folder' as const,
  id: place.folder,
  register: newFolderId(),
  keyHash: await receiveHash(register.publicKey),
}

test('a name is sealed to the register by its public key alone, and opens with the register’s', async () => {
  const sealed = await sealNameForRegister(register.publicKey, inRegister, azur)
  expect(await openNameByRegister(register, inRegister, sealed)).toEqual(azur)
})

test('P4 P5: it is sealed to no key but the one that the ledger names, and opens at no other place', async () => {
  const other = await folderReceive(newFolderKey())
  await expect(sealNameForRegister(other.publicKey, inRegister, azur)).rejects.toMatchObject({
    code: 'wrong-receive-key',
  })
  const sealed = await sealNameForRegister(register.publicKey, inRegister, azur)
  const changes = [
    { kind: 'team' as const },
    { id: newFolderId() },
    { revision: 2 },
    { author: newMemberId() },
    { register: newFolderId() },
    { generation: 2 },
  ]
  for (const change of changes)
    await expect(openNameByRegister(register, { ...inRegister, ...change }, sealed)).rejects.toThrow('cannot-open')
})

test('P1: the hash of a name is salted anew each time: nobody finds out by trying that two folders have one name', async () => {
  expect(await nameHash(azur)).not.toBe(await nameHash(newWords(azur.name)))
  expect(await nameHash(azur)).toBe(await nameHash({ ...azur }))
})

test('P1: a long name and a short one are of one size', async () => {
  const size = async (name: string) =>
    (await sealFolderName(folder, place, { ...newWords(name), ...plainFacts(11) })).length
  expect(await size('A')).toBe(await size('A'.repeat(100)))
})

test('what a folder says of its client has a hue among twelve, days, and bounds: another is not sealed', async () => {
  const wrong = [
    { hue: 12 },
    { start: 'soon' },
    { contact: 'x'.repeat(2_001) },
    { channels: Array.from({ length: 21 }, () => 'x') },
  ]
  for (const one of wrong)
    await expect(sealFolderName(folder, place, { ...client, ...one })).rejects.toThrow('bad-encoding')
})

test('P1: the copy for the register holds the name alone, whatever the folder says of its client', async () => {
  const sealed = await sealNameForRegister(register.publicKey, inRegister, client)
  expect(Object.keys(await openNameByRegister(register, inRegister, sealed)).toSorted()).toEqual(['name', 'salt'])
})
