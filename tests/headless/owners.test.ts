import { afterAll, beforeAll, expect, test } from 'vitest'
import { fromBase64url, toBase64url } from '../../shared/bytes/base64url.ts'
import { firstPolicy } from '../../shared/ledger/replay/owners.ts'
import type { FolderId, MemberId, TeamId } from '../../shared/bytes/ids.ts'
import type { ProposalView } from '../../extension/messages/views.ts'
import type { Stack } from '../stack.ts'
import { nodeDesk } from './node-desk.ts'
import { PIN, hire, moveServerClock, need, newFolder, newOrg, save } from './org.ts'
import { join, look, newPerson, refresh, sign, unlock } from './person.ts'
import type { Person } from './person.ts'

// Acts that need two owners, on real desks: Odile and Mona first, then Nora. All clocks advance together.
let ahead = 0
const atDesk = () => newPerson(nodeDesk(() => Date.now() + ahead))
const HOUR = 3_600_000

let stack: Stack
let odile: Person
let mona: Person
let nora: Person
let admin: Person
const id = (person: Person): MemberId => person.keeper.needOpen().vault.me

beforeAll(async () => {
  ;({ stack, owner: odile } = await newOrg(atDesk()))
  mona = (await hire(stack, odile, 'Mona', 'owner', [], atDesk())).person
  admin = (await hire(stack, odile, 'Adam', 'admin', [], atDesk())).person
  await refresh(odile)
})
afterAll(() => stack.stop())

async function later(ms: number): Promise<void> {
  ahead += ms
  await moveServerClock(stack, ahead)
}
const waiting = async (person: Person): Promise<ProposalView> => {
  await refresh(person)
  return need((await look(person)).proposals.at(-1))
}
const approve = async (person: Person) =>
  sign(person, { do: 'approve-proposal', proposed: (await waiting(person)).proposed })
const roleOf = async (person: Person, member: MemberId) =>
  (await look(person)).people.find((one) => one.member === member)?.role
const policy = { ...firstPolicy, shiftHours: 8 }

test('S14: a weaker policy waits for a second owner, visible to everybody, and takes effect once approved', async () => {
  const review = await odile.ask['act.review']({ do: 'set-policy', policy }, '')
  expect(review.needsSecondOwner).toBe(true)
  const { waitsUntil } = await sign(odile, { do: 'set-policy', policy })
  expect(waitsUntil).toBeGreaterThan(Date.now() + 6 * 24 * HOUR)
  const what = { do: 'set-policy', from: { ...policy, shiftHours: 0 }, to: policy }
  expect(await waiting(odile)).toMatchObject({ may: 'mine', by: 'Odile Owner', expires: waitsUntil, what })
  expect(await waiting(admin)).toMatchObject({ may: 'look', by: 'Odile Owner', what })
  expect(await waiting(mona)).toMatchObject({ may: 'approve', what })
  expect((await look(mona)).policy.shiftHours).toBe(0)
  const { proposed } = await waiting(odile)
  await expect(sign(odile, { do: 'approve-proposal', proposed })).rejects.toMatchObject({ code: 'needs-two-owners' })
  await expect(sign(admin, { do: 'approve-proposal', proposed })).rejects.toMatchObject({ code: 'not-allowed' })
  await approve(mona)
  await refresh(odile)
  expect((await look(odile)).policy).toEqual(policy)
  expect((await look(odile)).proposals).toEqual([])
})

test('a stricter policy needs one owner, and an unchanged one needs none', async () => {
  const stricter = { ...policy, shiftHours: 4 }
  expect((await sign(mona, { do: 'set-policy', policy: stricter })).waitsUntil).toBe(null)
  await refresh(odile)
  await expect(sign(odile, { do: 'set-policy', policy: stricter })).rejects.toMatchObject({ code: 'nothing-to-do' })
})

