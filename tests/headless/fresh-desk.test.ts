import { hashAt, lengthOf } from '../../shared/ledger/replay/chain.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OrgId } from '../../shared/bytes/ids.ts'
import { newMemberId, orgOf, zero32 } from '../../shared/bytes/ids.ts'
import { statusView } from '../../extension/keeper/doors/views/status.ts'
import type { Stack } from '../stack.ts'
import { PIN, hire, need, newFolder, newOrg } from './org.ts'
import { nodeDesk } from './node-desk.ts'
import { join, newPerson, refresh, sign, unlock } from './person.ts'
import type { Person } from './person.ts'

// From what a desk that has never opened the org learns its identity: policy, an invitation, or the key's assertion.
let stack: Stack
let owner: Person
let ines: Person
let org: OrgId

beforeAll(async () => {
  ;({ stack, owner } = await newOrg())
  ines = (await hire(stack, owner, 'Inès')).person
  await refresh(owner)
  org = owner.keeper.needOpen().vault.org
})
afterAll(() => stack.stop())

const otherOrg = orgOf(zero32)
const headAt = (sequence: number) => {
  return { sequence, hash: need(hashAt(owner.keeper.needOpen().vault.chain, sequence)) }
}
/** The person's key at an empty desk with this managed policy. */
function freshDesk(person: Person, policy: object = {}): Person {
  const desk = { ...nodeDesk(), managed: () => Promise.resolve(policy) }
  return newPerson(desk, person.key)
}
const trustIt = (person: Person) => person.ask['server.trust']({ address: stack.origin }, '')
const lookAt = (person: Person) => person.ask['server.look']({ address: stack.origin }, '')
const invite = (name: string) =>
  sign(owner, { do: 'invite', name, email: `${name.toLowerCase()}@atlas.example`, role: 'member', teams: [] })
/** A server that claims to belong to another org. */
function sayingOther(person: Person): void {
  const { fetch } = person.desk
  person.desk.fetch = async (url, init) => {
    const answer = await fetch(url, init)
    if (!url.endsWith('/api/hello')) return answer
    const said = (await answer.json()) as object
    return new Response(JSON.stringify({ ...said, org: { id: otherOrg, name: 'Elsewhere' } }))
  }
}

test('P4: a fresh desk knows its org only from the key’s assertion; until then it shows the server’s claim for comparison', async () => {
  const fresh = freshDesk(ines)
  await trustIt(fresh)
  expect(await statusView(fresh.keeper)).toMatchObject({ state: 'locked', org: null, managed: false })
  expect(await lookAt(fresh)).toMatchObject({ org, orgName: 'Atlas Relation' })
  expect(fresh.desk.kept.local.get('trusted')).toEqual({ server: stack.origin, org: null })
  await expect(unlock(fresh, 'wrong-pin-1')).rejects.toMatchObject({ code: 'wrong-pin' })
  expect(await statusView(fresh.keeper)).toMatchObject({ org: null })
  await unlock(fresh, PIN)
  await fresh.ask.lock(null, '')
  expect(await statusView(fresh.keeper)).toMatchObject({ state: 'locked', org, managed: false })
  // Trusting the same server again takes nothing away.
  await trustIt(fresh)
  expect(await statusView(fresh.keeper)).toMatchObject({ org })
})

test('P4 S4: a server’s claim proves nothing: a desk that knows its org accepts no other, and a new one opens nothing', async () => {
  const known = freshDesk(ines)
  await trustIt(known)
  await unlock(known, PIN)
  await known.ask.lock(null, '')
  sayingOther(known)
  await expect(lookAt(known)).rejects.toMatchObject({ code: 'server-other-org' })
  await unlock(known, PIN)
  expect(known.keeper.needOpen().vault.org).toBe(org)

  const fresh = freshDesk(ines)
  await trustIt(fresh)
  sayingOther(fresh)
  await expect(unlock(fresh, PIN)).rejects.toMatchObject({ code: 'wrong-pin' })
  expect(fresh.keeper.open).toBe(null)
  expect(await statusView(fresh.keeper)).toMatchObject({ org: null })
})

