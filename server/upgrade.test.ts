import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { dataFolder, ready } from './testing/data-folder.ts'

const folder = dataFolder()

const upgrade = (address: string) =>
  [`GET ${address} HTTP/1.1`, 'Host: x', 'Connection: Upgrade', 'Upgrade: websocket', '', ''].join('\r\n')

/** Sends raw text; gives the first line of the answer once the server has closed the connection. */
const send = (port: number, text: string) =>
  new Promise<string | undefined>((resolve, reject) => {
    let heard = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    socket.setEncoding('utf8').on('data', (part: string) => (heard += part))
    socket.on('error', reject).on('close', () => resolve(heard.split('\r\n')[0]))
  })

/** Sends raw text and resets the connection at once. */
const sendAndReset = (port: number, text: string) =>
  new Promise<void>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text, () => socket.resetAndDestroy()))
    socket.on('error', () => {}).on('close', () => resolve())
  })

test('a nonsense upgrade gets its refusal, a broken one ends nothing but itself', async () => {
  const server = folder.start()
  const origin = await ready(server)
  const port = Number(new URL(origin).port)
  for (const address of ['//', '/nothing', '/%ff']) {
    expect(await send(port, upgrade(address))).toBe('HTTP/1.1 404 Not Found')
  }
  for (let round = 0; round < 20; round++) await sendAndReset(port, upgrade('/api/socket'))
  expect((await fetch(`${origin}/readyz`)).status).toBe(200)
  expect(server.said()).not.toContain('"event":"fault"')
  server.child.kill('SIGTERM')
  expect(await server.exit).toBe(0)
})
