import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FolderId, MemberId } from '../../shared/bytes/ids.ts'
import { firstPolicy } from '../../shared/ledger/replay/owners.ts'
import { get } from '../../shared/bytes/table.ts'
import { stateOf } from '../../extension/keeper/vault/vault.ts'
import type { Stack } from '../stack.ts'
import { PIN, between, hire, need, newFolder, newOrg, save } from './org.ts'
import { itemsIn, join, look, newPerson, refresh, sign, unlock } from './person.ts'
import type { Person } from './person.ts'

// Three owners, and Agnès, who has a folder of her own, loses her keys, and comes back.
let stack: Stack
let odile: Person
let mona: Person
let nora: Person
let agnes: Person
let again: Person
let own: FolderId
const id = (person: Person): MemberId => person.keeper.needOpen().vault.me
const vaultOf = (person: Person) => person.keeper.needOpen().vault
const everybody = () => [odile, mona, nora]
const namesIn = async (person: Person, folder: FolderId) => {
  const seen = await itemsIn(person, folder)
  return 'items' in seen ? seen.items.map(({ name }) => name).sort() : seen.refused
}
const own_ = async (person: Person) => need((await look(person)).folders.find(({ personal }) => personal !== null))

async function approved(first: Person, second: Person, intent: Parameters<typeof sign>[1]): Promise<void> {
  await sign(first, intent)
  await refresh(second)
  await sign(second, { do: 'approve-proposal', proposed: need((await look(second)).proposals.at(-1)).proposed })
  for (const one of everybody()) await refresh(one)
}

beforeAll(async () => {
  ;({ stack, owner: odile } = await newOrg())
  mona = (await hire(stack, odile, 'Mona', 'owner')).person
  await refresh(odile)
  nora = newPerson()
  const { code } = await sign(odile, {
    do: 'invite',
    name: 'Nora',
    email: 'nora@atlas.example',
    role: 'owner',
    teams: [],
  })
  await join(nora, stack.origin, need(code), PIN)
  await refresh(odile)
  const { invitation } = need((await look(odile)).invitations.find(({ name }) => name === 'Nora'))
  await sign(odile, { do: 'approve', invitation })
  await refresh(mona)
  await sign(mona, { do: 'approve-proposal', proposed: need((await look(mona)).proposals.at(-1)).proposed })
  await unlock(nora, PIN)
  agnes = (await hire(stack, odile, 'Agnès')).person
})
afterAll(() => stack.stop())

test('P1 P4: a personal folder is its member’s alone, and says that it is lost with the keys', async () => {
  const { folder } = await sign(agnes, { do: 'create-personal', name: 'Chez moi', recoverable: false })
  own = need(folder)
  await save(agnes, own, 'Coffre')
  expect((await own_(agnes)).personal).toEqual({ recovery: 'none', owners: 0 })
  for (const one of everybody()) {
    await refresh(one)
    expect((await look(one)).folders.map(({ folder: each }) => each)).not.toContain(own)
  }
  await expect(sign(agnes, { do: 'create-personal', name: 'Encore', recoverable: false })).rejects.toMatchObject({
    code: 'already-there',
  })
  const to = { kind: 'member' as const, id: id(odile) }
  await expect(sign(agnes, { do: 'grant', folder: own, to, level: 'read' })).rejects.toMatchObject({ code: 'personal' })
  await expect(sign(agnes, { do: 'allow-recovery' })).rejects.toMatchObject({ code: 'no-recovery' })
})

test('S14: two owners allow recovery; then each person agrees for their own folder, and no key is split before', async () => {
  const policy = { ...firstPolicy, recovery: true }
  await sign(odile, { do: 'set-policy', policy })
  await refresh(agnes)
  expect((await own_(agnes)).personal).toEqual({ recovery: 'none', owners: 0 })
  await refresh(mona)
  await sign(mona, { do: 'approve-proposal', proposed: need((await look(mona)).proposals.at(-1)).proposed })
  for (const one of everybody()) await refresh(one)
  await refresh(agnes)
  expect((await own_(agnes)).personal).toEqual({ recovery: 'offered', owners: 3 })
  await sign(agnes, { do: 'allow-recovery' })
  await refresh(agnes)
  expect((await own_(agnes)).personal).toEqual({ recovery: 'set', owners: 3 })
})

test('an invitation says whether owners can recover a personal folder, so that it is known before joining', async () => {
  const { code } = await sign(odile, {
    do: 'invite',
    name: 'Zoé',
    email: 'zoe@atlas.example',
    role: 'member',
    teams: [],
  })
  const zoe = newPerson()
  expect((await zoe.ask['join.look']({ code: need(code) }, '')).recovery).toBe(true)
})

