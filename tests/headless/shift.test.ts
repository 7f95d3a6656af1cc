import { afterEach, beforeEach, expect, test } from 'vitest'
import { statusView } from '../../extension/keeper/doors/views/status.ts'
import { fromBase64url, toBase64url } from '../../shared/bytes/base64url.ts'
import { callAs } from '../../extension/keeper/desk/call-as.ts'
import { stateOf } from '../../extension/keeper/vault/vault.ts'
import { shiftHours } from '../../shared/access/shift-hours.ts'
import { signLedgerEntry } from '../../shared/ledger/sign-entry.ts'
import { serverHere } from './in-process.ts'
import type { Here } from './in-process.ts'
import { PIN, between, need, newFolder } from './org.ts'
import { changePin, furtherKey, newPerson, refresh, touchAlone, unlock } from './person.ts'
import type { Person } from './person.ts'

// What a desk may keep for an unlock with the key alone, and how a server could abuse it.
const HOUR = 3_600_000

/** The shift hours that a lying server applies; null for those of the ledger. */
let lie: number | null
let here: Here
/** The same owner at another desk. */
let boss: Person
let owner: Person
let clock: { ahead: number }
beforeEach(async () => {
  lie = null
  clock = { ahead: 0 }
  const founded = await serverHere((state) => lie ?? shiftHours(state))
  here = founded.here
  boss = founded.owner
  await setHours(8)
  owner = newPerson(
    here.newDesk(() => Date.now() + clock.ahead),
    boss.key,
  )
  await owner.ask['server.trust']({ address: here.origin }, '')
  await unlock(owner, PIN)
})
afterEach(() => here.close())

/** The owner signs another policy. */
async function setHours(hours: number): Promise<void> {
  await refresh(boss)
  const { desk, session, vault } = boss.keeper.needOpen()
  const { head, time, policy } = stateOf(vault)
  const { entry } = await signLedgerEntry(vault.keys.sign, {
    org: vault.org,
    sequence: head.sequence + 1,
    previous: head.hash,
    time: Math.max(time, desk.now()),
    author: vault.me,
    acts: [{ act: 'policy set', policy: { ...policy, shiftHours: hours } }],
  })
  const none = { wraps: [], descriptions: [], receiveKeys: [], profiles: [], invitees: [] }
  await callAs(desk, session, 'appendLedger', { entry: toBase64url(entry), ...none })
}
const status = (person = owner) => statusView(person.keeper)
const lock = () => owner.keeper.lockNow('button')
const touching = (key = owner.key) =>
  touchAlone(owner, key).then(
    () => 'opens',
    (error: unknown) => (error as { code: string }).code,
  )

test('after a lock within the shift the key alone unlocks, repeatedly, and the end of the shift is shown', async () => {
  for (let round = 0; round < 2; round++) {
    await lock()
    const told = await status()
    expect(told).toMatchObject({ state: 'locked', touchUntil: expect.any(Number) })
    expect(await touching()).toBe('opens')
    expect(await status()).toMatchObject({ state: 'unlocked' })
  }
  await newFolder(owner, 'Banque')
})

test('P2: the shift data contains no PIN and opens nothing without the server’s key and an assertion', async () => {
  const { key } = owner
  await lock()
  expect([...owner.desk.kept.session.keys()]).toEqual(['shift'])
  const kept = owner.desk.kept.session.get('shift') as Record<string, unknown>
  expect(Object.keys(kept).sort()).toEqual(['credential', 'member', 'org', 'sealed', 'server', 'since', 'until'])
  // version, nonce, VOPRF public key and y, tag: no room for anything else.
  expect(fromBase64url(String(kept['sealed'])).length).toBe(1 + 12 + 32 + 64 + 16)
  expect(JSON.stringify(kept)).not.toContain(PIN)
  expect(JSON.stringify([...owner.desk.kept.local])).not.toContain(need(key).id)
})

test('without a policy nothing is kept, and an unlock with the key alone is not offered', async () => {
  await setHours(0)
  await lock()
  await unlock(owner, PIN)
  await lock()
  expect([...owner.desk.kept.session]).toEqual([])
  expect(await touching()).toBe('shift-over')
})

test('P4: a server that offers a shift which the ledger does not allow is sent no shift key', async () => {
  lie = 8
  await setHours(0)
  await here.sql`delete from shift_keys`
  await lock()
  await unlock(owner, PIN)
  await lock()
  expect([await here.sql`select * from shift_keys`, [...owner.desk.kept.session]]).toEqual([[], []])
})

test('P4: when the policy no longer allows a shift, its data is dropped at the next sync, whatever the server says', async () => {
  lie = 8
  await setHours(0)
  await refresh(owner)
  await lock()
  expect(await status()).toMatchObject({ touchUntil: null })
  expect(await touching()).toBe('shift-over')
})

