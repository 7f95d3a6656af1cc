import { afterEach, beforeEach, expect, test } from 'vitest'
import { nonceHeader } from '../shared/protocol/dpop.ts'
import { connect, drizzleOver } from './store/database/connect.ts'
import { createApp } from './app.ts'
import { createLog } from './log.ts'
import { extensionId, newDesk, publicOrigin, randomText } from './testing/desk.ts'
import type { Desk } from './testing/desk.ts'
import { found } from './testing/person.ts'
import { folderCreated, ledgerBodyOf } from './testing/writes.ts'
import { signedHeaders } from './testing/session-key.ts'

let desk: Desk
beforeEach(async () => void (desk = await newDesk()))
afterEach(() => desk.close())

test('the address leads to a page that runs no script and says in either language what this is', async () => {
  const root = await desk.send('GET', '/')
  expect([root.status, root.headers.get('location')]).toEqual([302, '/.cloison/open'])
  const page = async (language: string) =>
    desk.send('GET', '/.cloison/open', { headers: { 'accept-language': language } })
  const french = await page('de;q=0.9, fr-CA;q=0.8, en;q=0.7')
  expect(french.body).toContain('<html lang="fr">')
  for (const header of ['en-GB,en;q=0.9,fr;q=0.5', '', 'de', 'fr;q=0'])
    expect((await page(header)).body).toContain('<html lang="en">')
  expect(french.body).toContain('<button type="button" id="cloison-open">')
  expect(french.body).not.toMatch(/<script|https?:|\son\w+=/)
  expect(french.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/)
})

test('P3: pages of our extension may ask from a browser, web pages and other extensions may not', async () => {
  const allowed = async (origin: string) => {
    const headers = { origin, 'access-control-request-method': 'POST' }
    const preflight = await desk.send('OPTIONS', '/api/nonce', { headers })
    const plain = await desk.send('GET', '/api/hello', { headers: { origin } })
    return [preflight, plain].map((answer) => answer.headers.get('access-control-allow-origin'))
  }
  const ours = `chrome-extension://${extensionId}`
  expect(await allowed(ours)).toEqual([ours, ours])
  for (const other of ['https://evil.example', publicOrigin, `chrome-extension://${'p'.repeat(32)}`])
    expect(await allowed(other)).not.toContain(other)
})

test('a flood from one address is held back for a moment, with a word on when to come again', async () => {
  const small = await newDesk({ cap: { most: 5, windowMs: 10_000 } })
  for (let i = 0; i < 5; i++) expect((await small.ask('hello')).status).toBe(200)
  const held = await small.ask('hello')
  expect([held.status, held.body.code]).toEqual([429, 'too-many'])
  expect(Number(held.headers.get('retry-after'))).toBeGreaterThan(0)
  small.clock.ahead = 10_001
  expect((await small.ask('hello')).status).toBe(200)
  await small.close()
})

test('behind a trusted proxy each client has a flood of its own, and nobody else’s word makes a client another', async () => {
  const small = await newDesk({ cap: { most: 2, windowMs: 10_000 }, proxies: '10.0.0.0/8' })
  const ask = async (peer: string, forwarded: string) =>
    (await small.send('GET', '/api/hello', { peer, headers: { 'x-forwarded-for': forwarded } })).status
  expect([await ask('10.0.0.1', '203.0.113.1'), await ask('10.0.0.2', '203.0.113.1')]).toEqual([200, 200])
  expect([await ask('10.0.0.1', '203.0.113.1'), await ask('10.0.0.1', '203.0.113.2')]).toEqual([429, 200])
  expect(await ask('10.0.0.1', '203.0.113.77, 203.0.113.1')).toBe(429)
  const outsider = ['203.0.113.3', '203.0.113.4', '203.0.113.5'].map((said) => ask('198.51.100.1', said))
  expect(await Promise.all(outsider)).toEqual([200, 200, 429])
  await small.close()
})

test('with the database down every request says so, and the server is back as soon as it is', async () => {
  const owner = await found(desk)
  const sql = connect('postgres://nobody:nothing@127.0.0.1:1/none', { max: 2 })
  const lines: string[] = []
  const down = createApp({
    config: { publicOrigin, extensionId },
    db: drizzleOver(sql),
    sql,
    secret: desk.secret,
    log: createLog('debug', (line) => lines.push(line)),
  })
  const post = (body: object) => ({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const { headers: said } = await down.app.request('/nothing')
  const nonce = said.get(nonceHeader) ?? ''
  const signed = (path: string) => {
    const of = { method: 'GET', address: publicOrigin + path, token: owner.token, nonce, now: desk.now() }
    return signedHeaders(of)
  }
  for (const answer of [
    await down.app.request('/api/hello'),
    await down.app.request('/api/nonce', post({ purpose: 'unlock' })),
    await down.app.request('/api/setup/check', post({ code: 'AAAA-AAAA-AAAA-AAAA' })),
    await down.app.request('/api/credentials', { headers: await signed('/api/credentials') }),
    await down.app.request('/api/ledger?from=0', { headers: await signed('/api/ledger') }),
  ]) {
    expect([answer.status, answer.headers.get('content-type')]).toEqual([503, 'application/problem+json'])
    expect(await answer.json()).toMatchObject({ code: 'database-down' })
  }
  expect((await down.app.request('/api/nonce', post({ purpose: randomText(4) }))).status).toBe(400)
  expect(lines.join('')).not.toContain('unforeseen')
  await down.close()
  await sql.end({ timeout: 0 })
})

test('a write during which the database goes away lands whole or not at all, and is not taken for done', async () => {
  const owner = await found(desk)
  const body = await ledgerBodyOf(desk, owner, await folderCreated())
  const admin = connect(desk.database.url, { max: 1 })
  // The append waits for its turn while every connection of the server's breaks.
  await admin`select pg_advisory_lock(7095263372)`
  const append = desk.ask('appendLedger', body, owner)
  for (let waiting = 0; waiting === 0;) {
    const [row] = await admin`select count(*)::int as n from pg_locks where not granted and locktype = 'advisory'`
    waiting = row?.n as number
  }
  await admin`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`
  await admin.end()
  const broken = await append
  expect([broken.status, broken.body.code]).toEqual([503, 'database-down'])
  const head = async () => (await desk.ask('ledger', null, { ...owner, query: '?from=0' })).body.head
  expect((await head()).sequence).toBe(1)
  expect((await desk.ask('appendLedger', body, owner)).status).toBe(200)
  expect((await head()).sequence).toBe(2)
})

test('a database that neither answers nor breaks off is told as down, and what waited may still land', async () => {
  const impatient = await newDesk({ patience: 300 })
  const { sql } = impatient.database
  const nonce = () => impatient.ask('nonce', { purpose: 'unlock' })
  expect((await nonce()).status).toBe(200)
  await sql.begin(async (tx) => {
    await tx`lock table nonces in access exclusive mode`
    const late = await nonce()
    expect([late.status, late.body.code, late.headers.get('retry-after')]).toEqual([503, 'database-down', '2'])
  })
  await expect.poll(async () => (await sql`select 1 from nonces`).length).toBe(2)
  expect((await nonce()).status).toBe(200)
  await impatient.close()
})
