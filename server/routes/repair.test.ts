import { afterEach, beforeEach, expect, test } from 'vitest'
import { hash, newFolderId, zero32 } from '../../shared/bytes/ids.ts'
import type { FolderId } from '../../shared/bytes/ids.ts'
import { randomBytes } from '../../shared/crypto/random.ts'
import { newDesk } from '../testing/desk.ts'
import type { Desk } from '../testing/desk.ts'
import { found, signIn } from '../testing/person.ts'
import type { Person } from '../testing/person.ts'
import {
  cut,
  folderCreated,
  headOf,
  hire,
  itemChange,
  journalBodyOf,
  ledgerBodyOf,
  must,
  only,
  write,
} from '../testing/writes.ts'

// What a server that was restored takes back is no way round the checks of one that was not.
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

const HOUR = 3_600_000
const grant = (
  person: Person,
  level: 'fill' | 'edit',
  { from = null, until = null }: { from?: number | null; until?: number | null } = {},
) => only({ act: 'folder granted', folder, to: { kind: 'member', id: person.member }, level, from, until })
const later = async (ahead: number, ...people: Person[]) => {
  desk.clock.ahead = ahead
  for (const person of people) person.token = (await signIn(desk, person)).token
}
type Body = Awaited<ReturnType<typeof journalBodyOf>>
const repair = async ({ entry, parts }: Body, by: Person) => {
  const { status, body } = await desk.ask('repairJournal', { folder, entries: [entry], parts }, by)
  return status === 200 ? 'taken' : `${String(body.code)} ${String(body.title)}`
}

test('H3 P5: no false cut comes in by repair, and none keeps anybody from being removed', async () => {
  const [second, third] = [await hire(desk, owner), await hire(desk, owner)]
  for (const person of [second, third]) await must(desk, owner, grant(person, 'edit'))
  const acts = (sequence: number) => [
    { act: 'member removed' as const, member: second.member },
    { act: 'journal cut' as const, folder, sequence, head: hash.read(randomBytes(32)) },
  ]
  await later(HOUR, owner, second, third)
  const body = await ledgerBodyOf(desk, owner, { acts: acts(Number.MAX_SAFE_INTEGER), objects: {} })
  expect((await desk.ask('appendLedger', body, owner)).body.code).toBe('conflict')
  expect((await desk.ask('repairLedger', { entries: [body.entry] }, owner)).body).toMatchObject({ title: 'not-lost' })
  // A server that lied took it: whoever is left is removed all the same.
  const past = await ledgerBodyOf(desk, owner, { acts: acts(Number.MAX_SAFE_INTEGER), objects: {} }, null, {
    time: desk.now() - HOUR + 1_000,
  })
  expect((await desk.ask('repairLedger', { entries: [past.entry] }, owner)).status).toBe(200)
  const removal = await write(
    desk,
    owner,
    only({ act: 'member removed', member: third.member }),
    cut(folder, { sequence: 0, hash: zero32 }),
  )
  expect(removal.status).toBe(200)
})

test('H3 P5: where the journal reaches, what comes back by repair names its true entries', async () => {
  const second = await hire(desk, owner)
  await must(desk, owner, grant(second, 'edit'))
  await desk.ask('appendJournal', await journalBodyOf(desk, second, folder, [await itemChange()]), second)
  const acts = [
    { act: 'member removed' as const, member: second.member },
    { act: 'journal cut' as const, folder, sequence: 1, head: hash.read(randomBytes(32)) },
  ]
  const { entry } = await ledgerBodyOf(desk, owner, { acts, objects: {} })
  expect((await desk.ask('repairLedger', { entries: [entry] }, owner)).body.code).toBe('conflict')
})

test('M2: who may not write any more writes nothing by repair, dated back or handed in by a colleague', async () => {
  const [agent, friend] = [await hire(desk, owner), await hire(desk, owner)]
  const until = desk.now() + 60_000
  await must(desk, owner, grant(agent, 'edit', { until }), grant(friend, 'fill'))
  const head = await headOf(desk, owner)
  await later(8 * HOUR, agent, friend)
  const body = await journalBodyOf(desk, agent, folder, [await itemChange()], { ledger: head, time: until - 1 })
  expect((await desk.ask('appendJournal', body, agent)).body.code).toBe('clock-off')
  expect([await repair(body, friend), await repair(body, agent)]).toEqual([
    'refused not-allowed',
    'not-allowed This folder is out of sight.',
  ])
})

test('M2: a grant that is put off to the future ends the right to write, by repair as well', async () => {
  const editor = await hire(desk, owner)
  await must(desk, owner, grant(editor, 'edit'))
  const [ledger, time] = [await headOf(desk, owner), desk.now()]
  await must(desk, owner, grant(editor, 'edit', { from: desk.now() + 30 * 24 * HOUR }))
  const body = await journalBodyOf(desk, editor, folder, [await itemChange()], { ledger, time })
  expect(await repair(body, owner)).toBe('refused not-allowed')
})

test('M2: nothing comes back that was signed after this server started: it cannot have been lost before', async () => {
  const editor = await hire(desk, owner)
  await must(desk, owner, grant(editor, 'edit'))
  await later(90 * 24 * HOUR, editor)
  const at = { ledger: await headOf(desk, editor) }
  const now = await journalBodyOf(desk, editor, folder, [await itemChange()], at)
  expect(await repair(now, editor)).toBe('refused not-lost')
  const then = await journalBodyOf(desk, editor, folder, [await itemChange()], {
    ...at,
    time: desk.now() - 89 * 24 * HOUR,
  })
  expect(await repair(then, editor)).toBe('refused not-lost')
  const lost = await journalBodyOf(desk, editor, folder, [await itemChange()], {
    ...at,
    time: desk.now() - 90 * 24 * HOUR,
  })
  expect(await repair(lost, editor)).toBe('taken')
})

test('L1: a closed folder takes no writes, whatever ledger they name', async () => {
  const editor = await hire(desk, owner)
  await must(desk, owner, grant(editor, 'edit'))
  const ledger = await headOf(desk, owner)
  await must(desk, owner, only({ act: 'folder closed', folder }))
  const body = await journalBodyOf(desk, editor, folder, [await itemChange()], { ledger })
  expect((await desk.ask('appendJournal', body, editor)).body).toMatchObject({ code: 'refused', title: 'closed' })
  expect(await repair(body, editor)).toBe('refused closed')
})