test('S14: two owners let a new owner in: the newcomer waits for the second, whose approval also adds them to their teams', async () => {
  const team = need((await sign(mona, { do: 'create-team', name: 'Pilotage', home: null })).team)
  await refresh(odile)
  nora = atDesk()
  const { code } = await sign(odile, {
    do: 'invite',
    name: 'Nora',
    email: 'nora@x.example',
    role: 'owner',
    teams: [team],
  })
  await join(nora, stack.origin, need(code), PIN)
  await refresh(odile)
  const asked = need((await look(odile)).invitations.find((one) => one.name === 'Nora'))
  const review = await odile.ask['act.review']({ do: 'approve', invitation: asked.invitation }, '')
  expect(review.needsSecondOwner).toBe(true)
  expect((await sign(odile, { do: 'approve', invitation: asked.invitation })).waitsUntil).not.toBe(null)
  await expect(unlock(nora, PIN)).rejects.toMatchObject({ code: 'pending' })
  expect(await waiting(mona)).toMatchObject({ what: { do: 'add-owner', name: 'Nora' } })
  await approve(mona)
  await unlock(nora, PIN)
  expect(await roleOf(nora, id(nora))).toBe('owner')
  expect((await look(nora)).teams).toEqual([expect.objectContaining({ team, name: 'Pilotage' })])
})

test('S14: one owner alone cannot remove an owner, and with two owners left neither can be removed', async () => {
  await refresh(odile)
  const { waitsUntil } = await sign(odile, { do: 'remove-member', member: id(nora) })
  expect(waitsUntil).not.toBe(null)
  await refresh(nora)
  expect(await roleOf(nora, id(nora))).toBe('owner')
  expect(await waiting(mona)).toMatchObject({ what: { do: 'remove-owner', name: 'Nora' } })
  await approve(mona)
  await refresh(nora)
  expect(nora.keeper.why).toBe('removed')
  await refresh(odile)
  const remove = { do: 'remove-member' as const, member: id(mona) }
  await expect(odile.ask['act.review'](remove, '')).rejects.toMatchObject({ code: 'last-owner' })
  const demote = { do: 'set-role' as const, member: id(mona), role: 'member' as const }
  await expect(sign(odile, demote)).rejects.toMatchObject({ code: 'last-owner' })
})

test('one owner alone sets roles below owner, and an admin sets none', async () => {
  const { member } = await hire(stack, odile, 'Paul', 'member', [], atDesk())
  expect((await sign(odile, { do: 'set-role', member, role: 'auditor' })).waitsUntil).toBe(null)
  expect(await roleOf(odile, member)).toBe('auditor')
  await refresh(admin)
  await expect(sign(admin, { do: 'set-role', member, role: 'member' })).rejects.toMatchObject({ code: 'not-allowed' })
  expect((await sign(odile, { do: 'set-role', member, role: 'owner' })).waitsUntil).not.toBe(null)
})

test('a proposal is withdrawn by its author, and after that nobody can approve it', async () => {
  const { proposed } = await waiting(mona)
  await refresh(odile)
  await sign(odile, { do: 'withdraw-proposal', proposed })
  await expect(sign(mona, { do: 'approve-proposal', proposed })).rejects.toMatchObject({ code: 'proposal-unknown' })
  expect((await look(mona)).proposals).toEqual([])
})

/** The owner removes the only manager of `folder`. */
async function orphan(name: string): Promise<{ folder: FolderId; manager: Person }> {
  const { person: manager, member } = await hire(stack, odile, name, 'member', [], atDesk())
  const folder = await newFolder(odile, `Clients de ${name}`)
  await save(odile, folder, 'Portail')
  await sign(odile, { do: 'grant', folder, to: { kind: 'member', id: member }, level: 'manage' })
  await refresh(manager)
  const own = await newFolder(manager, `Réserve de ${name}`, folder)
  await refresh(odile)
  await sign(odile, { do: 'revoke', folder, to: { kind: 'member', id: id(odile) } })
  expect((await look(odile)).folders.find((one) => one.folder === own)?.level).toBe(null)
  return { folder, manager }
}

test('before a removal is signed it names the folders that it leaves without a manager; two owners adopt them', async () => {
  const { folder, manager } = await orphan('Mireille')
  await refresh(odile)
  const remove = { do: 'remove-member' as const, member: id(manager) }
  expect((await odile.ask['act.review'](remove, '')).orphans).toEqual(['Clients de Mireille'])
  expect((await odile.ask['act.review']({ ...remove, member: id(admin) }, '')).orphans).toEqual([])
  await sign(odile, remove)
  expect((await look(odile)).orphans).toEqual([{ folder, name: 'Clients de Mireille', path: [] }])
  await refresh(admin)
  expect((await look(admin)).orphans).toEqual([])
  expect((await sign(odile, { do: 'adopt-folder', folder, by: id(mona) })).waitsUntil).not.toBe(null)
  expect((await waiting(mona)).what).toEqual({ do: 'adopt-folder', folder: 'Clients de Mireille', by: 'Mona' })
  await approve(mona)
  expect((await look(mona)).orphans).toEqual([])
  expect((await look(mona)).folders.find((one) => one.folder === folder)?.level).toBe('manage')
})

