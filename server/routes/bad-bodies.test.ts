import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newFolderId, newItemId, newMemberId } from '../../shared/bytes/ids.ts'
import { endpoints } from '../../shared/protocol/endpoints.ts'
import type { Endpoint } from '../../shared/protocol/endpoints.ts'
import { problem } from '../../shared/protocol/problem.ts'
import { newDesk, randomText } from '../testing/desk.ts'
import type { Desk } from '../testing/desk.ts'
import {
  beginBody,
  evaluateBody,
  found,
  furtherKey,
  newOwner,
  newPerson,
  open,
  pinBeginBody,
  pinChange,
  rotation,
  sessionBody,
  shiftBody,
} from '../testing/person.ts'
import type { Person } from '../testing/person.ts'
import { folderCreated, invited, itemChange, journalBodyOf, ledgerBodyOf, must } from '../testing/writes.ts'
import { newCode, joining } from '../testing/person.ts'

let desk: Desk
let owner: Person
/** One body for each endpoint that takes one, good but for what a test does to it. */
let bodies: Partial<Record<Endpoint, unknown>>

beforeAll(async () => {
  desk = await newDesk()
  owner = await found(desk)
  const folder = newFolderId()
  await must(desk, owner, await folderCreated(folder))
  const code = newCode()
  await must(desk, owner, await invited(desk, code))
  const newcomer = await newPerson(owner.org)
  const { outcome } = await newOwner(desk)
  const { attempt } = await open(desk, owner)
  bodies = {
    setupCheck: { code: 'AAAA-AAAA-AAAA-AAAA' },
    nonce: { purpose: 'unlock' },
    enrolBegin: (await beginBody(desk, newcomer, await joining(newcomer, code))).body,
    enrolFinish: { enrolment: randomText(32), sealedSeed: randomText(200), sealRevision: 1, outcome },
    evaluate: (await evaluateBody(desk, owner)).body,
    session: (await sessionBody(owner, attempt)).body,
    revokeCredential: { member: owner.member, credential: (await furtherKey(desk, owner)).key.id },
    pinBegin: (await pinBeginBody(desk, owner, '820417')).body,
    pinFinish: await pinChange(desk, owner, '820417'),
    rotateKeys: (await rotation(desk, owner, '820417')).body,
    shiftKeep: { key: randomText(32) },
    shiftOpen: await shiftBody(desk, owner),
    appendLedger: await ledgerBodyOf(desk, owner, await folderCreated()),
    appendJournal: await journalBodyOf(desk, owner, folder, [await itemChange()]),
    use: { folder, item: newItemId(), purpose: 'read' },
    deleted: { folder, items: [newItemId()] },
    uses: { folder, before: null },
    seen: { receipt: randomText(200), after: 0 },
    repairLedger: { entries: [randomText(200)] },
    repairJournal: {
      folder,
      entries: [randomText(200)],
      parts: [{ item: newMemberId(), part: 'secret', revision: 1, sealed: randomText(256) }],
    },
    lacking: { of: [{ kind: 'folder', id: folder }] },
    repairObjects: {
      wraps: [{ kind: 'folder', id: folder, generation: 1, to: { kind: 'previous' }, sealed: randomText(60) }],
      descriptions: [
        { kind: 'folder', id: folder, revision: 1, named: randomText(32), sealed: randomText(300), forRegister: null },
      ],
      receiveKeys: [randomText(1_216)],
      profiles: [{ member: owner.member, name: 'Ada', email: 'ada@x.example', salt: randomText(32) }],
    },
    fetch: {
      wraps: [{ kind: 'folder', id: folder, generation: 1 }],
      descriptions: [{ kind: 'folder', id: folder }],
      receiveKeys: [randomText(32)],
      profiles: [newMemberId()],
      journals: [{ folder, from: 0, item: null }],
      journalHeads: [folder],
      erased: [newMemberId()],
    },
    findPerson: { email: 'ada@owner.example' },
    eraseProfile: { member: newMemberId() },
  }
})
afterAll(() => desk.close())

type Path = readonly (string | number)[]
function* pathsIn(value: unknown, at: Path = []): Generator<Path> {
  if (at.length > 0) yield at
  if (typeof value !== 'object' || value === null) return
  for (const [name, inner] of Object.entries(value))
    yield* pathsIn(inner, [...at, Array.isArray(value) ? Number(name) : name])
}
type Holder = Record<string | number, unknown>
/** A copy with `edit` done to what holds the last step of the path. */
function edited(body: unknown, path: Path, edit: (holder: Holder, name: string | number) => void): unknown {
  const copy = structuredClone(body)
  let holder = copy as Holder
  for (const name of path.slice(0, -1)) holder = holder[name] as Holder
  edit(holder, path.at(-1) ?? '')
  return copy
}

const post = Object.keys(endpoints).filter((name): name is Endpoint => {
  const { method } = endpoints[name as Endpoint]
  return method === 'POST' && name !== 'endSession' && name !== 'renew'
})
const wrong = fc.oneof(
  fc.constantFrom(null, true, -1, 1.5, 2 ** 53, '', '\0', '\ud800', '=', 'A', [], {}, [[]], 'x'.repeat(9_000)),
  fc.string({ unit: 'binary' }),
  fc.jsonValue(),
)

