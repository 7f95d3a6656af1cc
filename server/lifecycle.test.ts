import { existsSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { postgresProcesses } from './store/database/process.ts'
import { base64, certify, hostName, revocationsAt } from './testing/certificates.ts'
import { askNonce, dataFolder, ready, signal } from './testing/data-folder.ts'
import { blobOf, model, newMetadataSigner } from './testing/maker.ts'
import { embeddedOf } from './testing/process.ts'
import { tempFolder } from './testing/temp-folder.ts'

const folder = dataFolder()

test('the first start says where to open it, makes closed files, and answers both probes', async () => {
  const server = folder.start()
  const origin = await ready(server)
  expect(server.said()).toMatch(/Cloison is running\. Open http:\/\/localhost:\d+\n {2}Set-up code: (\w{4}-){3}\w{4}\n/)
  expect((await fetch(`${origin}/healthz`)).status).toBe(200)
  const modes = ['secret', 'postgres-password', 'postgres'].map(
    (name) => statSync(join(folder.path(), name)).mode & 0o777,
  )
  expect(modes).toEqual([0o600, 0o600, 0o700])
})

test('a secret of another database is refused in one sentence, and its own is taken again', async () => {
  const first = folder.start()
  await ready(first)
  first.child.kill('SIGTERM')
  await first.exit
  const other = folder.start({ SERVER_SECRET: 'A'.repeat(43) })
  expect(await other.exit).toBe(1)
  const sentences = other
    .said()
    .split('\n')
    .filter((line) => !line.startsWith('{'))
  expect(sentences).toEqual([
    expect.stringMatching(/^The server secret does not belong to this database: [^.]+\.$/),
    '',
  ])
  expect(existsSync(join(folder.path(), 'postgres', 'postmaster.pid'))).toBe(false)
  await ready(folder.start())
})

test('SIGTERM stops node and PostgreSQL cleanly, and the next start finds everything', async () => {
  const first = folder.start()
  await ready(first)
  const { folder: cluster, connect } = embeddedOf(folder.path())
  const sql = connect()
  await sql`create table proof (id int)`
  await sql.end()
  first.child.kill('SIGTERM')
  expect(await first.exit).toBe(0)
  expect(postgresProcesses(cluster)).toEqual([])
  await ready(folder.start())
  const again = embeddedOf(folder.path()).connect()
  expect(await again`select * from proof`).toEqual([])
  await again.end()
})

test('SIGTERM refuses new connections and finishes the request in flight', async () => {
  const server = folder.start()
  const origin = await ready(server)
  const sql = embeddedOf(folder.path()).connect()
  let answer: Promise<Response> = Promise.reject(new Error('not asked'))
  answer.catch(() => {})
  await sql.begin(async (held) => {
    await held`lock table nonces`
    answer = askNonce(origin)
    const waiting = () => held`select from pg_locks where not granted`
    while ((await waiting()).count === 0) await sleep(10)
    server.child.kill('SIGTERM')
    while (await accepts(origin)) await sleep(10)
  })
  expect((await answer).status).toBe(200)
  expect(await server.exit).toBe(0)
  await sql.end({ timeout: 0 })
})

const accepts = (origin: string) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(Number(new URL(origin).port), '127.0.0.1')
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })

test('SIGTERM during the first start is obeyed once the start is through', async () => {
  const server = folder.start()
  await server.says('"event":"database-folder"')
  server.child.kill('SIGTERM')
  expect(await server.exit).toBe(0)
  await ready(folder.start())
})

test('a second signal does not wait for a PostgreSQL that does not stop', async () => {
  const server = folder.start()
  await ready(server)
  const all = postgresProcesses(embeddedOf(folder.path()).folder)
  signal(all, 'SIGSTOP')
  server.child.kill('SIGTERM')
  await server.says('"event":"stopping"')
  server.child.kill('SIGINT')
  expect(await server.exit).toBe(1)
  signal(all, 'SIGCONT')
  await ready(folder.start())
})

