import { mkdtempSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isAlive, postgresProcesses } from './store/database/process.ts'
import { embeddedOf, startProcess, type ServerProcess } from './testing/process.ts'

let folder = ''
let servers: ServerProcess[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cloison-life-'))
  servers = []
})
afterEach(async () => {
  for (const { child } of servers) child.kill('SIGTERM')
  await Promise.all(servers.map(({ exit }) => exit))
  rmSync(folder, { recursive: true, force: true })
})

function start(env: Record<string, string> = {}): ServerProcess {
  const server = startProcess(folder, { env })
  servers.push(server)
  return server
}
async function ready(server: ServerProcess): Promise<string> {
  const origin = await server.origin()
  expect((await fetch(`${origin}/readyz`)).status).toBe(200)
  return origin
}
const untilReady = async (origin: string) => {
  while ((await fetch(`${origin}/readyz`)).status !== 200) await sleep(50)
}

/** Writes rows until the connection breaks; gives those that PostgreSQL acknowledged. */
function writer(): { acknowledged: number[]; some: Promise<void>; ended: Promise<void> } {
  const sql = embeddedOf(folder).connect()
  const acknowledged: number[] = []
  const write = async () => {
    const id = acknowledged.length
    await sql`insert into proof values (${id})`
    acknowledged.push(id)
  }
  const some = (async () => {
    await sql`create table proof (id int)`
    while (acknowledged.length < 50) await write()
  })()
  const ended = some
    .then(async () => {
      for (;;) await write()
    })
    .catch(() => sql.end({ timeout: 0 }))
  return { acknowledged, some, ended }
}
async function expectKept(acknowledged: readonly number[]): Promise<void> {
  const sql = embeddedOf(folder).connect()
  const rows = await sql<{ id: number }[]>`select id from proof order by id`
  await sql.end()
  expect(rows.map(({ id }) => id).slice(0, acknowledged.length)).toEqual(acknowledged)
  expect(acknowledged.length).toBeGreaterThanOrEqual(50)
}

test('the first start says where to open it, makes closed files, and answers both probes', async () => {
  const server = start()
  const origin = await ready(server)
  expect(server.said()).toMatch(/Cloison is running\. Open http:\/\/localhost:\d+\n/)
  expect((await fetch(`${origin}/healthz`)).status).toBe(200)
  const modes = ['secret', 'postgres-password', 'postgres'].map((name) => statSync(join(folder, name)).mode & 0o777)
  expect(modes).toEqual([0o600, 0o600, 0o700])
})

test('SIGTERM stops node and PostgreSQL cleanly, and the next start finds everything', async () => {
  const first = start()
  await ready(first)
  const { folder: cluster, connect } = embeddedOf(folder)
  const sql = connect()
  await sql`create table proof (id int)`
  await sql.end()
  first.child.kill('SIGTERM')
  expect(await first.exit).toBe(0)
  expect(postgresProcesses(cluster)).toEqual([])
  await ready(start())
  const again = embeddedOf(folder).connect()
  expect(await again`select * from proof`).toEqual([])
  await again.end()
})

test('SIGTERM waits for the answer to a request in flight', async () => {
  const server = start()
  const origin = await ready(server)
  const all = postgresProcesses(embeddedOf(folder).folder)
  for (const pid of all) process.kill(pid, 'SIGSTOP')
  const answer = fetch(`${origin}/readyz`)
  await sleep(200)
  server.child.kill('SIGTERM')
  await server.says('"event":"stopping"')
  await expect(fetch(`${origin}/healthz`)).rejects.toThrow()
  expect(await (await answer).json()).toMatchObject({ code: 'database-down' })
  for (const pid of all) process.kill(pid, 'SIGCONT')
  expect(await server.exit).toBe(0)
})

test('SIGTERM during the first start is obeyed once the start is through', async () => {
  const server = start()
  await server.says('"event":"database-folder"')
  server.child.kill('SIGTERM')
  expect(await server.exit).toBe(0)
  await ready(start())
})

test('a second signal does not wait for a PostgreSQL that does not stop', async () => {
  const server = start()
  await ready(server)
  const all = postgresProcesses(embeddedOf(folder).folder)
  for (const pid of all) process.kill(pid, 'SIGSTOP')
  server.child.kill('SIGTERM')
  await server.says('"event":"stopping"')
  server.child.kill('SIGINT')
  expect(await server.exit).toBe(1)
  for (const pid of all) process.kill(pid, 'SIGCONT')
  await ready(start())
})

test('after kill -9 of node the next start finds every acknowledged write', async () => {
  const first = start()
  await ready(first)
  const writes = writer()
  await writes.some
  const { postmaster } = embeddedOf(folder)
  first.child.kill('SIGKILL')
  await first.exit
  expect(isAlive(postmaster)).toBe(true)
  await ready(start())
  await writes.ended
  await expectKept(writes.acknowledged)
})

