import { lengthOf, newChain } from './chain.ts'
import { Refused } from './state.ts'
import { get } from '../../bytes/table.ts'
import { expect, test } from 'vitest'
import { encode, split } from '../../bytes/encode.ts'
import { hash as hashId, idBytes, newMemberId, newTeamId, signature, zero32, zeroOrg } from '../../bytes/ids.ts'
import type { Act } from '../acts.ts'
import { ledgerBody, packEntry } from '../entry.ts'
import type { LedgerBody } from '../entry.ts'
import { signJournalEntry } from '../sign-entry.ts'
import {
  accept,
  attempt,
  creation,
  firstEntry,
  grant,
  newFolder,
  newMember,
  newOrg,
  newTeam,
  remove,
  setMembers,
  signedBy,
  startTime,
  toMember,
  toTeam,
  verdict,
} from '../testing/org.ts'
import { badKeys, newPerson, someHash } from '../testing/person.ts'
import type { Person } from '../testing/person.ts'
import { replay, replayEntry } from './ledger.ts'

const org = await newOrg()
const { owner } = org
const reader = await newMember(org)
const folder = await newFolder(org, owner)
const act = await creation(org, null)

/** The verdict on the owner's next entry with another body, or on other bytes. */
const bodyWith = async (change: Partial<LedgerBody>) =>
  verdict(await replayEntry(org.state, (await signedBy(org, owner, [act], change)).entry))
const raw = async (entry: Uint8Array<ArrayBuffer>) => verdict(await replayEntry(org.state, entry))

test('an org is its first entry: the id is its hash, the author its owner', async () => {
  const person = await newPerson()
  const { entry, hash } = await firstEntry(person)
  const state = await replayEntry(null, entry)
  expect(state).toMatchObject({ org: hash, name: 'Acme', time: startTime, head: { sequence: 1, hash } })
  if (state instanceof Refused) throw state
  expect(get(state.members, person.id)).toMatchObject({ role: 'owner', addedAt: 1, removedAt: null })
})

test('P4: a first entry that is not exactly the making of an org is refused', async () => {
  const stranger = await newPerson()
  const first = async (change: Partial<LedgerBody>) =>
    verdict(await replayEntry(null, (await firstEntry(owner, change)).entry))
  expect(await first({ org: org.state.org })).toBe('wrong-org')
  expect(await first({ previous: org.state.head.hash })).toBe('wrong-org')
  expect(await first({ sequence: 2 })).toBe('wrong-sequence')
  expect(await first({ sequence: 0 })).toBe('wrong-sequence')
  expect(await first({ author: stranger.id })).toBe('unknown-author')
  expect(await first({ acts: [] })).toBe('not-first')
  expect(await first({ acts: [act] })).toBe('not-first')
  const made = ledgerBody.read(split((await firstEntry(owner)).entry).fields[0] ?? new Uint8Array())
  expect(await first({ acts: [...made.acts, ...made.acts] })).toBe('not-first')
  expect(await attempt(org, owner, ...made.acts)).toBe('not-first')
})

test('S11: an org that names a key which did not sign it is refused', async () => {
  const [body] = split((await firstEntry(owner)).entry).fields
  if (body === undefined) throw new Error('no body')
  const thief = await newPerson()
  expect(verdict(await replayEntry(null, packEntry(body, await thief.keys.sign.sign(body))))).toBe('bad-signature')
})

test.each(badKeys)('S11: nobody founds an org with a key %s', async (_name, signKey) => {
  const receive = await someHash()
  const founding: Act = { act: 'org created', name: 'x', member: owner.id, signKey, receive, profile: receive }
  expect(verdict(await replayEntry(null, (await firstEntry(owner, { acts: [founding] })).entry))).toBe('bad-sign-key')
})

