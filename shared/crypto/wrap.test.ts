import { expect, test } from 'vitest'
import { newFolderId, newMemberId, newTeamId, orgOf, zeroOrg } from '../bytes/ids.ts'
import { commitment } from './commit.ts'
import type { Generation, Wrap } from './contexts.ts'
import { folderReceive, memberKeys, teamReceive } from './derive.ts'
import { sha256 } from './hash.ts'
import { receiveHash, sealTo } from './hpke.ts'
import { wrapInfo } from './contexts.ts'
import { newFolderKey, newMemberSeed, newTeamSeed } from './keys.ts'
import { openPrevious, openWrap, sealPrevious, wrapKey } from './wrap.ts'

const org = orgOf(await sha256(Uint8Array.of(1)))
const key = newFolderKey()
const team = newTeamSeed()
const receive = await teamReceive(team)
const wrap: Wrap<'folder'> = {
  kind: 'folder',
  org,
  id: newFolderId(),
  generation: 3,
  recipientKind: 'team',
  recipient: newTeamId(),
  recipientGeneration: 2,
  recipientKeyHash: await receiveHash(receive.publicKey),
}
const committed = await commitment(key, 'folder', org, wrap.id, 3)
const sealed = await wrapKey(key, receive.publicKey, wrap)

const elsewhere: Partial<Wrap>[] = [
  { kind: 'team' },
  { org: zeroOrg },
  { id: newFolderId() },
  { generation: 4 },
  { recipientKind: 'folder' },
  { recipient: newTeamId() },
  { recipientGeneration: 3 },
  { recipientKeyHash: await sha256(Uint8Array.of(2)) },
]

test('a folder key sealed to a team is opened by that team', async () => {
  expect(await openWrap(receive, sealed, wrap, committed)).toEqual(key)
  expect(sealed).toHaveLength(1120 + 32 + 16)
})

test('a folder key goes up to the parent folder, a team seed to a member', async () => {
  const parent = await folderReceive(newFolderKey())
  const up: Wrap<'folder'> = { ...wrap, recipientKind: 'folder', recipientKeyHash: await receiveHash(parent.publicKey) }
  expect(await openWrap(parent, await wrapKey(key, parent.publicKey, up), up, committed)).toEqual(key)

  const { receive: member } = await memberKeys(newMemberSeed())
  const id = newTeamId()
  const recipientKeyHash = await receiveHash(member.publicKey)
  const own: Wrap<'team'> = {
    ...wrap,
    kind: 'team',
    id,
    recipientKind: 'member',
    recipient: newMemberId(),
    recipientKeyHash,
  }
  const commit = await commitment(team, 'team', org, id, 3)
  expect(await openWrap(member, await wrapKey(team, member.publicKey, own), own, commit)).toEqual(team)
})

test.each(elsewhere)('a wrap moved to another place (%o) is refused', async (change) => {
  await expect(openWrap(receive, sealed, { ...wrap, ...change }, committed)).rejects.toThrow('cannot-open')
})

test('another team cannot open it, nor a changed byte pass', async () => {
  await expect(openWrap(await teamReceive(newTeamSeed()), sealed, wrap, committed)).rejects.toThrow('cannot-open')
  for (const at of [0, 1119, 1120, sealed.length - 1]) {
    const changed = sealed.map((byte, i) => (i === at ? byte ^ 1 : byte))
    await expect(openWrap(receive, changed, wrap, committed)).rejects.toThrow('cannot-open')
  }
})

test('P4: a key that the ledger did not commit to is refused, though it was sealed to the right team at the right place', async () => {
  const forged = await wrapKey(newFolderKey(), receive.publicKey, wrap)
  await expect(openWrap(receive, forged, wrap, committed)).rejects.toThrow('wrong-commitment')
  const short = await sealTo(receive.publicKey, wrapInfo(wrap), key.subarray(1))
  await expect(openWrap(receive, short, wrap, committed)).rejects.toThrow('wrong-commitment')
})

test('a commitment to the same key at another place is not this one', async () => {
  for (const change of elsewhere.slice(0, 4)) {
    const at: Wrap = { ...wrap, ...change }
    const other = await commitment(key, at.kind, at.org, at.id, at.generation)
    await expect(openWrap(receive, sealed, wrap, other)).rejects.toThrow('wrong-commitment')
  }
})

test('P4: nothing is sealed to a receive key that the server made up', async () => {
  const foreign = await teamReceive(newTeamSeed())
  await expect(wrapKey(key, foreign.publicKey, wrap)).rejects.toThrow('wrong-receive-key')
  await expect(wrapKey(key, receive.publicKey.subarray(1), wrap)).rejects.toThrow('bad-receive-key')
})

test('who holds a generation opens the one before, at its own place only', async () => {
  const previous = newFolderKey()
  const at: Generation<'folder'> = { kind: 'folder', org, id: wrap.id, generation: 3 }
  const before = await commitment(previous, 'folder', org, wrap.id, 2)
  const held = await sealPrevious(key, previous, at)
  expect(await openPrevious(key, held, at, before)).toEqual(previous)

  for (const change of elsewhere.slice(0, 4)) {
    await expect(openPrevious(key, held, { ...at, ...change }, before)).rejects.toThrow('cannot-open')
  }
  await expect(openPrevious(newFolderKey(), held, at, before)).rejects.toThrow('cannot-open')
  await expect(openPrevious(key, held, at, committed)).rejects.toThrow('wrong-commitment')
})