test.each([
  ['the postmaster alone', (cluster: string) => [embeddedOf(cluster).postmaster]],
  ['all of its processes', (cluster: string) => postgresProcesses(embeddedOf(cluster).folder)],
])(
  'after kill -9 of PostgreSQL (%s) the server brings it back by itself, and no acknowledged write is gone',
  async (_, victims) => {
    const server = start()
    const origin = await ready(server)
    const writes = writer()
    await writes.some
    for (const pid of victims(folder)) process.kill(pid, 'SIGKILL')
    await writes.ended
    await server.says('"event":"database-restarted"')
    await untilReady(origin)
    await expectKept(writes.acknowledged)
    expect(server.child.exitCode).toBe(null)
  },
)

test('while PostgreSQL cannot come back the server says 503 and goes on trying', async () => {
  const server = start()
  const origin = await ready(server)
  const { folder: cluster } = embeddedOf(folder)
  renameSync(join(cluster, 'PG_VERSION'), join(cluster, 'away'))
  for (const pid of postgresProcesses(cluster)) process.kill(pid, 'SIGKILL')
  await server.says('"event":"database-restart-failed","attempt":1')
  const during = await fetch(`${origin}/readyz`)
  expect(during.status).toBe(503)
  expect(during.headers.get('content-type')).toBe('application/problem+json')
  expect(await during.json()).toMatchObject({ code: 'database-down' })
  expect((await fetch(`${origin}/healthz`)).status).toBe(200)
  renameSync(join(cluster, 'away'), join(cluster, 'PG_VERSION'))
  await untilReady(origin)
})

test('a PostgreSQL backend killed alone takes no acknowledged write with it', async () => {
  const server = start()
  const origin = await ready(server)
  const writes = writer()
  await writes.some
  const { postmaster, folder: cluster } = embeddedOf(folder)
  for (const pid of postgresProcesses(cluster)) if (pid !== postmaster) process.kill(pid, 'SIGKILL')
  await writes.ended
  await untilReady(origin)
  await expectKept(writes.acknowledged)
})

test('after kill -9 of node and PostgreSQL together the next start finds every acknowledged write', async () => {
  const first = start()
  await ready(first)
  const writes = writer()
  await writes.some
  const victims = postgresProcesses(embeddedOf(folder).folder)
  first.child.kill('SIGKILL')
  for (const pid of victims) process.kill(pid, 'SIGKILL')
  await Promise.all([first.exit, writes.ended])
  await ready(start())
  await expectKept(writes.acknowledged)
})

test('a second server on the data folder is refused in one sentence, and the first carries on', async () => {
  const first = start()
  const origin = await ready(first)
  const second = start()
  expect(await second.exit).toBe(1)
  expect(second.said()).toBe(
    `Another Cloison server (process ${first.child.pid}) is using this data folder. Stop it or choose another DATA_FOLDER.\n`,
  )
  expect((await fetch(`${origin}/readyz`)).status).toBe(200)
})

test('of several servers started at once on one data folder exactly one lives', async () => {
  const all = [start(), start(), start()]
  const ends = await Promise.all(
    all.map((server) =>
      Promise.race([
        server.exit,
        server.origin().then(
          () => 'lives',
          () => 1,
        ),
      ]),
    ),
  )
  expect(ends.sort()).toEqual([1, 1, 'lives'])
})

test('wrong settings, and a port in use, are said in plain words before anything is made', async () => {
  const wrong = start({ PORT: 'many', LOG_LEVEL: 'loud' })
  expect(await wrong.exit).toBe(1)
  expect(wrong.said()).toMatch(
    /^Cloison cannot start with these settings:\n {2}PORT must be .*\n {2}LOG_LEVEL must be .*\n$/,
  )
  const first = start()
  const port = new URL(await first.origin()).port
  const other = mkdtempSync(join(tmpdir(), 'cloison-life-'))
  const second = start({ PORT: port, DATA_FOLDER: other })
  expect(await second.exit).toBe(1)
  expect(second.said()).toBe(
    `Cloison cannot listen on 127.0.0.1:${port}. Port ${port} is in use. Stop what uses it or set PORT.\n`,
  )
  rmSync(other, { recursive: true })
})

test('a server of ours on a database by URL leaves that database running', async () => {
  const first = start()
  await ready(first)
  const sql = embeddedOf(folder).connect()
  await sql`create database guest`
  const { host, port, user, pass } = { ...sql.options, host: '127.0.0.1', port: sql.options.port[0] }
  const other = mkdtempSync(join(tmpdir(), 'cloison-life-'))
  const second = start({ DATABASE_URL: `postgres://${user}:${pass}@${host}:${port}/guest`, DATA_FOLDER: other })
  await ready(second)
  second.child.kill('SIGTERM')
  expect(await second.exit).toBe(0)
  expect(await sql`select 1 as one`).toEqual([{ one: 1 }])
  await sql.end()
  rmSync(other, { recursive: true })
})