test('a second server on the data folder is refused in one sentence, and the first carries on', async () => {
  const first = folder.start()
  const origin = await ready(first)
  const second = folder.start()
  expect(await second.exit).toBe(1)
  expect(second.said()).toBe(
    `Another Cloison server (process ${first.child.pid}) is using this data folder. Stop it or choose another DATA_FOLDER.\n`,
  )
  expect((await fetch(`${origin}/readyz`)).status).toBe(200)
})

test('of several servers started at once on one data folder exactly one lives', async () => {
  const all = [folder.start(), folder.start(), folder.start()]
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
  const wrong = folder.start({ PORT: 'many', LOG_LEVEL: 'loud' })
  expect(await wrong.exit).toBe(1)
  expect(wrong.said()).toMatch(
    /^Cloison cannot start with these settings:\n {2}PORT must be .*\n {2}LOG_LEVEL must be .*\n$/,
  )
  const first = folder.start()
  const port = new URL(await first.origin()).port
  const other = tempFolder()
  const second = folder.start({ PORT: port, DATA_FOLDER: other })
  expect(await second.exit).toBe(1)
  expect(second.said()).toBe(
    `Cloison cannot listen on 127.0.0.1:${port}. Port ${port} is in use. Stop what uses it or set PORT.\n`,
  )
})

test('a server of ours on a database by URL leaves that database running', async () => {
  const first = folder.start()
  await ready(first)
  const sql = embeddedOf(folder.path()).connect()
  await sql`create database guest`
  const { host, port, user, pass } = { ...sql.options, host: '127.0.0.1', port: sql.options.port[0] }
  const other = tempFolder()
  const second = folder.start({ DATABASE_URL: `postgres://${user}:${pass}@${host}:${port}/guest`, DATA_FOLDER: other })
  await ready(second)
  second.child.kill('SIGTERM')
  expect(await second.exit).toBe(0)
  expect(await sql`select 1 as one`).toEqual([{ one: 1 }])
  await sql.end()
})

test('a metadata file that is none, or that another than the FIDO Alliance has signed, stops the start in one sentence', async () => {
  const file = join(tempFolder(), 'blob.jwt')
  const { signer, root } = await newMetadataSigner()
  for (const [text, why] of [
    ['nonsense', 'it is no BLOB'],
    [blobOf(signer, [{ aaguid: model(1), root }]), 'its signature does not hold'],
  ] as const) {
    writeFileSync(file, text)
    const server = folder.start({ FIDO_METADATA: file })
    expect(await server.exit).toBe(1)
    expect(server.said()).toMatch(new RegExp(`^FIDO_METADATA names a file that Cloison cannot use: ${why}.*\\n$`))
  }
})

test('S14: the process reads its metadata file, says how old it is, and asks nobody for what its signer’s certificate names', async () => {
  const file = join(tempFolder(), 'blob.jwt')
  let asked = 0
  const list = createServer((_, response) => {
    asked += 1
    response.end()
  })
  await new Promise<void>((done) => void list.listen(0, '127.0.0.1', done))
  const { port } = list.address() as AddressInfo
  const { root } = await newMetadataSigner()
  const host = 'mds.fidoalliance.org'
  const extensions = [hostName(host), revocationsAt(`http://127.0.0.1:${port}/root.crl`)]
  const signer = await certify({ name: `CN=${host}, C=FR`, by: root, ca: false, extensions })
  writeFileSync(file, blobOf(signer, [{ aaguid: model(1), root }], { nextUpdate: '2026-01-31' }))
  // The product knows one root; that of these tests comes in before it starts, from outside.
  const trust = join(tempFolder(), 'trust.mjs')
  writeFileSync(
    trust,
    `import { SettingsService } from '${import.meta.resolve('@simplewebauthn/server')}'
    SettingsService.setRootCertificates({ identifier: 'mds', certificates: [Buffer.from('${base64(root)}', 'base64')] })`,
  )
  const server = folder.start({ FIDO_METADATA: file, NODE_OPTIONS: `--import=${trust}` })
  await ready(server)
  list.close()
  expect(server.said()).toContain('"event":"metadata-old","number":7,"nextUpdate":"2026-01-31","models":1')
  expect(asked).toBe(0)
})