test('P4: an entry of another org, place or time in the chain is refused', async () => {
  const other = await newOrg()
  expect(await bodyWith({})).toBe('accepted')
  expect(await bodyWith({ org: other.state.org })).toBe('wrong-org')
  expect(await bodyWith({ org: zeroOrg })).toBe('wrong-org')
  expect(await raw((await signedBy(other, other.owner, [act])).entry)).toBe('wrong-org')
  expect(await bodyWith({ sequence: org.state.head.sequence })).toBe('wrong-sequence')
  expect(await bodyWith({ sequence: org.state.head.sequence + 2 })).toBe('wrong-sequence')
  expect(await bodyWith({ previous: zero32 })).toBe('wrong-previous')
  expect(await bodyWith({ previous: await someHash() })).toBe('wrong-previous')
  expect(await bodyWith({ time: org.state.time })).toBe('accepted')
  expect(await bodyWith({ time: org.state.time - 1 })).toBe('time-runs-back')
  expect(await bodyWith({ acts: [] })).toBe('no-acts')
})

test('P4 S3: who is no member, or is one no more, signs nothing', async () => {
  const gone = await newMember(org)
  await accept(org, owner, remove(gone))
  expect(await attempt(org, gone, act)).toBe('unknown-author')
  expect(await attempt(org, await newPerson(), act)).toBe('unknown-author')
  expect(await bodyWith({ author: newMemberId() })).toBe('unknown-author')
})

test('P4 S14: a member cannot sign in the name of another', async () => {
  expect(verdict(await replayEntry(org.state, (await signedBy(org, reader, [act], { author: owner.id })).entry))).toBe(
    'bad-signature',
  )
})

test('H4: who did not sign an entry has none of its acts judged', async () => {
  const acts = [remove(await newPerson())]
  expect(await attempt(org, owner, ...acts)).toBe('not-a-member')
  const forged = await signedBy(org, reader, acts, { author: owner.id })
  expect(verdict(await replayEntry(org.state, forged.entry))).toBe('bad-signature')
})

test('H4 S12: an entry has so many acts, and weighs so much, and no more', async () => {
  const at = await newOrg()
  const again = { act: 'member profile set' as const, member: at.owner.id, profile: await someHash() }
  expect(await attempt(at, at.owner, ...Array.from({ length: 2_500 }, () => again))).toBe('accepted')
  expect(await attempt(at, at.owner, ...Array.from({ length: 2_501 }, () => again))).toBe('malformed')

  // A team of whom nobody is like another, and a folder that is above many: lowered and raised again and again.
  const people: Person[] = []
  for (let i = 0; i < 40; i++) people.push(await newMember(at))
  const [top, own] = [await newFolder(at, at.owner), await newFolder(at, at.owner)]
  for (let i = 0; i < 49; i++) await accept(at, at.owner, await creation(at, top))
  await accept(at, at.owner, ...people.map((person) => grant(own, toMember(person), 'fill')))
  const team = await newTeam(at, at.owner, top, people)
  await accept(at, at.owner, grant(top, toTeam(team), 'read'))
  const times = (n: number) =>
    Array.from({ length: n }, () => [grant(top, toTeam(team), 'fill'), grant(top, toTeam(team), 'read')]).flat()
  // 41 people, each unlike the others, times 50 folders: 2,050 each time.
  expect(await attempt(at, at.owner, ...times(975))).toBe('accepted')
  expect(await attempt(at, at.owner, ...times(976))).toBe('too-heavy')
})

test('P4 S11: a signature is over all of one entry, and over that entry only', async () => {
  const { entry } = await signedBy(org, owner, [act])
  const [body, by] = split(entry).fields
  if (body === undefined || by === undefined) throw new Error('no entry')
  const other = await signedBy(org, owner, [act, await creation(org, null)])
  const [otherBody] = split(other.entry).fields
  expect(await raw(packEntry(body, signature.read(by)))).toBe('accepted')
  expect(await raw(packEntry(new Uint8Array(otherBody ?? []), signature.read(by)))).toBe('bad-signature')
  expect(await raw(packEntry(body, signature.read(new Uint8Array(64))))).toBe('bad-signature')
})

test('P4 S11: a signature is not moved from a journal to the ledger', async () => {
  const { head, time } = org.state
  const place = { org: org.state.org, sequence: head.sequence + 1, previous: head.hash, time, author: owner.id }
  const journal = await signJournalEntry(owner.keys.sign, {
    ...place,
    folder,
    ledger: head,
    generation: 1,
    changes: [],
  })
  expect(await raw(journal.entry)).toBe('malformed')
  const [, by] = split(journal.entry).fields
  const [body] = split((await signedBy(org, owner, [act])).entry).fields
  expect(await raw(packEntry(new Uint8Array(body ?? []), signature.read(new Uint8Array(by ?? []))))).toBe(
    'bad-signature',
  )
})

