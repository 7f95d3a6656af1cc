/** What takes two owners: proposed by one, approved by another, judged when approved (S14). */
import { aaguid } from '../../bytes/aaguid.ts'
import { get, has } from '../../bytes/table.ts'
import { expect, test } from 'vitest'
import { effective, firstPolicy } from './owners.ts'
import type { OwnersAct, Policy } from '../acts.ts'
import { accept, attempt, newMember, newOrg, remove } from '../testing/org.ts'
import type { Org } from '../testing/org.ts'
import { approval, attemptAt, attemptByTwo, byTwo, DAY, propose, setRole, threeOwners } from '../testing/owners.ts'
import { invitationFor, joinOf, newPerson, someHash } from '../testing/person.ts'
import type { Person } from '../testing/person.ts'

const removal = ({ id }: Person): OwnersAct => ({ act: 'member removed', member: id })
/** A model of key whose AAGUID begins with that byte. */
const model = (first: number) => aaguid.read(Uint8Array.of(first, ...new Uint8Array(15)))
const proven = { attested: true, authenticators: [model(1), model(2)] }

const policy = (change: Partial<Policy>): OwnersAct & { act: 'policy set' } => ({
  act: 'policy set',
  policy: { ...firstPolicy, ...change },
})

test('S14: two owners make a third, and one alone does not, nor an admin with one', async () => {
  const org = await newOrg()
  const { owner } = org
  const [admin, second, third] = [await newMember(org, 'admin'), await newMember(org), await newMember(org)]
  expect(await attempt(org, owner, propose(setRole(second, 'owner')))).toBe('nothing-to-do')
  await accept(org, owner, setRole(second, 'owner'))
  const act = setRole(third, 'owner')
  for (const one of [owner, second]) expect(await attempt(org, one, act)).toBe('needs-two-owners')
  expect(await attempt(org, admin, act)).toBe('not-allowed')
  expect(await attempt(org, admin, propose(act))).toBe('not-allowed')
  await accept(org, owner, propose(act))
  expect(await attempt(org, admin, approval(org))).toBe('not-allowed')
  expect(await attempt(org, third, approval(org))).toBe('not-allowed')
  expect(await attempt(org, owner, approval(org))).toBe('needs-two-owners')
  const state = await accept(org, second, approval(org))
  expect(get(state.members, third.id)?.role).toBe('owner')
  expect(has(state.owners, third.id)).toBe(true)
  expect(state.proposals).toEqual([])
})

test('S14: once there are two owners there are never fewer, whoever signs', async () => {
  const { org, owner, second, third } = await threeOwners()
  await byTwo(org, owner, second, setRole(third, 'admin'))
  expect(get(org.state.members, third.id)?.role).toBe('admin')
  expect(org.state.owners.count).toBe(2)
  expect(await attemptByTwo(org, owner, second, setRole(owner, 'member'))).toBe('last-owner')
  expect(await attemptByTwo(org, second, owner, removal(second))).toBe('last-owner')
  const alone = await newOrg()
  expect(await attempt(alone, alone.owner, setRole(alone.owner, 'member'))).toBe('last-owner')
})

test('S14: an owner is removed by two others, and signs nothing after', async () => {
  const { org, owner, second, third } = await threeOwners()
  expect(await attempt(org, owner, remove(third))).toBe('needs-two-owners')
  expect(await attemptByTwo(org, third, owner, removal(owner))).toBe('to-oneself')
  await byTwo(org, owner, second, removal(third))
  expect(has(org.state.owners, third.id)).toBe(false)
  expect(await attempt(org, third, propose(removal(second)))).toBe('unknown-author')
})

test('S14: an invited owner is let in by two', async () => {
  const { org, owner, second } = await threeOwners()
  const invitation = await invitationFor('owner', org.state.time + DAY)
  await accept(org, owner, invitation.act)
  const newcomer = await newPerson()
  const join = await joinOf(org.state.org, newcomer, invitation)
  expect(await attempt(org, owner, join)).toBe('needs-two-owners')
  const state = await byTwo(org, second, owner, join)
  expect(has(state.owners, newcomer.id)).toBe(true)
})

test('S11 S14: an approved newcomer’s keys are checked as if there were no proposal', async () => {
  const { org, owner, second } = await threeOwners()
  const invitation = await invitationFor('owner', org.state.time + DAY)
  await accept(org, owner, invitation.act)
  const join = await joinOf(org.state.org, await newPerson(), invitation)
  expect(await attemptByTwo(org, second, owner, { ...join, receive: await someHash() })).toBe('bad-signature')
})

test('roles below owner are one owner’s to set; nobody else’s, and never the same again', async () => {
  const { org, owner, second } = await threeOwners()
  const [admin, member] = [await newMember(org, 'admin'), await newMember(org)]
  expect(await attempt(org, admin, setRole(member, 'auditor'))).toBe('not-allowed')
  expect(await attempt(org, member, setRole(member, 'admin'))).toBe('not-allowed')
  expect(await attempt(org, owner, setRole(member, 'member'))).toBe('nothing-to-do')
  expect(await attempt(org, owner, setRole(await newPerson(), 'admin'))).toBe('not-a-member')
  const state = await accept(org, second, setRole(member, 'auditor'))
  expect(get(state.members, member.id)?.role).toBe('auditor')
})

