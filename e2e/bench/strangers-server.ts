import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { readConfig } from '../../server/config.ts'
import { createLog } from '../../server/log.ts'
import { startServer } from '../../server/start.ts'

/**
 * The server, and beside it in the same process a Hono that only says hello: what any answer costs here. Says both ports,
 * then, whenever it is asked, how much CPU this process has used (ms), whatever its client used.
 */
const hello = createServer(getRequestListener(new Hono().all('*', (c) => c.json({ hello: 'world' })).fetch))
await new Promise<void>((resolve) => hello.listen(0, '127.0.0.1', resolve))
const reference = (hello.address() as AddressInfo).port

const log = createLog('info', (line) => {
  const { event, port } = JSON.parse(line) as { event: string; port?: number }
  if (event === 'listening') process.send?.({ port, reference })
})
const server = await startServer(readConfig(process.env), log)

process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send?.((user + system) / 1_000)
})
process.on('disconnect', () => void server.stop().then(() => process.exit()))
