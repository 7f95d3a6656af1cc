import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join as path } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { get, idsIn } from '../../shared/bytes/table.ts'
import { shelfOf, stateOf } from '../../extension/keeper/vault/vault.ts'
import { answer } from '../../verify/answer.ts'
import { build } from '../seed/build.ts'
import type { Built } from '../seed/build.ts'
import { planOrganisation, sizeFor } from '../seed/plan.ts'
import type { Plan } from '../seed/plan.ts'
import { seedRandomness } from '../seed/seeded-random.ts'
import { startStack } from '../stack.ts'
import { need } from './org.ts'
import { itemsIn, look, refresh } from './person.ts'

const size = sizeFor({ members: 24, keyed: 50 })
const plan = planOrganisation(size)
const place = mkdtempSync(path(tmpdir(), 'cloison-seed-'))

type Made = { made: Built; content: string }

/** Builds the plan on a server of its own, and takes the ledger that its owner's console saves. */
async function buildOnce(of: Plan): Promise<Made> {
  const stack = await startStack()
  const restore = seedRandomness()
  try {
    const made = await build(of, stack)
    await refresh(made.owner)
    const { content } = await made.owner.ask['ledger.export'](null, '')
    return { made, content }
  } finally {
    restore()
    stops.push(() => stack.stop())
  }
}

const stops: (() => Promise<void>)[] = []
let first: Made
beforeAll(async () => {
  first = await buildOnce(plan)
})
afterAll(async () => {
  for (const stop of stops) await stop()
  rmSync(place, { recursive: true })
})

test('the plan of a number is the same to the letter each time, and another number plans another organisation', () => {
  expect(planOrganisation(size)).toEqual(plan)
  expect(planOrganisation({ ...size, seed: 2 })).not.toEqual(plan)
})

test('the whole size holds what the console is measured on', () => {
  const { people, folders, clients, teams, logins, grants } = planOrganisation(sizeFor({ members: 10_000 }))
  const counts = [people.filter(({ state }) => state === 'member'), folders, teams, logins].map(({ length }) => length)
  expect(counts).toEqual([10_000, 2_000, 300, 20_000])
  expect(folders.filter(({ kind }) => kind === 'client')).toHaveLength(200)
  expect(clients.length).toBeGreaterThan(150)
  const sizes = teams.map(({ members }) => members.length)
  expect([Math.min(...sizes), Math.max(...sizes)]).toEqual([2, 1_500])
  const inTeams = new Set(teams.flatMap(({ members }) => members))
  expect(people.filter(({ state, role }, i) => state === 'member' && role === 'member' && !inTeams.has(i))).toEqual([])
  expect(new Set(people.map(({ email }) => email)).size).toBe(people.length)
  for (const state of ['left', 'asked', 'invited']) expect(people.some((one) => one.state === state)).toBe(true)
  for (const kind of ['isClosed', 'isWitnessed'] as const) expect(folders.some((one) => one[kind])).toBe(true)
  expect(grants.some(({ from }) => from !== null) && grants.some(({ to }) => 'person' in to)).toBe(true)
  expect(logins.some(({ fields }) => fields.totp !== '') && logins.some(({ fields }) => fields.custom[0])).toBe(true)
})

type Told = {
  standing: {
    members: { member: string; role: string }[]
    teams: { team: string; members: string[] }[]
    folders: { folder: string; parent: string | null; register: boolean }[]
  }
  journals: { folder: string; items: unknown[] }[]
}

test('a stand-alone program replays the seeded organisation, and finds in it what was planned', async () => {
  writeFileSync(path(place, 'ledger.json'), first.content)
  const { code, said } = await answer(['ledger.json', '--json'], place)
  expect(code).toBe(0)
  const { standing, journals }: Told = JSON.parse(said)
  const { members, folders, teams } = first.made
  const stay = plan.people.flatMap(({ state, role }, i) => (state === 'member' ? [`${need(members[i])} ${role}`] : []))
  expect(standing.members.map(({ member, role }) => `${member} ${role}`).sort()).toEqual(stay.sort())
  const tree = plan.folders.map(({ parent }, i) => [folders[i], parent === null ? null : folders[parent]])
  const sorted = (rows: unknown[][]) => rows.map((row) => JSON.stringify(row)).sort()
  const shown = standing.folders.filter(({ register }) => !register)
  expect(sorted(shown.map(({ folder, parent }) => [folder, parent]))).toEqual(sorted(tree))
  const founder = need(members[0])
  const planned = plan.teams.map((one, i) => [
    teams[i],
    [founder, ...one.members.map((person) => need(members[person]))].sort(),
  ])
  expect(sorted(standing.teams.map((one) => [one.team, one.members.sort()]))).toEqual(sorted(planned))
  expect(journals.reduce((sum, { items }) => sum + items.length, 0)).toBe(size.items)
})

test('names, logins and those who wait are what the plan says', async () => {
  const { owner, folders } = first.made
  const shown = await look(owner)
  expect(shown.folders.map(({ name }) => name).sort()).toEqual(plan.folders.map(({ name }) => name).sort())
  const waiting = (state: string) => plan.people.filter((one) => one.state === state).map(({ name }) => name)
  for (const state of ['asked', 'invited'] as const) {
    const found = shown.invitations.filter((one) => (one.state === 'asked') === (state === 'asked'))
    expect(found.map(({ name }) => name).sort()).toEqual(waiting(state).sort())
  }
  for (const { folder, hue, contact, channels, ends } of plan.clients) {
    const is = need(shown.folders.find((one) => one.folder === need(folders[folder])))
    expect(is.about).toMatchObject({ hue, contact, channels })
    expect(is.about?.end === '').toBe(ends === null)
  }
  const { folder, fields } = need(plan.logins[0])
  const seen = await itemsIn(owner, need(folders[folder]))
  expect('items' in seen && seen.items.map(({ name }) => name)).toContain(fields.name)
})

const vaultOf = ({ owner }: Built) => owner.keeper.needOpen().vault

function receiveKeysOf(made: Built) {
  const { members, teams, folders } = stateOf(vaultOf(made))
  return {
    members: idsIn(members).map((id) => get(members, id)?.receive),
    teams: idsIn(teams).map((id) => get(teams, id)?.generations.last?.receive),
    folders: idsIn(folders).map((id) => get(folders, id)?.generations.last?.receive),
  }
}

const itemIdsOf = (made: Built) => made.folders.map((folder) => idsIn(shelfOf(vaultOf(made), folder).journal.items))

test('the same number makes the same people, teams and folders, and logins, by id and by receive key, on another server', async () => {
  const { made } = await buildOnce(plan)
  for (const key of ['members', 'folders', 'teams'] as const) expect(made[key]).toEqual(first.made[key])
  expect(receiveKeysOf(made)).toEqual(receiveKeysOf(first.made))
  expect(itemIdsOf(made)).toEqual(itemIdsOf(first.made))
})
