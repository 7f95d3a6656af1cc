import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { nonceReply } from '../shared/protocol/unlock.ts'
import { isAlive, postgresProcesses } from './store/database/process.ts'
import { askNonce, dataFolder, ready, signal, untilReady } from './testing/data-folder.ts'
import { embeddedOf } from './testing/process.ts'

const folder = dataFolder()

/** `some`: enough was acknowledged. `kept`: stops writing and looks for every acknowledged row. */
type Writes = Readonly<{ some: Promise<void>; kept(): Promise<void> }>

/** Writes through the server, slower than its flood cap, whether it answers or not. */
function write(origin: string): Writes {
  const acknowledged: string[] = []
  let stopped = false
  const one = async () => {
    const answer = await askNonce(origin).catch(() => null)
    if (answer?.status === 200) acknowledged.push(nonceReply.parse(await answer.json()).nonce)
    await sleep(20)
  }
  const some = (async () => {
    while (acknowledged.length < 20) await one()
  })()
  const ended = some.then(async () => {
    while (!stopped) await one()
  })
  const kept = async () => {
    stopped = true
    await ended
    const sql = embeddedOf(folder.path()).connect()
    const rows = await sql<{ nonce: Uint8Array }[]>`select nonce from nonces`
    await sql.end()
    const found = rows.map(({ nonce }) => Buffer.from(nonce).toString('base64url'))
    expect(found).toEqual(expect.arrayContaining(acknowledged))
    expect(acknowledged.length).toBeGreaterThanOrEqual(20)
  }
  return { some, kept }
}

test('after kill -9 of node the next start finds every acknowledged write', async () => {
  const first = folder.start()
  const origin = await ready(first)
  const writes = write(origin)
  await writes.some
  const { postmaster } = embeddedOf(folder.path())
  first.child.kill('SIGKILL')
  await first.exit
  expect(isAlive(postmaster)).toBe(true)
  await ready(folder.start())
  await writes.kept()
})

test.each([
  ['the postmaster alone', (cluster: string) => [embeddedOf(cluster).postmaster]],
  ['all of its processes', (cluster: string) => postgresProcesses(embeddedOf(cluster).folder)],
])(
  'after kill -9 of PostgreSQL (%s) the server brings it back by itself, and no acknowledged write is gone',
  async (_, victims) => {
    const server = folder.start()
    const origin = await ready(server)
    const writes = write(origin)
    await writes.some
    signal(victims(folder.path()), 'SIGKILL')
    await server.says('"event":"database-restarted"')
    await untilReady(origin)
    await writes.kept()
    expect(server.child.exitCode).toBe(null)
  },
)

test('while PostgreSQL cannot come back the server says 503 and goes on trying', async () => {
  const server = folder.start()
  const origin = await ready(server)
  const { folder: cluster } = embeddedOf(folder.path())
  renameSync(join(cluster, 'PG_VERSION'), join(cluster, 'away'))
  signal(postgresProcesses(cluster), 'SIGKILL')
  await server.says('"event":"database-restart-failed","attempt":1')
  const during = await fetch(`${origin}/readyz`)
  expect(during.status).toBe(503)
  expect(during.headers.get('content-type')).toBe('application/problem+json')
  expect(await during.json()).toMatchObject({ code: 'database-down' })
  expect((await fetch(`${origin}/healthz`)).status).toBe(200)
  const write = await askNonce(origin)
  expect([write.status, await write.json()]).toMatchObject([503, { code: 'database-down' }])
  renameSync(join(cluster, 'away'), join(cluster, 'PG_VERSION'))
  await untilReady(origin)
})

test('a PostgreSQL backend killed alone takes no acknowledged write with it', async () => {
  const server = folder.start()
  const origin = await ready(server)
  const writes = write(origin)
  await writes.some
  const { postmaster, folder: cluster } = embeddedOf(folder.path())
  const backends = postgresProcesses(cluster).filter((pid) => pid !== postmaster)
  signal(backends, 'SIGKILL')
  await untilReady(origin)
  await writes.kept()
})

test('after kill -9 of node and PostgreSQL together the next start finds every acknowledged write', async () => {
  const first = folder.start()
  const origin = await ready(first)
  const writes = write(origin)
  await writes.some
  const victims = postgresProcesses(embeddedOf(folder.path()).folder)
  first.child.kill('SIGKILL')
  signal(victims, 'SIGKILL')
  await first.exit
  await ready(folder.start())
  await writes.kept()
})