test('a proposal waits seven days to the millisecond, is approved once, and by its own hash', async () => {
  const { org, owner, second, third } = await threeOwners()
  const { time } = await accept(org, owner, propose(policy({ keepDays: 60 })))
  const act = approval(org)
  const end = time + 7 * DAY
  expect(await attemptAt(org, second, end, act)).toBe('accepted')
  expect(await attemptAt(org, second, end + 1, act)).toBe('proposal-expired')
  expect(await attemptAt(org, second, end + 1, { ...act, act: 'withdrawn' } as typeof act)).toBe('proposal-expired')
  const { sequence } = org.state.head
  expect(await attempt(org, second, { act: 'approved', proposed: { sequence, hash: await someHash() } })).toBe(
    'proposal-unknown',
  )
  const { hash } = org.state.head
  expect(await attempt(org, second, { act: 'approved', proposed: { sequence: 1, hash } })).toBe('proposal-unknown')
  await accept(org, second, act)
  expect(await attempt(org, third, act)).toBe('proposal-unknown')
})

test('S14: a proposal falls with its proposer', async () => {
  const { org, owner, second, third } = await threeOwners()
  await accept(org, third, propose(policy({ keepDays: 60 })))
  const act = approval(org)
  await byTwo(org, owner, second, setRole(third, 'admin'))
  expect(await attempt(org, owner, act)).toBe('not-allowed')
})

test('a proposal is judged on the state at its approval, as the approver’s act', async () => {
  const { org, owner, second, third } = await threeOwners()
  await accept(org, owner, propose(removal(third)))
  const act = approval(org)
  expect(await attempt(org, third, act)).toBe('to-oneself')
  await byTwo(org, owner, second, setRole(third, 'member'))
  await accept(org, second, remove(third))
  expect(await attempt(org, second, act)).toBe('not-a-member')
})

test('of an approval stands for its readers what it approved, on the state before', async () => {
  const { org, owner, second, third } = await threeOwners()
  const act = removal(third)
  const before = await accept(org, owner, propose(act))
  const approves = approval(org)
  const other = setRole(owner, 'admin')
  expect(effective(before, [approves, other])).toEqual([act, other])
  expect(effective(await accept(org, second, approves), [approves])).toEqual([approves])
})

test('any owner withdraws what waits, nobody else', async () => {
  const { org, owner, second } = await threeOwners()
  const member = await newMember(org)
  await accept(org, owner, propose(policy({ keepDays: 60 })))
  const act = { act: 'withdrawn', proposed: org.state.head } as const
  expect(await attempt(org, member, act)).toBe('not-allowed')
  expect((await accept(org, second, act)).proposals).toEqual([])
  expect(await attempt(org, owner, act)).toBe('proposal-unknown')
})

test('one proposal to an entry, a hundred at a time; what has expired makes room', async () => {
  const { org, owner, second } = await threeOwners()
  const one = propose(policy({ keepDays: 60 }))
  expect(await attempt(org, owner, one, one)).toBe('malformed')
  const { time } = await accept(org, owner, one)
  for (let i = 0; i < 98; i++) await accept(org, owner, one)
  expect(await attempt(org, second, one)).toBe('accepted')
  await accept(org, owner, one)
  expect(await attempt(org, second, one)).toBe('too-many-proposals')
  expect(await attemptAt(org, second, time + 7 * DAY, one)).toBe('too-many-proposals')
  expect(await attemptAt(org, second, time + 7 * DAY + 1, one)).toBe('accepted')
  expect(await attemptAt(org, second, org.state.time + 8 * DAY, one)).toBe('accepted')
})

const weaker: [string, Partial<Policy>][] = [
  ['more hours of a shift', { shiftHours: 2 }],
  ['more days on disk', { keepDays: 31 }],
  ['more hours unlocked', { unlockedHours: 9 }],
  ['more hours without the server', { withoutServerHours: 25 }],
  ['one key where there were two', { twoKeys: false }],
  ['no attestation where there was one', { attested: false, authenticators: [] }],
  ['one model of key more', { authenticators: [model(1), model(2), model(3)] }],
  ['another model of key in the place of one', { authenticators: [model(1), model(3)] }],
  ['any model of key where there was a list', { authenticators: [] }],
]
test.each(weaker)('S9 S14: a policy of %s takes two owners', async (_, change) => {
  const { org, owner, second } = await threeOwners()
  const start = { shiftHours: 1, keepDays: 30, unlockedHours: 8, withoutServerHours: 24, twoKeys: true, ...proven }
  await byTwo(org, owner, second, policy(start))
  const act = policy({ ...start, ...change })
  expect(await attempt(org, owner, act)).toBe('needs-two-owners')
  expect((await byTwo(org, owner, second, act)).policy).toEqual(act.policy)
})

