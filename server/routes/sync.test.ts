import { afterEach, beforeEach, expect, test } from 'vitest'
import { newFolderId, newItemId, newTeamId, zero32 } from '../../shared/bytes/ids.ts'
import type { FolderId } from '../../shared/bytes/ids.ts'
import { entriesIn } from '../testing/entries.ts'
import { newDesk, randomText } from '../testing/desk.ts'
import type { Desk } from '../testing/desk.ts'
import { found, open } from '../testing/person.ts'
import type { Person } from '../testing/person.ts'
import {
  cut,
  folderCreated,
  folderRekeyed,
  headOf,
  hire,
  itemChange,
  journalBodyOf,
  ledgerBodyOf,
} from '../testing/writes.ts'
import { must, only, teamCreated, write } from '../testing/writes.ts'

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

const grant = (person: Person, level: 'fill' | 'read' | 'edit' | 'manage', to = folder) =>
  only({ act: 'folder granted', folder: to, to: { kind: 'member', id: person.member }, level, from: null, until: null })
const fetched = async (person: Person, asked: object) => {
  const none = {
    wraps: [],
    descriptions: [],
    receiveKeys: [],
    profiles: [],
    journals: [],
    journalHeads: [],
    erased: [],
  }
  return (await desk.ask('fetch', { ...none, ...asked }, person)).body
}
const append = async (...args: Parameters<typeof journalBodyOf> extends [Desk, ...infer Rest] ? Rest : never) =>
  desk.ask('appendJournal', await journalBodyOf(desk, ...args), args[0])
const refused = { wraps: [], descriptions: [], receiveKeys: [], profiles: [], invitees: [] }

test('what lands with an entry is what it introduces, no more, no less, and as its hash says', async () => {
  const created = await folderCreated()
  const [description] = created.objects.descriptions ?? []
  const other = await folderCreated()
  const invitee = { invitation: newTeamId(), name: 'Eve', email: 'eve@example.org', salt: randomText(32) }
  const profile = { member: owner.member, name: 'Eve', email: 'eve@example.org', salt: randomText(32) }
  const bent: [object, string][] = [
    [{ descriptions: [] }, 'descriptions'],
    [{ receiveKeys: [] }, 'receiveKeys'],
    [{ descriptions: [{ ...description, sealed: randomText(300) }] }, 'descriptions.0'],
    [{ descriptions: [{ ...description, revision: 2 }] }, 'descriptions.0'],
    [{ descriptions: [description, description] }, 'descriptions.1'],
    [{ descriptions: [description, ...(other.objects.descriptions ?? [])] }, 'descriptions.1'],
    [{ receiveKeys: other.objects.receiveKeys }, 'receiveKeys.0'],
    [{ invitees: [invitee] }, 'invitees.0'],
    [{ profiles: [profile] }, 'profiles.0'],
  ]
  const body = await ledgerBodyOf(desk, owner, created)
  const before = await desk.dump()
  for (const [objects, field] of bent) {
    const answer = await desk.ask('appendLedger', { ...body, ...objects }, owner)
    expect([answer.status, answer.body]).toMatchObject([400, { code: 'bad-request', field }])
  }
  expect(await desk.dump()).toEqual(before)
  expect((await desk.ask('appendLedger', body, owner)).status).toBe(200)
})

test('an entry by another author, with a clock that is off, or that replay refuses, changes nothing', async () => {
  const agent = await hire(desk, owner)
  const step = await folderCreated()
  const before = await desk.dump()
  const byOwner = await ledgerBodyOf(desk, owner, step)
  expect((await desk.ask('appendLedger', byOwner, agent)).body.code).toBe('not-allowed')
  // H4: another's entry is not judged at all, so that nobody keeps the server busy with it.
  const late = await ledgerBodyOf(desk, owner, step, { sequence: 40, hash: zero32 })
  expect((await desk.ask('appendLedger', late, agent)).body).toMatchObject({ code: 'not-allowed', field: 'entry' })
  const off = await ledgerBodyOf(desk, owner, step, null, { time: desk.now() + 301_000 })
  expect((await desk.ask('appendLedger', off, owner)).body.code).toBe('clock-off')
  expect((await write(desk, agent, step)).body).toMatchObject({ status: 403, code: 'refused', title: 'not-allowed' })
  const forged = await ledgerBodyOf(desk, { ...owner, keys: agent.keys }, step)
  expect((await desk.ask('appendLedger', forged, owner)).body).toMatchObject({ title: 'bad-signature' })
  const entry = randomText(300)
  expect((await desk.ask('appendLedger', { ...byOwner, entry }, owner)).body).toMatchObject({ field: 'entry' })
  expect(await desk.dump()).toEqual(before)
})

