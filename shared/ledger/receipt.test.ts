import { expect, test } from 'vitest'
import { toBase64url } from '../bytes/base64url.ts'
import { newFolderId } from '../bytes/ids.ts'
import { sha256 } from '../crypto/hash.ts'
import { checkEvidence, writeEvidence } from './fork-evidence.ts'
import { signReceipt, verifyReceipt } from './receipt.ts'
import { Refused } from './replay/state.ts'
import { signJournalEntry, signLedgerEntry } from './sign-entry.ts'
import { isOnChain, readStatement } from './statement.ts'
import { newMember, newOrg } from './testing/org.ts'
import { someHash } from './testing/person.ts'

const org = await newOrg()
const agent = await newMember(org)
const other = await newMember(org)
const { state } = org
const seen = { org: state.org, member: agent.id, ledger: state.head, time: state.time }
const receipt = await signReceipt(agent.keys.sign, seen)
const codeOf = async (bytes: typeof receipt) => {
  const read = await verifyReceipt(bytes, state)
  return read instanceof Refused ? read.code : read
}

test('a receipt says what was signed', async () => {
  expect(await codeOf(receipt)).toEqual({ version: 1, ...seen })
})

test('P5 S8 S11: a receipt counts only under its own member’s signature, for its own org, byte for byte', async () => {
  expect(await codeOf(await signReceipt(other.keys.sign, seen))).toBe('bad-signature')
  const alien = await newOrg()
  expect(await codeOf(await signReceipt(agent.keys.sign, { ...seen, org: alien.state.org }))).toBe('wrong-org')
  expect(await codeOf(await signReceipt(agent.keys.sign, { ...seen, member: alien.owner.id }))).toBe('unknown-author')
  for (const at of receipt.keys()) {
    const bent = receipt.slice()
    bent[at] = (bent[at] ?? 0) ^ 1
    expect(['malformed', 'wrong-org', 'unknown-author', 'bad-signature']).toContain(await codeOf(bent))
  }
  const { entry } = await signLedgerEntry(agent.keys.sign, {
    org: state.org,
    sequence: 9,
    previous: state.head.hash,
    time: state.time,
    author: agent.id,
    acts: [],
  })
  expect(await codeOf(entry)).toBe('malformed')
})

const elsewhere = { sequence: state.head.sequence, hash: await someHash() }
const forked = {
  seen: async () => signReceipt(agent.keys.sign, { ...seen, ledger: elsewhere }),
  ledger: async () =>
    (
      await signLedgerEntry(agent.keys.sign, {
        org: state.org,
        sequence: elsewhere.sequence + 1,
        previous: elsewhere.hash,

        time: state.time,
        author: agent.id,
        acts: [],
      })
    ).entry,
  journal: async () =>
    (
      await signJournalEntry(agent.keys.sign, {
        org: state.org,
        sequence: 1,
        previous: await someHash(),
        time: state.time,
        author: agent.id,

        folder: newFolderId(),
        ledger: elsewhere,
        generation: 1,
        changes: [],
      })
    ).entry,
}
const ownEntry = toBase64url(org.entries.at(-1) ?? new Uint8Array())
const evidenceOf = async (kind: keyof typeof forked) => ({
  org: state.org,
  own: { ...state.head, entry: ownEntry },
  other: {
    kind,
    member: agent.id,
    signKey: agent.keys.sign.publicKey,
    ...elsewhere,
    time: state.time,
    signed: toBase64url(await forked[kind]()),
  },
  found: state.time,
})

test.each(['seen', 'journal', 'ledger'] as const)(
  'P5 S8: a %s entry or receipt names the head it was signed on, and that head is on a chain, off it, or ahead of it',
  async (kind) => {
    const signed = toBase64url(await forked[kind]())
    const statement = await readStatement(kind, signed, state)
    expect(statement).toEqual({ kind, author: agent.id, head: elsewhere, time: state.time, signed })
    const hashAt = (sequence: number) => org.states[sequence - 1]?.head.hash ?? null
    expect(isOnChain(elsewhere, hashAt)).toBe(false)
    expect(isOnChain(state.head, hashAt)).toBe(true)
    expect(isOnChain({ ...elsewhere, sequence: elsewhere.sequence + 1 }, hashAt)).toBe(null)
  },
)

test('S8: an honest second try at one place is no fork: both entries name the same head', async () => {
  const at = {
    org: state.org,
    sequence: state.head.sequence + 1,
    previous: state.head.hash,
    author: agent.id,
    acts: [],
  }
  for (const time of [state.time, state.time + 1]) {
    const { entry } = await signLedgerEntry(agent.keys.sign, { ...at, time })
    expect((await readStatement('ledger', toBase64url(entry), state))?.head).toEqual(state.head)
  }
})

test.each(['seen', 'journal', 'ledger'] as const)(
  'S8: evidence of a fork by a %s can be checked from its file alone, and not once anything in it is changed',
  async (kind) => {
    const evidence = await evidenceOf(kind)
    expect(await checkEvidence(writeEvidence(evidence))).toEqual(evidence)
    const { own, other: theirs } = evidence
    const bent = [
      { ...evidence, own: { ...own, hash: elsewhere.hash } },
      { ...evidence, own: { ...own, sequence: own.sequence + 1 } },
      { ...evidence, own: { ...own, entry: toBase64url(org.entries[0] ?? new Uint8Array()) } },
      { ...evidence, other: { ...theirs, hash: await sha256(new Uint8Array([1])) } },
      { ...evidence, other: { ...theirs, sequence: theirs.sequence - 1 } },
      { ...evidence, other: { ...theirs, member: other.id } },
      { ...evidence, other: { ...theirs, signKey: other.keys.sign.publicKey } },
      { ...evidence, other: { ...theirs, time: theirs.time + 1 } },
      { ...evidence, other: { ...theirs, signed: toBase64url(receipt) } },
      { ...evidence, org: (await newOrg()).state.org },
    ]
    for (const one of bent)
      await expect(checkEvidence(writeEvidence(one))).rejects.toMatchObject({ code: 'bad-evidence' })
  },
)

test('S8: two names of one head are no evidence of a fork', async () => {
  const evidence = await evidenceOf('seen')
  const agreeing = { ...evidence, other: { ...evidence.other, ...state.head, signed: toBase64url(receipt) } }
  await expect(checkEvidence(writeEvidence(agreeing))).rejects.toMatchObject({ code: 'bad-evidence' })
  await expect(checkEvidence('{}')).rejects.toMatchObject({ code: 'bad-evidence' })
})