/** Bodies with one value replaced, or one field or element taken out. */
function mutants(good: unknown): fc.Arbitrary<unknown> {
  const paths = [...pathsIn(good)]
  const replaced = fc
    .tuple(fc.constantFrom(...paths), wrong)
    .map(([path, value]) => edited(good, path, (at, key) => void (at[key] = value)))
  const takenOut = fc
    .constantFrom(...paths)
    .map((path) => edited(good, path, (at, key) => (Array.isArray(at) ? at.splice(Number(key), 1) : delete at[key])))
  return fc.oneof(replaced, takenOut)
}

test.each(post)('%s tells which field of a bad body is bad, and changes nothing', async (name) => {
  const good = bodies[name]
  const ask = (body: unknown) => desk.ask(name, body, { token: owner.token })
  const isBad = (body: unknown) => !endpoints[name].request.safeParse(JSON.parse(JSON.stringify(body))).success
  const before = await desk.dump()
  const refused = fc.asyncProperty(mutants(good).filter(isBad), async (body) => {
    const { status, headers, body: told } = await ask(body)
    expect(headers.get('content-type')).toBe('application/problem+json')
    expect(problem.safeParse(told).success).toBe(true)
    expect([status, told.code, typeof told.field]).toEqual([400, 'bad-request', 'string'])
  })
  await fc.assert(refused, { numRuns: 200 })
  expect((await ask({ ...(good as object), extra: 1 })).body).toMatchObject({ code: 'bad-request', field: 'extra' })
  expect(await desk.dump()).toEqual(before)
  // What the schema lets through may be refused for what it says, never by a fault of ours.
  const passed = fc.asyncProperty(mutants(good), async (body) => {
    const { status, body: told } = await ask(body)
    expect(status === 200 || problem.safeParse(told).success).toBe(true)
    expect(status).toBeLessThan(500)
  })
  await fc.assert(passed, { numRuns: 200 })
})

test.each(post)('%s refuses what is no JSON, of another type, or too large', async (name) => {
  const { method, path } = endpoints[name]
  const before = await desk.dump()
  const signed = () => desk.signed(owner.token, method, path)
  const send = async (body: string | Uint8Array<ArrayBuffer>, type = 'application/json') =>
    desk.send(method, path, { body, headers: { ...(await signed()), 'content-type': type } })
  const text = JSON.stringify(bodies[name])
  expect((await send(text, 'text/plain')).body).toMatchObject({ status: 400, field: 'content-type' })
  expect((await send(text.slice(0, -1))).body).toMatchObject({ status: 400, field: 'body' })
  expect((await send('')).body).toMatchObject({ status: 400, field: 'body' })
  expect((await send('[]')).body).toMatchObject({ status: 400, field: 'body' })
  expect((await send('null')).body).toMatchObject({ status: 400, field: 'body' })
  expect((await send('['.repeat(50_000))).body).toMatchObject({ status: 400, field: 'body' })
  expect((await send(Uint8Array.of(0x22, 0xff, 0x22))).body).toMatchObject({ status: 400, field: 'body' })
  const large = await send(`{"a":"${'x'.repeat(9_000_000)}"}`)
  expect([large.status, large.body.code]).toEqual([413, 'too-large'])
  // Without a length said ahead: a stream is cut off at the limit.
  const stream = new ReadableStream({ pull: (to) => to.enqueue(new Uint8Array(1_000_000)) })
  const headers = { 'content-type': 'application/json', ...(await signed()) }
  const endless = await desk.send(method, path, { body: stream, headers, duplex: 'half' } as RequestInit)
  expect([endless.status, endless.body.code]).toEqual([413, 'too-large'])
  expect(await desk.dump()).toEqual(before)
})

test('only the endpoints whose bodies may be large take them gzipped', async () => {
  const large = [
    'appendLedger',
    'appendJournal',
    'fetch',
    'rotateKeys',
    'repairLedger',
    'repairJournal',
    'repairObjects',
  ]
  const takes: string[] = []
  for (const name of post) {
    const headers = {
      'content-type': 'application/json',
      'content-encoding': 'gzip',
      ...(await desk.signed(owner.token, 'POST', endpoints[name].path)),
    }
    const { body } = await desk.send('POST', endpoints[name].path, {
      headers,
      body: new Uint8Array(gzipSync('{"x":1}')),
    })
    if (body.field !== 'content-encoding') takes.push(name)
  }
  expect(takes.sort()).toEqual(large.sort())
})

test('an id in an address that is none, and an address that is none, get a problem too', async () => {
  expect((await desk.ask('invitation', null, { at: 'x' })).body).toMatchObject({ status: 400, field: 'id' })
  expect((await desk.send('GET', '/api/nothing')).body).toMatchObject({ status: 404, code: 'not-found' })
})

test('P1: the log of all this holds no token, no address and no body', async () => {
  const log = desk.lines.join('')
  expect(log).toContain('ledger-appended')
  for (const secret of [owner.token, owner.token.split('.')[2], 'owner.example', 'agent.example', 'Ada Owner', 'Noor'])
    expect(log).not.toContain(secret)
  const bytes = JSON.stringify(bodies).match(/[\w-]{100,}/g) ?? []
  expect(bytes.length).toBeGreaterThan(5)
  for (const run of bytes) expect(log).not.toContain(run)
  expect(log).not.toContain('unforeseen')
})