test('an invitation’s code confirms the org it names', async () => {
  const newcomer = freshDesk(ines)
  const { code } = await invite('Nora')
  await join(newcomer, stack.origin, need(code), PIN)
  expect(await statusView(newcomer.keeper)).toMatchObject({ org })
})

test('managed policy presets the server, and no other address, org or invitation is accepted', async () => {
  const desk = freshDesk(ines, { server: stack.origin, org, ledger: headAt(2) })
  expect(await statusView(desk.keeper)).toMatchObject({ state: 'locked', server: stack.origin, org, managed: true })
  const elsewhere = freshDesk(ines, { server: 'https://vault.example.com' })
  await expect(trustIt(elsewhere)).rejects.toMatchObject({ code: 'managed-server' })
  expect(await statusView(elsewhere.keeper)).toMatchObject({ server: 'https://vault.example.com' })
  const wrong = freshDesk(ines, { server: stack.origin, org: otherOrg })
  const { code } = await invite('Otto')
  await expect(wrong.ask['join.look']({ code: need(code) }, '')).rejects.toMatchObject({ code: 'policy-other-org' })
  await expect(wrong.ask['enrol.start']({ kind: 'join', code: need(code) }, '')).rejects.toMatchObject({
    code: 'policy-other-org',
  })
  await expect(lookAt(wrong)).rejects.toMatchObject({ code: 'server-other-org' })
  await expect(unlock(wrong, PIN)).rejects.toMatchObject({ code: 'wrong-pin' })
  expect(wrong.keeper.open).toBe(null)
  await unlock(desk, PIN)
  expect(desk.keeper.needOpen().vault.org).toBe(org)
})

test('P5 S8: a desk under policy opens no ledger that lacks the head named by the policy, whether the desk is new or not', async () => {
  await newFolder(owner, 'Nouveau')
  const length = lengthOf(owner.keeper.needOpen().vault.chain)
  const good = freshDesk(ines, { server: stack.origin, org, ledger: headAt(length) })
  await unlock(good, PIN)
  expect(lengthOf(good.keeper.needOpen().vault.chain)).toBe(length)
  await good.ask.lock(null, '')

  const fork = { ...headAt(length), hash: zero32 }
  const ahead = { sequence: length + 1, hash: zero32 }
  for (const ledger of [fork, ahead]) {
    const desk = freshDesk(ines, { server: stack.origin, org, ledger })
    await expect(unlock(desk, PIN)).rejects.toMatchObject({ code: 'policy-head' })
    expect(desk.keeper.open).toBe(null)
    // The same on a desk that holds the ledger sealed.
    const held = newPerson(
      { ...good.desk, managed: () => Promise.resolve({ server: stack.origin, org, ledger }) },
      ines.key,
    )
    await expect(unlock(held, PIN)).rejects.toMatchObject({ code: 'policy-head' })
    expect(held.keeper.open).toBe(null)
  }
})

test.each([
  ['no server', {}, null],
  ['a server that is no address', { server: 'http://vault.example.com' }, 'bad-policy'],
  ['an org that is none', { server: 'https://vault.example.com', org: newMemberId() }, 'bad-policy'],
  ['a ledger without a hash', { server: 'https://vault.example.com', ledger: { sequence: 1 } }, 'bad-policy'],
  ['a word that we do not know', { server: 'https://vault.example.com', trust: 'all' }, 'bad-policy'],
])('policy with %s is reported, and nothing is trusted meanwhile', async (_, policy, code) => {
  const desk = freshDesk(ines, policy)
  expect(await statusView(desk.keeper)).toEqual({ state: 'no-server', code })
  if (code !== null) await expect(trustIt(desk)).rejects.toMatchObject({ code })
})
