import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FolderId, MemberId, TeamId } from '../../shared/bytes/ids.ts'
import { levelOf } from '../../shared/ledger/replay/level.ts'
import { stateOf } from '../../extension/keeper/vault/vault.ts'
import type { Stack } from '../stack.ts'
import { PIN, hire, newFolder, newOrg, save } from './org.ts'
import { join, look, newPerson, refresh, sign } from './person.ts'
import type { Person } from './person.ts'

let stack: Stack
let owner: Person
let agent: Person
let member: MemberId
let client: FolderId
let team: TeamId

beforeAll(async () => {
  ;({ stack, owner } = await newOrg())
  const hired = await hire(stack, owner, 'Ines')
  ;({ person: agent, member } = hired)
  client = await newFolder(owner, 'Banque')
  await save(owner, client, 'Portail')
  const made = await sign(owner, { do: 'create-team', name: 'Nord', home: await newFolder(owner, 'Teams') })
  if (made.team === null) throw new Error('no team')
  ;({ team } = made)
  await sign(owner, { do: 'set-members', team, added: [member], removed: [] })
  await sign(owner, { do: 'grant', folder: client, to: { kind: 'team', id: team }, level: 'fill' })
  await refresh(agent)
})
afterAll(() => stack.stop())

const noe = { do: 'invite', name: 'Noé', email: 'noe@atlas.example', role: 'member', teams: [] } as const
const codeOf = async (cancels: string | null = null) => {
  const found = (await look(owner)).invitations.find(({ invitation }) => invitation === cancels)
  const { code } = await sign(owner, { ...noe, teams: [], cancels: found?.invitation ?? null })
  if (code === null) throw new Error('no code')
  return code
}
const review = (intent: Parameters<Person['ask']['act.review']>[0]) => owner.ask['act.review'](intent, '')

test('D8: a new code cancels the old one, and who answered is refused and forgotten', async () => {
  const old = await codeOf()
  const [first] = (await look(owner)).invitations
  expect(first).toMatchObject({ state: 'open', mayCancel: true, mayRenew: true })
  const code = await codeOf(first?.invitation)
  await expect(join(newPerson(), stack.origin, old, PIN)).rejects.toMatchObject({ code: 'invitation-unknown' })
  await join(newPerson(), stack.origin, code, PIN)
  await refresh(owner)
  const waiting = (await look(owner)).invitations
  expect(waiting.map(({ state }) => state)).toEqual(['asked'])
  const invitation = waiting[0]?.invitation
  if (invitation === undefined) throw new Error('nobody asks')
  await sign(owner, { do: 'cancel-invitation', invitation })
  await refresh(owner)
  expect((await look(owner)).invitations).toEqual([])
  await expect(sign(owner, { do: 'approve', invitation })).rejects.toMatchObject({ code: 'invitation-unknown' })
})

test('D13: the sheet names who stops filling when a client is closed, who loses no access', async () => {
  const { stops, loses } = await review({ do: 'close-folder', folder: client })
  expect(stops.find(({ who }) => who?.includes('Ines'))?.level).toBe('fill')
  expect(stops).toHaveLength(2)
  expect(loses).toEqual([])
})

test('D9: a folder with a login is not deleted; an empty one is, on every desk', async () => {
  await expect(sign(owner, { do: 'delete-folder', folder: client })).rejects.toMatchObject({ code: 'has-logins' })
  const empty = await newFolder(owner, 'Leer')
  await sign(owner, { do: 'grant', folder: empty, to: { kind: 'team', id: team }, level: 'read' })
  await refresh(agent)
  expect((await look(agent)).folders.some(({ folder }) => folder === empty)).toBe(true)
  const { loses } = await review({ do: 'delete-folder', folder: empty })
  expect(loses).toHaveLength(2)
  await sign(owner, { do: 'delete-folder', folder: empty })
  await refresh(agent)
  for (const one of [owner, agent]) {
    expect((await look(one)).folders.some(({ folder }) => folder === empty)).toBe(false)
    const { vault } = one.keeper.needOpen()
    expect([vault.folderNames.has(empty), vault.shelves.has(empty)]).toEqual([false, false])
  }
})

test('D3: who becomes an auditor leaves teams and folders in the same entry', async () => {
  await sign(owner, { do: 'grant', folder: client, to: { kind: 'member', id: member }, level: 'read' })
  const { loses } = await review({ do: 'set-role', member, role: 'auditor' })
  expect(loses.map(({ who }) => who?.includes('Ines'))).toEqual([true])
  await sign(owner, { do: 'set-role', member, role: 'auditor' })
  const state = stateOf(owner.keeper.needOpen().vault)
  expect(levelOf(state, member, client)).toBe(null)
  await expect(sign(owner, { do: 'set-members', team, added: [member], removed: [] })).rejects.toMatchObject({
    code: 'auditor',
  })
  await sign(owner, { do: 'set-role', member, role: 'member' })
})

test('D9 P7: a deleted team takes along what it reached, and its name leaves every desk', async () => {
  await sign(owner, { do: 'set-members', team, added: [member], removed: [] })
  const { loses, rekeys } = await review({ do: 'delete-team', team })
  expect(loses.map(({ who }) => who?.includes('Ines'))).toEqual([true])
  expect(rekeys.folders).toBeGreaterThan(0)
  await sign(owner, { do: 'delete-team', team })
  await refresh(agent)
  for (const one of [owner, agent]) {
    expect((await look(one)).teams.some((each) => each.team === team)).toBe(false)
    expect(one.keeper.needOpen().vault.teamNames.has(team)).toBe(false)
  }
  expect((await look(agent)).folders.some(({ folder }) => folder === client)).toBe(false)
})