test('of ten entries on one head one lands, nine are told of the conflict', async () => {
  const head = await headOf(desk, owner)
  const bodies = await Promise.all(
    Array.from({ length: 10 }, async () => ledgerBodyOf(desk, owner, await folderCreated(), head)),
  )
  const answers = await Promise.all(bodies.map((body) => desk.ask('appendLedger', body, owner)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.filter(({ status, body }) => status === 409 && body.code === 'conflict')).toHaveLength(9)
  expect((await headOf(desk, owner)).sequence).toBe(head.sequence + 1)
})

test('the ledger comes in order from where one stands, and a server that starts anew reads it again', async () => {
  const { body } = await desk.ask('ledger', null, { ...owner, query: '?from=0' })
  expect(body).toMatchObject({ more: false, head: { sequence: 2 }, journals: [{ folder, sequence: 0 }] })
  const rest = await desk.ask('ledger', null, { ...owner, query: '?from=1' })
  expect(entriesIn(rest.body.entries)).toEqual(entriesIn(body.entries).slice(1))
  expect((await desk.ask('ledger', null, owner)).body.field).toBe('from')
  expect((await desk.ask('ledger', null, { ...owner, query: '?from=-1' })).body.field).toBe('from')
})

test('wraps are taken for whom the ledger entitles, and given to whom they are for', async () => {
  const agent = await hire(desk, owner)
  const team = newTeamId()
  await must(desk, owner, await teamCreated(folder, [owner.member], team))
  const sealed = randomText(1168)
  const toTeam = { kind: 'folder', id: folder, generation: 1, to: { kind: 'team', id: team, generation: 1 }, sealed }
  const granted = only({
    act: 'folder granted',
    folder,
    to: { kind: 'team', id: team },
    level: 'read',
    from: null,
    until: null,
  })
  const toAgent = { ...toTeam, to: { kind: 'member', id: agent.member } }
  const bent = [
    { ...toTeam, generation: 2 },
    { ...toTeam, to: { kind: 'team', id: team, generation: 2 } },
    { ...toTeam, to: { kind: 'previous' } },
    { ...toTeam, to: { kind: 'folder', id: newFolderId(), generation: 1 } },
    { ...toTeam, id: newFolderId() },
    toAgent,
    { kind: 'team', id: team, generation: 1, to: { kind: 'member', id: agent.member }, sealed },
  ]
  for (const wrap of bent) {
    const body = { ...(await ledgerBodyOf(desk, owner, granted)), wraps: [wrap] }
    expect((await desk.ask('appendLedger', body, owner)).body).toMatchObject({ status: 400, field: 'wraps.0' })
  }
  const body = { ...(await ledgerBodyOf(desk, owner, granted)), wraps: [toTeam] }
  expect((await desk.ask('appendLedger', body, owner)).status).toBe(200)
  const asked = { wraps: [{ kind: 'folder', id: folder, generation: 1 }] }
  expect((await fetched(agent, asked)).wraps).toEqual([])
  const joined = only({ act: 'team members set', team, added: [agent.member], removed: [] })
  const toMember = { kind: 'team', id: team, generation: 1, to: { kind: 'member', id: agent.member }, sealed }
  const adding = { ...(await ledgerBodyOf(desk, owner, joined)), wraps: [toMember] }
  expect((await desk.ask('appendLedger', adding, owner)).status).toBe(200)
  expect((await fetched(agent, asked)).wraps).toEqual([toTeam])
  expect((await fetched(agent, { wraps: [{ kind: 'team', id: team, generation: 1 }] })).wraps).toEqual([toMember])
  expect((await fetched(owner, { wraps: [{ kind: 'team', id: team, generation: 1 }] })).wraps).toEqual([])
})

test('P1: a member sees what they were granted, and nothing beside or above it, not even names', async () => {
  const agent = await hire(desk, owner)
  const [child, beside] = [newFolderId(), newFolderId()]
  await must(desk, owner, await folderCreated(child, folder), await folderCreated(beside, folder))
  await must(desk, owner, grant(agent, 'read', child))
  expect((await append(owner, child, [await itemChange()])).status).toBe(200)
  const all = [folder, child, beside]
  const reply = await fetched(agent, {
    descriptions: all.map((id) => ({ kind: 'folder', id })),
    journals: all.map((id) => ({ folder: id, from: 0, item: null })),
    journalHeads: all,
    profiles: [owner.member, agent.member],
  })
  expect(reply.descriptions.map(({ id }: { id: FolderId }) => id)).toEqual([child])
  expect(reply.journals).toMatchObject([{ folder: child, parts: [{}, {}] }])
  expect(reply.journalHeads).toMatchObject([{ folder: child, head: { sequence: 1 } }])
  expect(reply.profiles).toMatchObject([{ member: agent.member, name: 'Noor Agent' }])
  expect((await fetched(owner, { profiles: [owner.member, agent.member] })).profiles).toHaveLength(2)
  const { journals } = (await desk.ask('ledger', null, { ...agent, query: '?from=0' })).body
  expect(journals).toEqual([{ folder: child, sequence: 1 }])
})

test('a journal entry lands with exactly the parts that it names anew', async () => {
  const item = await itemChange()
  const body = await journalBodyOf(desk, owner, folder, [item])
  const [overview, secret] = item.parts
  const before = await desk.dump()
  for (const [parts, field] of [
    [[], 'parts'],
    [[overview], 'parts'],
    [[overview, { ...secret, sealed: randomText(512) }], 'parts.1'],
    [[overview, secret, secret], 'parts.2'],
    [[overview, { ...secret, revision: 2 }], 'parts.1'],
    [[overview, { ...secret, item: newItemId() }], 'parts.1'],
  ] as const)
    expect((await desk.ask('appendJournal', { ...body, parts }, owner)).body).toMatchObject({ status: 400, field })
  expect(await desk.dump()).toEqual(before)
  const on = (await desk.ask('appendJournal', body, owner)).body

  // A new overview; the secret keeps its revision and does not come again.
  const next = await itemChange(item.change.item, 2)
  const parts = { overview: next.change.parts!.overview, secret: item.change.parts!.secret }
  const half = { change: { ...next.change, parts }, parts: next.parts.slice(0, 1) }
  const second = await append(owner, folder, [half], { on })
  expect(second.status).toBe(200)
  const [journal] = (await fetched(owner, { journals: [{ folder, from: 0, item: null }] })).journals
  expect(journal.entries).toHaveLength(2)
  expect(journal.parts).toEqual(expect.arrayContaining([next.parts[0], secret]))
  expect((await fetched(owner, { journals: [{ folder, from: 1, item: null }] })).journals[0].entries).toHaveLength(1)

  const gone = { change: { item: item.change.item, revision: 3, parts: null }, parts: [] }
  expect((await append(owner, folder, [gone], { on: second.body })).status).toBe(200)
  expect((await fetched(owner, { journals: [{ folder, from: 0, item: null }] })).journals[0].parts).toEqual([])
})

test('two people edit one login at the same time: one lands, the other is told, and nothing is lost', async () => {
  const item = await itemChange()
  const on = (await append(owner, folder, [item])).body
  const edits = await Promise.all(
    Array.from({ length: 8 }, async () =>
      journalBodyOf(desk, owner, folder, [await itemChange(item.change.item, 2)], { on }),
    ),
  )
  const answers = await Promise.all(edits.map((body) => desk.ask('appendJournal', body, owner)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.filter(({ status, body }) => status === 409 && body.code === 'conflict')).toHaveLength(7)
  const won = edits[answers.findIndex(({ status }) => status === 200)]
  const [journal] = (await fetched(owner, { journals: [{ folder, from: 0, item: null }] })).journals
  expect(journal.parts).toEqual(expect.arrayContaining(won?.parts ?? []))
})

test('who may only read writes nothing; who was an editor writes nothing on an old ledger', async () => {
  const agent = await hire(desk, owner)
  await must(desk, owner, grant(agent, 'read'))
  expect((await append(agent, folder, [await itemChange()])).body).toMatchObject({ code: 'refused', status: 403 })
  await must(desk, owner, grant(agent, 'edit'))
  const first = await append(agent, folder, [await itemChange()])
  expect(first.status).toBe(200)
  const ledger = await headOf(desk, owner)
  await must(desk, owner, grant(agent, 'read'), cut(folder, first.body))
  const late = await append(agent, folder, [await itemChange()], { on: first.body, ledger })
  expect([late.status, late.body.code]).toEqual([409, 'conflict'])
})

test('a cut must name where the journal really ends', async () => {
  const rekeyed = await folderRekeyed(folder, 2)
  const on = (await append(owner, folder, [await itemChange()])).body
  const wrong = await write(desk, owner, rekeyed, cut(folder))
  expect([wrong.status, wrong.body.code]).toEqual([409, 'conflict'])
  const forged = await write(desk, owner, rekeyed, cut(folder, { sequence: 1, hash: zero32 }))
  expect(forged.body.code).toBe('conflict')
  expect((await write(desk, owner, rekeyed, cut(folder, on))).status).toBe(200)
  expect((await append(owner, folder, [await itemChange()], { on })).status).toBe(403)
  expect((await append(owner, folder, [await itemChange(newItemId(), 1, 2)], { on, generation: 2 })).status).toBe(200)
})

test('P7: a folder whose key went out with somebody takes no writes until it has a new one', async () => {
  const agent = await hire(desk, owner)
  await must(desk, owner, grant(agent, 'read'))
  const gone = only({ act: 'member removed', member: agent.member })
  await must(desk, owner, gone, cut(folder))
  const stale = await append(owner, folder, [await itemChange()])
  expect([stale.status, stale.body.code]).toEqual([409, 'stale-folder'])
  await must(desk, owner, await folderRekeyed(folder, 2), cut(folder))
  expect((await append(owner, folder, [await itemChange(newItemId(), 1, 2)], { generation: 2 })).status).toBe(200)
})

test('P7: a removed member sees the ledger up to their removal, and nothing else', async () => {
  const agent = await hire(desk, owner)
  await must(desk, owner, grant(agent, 'edit'))
  await must(desk, owner, only({ act: 'member removed', member: agent.member }), cut(folder))
  const removal = await headOf(desk, owner)
  await must(desk, owner, await folderRekeyed(folder, 2), cut(folder))
  await must(desk, owner, await folderCreated())
  const { body } = await desk.ask('ledger', null, { ...agent, query: '?from=0' })
  expect(body).toMatchObject({ head: removal, more: false, journals: [] })
  expect(entriesIn(body.entries)).toHaveLength(removal.sequence)
  const entry = await journalBodyOf(desk, agent, folder, [await itemChange()], { ledger: removal })
  for (const answer of [
    await desk.ask('fetch', { ...refused, journals: [], journalHeads: [], erased: [] }, agent),
    await desk.ask('credentials', null, agent),
    await desk.ask('joins', null, agent),
    await desk.ask('appendJournal', entry, agent),
    await desk.ask('appendLedger', await ledgerBodyOf(desk, agent, only(), removal), agent),
  ])
    expect([answer.status, answer.body.code]).toEqual([403, 'removed'])
  await expect(open(desk, agent)).rejects.toThrow('removed')
})

test('every route answers as before when the server starts anew over the same tables', async () => {
  const on = (await append(owner, folder, [await itemChange()])).body
  const agent = await hire(desk, owner)
  await must(desk, owner, grant(agent, 'edit'))
  const restarted = await newDesk(desk)
  const answer = await restarted.ask(
    'appendJournal',
    await journalBodyOf(desk, agent, folder, [await itemChange()], { on }),
    agent,
  )
  expect([answer.status, answer.body.sequence]).toEqual([200, 2])
  // The first server catches up with what the other one appended.
  expect((await append(owner, folder, [await itemChange()], { on: answer.body })).body.sequence).toBe(3)
  await restarted.close()
})
