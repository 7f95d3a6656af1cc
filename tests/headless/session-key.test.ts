import { afterAll, beforeAll, expect, test } from 'vitest'
import { proofHeader } from '../../shared/protocol/dpop.ts'
import { statusView } from '../../extension/keeper/doors/views/status.ts'
import type { Stack } from '../stack.ts'
import { serverHere } from './in-process.ts'
import { PIN, between, need, newFolder, newOrg } from './org.ts'
import { newPerson, refresh, unlock } from './person.ts'
import type { Person } from './person.ts'
import { signed } from './signed.ts'

let stack: Stack
let owner: Person
beforeAll(async () => void ({ stack, owner } = await newOrg()))
afterAll(() => stack.stop())

/** The server's answer to a sync with these headers. */
const asking = async (headers: Record<string, string>) =>
  (await fetch(`${stack.origin}/api/ledger?from=0`, { headers })).status
/** The headers, as on the wire, of every request that this person's desk sends from now on. */
function listen(person: Person): Headers[] {
  const heard: Headers[] = []
  const { fetch } = person.desk
  person.desk.fetch = (url, init) => {
    heard.push(new Headers(init.headers))
    return fetch(url, init)
  }
  return heard
}

test('P2: an intercepted token is useless elsewhere, with or without the proof that came with it', async () => {
  const heard = listen(owner)
  await refresh(owner)
  const stolen = need(heard.find((one) => one.has('authorization')))
  const authorization = need(stolen.get('authorization'))
  expect(await asking({ authorization })).toBe(401)
  expect(await asking({ authorization: authorization.replace('DPoP', 'Bearer') })).toBe(401)
  expect(await asking({ authorization, [proofHeader]: need(stolen.get(proofHeader)) })).toBe(401)
  expect(await asking(await signed(owner, 'GET', '/api/ledger'))).toBe(200)
})

test('the unlock returns the first nonce and each answer the next: no request is sent twice', async () => {
  const desk = newPerson(undefined, owner.key)
  const heard = listen(desk)
  await desk.ask['server.trust']({ address: stack.origin }, '')
  await unlock(desk, PIN)
  await newFolder(desk, 'Banque')
  const proofs = heard.filter((one) => one.has(proofHeader))
  expect(proofs.length).toBeGreaterThan(3)
  expect(desk.keeper.connection).toEqual({ state: 'live' })
  const said: number[] = []
  between(desk, async (_, pass) => {
    const answer = await pass()
    said.push(answer.status)
    return answer
  })
  await refresh(desk)
  expect(new Set(said)).toEqual(new Set([200]))
})

test('a desk whose nonce is too old retries once by itself, and no third time', async () => {
  owner.keeper.needOpen().session.nonce = 'A'.repeat(32)
  const said: number[] = []
  const stop = between(owner, async ({ path }, pass) => {
    const answer = await pass()
    if (path === '/api/ledger') said.push(answer.status)
    return answer
  })
  await refresh(owner)
  stop()
  expect([said, owner.keeper.connection]).toEqual([[401, 200], { state: 'live' }])
  let asked = 0
  const refusing = between(owner, async ({ path }, pass) => {
    if (path !== '/api/ledger') return pass()
    asked += 1
    const body = { type: 'urn:cloison:use-dpop-nonce', title: '', status: 401, code: 'use-dpop-nonce' }
    return Response.json(body, { status: 401, headers: { 'DPoP-Nonce': 'B'.repeat(32) } })
  })
  await refresh(owner)
  refusing()
  expect(asked).toBe(2)
  expect(owner.keeper.connection).toMatchObject({ state: 'retrying', code: 'use-dpop-nonce' })
  await refresh(owner)
  expect(owner.keeper.connection).toEqual({ state: 'live' })
})

test('P2: a desk whose clock is an hour off is served, since the age of a proof comes from the server’s nonce', async () => {
  for (const off of [-3_600_000, 3_600_000]) {
    const desk = newPerson(undefined, owner.key)
    desk.desk.now = () => Date.now() + off
    await desk.ask['server.trust']({ address: stack.origin }, '')
    await unlock(desk, PIN)
    expect(desk.keeper.connection).toEqual({ state: 'live' })
  }
})

test('P10: the lock deletes the session key, and a worker that starts without it locks and says why', async () => {
  const worker = newPerson(owner.desk, owner.key)
  expect((await worker.keeper.run(() => statusView(worker.keeper))).state).toBe('unlocked')
  await owner.desk.sessionKey.remove()
  const woken = newPerson(owner.desk, owner.key)
  expect(await woken.keeper.run(() => statusView(woken.keeper))).toMatchObject({ state: 'locked', why: 'key-gone' })
  expect(owner.desk.kept.session.has('unlocked')).toBe(false)
  await unlock(woken, PIN)
  expect((await owner.desk.sessionKey.get())?.privateKey.extractable).toBe(false)
  await woken.keeper.lockNow('button')
  expect(await owner.desk.sessionKey.get()).toBeNull()
})

test('P10: a browser closed while unlocked leaves a session key behind, which the next start deletes', async () => {
  const desk = newPerson(undefined, owner.key)
  await desk.ask['server.trust']({ address: stack.origin }, '')
  await unlock(desk, PIN)
  desk.desk.kept.session.clear()
  const next = newPerson(desk.desk, owner.key)
  await next.keeper.run(() => Promise.resolve())
  expect(await desk.desk.sessionKey.get()).toBeNull()
})

test('a desk renews its token even when its clock is an hour off or is set back meanwhile', async () => {
  const MINUTE = 60_000
  for (const off of [-60 * MINUTE, 60 * MINUTE]) {
    const { here, owner: boss } = await serverHere(() => 0)
    const clock = { ahead: off }
    const desk = newPerson(
      here.newDesk(() => Date.now() + clock.ahead),
      boss.key,
    )
    await desk.ask['server.trust']({ address: here.origin }, '')
    await unlock(desk, PIN)
    const asked: string[] = []
    between(desk, ({ path }, pass) => {
      asked.push(path)
      return pass()
    })
    await refresh(desk)
    expect(asked).not.toContain('/api/session/renew')
    here.clock.ahead += 6 * MINUTE
    clock.ahead += 6 * MINUTE
    await refresh(desk)
    expect(desk.keeper.connection).toEqual({ state: 'live' })
    here.clock.ahead += 6 * MINUTE
    clock.ahead -= 180 * MINUTE
    await refresh(desk)
    expect([(await statusView(desk.keeper)).state, desk.keeper.connection]).toEqual(['unlocked', { state: 'live' }])
    await here.close()
  }
})
