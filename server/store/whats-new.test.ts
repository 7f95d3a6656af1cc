import { beforeAll, expect, test } from 'vitest'
import type { FolderId } from '../../shared/bytes/ids.ts'
import { visibleFolders } from '../../shared/access/visible.ts'
import { asOf } from '../../shared/ledger/replay/state.ts'
import { accept, grant, newFolder, newMember, newOrg, revoke, toMember } from '../../shared/ledger/testing/org.ts'
import type { Org } from '../../shared/ledger/testing/org.ts'
import type { Person } from '../../shared/ledger/testing/person.ts'
import type { Database } from './database/connect.ts'
import { createJournalEnds } from './journal-ends.ts'
import { createSights } from './sights.ts'
import { whatsNew } from './whats-new.ts'

let org: Org
let agent: Person
let folders: FolderId[]

beforeAll(async () => {
  org = await newOrg()
  agent = await newMember(org)
  folders = []
  for (let i = 0; i < 4; i++) folders.push(await newFolder(org, org.owner))
  for (const folder of folders.slice(0, 3)) await accept(org, org.owner, grant(folder, toMember(agent), 'read'))
})

/** A server's memory, and a desk of the agent's that puts together what it is told. */
function world() {
  const services = { ends: createJournalEnds({} as Database), sights: createSights() }
  let mark: string | null = null
  const told = new Map<FolderId, number>()
  const sync = (at = org.state.time) => {
    const news = whatsNew(services, asOf(org.state, at), agent.id, mark)
    if (news.whole) told.clear()
    for (const { folder, sequence } of news.journals) told.set(folder, sequence)
    ;({ mark } = news)
    return news
  }
  /** What a desk must know by now. */
  const truth = (at = org.state.time) =>
    new Map(visibleFolders(asOf(org.state, at), agent.id).map((one) => [one, services.ends.of(one)]))
  return { ...services, sync, told, truth }
}
const at = (i: number): FolderId => folders[i] as FolderId

test('H5: after the first sync a desk is told of those journals alone that grew, and of none out of its sight', () => {
  const { ends, sync, told, truth } = world()
  expect(sync()).toMatchObject({ whole: true, journals: { length: 3 } })
  expect(sync()).toMatchObject({ whole: false, journals: [] })
  ends.grew(at(0), 1)
  ends.grew(at(0), 2)
  ends.grew(at(3), 1)
  expect(sync()).toMatchObject({ whole: false, journals: [{ folder: at(0), sequence: 2 }] })
  expect(told).toEqual(truth())
})

test('H5: where the ledger grew, or a dated grant began or ended, a desk is told of all it sees', async () => {
  const { sync, told, truth } = world()
  sync()
  await accept(org, org.owner, revoke(at(0), toMember(agent)))
  expect(sync()).toMatchObject({ whole: true, journals: { length: 2 } })
  const { time } = org.state
  const dates = { from: time + 1_000, until: time + 2_000 }
  await accept(org, org.owner, { ...grant(at(3), toMember(agent), 'fill'), ...dates })
  for (const [moment, whole, count] of [
    [time + 10, true, 2],
    [time + 999, false, 2],
    [time + 1_000, true, 3],
    [time + 1_500, false, 3],
    [time + 2_000, true, 2],
    [time + 9_000, false, 2],
  ] as const) {
    expect(sync(moment).whole).toBe(whole)
    expect([told, told.size]).toEqual([truth(moment), count])
  }
})

test('H5: a mark of another start, of too long ago, or that says nothing, brings all', () => {
  const { ends, sights, sync } = world()
  const { mark } = sync()
  const ask = (said: string | null, memory = { ends, sights }) => whatsNew(memory, org.state, agent.id, said).whole
  expect(ask(mark)).toBe(false)
  expect(ask(mark, { sights, ends: createJournalEnds({} as Database) })).toBe(true)
  for (const odd of [null, '', 'x', `${mark}9`, `${mark}x`, mark.replace(/\d+$/, ''), mark.replace(/\d+$/, '-1')])
    expect(ask(odd), String(odd)).toBe(true)
  for (let i = 1; i <= 30_000; i++) ends.grew(at(1), i)
  expect(ask(mark)).toBe(true)
  expect(ends.count()).toBe(30_000)
  const late = sync()
  ends.grew(at(1), 30_001)
  expect(whatsNew({ ends, sights }, org.state, agent.id, late.mark).journals).toEqual([
    { folder: at(1), sequence: 30_001 },
  ])
})