test('P7: people of the old parent lose a folder that is moved, and cannot open what is written afterwards', async () => {
  const [old, next] = [await newFolder(odile, 'Banque'), await newFolder(odile, 'Assurance')]
  const client = await newFolder(odile, 'Méridienne', old)
  const { person: reader, member } = await hire(stack, odile, 'Rémi', 'member', [], atDesk())
  const { person: heir, member: heirId } = await hire(stack, odile, 'Zoé', 'member', [], atDesk())
  await sign(odile, { do: 'grant', folder: old, to: { kind: 'member', id: member }, level: 'read' })
  await sign(odile, { do: 'grant', folder: next, to: { kind: 'member', id: heirId }, level: 'read' })
  await refresh(reader)
  const { item } = await save(odile, client, 'Portail')
  await refresh(reader)
  expect((await reader.ask['item.read']({ folder: client, item }, '')).fields.password).toBe('Brume-81')
  const held = new Map(reader.keeper.needOpen().vault.folderKeys.get(client))
  const review = await odile.ask['act.review']({ do: 'move-folder', folder: client, parent: next }, '')
  expect(review.loses).toEqual([{ member, who: 'Rémi', level: null, folders: ['Méridienne'], below: 0 }])
  expect(review.gains).toEqual([{ member: heirId, who: 'Zoé', level: 'read', folders: ['Méridienne'], below: 0 }])
  await sign(odile, { do: 'move-folder', folder: client, parent: next })
  await save(odile, client, 'Extranet')
  await Promise.all([refresh(reader), refresh(heir)])
  expect((await look(reader)).folders.map((one) => one.name)).toEqual(['Banque'])
  await expect(reader.ask['item.read']({ folder: client, item }, '')).rejects.toMatchObject({ code: 'not-allowed' })
  const generation = Math.max(...(odile.keeper.needOpen().vault.folderKeys.get(client)?.keys() ?? []))
  expect([generation, [...held.keys()]]).toEqual([2, [1]])
  expect((await look(heir)).folders.find((one) => one.folder === client)).toMatchObject({
    parent: next,
    items: 2,
    stale: false,
    refused: null,
  })
})

test('a closed client can only be read, not filled or written; two owners reopen it', async () => {
  const folder = await newFolder(odile, 'Résiliée')
  const { item } = await save(odile, folder, 'Portail')
  await sign(odile, { do: 'close-folder', folder })
  expect((await look(odile)).folders.find((one) => one.folder === folder)?.closed).toBe('itself')
  await expect(odile.ask.fill({ folder, item, tab: 1 }, '')).rejects.toMatchObject({ code: 'closed' })
  await expect(save(odile, folder, 'Extranet')).rejects.toMatchObject({ code: 'closed' })
  expect((await odile.ask['item.read']({ folder, item }, '')).fields.password).toBe('Brume-81')
  expect((await sign(odile, { do: 'reopen-folder', folder })).waitsUntil).not.toBe(null)
  await approve(mona)
  await refresh(odile)
  await save(odile, folder, 'Extranet')
})