test('S14: the key is split anew by itself when owners change: new owners get a share, former ones lose theirs', async () => {
  const shares = () => get(stateOf(vaultOf(agnes)).folders, own)?.recovery?.shares.map(({ owner }) => owner)
  const generation = () => get(stateOf(vaultOf(agnes)).folders, own)?.generations.length
  const before = need(shares())
  await approved(odile, mona, { do: 'set-role', member: id(nora), role: 'member' })
  await refresh(agnes)
  await refresh(agnes)
  expect(shares()).toEqual(before.filter((one) => one !== id(nora)))
  expect(generation(), 'the share that left is of an old key').toBe(2)
  await approved(odile, mona, { do: 'set-role', member: id(nora), role: 'owner' })
  await refresh(agnes)
  await refresh(agnes)
  expect(new Set(shares())).toEqual(new Set(before))
  expect(generation()).toBe(2)
  expect((await own_(agnes)).personal).toEqual({ recovery: 'set', owners: 3 })
})

test('S2: while the server withholds an owner’s key nothing is split, and the folder keeps working', async () => {
  const zoe = (await hire(stack, odile, 'Yann')).person
  const stop = between(zoe, async (sent, pass) => {
    const answer = await pass()
    if (sent.path !== '/api/fetch') return answer
    const reply = (await answer.json()) as { receiveKeys: string[] }
    return Response.json({ ...reply, receiveKeys: [] }, { headers: answer.headers })
  })
  await expect(sign(zoe, { do: 'create-personal', name: 'À moi', recoverable: true })).rejects.toMatchObject({
    code: 'receive-key-missing',
  })
  stop()
  await sign(zoe, { do: 'create-personal', name: 'À moi', recoverable: true })
  expect((await own_(zoe)).personal?.recovery).toBe('set')
})

test('P7: after keys are lost nobody can open the folder; under new keys two owners restore it, and neither can open it', async () => {
  const lost = id(agnes)
  const { code } = await sign(odile, {
    do: 'invite',
    name: 'Agnès',
    email: 'agnes@atlas.example',
    role: 'member',
    teams: [],
    replaces: lost,
  })
  const before = await odile.ask['act.review']({ do: 'remove-member', member: lost }, '')
  expect([before.personal, before.orphans]).toEqual([{ kept: 1, lost: 0 }, []])
  again = newPerson()
  await join(again, stack.origin, need(code), PIN)
  await refresh(odile)
  const { invitation } = need((await look(odile)).invitations.find(({ replaces }) => replaces === lost))
  await sign(odile, { do: 'approve', invitation })
  await unlock(again, PIN)
  for (const one of everybody()) await refresh(one)
  expect((await look(odile)).orphans.map(({ folder }) => folder)).not.toContain(own)
  const waits = need((await look(odile)).recoverable.find(({ folder }) => folder === own))
  expect(waits).toEqual({ folder: own, to: id(again), name: 'Agnès' })
  expect((await look(again)).recoverable).toEqual([])

  const review = await odile.ask['act.review']({ do: 'recover-folder', folder: own, to: id(again) }, '')
  expect(review.needsSecondOwner).toBe(true)
  await sign(odile, { do: 'recover-folder', folder: own, to: id(again) })
  expect((await look(odile)).recoverable).toEqual([])
  await refresh(again)
  expect((await look(again)).folders).toEqual([])

  // The second owner's desk passes its share on at its sync; the first owner's desk is off until later.
  await refresh(nora)
  await sign(nora, { do: 'approve-proposal', proposed: need((await look(nora)).proposals.at(-1)).proposed })
  await refresh(nora)
  await refresh(again)
  expect(await namesIn(again, own)).toBe('shares-missing')
  expect((await look(again)).status).toMatchObject({ warnings: [{ kind: 'stale', count: 1 }] })
  await refresh(mona)
  await refresh(again)
  expect(await namesIn(again, own)).toEqual(['Coffre'])
  for (const one of everybody()) expect(vaultOf(one).folderKeys.has(own)).toBe(false)
})

test('P7: the recovered folder has a new key, split anew, accepts new logins, and opens again after a lock', async () => {
  await refresh(again)
  const folder = need(get(stateOf(vaultOf(again)).folders, own))
  expect([folder.generations.length, folder.staleSince]).toEqual([3, null])
  expect(folder.recovery).toMatchObject({ generation: 3, to: null })
  await save(again, own, 'Nouveau')
  await again.ask['lock'](null, '')
  await unlock(again, PIN)
  expect(await namesIn(again, own)).toEqual(['Coffre', 'Nouveau'])
  await newFolder(odile, 'Ailleurs')
})