test('S14: an admin approves nothing, not even what they could do alone', async () => {
  const { org, owner, second } = await threeOwners()
  const [admin, member] = [await newMember(org, 'admin'), await newMember(org)]
  await accept(org, owner, propose(removal(member)))
  expect(await attempt(org, admin, approval(org))).toBe('not-allowed')
  expect(await attempt(org, second, approval(org))).toBe('accepted')
})

test('a stricter policy is one owner’s to set, within bounds, and never the same again', async () => {
  const { org, owner, second } = await threeOwners()
  const admin = await newMember(org, 'admin')
  const strict = policy({ keepDays: 7, twoKeys: true })
  expect(await attempt(org, admin, strict)).toBe('not-allowed')
  expect(await attempt(org, owner, policy({}))).toBe('nothing-to-do')
  await accept(org, owner, strict)
  expect(org.state.policy).toEqual(strict.policy)
  expect(await attempt(org, owner, policy({ keepDays: 0 }))).toBe('malformed')
  for (const change of [{ shiftHours: 13 }, { keepDays: 91 }, { keepDays: 0 }])
    expect(await attemptByTwo(org, owner, second, policy(change))).toBe('malformed')
  expect(await attemptByTwo(org, owner, second, policy({ shiftHours: 12, keepDays: 90 }))).toBe('accepted')
  await accept(org, second, approval(org))
  expect(await attempt(org, owner, policy({ shiftHours: 11, keepDays: 90, twoKeys: true }))).toBe('accepted')
  expect(await attempt(org, owner, policy({ shiftHours: 12, keepDays: 1, withoutServerHours: 24 }))).toBe('accepted')
  await accept(org, owner, policy({ shiftHours: 12, keepDays: 90, twoKeys: true }))
  expect(await attempt(org, owner, policy({ shiftHours: 11, keepDays: 90, twoKeys: true }))).toBe('accepted')
})

test('L4 P10: how long a desk stays unlocked, and opens without the server, has bounds, and one owner shortens it', async () => {
  const { org, owner, second } = await threeOwners()
  const outside = [
    ...[{ unlockedHours: 0 }, { unlockedHours: 13 }, { withoutServerHours: 0 }, { withoutServerHours: 721 }],
    // Shorter days alone would let a desk open for longer than it keeps anything.
    { keepDays: 2 },
  ]
  for (const change of outside) expect(await attemptByTwo(org, owner, second, policy(change))).toBe('malformed')
  const widest = policy({ withoutServerHours: 720 })
  expect((await byTwo(org, owner, second, widest)).policy).toEqual(widest.policy)
  expect(await attempt(org, owner, policy({ unlockedHours: 1, withoutServerHours: 720 }))).toBe('accepted')
  const shortest = policy({ unlockedHours: 1, withoutServerHours: 1 })
  expect((await accept(org, owner, shortest)).policy).toEqual(shortest.policy)
  expect(await attempt(org, owner, shortest)).toBe('nothing-to-do')
})

test('S14: a list of models stands only where they are proved, ascending, each once, a hundred at most; one owner shortens it', async () => {
  const { org, owner, second } = await threeOwners()
  const many = Array.from({ length: 101 }, (_, n) => model(n))
  const unsound: Partial<Policy>[] = [
    { attested: false, authenticators: [model(1)] },
    ...[[model(2), model(1)], [model(1), model(1)], many].map((list) => ({ attested: true, authenticators: list })),
  ]
  for (const change of unsound) expect(await attemptByTwo(org, owner, second, policy(change))).toBe('malformed')
  for (const change of unsound) expect(await attempt(org, owner, policy(change))).toBe('malformed')
  await accept(org, owner, policy({ attested: true }))
  await accept(org, owner, policy({ attested: true, authenticators: many.slice(1) }))
  const shorter = policy(proven)
  expect((await accept(org, owner, shorter)).policy).toEqual(shorter.policy)
  expect(await attempt(org, owner, shorter)).toBe('nothing-to-do')
  expect(await attempt(org, owner, policy({ ...proven, authenticators: [model(2)] }))).toBe('accepted')
})

test('an only owner weakens the policy alone', async () => {
  const org: Org = await newOrg()
  expect(await attempt(org, org.owner, policy({ shiftHours: 8, plainExport: 'folder' }))).toBe('accepted')
})

test('S14: only two owners allow exports in clear in bulk, also where there is but one; one of them takes it back', async () => {
  const alone = await newOrg()
  await accept(alone, alone.owner, policy({ plainExport: 'folder' }))
  expect(await attempt(alone, alone.owner, policy({ plainExport: 'bulk' }))).toBe('needs-two-owners')
  const { org, owner, second } = await threeOwners()
  expect(await attempt(org, owner, policy({ plainExport: 'folder' }))).toBe('needs-two-owners')
  expect(await attempt(org, owner, policy({ plainExport: 'bulk' }))).toBe('needs-two-owners')
  await byTwo(org, owner, second, policy({ plainExport: 'bulk' }))
  expect((await accept(org, owner, policy({ plainExport: 'folder' }))).policy.plainExport).toBe('folder')
})
