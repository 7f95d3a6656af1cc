import { afterEach, beforeEach, expect, test } from 'vitest'
import { statusView } from '../../extension/keeper/doors/views/status.ts'
import { hashAt, lengthOf } from '../../shared/ledger/replay/chain.ts'
import { firstPolicy } from '../../shared/ledger/replay/owners.ts'
import type { Policy } from '../../shared/ledger/acts.ts'
import type { FolderId, ItemId } from '../../shared/bytes/ids.ts'
import { newItemId } from '../../shared/bytes/ids.ts'
import { serverHere } from './in-process.ts'
import type { Here } from './in-process.ts'
import { PIN, between, fieldsOf, need, newFolder } from './org.ts'
import { itemsIn, newPerson, refresh, sign, unlock } from './person.ts'
import type { Person } from './person.ts'

// L4: how long a desk stays unlocked without its server, and how long at all.
const HOUR = 3_600_000

let here: Here
let boss: Person
/** The same owner at another desk, whose clock the test sets. */
let owner: Person
let clock: { ahead: number }
let folder: FolderId
const item: ItemId = newItemId()
beforeEach(async () => {
  clock = { ahead: 0 }
  const founded = await serverHere(() => 0)
  here = founded.here
  boss = founded.owner
  folder = await newFolder(boss, 'Banque')
  await boss.ask['item.save']({ folder, item, base: null, fields: fieldsOf('Portail') }, '')
  owner = await desk()
  await unlock(owner, PIN)
})
afterEach(() => here.close())

async function desk(): Promise<Person> {
  const made = newPerson(
    here.newDesk(() => Date.now() + clock.ahead),
    boss.key,
  )
  await made.ask['server.trust']({ address: here.origin }, '')
  return made
}
async function setPolicy(change: Partial<Policy>): Promise<void> {
  await sign(boss, { do: 'set-policy', policy: { ...firstPolicy, ...change } })
  await refresh(owner)
}
const gone = (person: Person) => between(person, () => Promise.reject(new TypeError('the network is gone')))
const read = (person = owner) =>
  person.ask['item.read']({ folder, item }, '').then(
    () => 'read',
    (error: unknown) => (error as { code: string }).code,
  )
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error as { code: string }).code,
  )
/** A new worker that starts from what the last one stored. */
const woken = () => newPerson(owner.desk, owner.key)

test('L4 P10: a desk whose server falls silent works for the hours of the policy, then locks, says why, and keeps nothing', async () => {
  await setPolicy({ withoutServerHours: 2 })
  const restore = gone(owner)
  clock.ahead = 2 * HOUR - 60_000
  await refresh(owner)
  expect(await read()).toBe('read')
  clock.ahead = 2 * HOUR + 1_000
  expect(await read()).toBe('locked')
  expect(await statusView(owner.keeper)).toMatchObject({ state: 'locked', why: 'unheard', limit: 2 })
  expect([...owner.desk.kept.session]).toEqual([])
  expect(await codeOf(unlock(owner, PIN))).toBe('server-unreachable')
  restore()
  here.clock.ahead = clock.ahead
  await unlock(owner, PIN)
  expect(await read()).toBe('read')
})

test('L4 P10: after the limit an unlock opens nothing until the server answers a sync', async () => {
  await setPolicy({ withoutServerHours: 2 })
  await owner.ask.lock(null, '')
  clock.ahead = 3 * HOUR
  const restore = between(owner, ({ path }, pass) =>
    path === '/api/ledger' ? Promise.reject(new TypeError('the network is gone')) : pass(),
  )
  expect(await codeOf(unlock(owner, PIN))).toBe('server-unheard')
  expect(await statusView(owner.keeper)).toMatchObject({ state: 'locked', why: 'unheard', limit: 2 })
  expect([...owner.desk.kept.session]).toEqual([])
  restore()
  await unlock(owner, PIN)
  expect(await read()).toBe('read')
})

test('L4 P10: a member removed while their desk was cut off can read there only until the limit', async () => {
  await setPolicy({ withoutServerHours: 1 })
  gone(owner)
  // As at a removal: the server no longer knows the session, but the desk does not learn of it.
  await here.sql`delete from sessions`
  clock.ahead = HOUR - 60_000
  expect(await read()).toBe('read')
  clock.ahead = HOUR + 1_000
  const after = woken()
  expect(await read(after)).toBe('locked')
  expect(after.keeper.open).toBeNull()
  expect([...owner.desk.kept.session]).toEqual([])
})

test('L4 P10: setting the clock back gives a cut-off desk no more time, not even in the next worker', async () => {
  await setPolicy({ withoutServerHours: 2 })
  gone(owner)
  clock.ahead = HOUR
  await refresh(owner)
  clock.ahead = -100 * HOUR
  await refresh(owner)
  const next = woken()
  expect(await read(next)).toBe('read')
  clock.ahead = -99 * HOUR + 1_000
  expect(await read(next)).toBe('locked')
  expect(await statusView(next.keeper)).toMatchObject({ why: 'unheard' })
  // A worker that starts locked records no times: a locked desk stores nothing.
  await woken().keeper.run(() => Promise.resolve())
  expect([...owner.desk.kept.session]).toEqual([])
})

test('L4 P10: a hanging request delays neither the lock nor its caller', async () => {
  await setPolicy({ withoutServerHours: 1 })
  const { fetch } = owner.desk
  owner.desk.fetch = (_, init) =>
    new Promise((_resolve, reject) => {
      const give = () => reject(new DOMException('given up', 'AbortError'))
      if (init.signal?.aborted === true) give()
      init.signal?.addEventListener('abort', give)
    })
  const stuck = refresh(owner)
  // The request was sent within the hour.
  await owner.keeper.look(() => Promise.resolve())
  clock.ahead = HOUR + 1_000
  expect(await read()).toBe('locked')
  expect(owner.keeper.open).toBeNull()
  await stuck
  owner.desk.fetch = fetch
})

test('L4 P10: a desk locks after its maximum time unlocked, though the server answers, and asks for key and PIN', async () => {
  await setPolicy({ unlockedHours: 1 })
  clock.ahead = HOUR - 60_000
  expect((await itemsIn(owner, folder)) as object).toHaveProperty('items')
  clock.ahead = HOUR + 1_000
  // The browser's alarm asks for no more than this.
  await owner.keeper.wake()
  expect(owner.keeper.open).toBeNull()
  expect(await statusView(owner.keeper)).toMatchObject({ why: 'too-long', limit: 1 })
  expect(await read()).toBe('locked')
  here.clock.ahead = clock.ahead
  await unlock(owner, PIN)
  expect(await read()).toBe('read')
})

test('L4: an answer with an older ledger, as after a restored backup, counts as contact: somebody has to repair it', async () => {
  await setPolicy({ withoutServerHours: 1 })
  const { chain } = need(owner.keeper.open).vault
  const sequence = lengthOf(chain) - 1
  const head = { sequence, hash: need(hashAt(chain, sequence)) }
  const restore = between(owner, async ({ path }, pass) => {
    const answer = await pass()
    return path === '/api/ledger' ? Response.json({ ...((await answer.json()) as object), head }) : answer
  })
  for (const ahead of [HOUR - 60_000, 2 * HOUR - 120_000]) {
    clock.ahead = here.clock.ahead = ahead
    await refresh(owner)
  }
  expect(await statusView(owner.keeper)).toMatchObject({ warnings: [{ kind: 'only-one-key' }, { kind: 'restored' }] })
  expect(await read()).toBe('read')
  restore()
})
