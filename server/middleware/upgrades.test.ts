import { createServer } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { getRequestListener } from '@hono/node-server'
import { afterEach, beforeEach, expect, test } from 'vitest'
import WebSocket from 'ws'
import { socketPath } from '../../shared/protocol/endpoints.ts'
import { newDesk } from '../testing/desk.ts'
import type { Desk } from '../testing/desk.ts'
import { hello } from '../testing/hello.ts'
import { found } from '../testing/person.ts'

let desk: Desk
let port: number
let stop: () => void
/** Every upgrade that came, as long as somebody still holds it. */
let held: WeakRef<IncomingMessage>[]

beforeEach(async () => {
  desk = await newDesk({ mostWaiting: 2, proxies: '127.0.0.0/8' })
  const server = createServer(getRequestListener(desk.made.app.fetch, { overrideGlobalObjects: false }))
  held = []
  server.on('upgrade', (request) => held.push(new WeakRef(request)))
  desk.made.injectWebSocket(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
  stop = () => {
    server.closeAllConnections()
    server.close()
  }
})
afterEach(async () => {
  await desk.close()
  stop()
})

/** A socket of that client's, through the proxy: open, or the status of the refusal. */
function knock(client: string, path = socketPath): Promise<{ socket: WebSocket; status: number }> {
  const socket = new WebSocket(`ws://127.0.0.1:${String(port)}${path}`, { headers: { 'x-forwarded-for': client } })
  socket.on('error', () => undefined)
  return new Promise((resolve) => {
    socket.on('open', () => resolve({ socket, status: 101 }))
    socket.on('unexpected-response', (request, { statusCode }) => {
      request.destroy()
      resolve({ socket, status: statusCode ?? 0 })
    })
  })
}
const statusOf = async (client: string, path?: string) => (await knock(client, path)).status
const next = (socket: WebSocket) =>
  new Promise<string>((resolve) => socket.once('message', (data) => resolve(String(data))))
const closed = (socket: WebSocket) => new Promise<number>((resolve) => socket.once('close', resolve))

test('of one address so many sockets wait that have shown no token, and those of another find their place', async () => {
  const [one, other] = ['203.0.113.1', '203.0.113.2']
  const first = await knock(one)
  expect([first.status, await statusOf(one), await statusOf(one), await statusOf(other)]).toEqual([101, 101, 429, 101])
  first.socket.close()
  await closed(first.socket)
  expect([await statusOf(one), await statusOf(one)]).toEqual([101, 429])
})

test('whoever has shown a token waits no more, and takes nobody’s place', async () => {
  const owner = await found(desk)
  const client = '203.0.113.1'
  for (let i = 0; i < 5; i++) {
    const { socket } = await knock(client)
    socket.send(await hello(desk, owner.token))
    expect(await next(socket)).toBe('{"kind":"ready"}')
  }
  expect([await statusOf(client), await statusOf(client), await statusOf(client)]).toEqual([101, 101, 429])
})

test('a bad token closes the socket at once, and gives its place back once', async () => {
  const client = '203.0.113.1'
  for (let i = 0; i < 5; i++) {
    const { socket } = await knock(client)
    const over = closed(socket)
    socket.send(await hello(desk, 'x.y.z'))
    expect(await over).toBe(4401)
  }
  expect([await statusOf(client), await statusOf(client), await statusOf(client)]).toEqual([101, 101, 429])
})

test('a message of more than 4 kB, or one that is binary, ends the socket of whoever sends it, signed in too', async () => {
  const owner = await found(desk)
  const signedIn = async () => {
    const { socket } = await knock('203.0.113.1')
    socket.send(await hello(desk, owner.token))
    await next(socket)
    return socket
  }
  const [large, binary] = [await signedIn(), await signedIn()]
  large.send('x'.repeat(4_097))
  expect(await closed(large)).toBe(1009)
  binary.send(Buffer.from('{"kind":"ping"}'))
  expect(await closed(binary)).toBe(4400)
})

test('upgrades count as requests of their address, and there is no socket at any other path', async () => {
  expect([await statusOf('203.0.113.1', '/api/hello'), await statusOf('203.0.113.1', '//')]).toEqual([404, 404])
  const few = await newDesk({ database: desk.database, secret: desk.secret, cap: { most: 1, windowMs: 10_000 } })
  const server = createServer()
  few.made.injectWebSocket(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
  expect([await statusOf(''), await statusOf('')]).toEqual([101, 429])
  await few.close()
  server.closeAllConnections()
  server.close()
})

/** Sends these lines, and waits until the server hangs up. */
const say = (...lines: string[]) =>
  new Promise<void>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write([...lines, '', ''].join('\r\n')))
    socket.on('data', () => undefined).on('error', () => undefined)
    socket.on('close', () => resolve())
  })

test('a handshake that comes to nothing leaves nothing behind', async () => {
  const start = [`GET ${socketPath} HTTP/1.1`, 'Host: x', 'Connection: Upgrade', 'Upgrade: websocket']
  for (let i = 0; i < 50; i++) {
    await say(...start, 'Sec-WebSocket-Version: 13')
    await say(...start, 'Sec-WebSocket-Version: 99', 'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==')
  }
  expect(held).toHaveLength(100)
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  for (let i = 0; i < 10; i++) {
    await new Promise((resolve) => setImmediate(resolve))
    collect()
  }
  // Node itself keeps the last few.
  expect(held.filter((request) => request.deref() !== undefined).length).toBeLessThan(10)
})