test('P6: unknown acts, versions and labels are refused, though well signed', async () => {
  const { entry } = await signedBy(org, owner, [act])
  const { label, fields } = split(split(entry).fields[0] ?? new Uint8Array())
  const signed = async (body: Uint8Array<ArrayBuffer>) => raw(packEntry(body, await owner.keys.sign.sign(body)))
  const withField = (at: number, field: Uint8Array | number) =>
    encode(label, ...fields.map((one, i) => (i === at ? field : one)))
  expect(await signed(encode(label, ...fields))).toBe('accepted')
  expect(await signed(withField(0, 2))).toBe('malformed')
  expect(await signed(withField(0, 0))).toBe('malformed')
  expect(await signed(withField(6, encode('list', encode('folder opened to everybody', idBytes(folder)))))).toBe(
    'malformed',
  )
  expect(await signed(encode('cloison/v2/ledger', ...fields))).toBe('malformed')
})

test('P6 S5: no second encoding of an entry is read', async () => {
  const { entry } = await signedBy(org, owner, [act])
  const { label, fields } = split(split(entry).fields[0] ?? new Uint8Array())
  const signed = async (body: Uint8Array<ArrayBuffer>) => raw(packEntry(body, await owner.keys.sign.sign(body)))
  expect(await raw(new Uint8Array([...entry, 0]))).toBe('malformed')
  expect(await raw(new Uint8Array(entry.subarray(0, -1)))).toBe('malformed')
  expect(await raw(new Uint8Array())).toBe('malformed')
  expect(await signed(encode(label, ...fields, ''))).toBe('malformed')
  expect(await signed(encode(label, ...fields.slice(0, -1)))).toBe('malformed')
  expect(await signed(encode(label, Uint8Array.of(1), ...fields.slice(1)))).toBe('malformed')
  const witnessed = (...value: Uint8Array[]) =>
    encode(label, ...fields.slice(0, -1), encode('list', encode('folder witnessed', idBytes(folder), ...value)))
  expect(await signed(witnessed(Uint8Array.of(1)))).toBe('accepted')
  expect(await signed(witnessed(Uint8Array.of(1, 0)))).toBe('malformed')
})

test('an entry is all or nothing: a refused act undoes those before it', async () => {
  const before = structuredClone(org.state)
  const good = await creation(org, null)
  expect(await attempt(org, owner, good, { ...good })).toBe('already-there')
  expect(await attempt(org, owner, good, setMembers(newTeamId(), [reader]))).toBe('unknown-team')
  expect(org.state).toEqual(before)
  expect(await attempt(org, owner, good)).toBe('accepted')
})

test('S11: a ledger is read in one run, and only signatures that this desk checked before are taken as checked', async () => {
  const at = await newOrg()
  await newFolder(at, at.owner)
  const stranger = { ...at.owner, keys: (await newPerson()).keys }
  const unsigned = await signedBy(at, stranger, [await creation(at, null)])
  const entries = [...at.entries, unsigned.entry]
  const upTo = async (checked: number) => replay(newChain(), entries, { checked })
  expect(await upTo(0)).toMatchObject({
    chain: { last: { head: { sequence: 2 } } },
    refused: { code: 'bad-signature' },
  })
  expect(lengthOf((await upTo(2)).chain)).toBe(2)
  expect((await upTo(3)).chain.last?.head.hash).toBe(unsigned.hash)
})

test('replay changes no state in place', async () => {
  const frozen = freeze(structuredClone(org.state))
  const { entry } = await signedBy(org, owner, [act, remove(reader)])
  expect(verdict(await replayEntry(frozen, entry))).toBe('accepted')
})

test('the head is the hash of the last entry, and counts them', async () => {
  const next = await accept(org, owner, await creation(org, null))
  expect(next.head.sequence).toBe(org.entries.length)
  const last = org.entries.at(-1) ?? new Uint8Array()
  expect(next.head.hash).toBe(hashId.read(new Uint8Array(await crypto.subtle.digest('SHA-256', last))))
})

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freeze)
  return value
}
