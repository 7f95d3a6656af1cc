import { afterEach, beforeEach, expect, test } from 'vitest'
import { idBytes, newFolderId, newItemId, newTeamId } from '../../shared/bytes/ids.ts'
import type { FolderId } from '../../shared/bytes/ids.ts'
import { newDesk } from '../testing/desk.ts'
import type { Desk } from '../testing/desk.ts'
import { found } from '../testing/person.ts'
import type { Person } from '../testing/person.ts'
import { folderCreated, hire, itemChange, journalBodyOf, must, only, teamCreated } from '../testing/writes.ts'

// What the server tells whom of what happens in a folder.
let desk: Desk
let owner: Person
let folder: FolderId
beforeEach(async () => {
  desk = await newDesk()
  owner = await found(desk)
  folder = newFolderId()
  await must(desk, owner, await folderCreated(folder))
})
afterEach(() => desk.close())

const grant = (person: Person, level: 'fill' | 'edit' | 'manage', to = folder) =>
  only({ act: 'folder granted', folder: to, to: { kind: 'member', id: person.member }, level, from: null, until: null })
const headsFor = async (person: Person) => {
  const none = { wraps: [], descriptions: [], receiveKeys: [], profiles: [], journals: [], erased: [] }
  return (await desk.ask('fetch', { ...none, journalHeads: [folder] }, person)).body.journalHeads as object[]
}

test('L5: where a journal stands is told to who sees the folder, or may have to say it when they remove somebody', async () => {
  const [stranger, reader, lead, agent] = [
    await hire(desk, owner),
    await hire(desk, owner),
    await hire(desk, owner),
    await hire(desk, owner),
  ]
  const [admin, home, team] = [await hire(desk, owner, 'admin'), newFolderId(), newTeamId()]
  await must(desk, owner, await folderCreated(home))
  await must(desk, owner, grant(reader, 'fill'), grant(agent, 'edit'), grant(lead, 'manage', home))
  await must(desk, owner, await teamCreated(home, [owner.member, agent.member], team))
  expect(await headsFor(stranger)).toEqual([])
  for (const by of [reader, owner, admin, lead])
    expect(await headsFor(by)).toEqual([{ folder, head: expect.anything() }])
})

test('M5: no use in a witnessed folder is pushed out of sight: what came before a thousand is asked for by its id', async () => {
  const item = await itemChange()
  const body = await journalBodyOf(desk, owner, folder, [item])
  expect((await desk.ask('appendJournal', body, owner)).status).toBe(200)
  const [rare, dull, at, by] = [item.change.item, newItemId(), folder, owner.member].map(idBytes)
  await desk.database.sql`
    insert into uses ("at", folder, item, member, purpose)
    select n, ${at ?? ''}, case when n = 1 then ${rare ?? ''}::bytea else ${dull ?? ''}::bytea end, ${by ?? ''}, 'fill'
    from generate_series(1, 1500) as n`
  const seen = async (before: number | null) =>
    (await desk.ask('uses', { folder, before }, owner)).body.uses as { id: number; item: string }[]
  const newest = await seen(null)
  const older = await seen(newest.at(-1)?.id ?? 0)
  expect([newest.length, older.length, older.at(-1)?.item]).toEqual([1_000, 500, item.change.item])
  expect(await seen(older.at(-1)?.id ?? 0)).toEqual([])
})
