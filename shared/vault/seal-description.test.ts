import { expect, test } from 'vitest'
import { newFolderId, newMemberId, newTeamId, orgOf } from '../bytes/ids.ts'
import { sha256 } from '../crypto/hash.ts'
import { newFolderKey, newTeamSeed } from '../crypto/keys.ts'
import { openFolderName, openTeamName, sealFolderName, sealTeamName } from './seal-description.ts'

const [folder, seed] = [newFolderKey(), newTeamSeed()]
const written = { org: orgOf(await sha256(Uint8Array.of(1))), revision: 1, author: newMemberId(), generation: 1 }
const place = { ...written, folder: newFolderId() }
const team = { ...written, team: newTeamId() }

test('a folder’s name opens under its key, a team’s under its home’s and under its own', async () => {
  expect(await openFolderName(folder, place, await sealFolderName(folder, place, 'Banque Azur'))).toBe('Banque Azur')
  const [home, own] = [
    { ...team, under: 'folder' as const },
    { ...team, under: 'team' as const },
  ]
  expect(await openTeamName(folder, home, await sealTeamName(folder, home, 'Nuit'))).toBe('Nuit')
  expect(await openTeamName(seed, own, await sealTeamName(seed, own, 'Nuit'))).toBe('Nuit')
})

test('P1: a long name and a short one are of one size', async () => {
  const size = async (name: string) => (await sealFolderName(folder, place, name)).length
  expect(await size('A')).toBe(await size('A'.repeat(200)))
})
