import { Agent, createServer, get, type Server, type ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { drain } from './drain.ts'

/** A server that holds every answer back until the test sends it. */
async function holding(): Promise<{
  server: Server
  ask(agent?: Agent): Promise<string>
  arrived: Promise<ServerResponse>
}> {
  let heard: (response: ServerResponse) => void = () => {}
  const arrived = new Promise<ServerResponse>((resolve) => (heard = resolve))
  const server = createServer((request, response) => (request.url === '/now' ? response.end('now') : heard(response)))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const ask = (agent?: Agent) =>
    new Promise<string>((resolve, reject) => {
      const path = agent === undefined ? '/held' : '/now'
      get({ host: '127.0.0.1', port, path, agent }, (response) => {
        response.setEncoding('utf8').on('data', resolve).on('error', reject)
      }).on('error', reject)
    })
  return { server, ask, arrived }
}

test('a request in flight is answered, a new one is refused, an idle connection holds nothing up', async () => {
  const { server, ask, arrived } = await holding()
  const keepAlive = new Agent({ keepAlive: true })
  expect(await ask(keepAlive)).toBe('now')
  const answer = ask()
  const response = await arrived
  let socketsClosed = false
  const drained = drain(server, async () => {
    socketsClosed = true
  })
  await expect(ask()).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  expect(await Promise.race([drained.then(() => 'drained'), sleep(200, 'waiting')])).toBe('waiting')
  response.end('late but whole')
  expect(await answer).toBe('late but whole')
  await drained
  expect(socketsClosed).toBe(true)
  keepAlive.destroy()
})

test('who still talks when patience ends is cut off', async () => {
  const { server, ask, arrived } = await holding()
  const answer = ask()
  await arrived
  await Promise.all([drain(server, async () => {}, 100), expect(answer).rejects.toMatchObject({ code: 'ECONNRESET' })])
})
