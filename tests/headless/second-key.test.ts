import { afterEach, beforeEach, expect, test } from 'vitest'
import { popupView } from '../../extension/keeper/doors/views/popup.ts'
import { statusView } from '../../extension/keeper/doors/views/status.ts'
import { firstPolicy } from '../../shared/ledger/replay/owners.ts'
import type { FolderId, ItemId } from '../../shared/bytes/ids.ts'
import type { SoftKey } from '../soft-key.ts'
import { serverHere } from './in-process.ts'
import type { Here } from './in-process.ts'
import { PIN, between, need, newFolder, save } from './org.ts'
import { changePin, furtherKey, join, look, newPerson, refresh, sign, touchAlone, unlock } from './person.ts'
import type { Person } from './person.ts'
import { pageAt, tabOf } from './tab.ts'

// A policy that requires two keys of everybody, and somebody who has one.
const SECOND = 'second-55k'
const origin = 'https://portail.example'
const given: unknown[] = []
const frames = tabOf(
  () => [pageAt(`${origin}/login`)],
  ({ values }) => given.push(values),
)

let here: Here
let owner: Person
let agent: Person
let folder: FolderId
let item: ItemId
let code: string
let restore = () => {}

const policy = { ...firstPolicy, shiftHours: 8, twoKeys: true }
const setPolicy = (twoKeys: boolean, by = owner) => sign(by, { do: 'set-policy', policy: { ...policy, twoKeys } })
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error as { code: string }).code,
  )

/** Lets in the newcomer who answered `code`, and grants them the folder. */
async function letIn(): Promise<void> {
  await refresh(owner)
  const asked = need((await look(owner)).invitations.find(({ state }) => state === 'asked'))
  await sign(owner, { do: 'approve', invitation: asked.invitation })
  const member = need((await look(owner)).people.find(({ name }) => name === 'Lena')).member
  await sign(owner, { do: 'grant', folder, to: { kind: 'member', id: member }, level: 'edit' })
}

beforeEach(async () => {
  given.length = 0
  const founded = await serverHere((state) => state.policy.shiftHours)
  here = founded.here
  owner = founded.owner
  folder = await newFolder(owner, 'Banque')
  item = (await save(owner, folder, 'Portail')).item
  await furtherKey(owner, SECOND)
  await setPolicy(true)
  const invited = await sign(owner, {
    do: 'invite' as const,
    name: 'Lena',
    email: 'lena@atlas.example',
    role: 'member' as const,
    teams: [],
  })
  code = need(invited.code)
  agent = newPerson(here.newDesk(), null, frames)
  await join(agent, here.origin, code, PIN)
  await letIn()
})
afterEach(async () => {
  restore()
  restore = () => {}
  await here.close()
})

/** Everything that pages can read of the vault, by every message. */
async function reached(person = agent) {
  const { folders, people, status } = await look(person)
  const popup = await person.keeper.look(() => popupView(person.keeper, `${origin}/login`))
  const fill = await codeOf(person.ask.fill({ folder, item, tab: 1 }, ''))
  const read = await codeOf(person.ask['item.read']({ folder, item }, ''))
  const shown = [folders, people, popup.here, popup.all].map((list) => list.length)
  return { state: status.state, shown, fill, read }
}
const NOTHING = {
  state: 'second-key',
  shown: [0, 0, 0, 0],
  fill: 'second-key-owed',
  read: 'second-key-owed',
}
const ALL = { state: 'unlocked', shown: [1, 1, 1, 1], fill: null, read: null }

test('an invitation says that two keys are needed, before anything is registered', async () => {
  const look = await newPerson(here.newDesk()).ask['join.look']({ code }, '')
  expect(look.twoKeys).toBe(true)
  await setPolicy(false)
  const next = await sign(owner, { do: 'invite', name: 'Zoé', email: 'zoe@atlas.example', role: 'member', teams: [] })
  expect((await agent.ask['join.look']({ code: need(next.code) }, '')).twoKeys).toBe(false)
})

test('P8: with one key a newcomer’s unlock opens nothing: no folder, no row, no fill, until the second is registered', async () => {
  expect(await unlock(agent, PIN)).toEqual({ state: 'second-key' })
  expect(await statusView(agent.keeper)).toEqual({
    state: 'second-key',
    server: here.origin,
    orgName: 'Atlas Relation',
  })
  expect(await reached()).toEqual(NOTHING)
  expect(given).toEqual([])
  const second = await furtherKey(agent, SECOND)
  expect(await reached()).toEqual(ALL)
  expect(given).toHaveLength(1)
  await agent.keeper.lockNow('button')
  expect(await unlock(agent, SECOND, second)).toEqual({ state: 'unlocked' })
  expect(await reached()).toEqual(ALL)
})