test('a member who lost their keys rejoins with new ones: one entry replaces the old, and each manager restores what they manage', async () => {
  const team: TeamId = need((await sign(odile, { do: 'create-team', name: 'Équipe Nord', home: null })).team)
  const folder = await newFolder(odile, 'Régie')
  const to = { kind: 'team' as const, id: team }
  await sign(odile, { do: 'grant', folder, to, level: 'fill' })
  const hired = await hire(stack, odile, 'Inès', 'member', [team], atDesk())
  const until = Date.now() + ahead + 48 * HOUR
  const own = { kind: 'member' as const, id: hired.member }
  const direct = await newFolder(odile, 'Seule')
  await sign(odile, { do: 'grant', folder: direct, to: own, level: 'read', until })
  const { code } = await sign(odile, {
    do: 'invite',
    name: 'Inès',
    email: 'ines@x.example',
    role: 'member',
    teams: [team],
    replaces: hired.member,
  })
  const again = atDesk()
  await join(again, stack.origin, need(code), PIN)
  await refresh(odile)
  const asked = need((await look(odile)).invitations.find((one) => one.replaces === hired.member))
  const review = await odile.ask['act.review']({ do: 'approve', invitation: asked.invitation }, '')
  const folders = expect.arrayContaining(['Régie', 'Seule'])
  expect(review.loses).toEqual([{ member: hired.member, who: 'Inès', level: null, folders, below: 0 }])
  await sign(odile, { do: 'approve', invitation: asked.invitation })
  await unlock(again, PIN)
  await refresh(hired.person)
  expect(hired.person.keeper.why).toBe('removed')
  expect((await look(again)).folders).toEqual([])
  expect((await look(admin)).returned).toEqual([])
  const member = id(again)
  expect((await look(odile)).returned).toEqual([
    {
      member,
      name: 'Inès',
      teams: [{ team, name: 'Équipe Nord' }],
      folders: [{ folder: direct, name: 'Seule', level: 'read', starts: null, ends: until }],
    },
  ])
  await sign(odile, { do: 'set-members', team, added: [member], removed: [] })
  await sign(odile, { do: 'grant', folder: direct, to: { kind: 'member', id: member }, level: 'read', until })
  expect((await look(odile)).returned).toEqual([])
  await refresh(again)
  expect((await look(again)).folders.map((one) => one.name).toSorted()).toEqual(['Régie', 'Seule'])
})

test('P7: a dated grant ends at once by the clock; a manager’s client then revokes it and re-keys by itself', async () => {
  const folder = await newFolder(odile, 'Saison')
  const { person: temp, member } = await hire(stack, odile, 'Théo', 'member', [], atDesk())
  const until = Date.now() + ahead + HOUR
  await sign(odile, { do: 'grant', folder, to: { kind: 'member', id: member }, level: 'edit', until })
  await refresh(temp)
  const { item } = await save(temp, folder, 'Portail')
  const held = [...(temp.keeper.needOpen().vault.folderKeys.get(folder)?.keys() ?? [])]
  const { member: next } = await hire(stack, odile, 'Ulysse', 'member', [], atDesk())
  const from = until + 24 * HOUR
  await sign(odile, { do: 'grant', folder, to: { kind: 'member', id: next }, level: 'read', from })
  await later(2 * HOUR)
  // Without an answer from the server: the desk's own clock is enough.
  await expect(temp.ask.fill({ folder, item, tab: 1 }, '')).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(temp.ask['item.read']({ folder, item }, '')).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(save(temp, folder, 'Extranet')).rejects.toMatchObject({ code: 'not-allowed' })
  expect((await look(odile)).folders.find((one) => one.folder === folder)?.grants).toContainEqual(
    expect.objectContaining({ name: 'Théo', state: 'over', ends: until }),
  )
  await refresh(odile)
  const now = need((await look(odile)).folders.find((one) => one.folder === folder))
  expect(now.grants.map(({ name }) => name)).toEqual(['Odile Owner', 'Ulysse'])
  // A grant that has not begun has no key yet: neither the first nor the new one.
  const sql = stack.sql()
  const rows = await sql<{ toId: Uint8Array }[]>`
    select "toId" from wraps where kind = 'folder' and id = ${fromBase64url(folder)} and "toKind" = 'member'`
  await sql.end()
  const sealedTo = rows.map(({ toId }) => toBase64url(new Uint8Array(toId)))
  expect(sealedTo).toEqual(expect.arrayContaining([id(odile), member]))
  expect(sealedTo).not.toContain(next)
  expect(now).toMatchObject({ stale: false, refused: null, items: 1 })
  expect([held, Math.max(...(odile.keeper.needOpen().vault.folderKeys.get(folder)?.keys() ?? []))]).toEqual([[1], 2])
  await save(odile, folder, 'Extranet')
  await refresh(temp)
  expect((await look(temp)).folders).toEqual([])
})

test('a proposal that nobody approved within seven days expires', async () => {
  await sign(odile, { do: 'set-policy', policy: { ...policy, shiftHours: 12 } })
  const { proposed } = await waiting(mona)
  await later(8 * 24 * HOUR)
  await refresh(mona)
  await unlock(mona, PIN)
  expect((await look(mona)).proposals).toEqual([])
  await expect(sign(mona, { do: 'approve-proposal', proposed })).rejects.toMatchObject({ code: 'proposal-expired' })
})
