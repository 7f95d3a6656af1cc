import { afterEach, expect, test } from 'vitest'
import { newFolderId, zero32 } from '../../shared/bytes/ids.ts'
import type { LedgerHead } from '../../shared/ledger/acts.ts'
import { sweepQuotas, usualQuotas } from '../store/quotas.ts'
import type { Quota } from '../store/quotas.ts'
import { newDesk } from '../testing/desk.ts'
import type { Desk } from '../testing/desk.ts'
import { found, signIn } from '../testing/person.ts'
import type { Person } from '../testing/person.ts'
import { folderCreated, hire, itemChange, journalBodyOf, must, only, write } from '../testing/writes.ts'

const open: Desk[] = []
afterEach(async () => {
  for (const desk of open.splice(0)) await desk.close()
})

/** A server of which each member may do so much, and its owner. */
async function limited(quotas: Partial<Record<Quota, number>>) {
  const desk = await newDesk({ quotas })
  open.push(desk)
  return { desk, owner: await found(desk) }
}

const nothing = {
  wraps: [],
  descriptions: [],
  receiveKeys: [],
  profiles: [],
  journals: [],
  journalHeads: [],
  erased: [],
}
const fetching = async (desk: Desk, person: Person, journals: object[] = []) =>
  desk.ask('fetch', { ...nothing, journals }, person)
const overQuota = { status: 429, body: { code: 'over-quota' } }
const hour = 3_600_000

test('H5: a member reads so much in an hour, and is told when the next begins; others go on', async () => {
  const { desk, owner } = await limited({ reads: 4 })
  const agent = await hire(desk, owner)
  expect(await fetching(desk, agent)).toMatchObject({ status: 200 })
  expect(await fetching(desk, agent, [{ folder: newFolderId(), from: 0, item: null }])).toMatchObject({ status: 200 })
  expect(await fetching(desk, agent, [{ folder: newFolderId(), from: 0, item: null }])).toMatchObject(overQuota)
  const refused = await fetching(desk, agent)
  expect(refused).toMatchObject(overQuota)
  const wait = Number(refused.headers.get('retry-after'))
  expect(refused.body.retryAfter).toBe(wait)
  expect(Math.abs(wait - (hour - (desk.now() % hour)) / 1_000)).toBeLessThan(30)
  expect(await fetching(desk, owner)).toMatchObject({ status: 200 })
  desk.clock.ahead += wait * 1_000
  const later = { ...agent, ...(await signIn(desk, agent)) }
  expect(await fetching(desk, later)).toMatchObject({ status: 200 })
})

test('H5: what was counted holds over a restart, and is forgotten when its hour is over', async () => {
  const { desk, owner } = await limited({ reads: 2 })
  for (let i = 0; i < 3; i++) await fetching(desk, owner)
  const { database, secret } = desk
  const again = await newDesk({ database, secret, quotas: { reads: 2 } })
  open.push(again)
  expect(await fetching(again, owner)).toMatchObject(overQuota)
  const rows = () => database.sql`select from quotas`
  expect(await rows()).not.toHaveLength(0)
  await sweepQuotas(database.db, Date.now() + hour - 60_000)
  expect(await rows()).not.toHaveLength(0)
  await sweepQuotas(database.db, Date.now() + hour + 60_000)
  expect(await rows()).toHaveLength(0)
})

test('H5: what is counted costs no write-ahead log, for which each request would wait', async () => {
  const { desk } = await limited({})
  const [table] = await desk.database.sql`select relpersistence from pg_class where relname = 'quotas'`
  expect(table).toEqual({ relpersistence: 'u' })
})

test('H5: acts and bytes of what is written are counted, before anything is judged or stored', async () => {
  const { desk, owner } = await limited({ acts: 6, bytes: 150_000 })
  const folder = newFolderId()
  await must(desk, owner, await folderCreated(folder))
  const many = await Promise.all(Array.from({ length: 6 }, () => folderCreated()))
  expect(await write(desk, owner, ...many)).toMatchObject(overQuota)
  expect(await write(desk, owner, await folderCreated())).toMatchObject(overQuota)
  let on: LedgerHead = { sequence: 0, hash: zero32 }
  const append = async () =>
    desk.ask('appendJournal', await journalBodyOf(desk, owner, folder, [await itemChange()], { on }), owner)
  let landed = 0
  for (let answer = await append(); answer.status === 200; answer = await append()) {
    landed++
    on = answer.body as LedgerHead
  }
  expect(landed).toBeGreaterThan(3)
  expect(landed).toBeLessThan(200)
  const before = await desk.dump()
  expect(await append()).toMatchObject(overQuota)
  expect(await desk.dump()).toEqual(before)
})

test('H5: an editor takes so many secrets of a witnessed folder in an hour, under any of their sessions', async () => {
  const { desk, owner } = await limited({ uses: 2 })
  const folder = newFolderId()
  await must(desk, owner, await folderCreated(folder), only({ act: 'folder witnessed', folder, witnessed: true }))
  const sealed = await itemChange()
  await desk.ask('appendJournal', await journalBodyOf(desk, owner, folder, [sealed]), owner)
  const use = (token: { token: string }) =>
    desk.ask('use', { folder, item: sealed.change.item, purpose: 'read' }, token)
  expect([(await use(owner)).status, (await use(owner)).status]).toEqual([200, 200])
  expect(await use(owner)).toMatchObject(overQuota)
  expect(await use(await signIn(desk, owner))).toMatchObject(overQuota)
})

test('H5: a day’s heaviest work stays possible: three hundred joiners, a removal in a team of 1,500, an import', () => {
  const wrap = 1_900
  const joiners = { acts: 300 * 3, bytes: 300 * (3 * 1_000 + 5 * wrap) }
  const removal = { acts: 2 + 2 * 200, bytes: (1_500 + 2 * 200) * wrap }
  const imported = { acts: 0, bytes: 10_000 * 4_000 }
  for (const [times, { acts, bytes }] of [
    [4, joiners],
    [20, removal],
    [2, imported],
  ] as const) {
    expect(times * acts).toBeLessThanOrEqual(usualQuotas.acts)
    expect(times * bytes).toBeLessThanOrEqual(usualQuotas.bytes)
  }
})