test('with one key nothing can be written, signed, exported or discarded', async () => {
  await unlock(agent, PIN)
  const { ask } = agent
  const asked = [
    save(agent, folder, 'Autre'),
    ask['item.delete']({ folder, item, base: 1 }, ''),
    ask['act.review']({ do: 'create-personal', name: 'Moi', recoverable: false }, ''),
    sign(agent, { do: 'create-personal', name: 'Moi', recoverable: false }),
    ask['ledger.export'](null, ''),
    ask['fork.export']({ fork: 0 }, ''),
    ask['rotate.review'](null, ''),
    ask['unsent.read']({ folder, item }, ''),
    ask['unsent.discard']({ folder, item }, ''),
  ]
  expect(new Set(await Promise.all(asked.map(codeOf)))).toEqual(new Set(['second-key-owed']))
})

test('with one key a person can still change the PIN, unlock within the shift, and lock', async () => {
  await unlock(agent, PIN)
  await agent.keeper.lockNow('button')
  expect(await touchAlone(agent)).toEqual({ state: 'second-key' })
  expect(await reached()).toEqual(NOTHING)
  await changePin(agent, PIN, 'nouveau-7h2')
  expect(await reached()).toEqual(NOTHING)
  await agent.ask.lock(null, '')
  expect(await statusView(agent.keeper)).toMatchObject({ state: 'locked', why: 'button' })
})

test('a new worker knows whether a second key is required, while the server is away', async () => {
  for (const wanted of [NOTHING, ALL]) {
    await unlock(agent, PIN)
    if (wanted === ALL) await furtherKey(agent, SECOND)
    const away = { ...agent.desk, fetch: () => Promise.reject(new TypeError('the network is gone')) }
    expect(await reached(newPerson(away, agent.key, frames))).toEqual(wanted)
    await agent.keeper.lockNow('button')
  }
})

test('a policy that requires two keys takes effect at the next sync for everybody with one key, and ends in the same way', async () => {
  await setPolicy(false)
  expect(await unlock(agent, PIN)).toEqual({ state: 'unlocked' })
  expect(await reached()).toEqual(ALL)
  await setPolicy(true)
  await refresh(agent)
  expect(await reached()).toEqual(NOTHING)
  await setPolicy(false)
  await refresh(agent)
  expect(await reached()).toEqual(ALL)
})

test('a person who revokes one of two keys needs a second one again, at once', async () => {
  await unlock(agent, PIN)
  const second = await furtherKey(agent, SECOND)
  const { me: member } = agent.keeper.needOpen().vault
  await agent.ask['keys.revoke']({ member, credential: second.id }, '')
  expect(await reached()).toEqual(NOTHING)
  await furtherKey(agent, SECOND)
  expect(await reached()).toEqual(ALL)
})

test('an owner with one key cannot require two of everybody: it would lock them out', async () => {
  await setPolicy(false)
  const { me: member } = owner.keeper.needOpen().vault
  const [, second] = await owner.ask['keys.list']({ member: null }, '')
  await owner.ask['keys.revoke']({ member, credential: need(second).id }, '')
  const intent = { do: 'set-policy' as const, policy }
  expect(await codeOf(owner.ask['act.review'](intent, ''))).toBe('own-second-key')
  expect(await codeOf(sign(owner, intent))).toBe('own-second-key')
  await furtherKey(owner, SECOND)
  expect(await codeOf(sign(owner, intent))).toBeNull()
})

/** A server that reports this number of keys for the person, or none. */
function counting(person: Person, answer: (honest: { id: string }[]) => unknown) {
  return between(person, async ({ path }, pass) => {
    if (path !== '/api/credentials') return pass()
    const { credentials } = (await (await pass()).json()) as { credentials: { id: string }[] }
    return Response.json({ credentials: answer(credentials) })
  })
}

test('a server that lies about the number of keys can only waive the second key, or demand one needlessly', async () => {
  const ghost = (key: SoftKey) => ({ id: key.id, createdAt: 0, usedAt: null, model: null })
  restore = counting(agent, (honest) => [...honest, ghost(need(owner.key))])
  expect(await unlock(agent, PIN)).toEqual({ state: 'unlocked' })
  restore()
  await agent.keeper.lockNow('button')
  await unlock(agent, PIN)
  await furtherKey(agent, SECOND)
  await agent.keeper.lockNow('button')
  restore = counting(agent, (honest) => honest.slice(0, 1))
  expect(await unlock(agent, PIN)).toEqual({ state: 'second-key' })
  expect(await reached()).toEqual(NOTHING)
})

test('where two keys are required and the server does not report the number, nothing opens, and the person is told', async () => {
  await unlock(agent, PIN)
  await furtherKey(agent, SECOND)
  await agent.keeper.lockNow('button')
  restore = counting(agent, () => 'many')
  expect(await codeOf(unlock(agent, PIN))).toBe('bad-reply')
  expect(await statusView(agent.keeper)).toMatchObject({ state: 'locked', why: 'refused' })
  restore()
  expect(await unlock(agent, PIN)).toEqual({ state: 'unlocked' })
  expect(await reached()).toEqual(ALL)
})

test('P4: only the ledger’s policy requires two keys: without it the server’s number has no effect', async () => {
  await setPolicy(false)
  restore = counting(agent, () => [])
  expect(await unlock(agent, PIN)).toEqual({ state: 'unlocked' })
  expect(await reached()).toEqual(ALL)
})
