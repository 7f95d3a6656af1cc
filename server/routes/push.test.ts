import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { afterEach, beforeEach, expect, test } from 'vitest'
import WebSocket from 'ws'
import { newFolderId } from '../../shared/bytes/ids.ts'
import { proofHeader } from '../../shared/protocol/dpop.ts'
import { socketPath } from '../../shared/protocol/endpoints.ts'
import { socketDown } from '../../shared/protocol/push.ts'
import type { SocketDown } from '../../shared/protocol/push.ts'
import { newDesk } from '../testing/desk.ts'
import type { Desk } from '../testing/desk.ts'
import { hello } from '../testing/hello.ts'
import { enrol, found, furtherKey, joining, newCode, newPerson, signIn } from '../testing/person.ts'
import type { Person } from '../testing/person.ts'
import { newTestKey } from '../testing/session-key.ts'
import type { TestKey } from '../testing/session-key.ts'
import { folderCreated, hire, invited, itemChange, journalBodyOf, must, only } from '../testing/writes.ts'

let desk: Desk
let owner: Person
let stop: () => void
let url: string
beforeEach(async () => {
  desk = await newDesk()
  owner = await found(desk)
  const server = createServer(getRequestListener(desk.made.app.fetch, { overrideGlobalObjects: false }))
  desk.made.injectWebSocket(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `ws://127.0.0.1:${String((server.address() as AddressInfo).port)}${socketPath}`
  stop = () => {
    server.closeAllConnections()
    server.close()
  }
})
afterEach(async () => {
  await desk.close()
  stop()
})

/** A socket that has said `first`; `next` gives its messages one by one, `closed` its closing code. */
async function line(first: string) {
  const socket = new WebSocket(url)
  const heard: SocketDown[] = []
  const waiting: ((message: SocketDown) => void)[] = []
  socket.on('message', (data) => {
    const message = socketDown.parse(JSON.parse(String(data)))
    const first = waiting.shift()
    if (first === undefined) heard.push(message)
    else first(message)
  })
  const closed = new Promise<number>((resolve) => socket.on('close', resolve))
  await new Promise((resolve) => socket.on('open', resolve))
  socket.send(first)
  const next = () => {
    const message = heard.shift()
    return message === undefined
      ? new Promise<SocketDown>((resolve) => waiting.push(resolve))
      : Promise.resolve(message)
  }
  return { socket, next, closed, heard }
}

async function listening(person: Person) {
  const one = await line(await hello(desk, person.token))
  expect(await one.next()).toEqual({ kind: 'ready' })
  return one
}

test('P2: the socket takes no token without its proof, nor one by another key, nor a proof twice or for a request', async () => {
  const { token } = owner
  const good = await hello(desk, token)
  const { proof } = JSON.parse(good) as { proof: string }
  const saying = (one: string) => JSON.stringify({ kind: 'token', token, proof: one })
  const by = async (path: string, key?: TestKey) => (await desk.signed(token, 'GET', path, key))[proofHeader] ?? ''
  for (const first of [
    saying(''),
    saying(await by(socketPath, await newTestKey())),
    saying(await by('/api/ledger')),
    saying(`${proof.slice(0, -86)}${'A'.repeat(86)}`),
  ]) {
    const refused = await line(first)
    expect(await refused.next()).toEqual({ kind: 'bye', code: 'bad-dpop-proof' })
    expect(await refused.closed).toBe(4401)
  }
  expect(await (await line(JSON.stringify({ kind: 'token', token }))).closed).toBe(4400)
  expect(await (await line(good)).next()).toEqual({ kind: 'ready' })
  expect(await (await line(good)).next()).toEqual({ kind: 'bye', code: 'bad-dpop-proof' })
})

test('who is signed in hears of each entry of the ledger, and of the journals that they see', async () => {
  const agent = await hire(desk, owner)
  const [boss, clerk] = [await listening(owner), await listening(agent)]
  const [seen, unseen] = [newFolderId(), newFolderId()]
  await must(desk, owner, await folderCreated(seen), await folderCreated(unseen))
  await must(
    desk,
    owner,
    only({
      act: 'folder granted',
      folder: seen,
      to: { kind: 'member', id: agent.member },
      level: 'fill',
      from: null,
      until: null,
    }),
  )
  for (const one of [boss, clerk])
    expect([await one.next(), await one.next()]).toEqual([4, 5].map((sequence) => ({ kind: 'ledger', sequence })))
  for (const folder of [unseen, seen])
    await desk.ask('appendJournal', await journalBodyOf(desk, owner, folder, [await itemChange()]), owner)
  expect(await boss.next()).toEqual({ kind: 'journal', folder: unseen, sequence: 1 })
  expect(await boss.next()).toEqual({ kind: 'journal', folder: seen, sequence: 1 })
  expect(await clerk.next()).toEqual({ kind: 'journal', folder: seen, sequence: 1 })
  clerk.socket.send('{"kind":"ping"}')
  expect(await clerk.next()).toEqual({ kind: 'pong' })
})

test('an owner hears of a newcomer at the door', async () => {
  const agent = await hire(desk, owner)
  const code = newCode()
  await must(desk, owner, await invited(desk, code))
  const [boss, clerk] = [await listening(owner), await listening(agent)]
  const person = await newPerson(owner.org)
  const asked = await joining(person, code)
  await enrol(desk, person, asked, asked.outcome)
  expect(await boss.next()).toEqual({ kind: 'joins' })
  clerk.socket.send('{"kind":"ping"}')
  expect(await clerk.next()).toEqual({ kind: 'pong' })
})

test('who is removed hears of it, and then the line is cut', async () => {
  const agent = await hire(desk, owner)
  const clerk = await listening(agent)
  await must(desk, owner, only({ act: 'member removed', member: agent.member }))
  expect(await clerk.next()).toEqual({ kind: 'ledger', sequence: 4 })
  expect(await clerk.next()).toEqual({ kind: 'bye', code: 'removed' })
  expect(await clerk.closed).toBe(1000)
  const again = await line(await hello(desk, agent.token))
  expect(await again.next()).toEqual({ kind: 'bye', code: 'removed' })
  expect(await again.closed).toBe(4401)
})

test('a desk hears that the key which opened it was revoked, and the line is cut', async () => {
  const second = await furtherKey(desk, owner)
  const { token } = await signIn(desk, second)
  const [lost, own] = [await listening({ ...owner, token }), await listening(owner)]
  await desk.ask('revokeCredential', { member: owner.member, credential: second.key.id }, owner)
  expect(await lost.next()).toEqual({ kind: 'bye', code: 'credential-revoked' })
  expect(await lost.closed).toBe(1000)
  const again = await line(await hello(desk, token))
  expect(await again.next()).toEqual({ kind: 'bye', code: 'credential-revoked' })
  own.socket.send('{"kind":"ping"}')
  expect(await own.next()).toEqual({ kind: 'pong' })
})

test('a line ends with its session, and with the server', async () => {
  const { token } = await signIn(desk, owner)
  const [one, two] = [await listening({ ...owner, token }), await listening(owner)]
  await desk.ask('endSession', null, { token })
  expect(await one.next()).toEqual({ kind: 'bye', code: 'session-over' })
  await one.closed
  await desk.made.close()
  expect(await two.next()).toEqual({ kind: 'bye', code: 'server-stops' })
  expect(await two.closed).toBe(1001)
})

test('a line without a good token, or with anything that is not understood, is cut', async () => {
  const stranger = await line(await hello(desk, 'x'))
  expect(await stranger.next()).toEqual({ kind: 'bye', code: 'not-signed-in' })
  expect(await stranger.closed).toBe(4401)
  for (const first of ['{"kind":"ping"}', 'x', '{}', JSON.stringify({ kind: 'token', token: 1 })])
    expect(await (await line(first)).closed).toBe(4400)
  expect(await (await line('x'.repeat(5_000))).closed).toBe(1009)
  const silent = new WebSocket(url)
  expect(await new Promise((resolve) => silent.on('close', resolve))).toBe(4401)
})