test('P4: an unlock with the key alone that the newest ledger does not allow ends in a lock', async () => {
  await lock()
  lie = 8
  await setHours(0)
  expect(await touching()).toBe('shift-over')
  expect(await status()).toMatchObject({ state: 'locked', touchUntil: null })
  expect([...owner.desk.kept.session]).toEqual([])
})

test('P4: a desk applies the verified hours by its own clock, even when a server would never end the shift', async () => {
  lie = 12
  await setHours(1)
  await lock()
  await unlock(owner, PIN)
  await lock()
  clock.ahead = HOUR - 60_000
  expect(await touching()).toBe('opens')
  await lock()
  clock.ahead = HOUR + 1_000
  expect(await status()).toMatchObject({ touchUntil: null })
  expect(await touching()).toBe('shift-over')
})

test('a shorter shift in the policy shortens the current one', async () => {
  await setHours(2)
  await refresh(owner)
  await lock()
  const told = await status()
  const until = told.state === 'locked' ? need(told.touchUntil) : 0
  expect(Math.abs(until - Date.now() - 2 * HOUR)).toBeLessThan(60_000)
})

test('when the server refuses, the shift data is dropped, and key and PIN unlock', async () => {
  await lock()
  here.clock.ahead = 9 * HOUR
  expect(await touching()).toBe('shift-over')
  expect([...owner.desk.kept.session]).toEqual([])
  here.clock.ahead = 0
  await unlock(owner, PIN)
})

test('an unreachable server leaves the shift data for the next try', async () => {
  await lock()
  const restore = between(owner, () => Promise.reject(new TypeError('the network is gone')))
  expect(await touching()).toBe('server-unreachable')
  restore()
  expect(await touching()).toBe('opens')
})

test('another key cannot use the shift, not even the same person’s; unlocking with its PIN replaces the shift', async () => {
  const second = await furtherKey(owner, 'second-55k')
  await lock()
  expect(await touching(second)).toBe('shift-other-key')
  await unlock(owner, 'second-55k', second)
  await lock()
  expect(await touching()).toBe('shift-other-key')
  expect(await touching(second)).toBe('opens')
})

test('trusting another server drops the shift data', async () => {
  owner.desk.fetch = () =>
    Promise.resolve(Response.json({ product: 'cloison', version: 1, origin: 'https://other.example', org: null }))
  await owner.ask['server.trust']({ address: 'https://other.example' }, '')
  expect([...owner.desk.kept.session]).toEqual([])
})

test('P2 S9: the shift data opens only for its person, key and server: with another named in it, it does not', async () => {
  await lock()
  const good = owner.desk.kept.session.get('shift') as Record<string, string>
  const other = 'A'.repeat(22)
  for (const bent of [{ member: other }, { org: 'A'.repeat(43) }]) {
    owner.desk.kept.session.set('shift', { ...good, ...bent })
    expect(await touching()).toBe('shift-over')
  }
})

test('P2 S9: a server that sends another shift key, seed or revision opens nothing, and the PIN is asked for', async () => {
  const other = 'A'.repeat(43)
  for (const bent of [{ key: other }, { sealRevision: 2 }, { sealedSeed: 'A'.repeat(400) }]) {
    await lock()
    const restore = between(owner, async ({ path }, pass) => {
      const answer = await pass()
      if (path !== '/api/shift/open') return answer
      return Response.json({ ...((await answer.json()) as object), ...bent })
    })
    expect(await touching()).toBe('shift-over')
    restore()
    expect(owner.keeper.open).toBeNull()
    await unlock(owner, PIN)
  }
})

test('P2: a PIN change ends the shift that the old PIN began', async () => {
  await changePin(owner, PIN, 'nouveau-7h2')
  await lock()
  expect(await status()).toMatchObject({ touchUntil: null })
  await unlock(owner, 'nouveau-7h2')
})

test('P5 S9: a server that kept the row of an old PIN cannot restore it on a desk that the new PIN has unlocked', async () => {
  const [row] = await here.sql`select "voprfRandom", "sealedSeed", "sealRevision" from credentials`
  const kept = need(row)
  await changePin(owner, PIN, 'nouveau-7h2')
  await lock()
  await here.sql`update credentials set ${here.sql(kept)}`
  await expect(unlock(owner, PIN)).rejects.toMatchObject({ code: 'old-seal' })
  expect(owner.keeper.open).toBeNull()
  // A desk that has never seen this person cannot know: SECURITY.md says so.
  const fresh = newPerson(here.newDesk(), owner.key)
  await fresh.ask['server.trust']({ address: here.origin }, '')
  await unlock(fresh, PIN)
})
