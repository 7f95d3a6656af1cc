/**
 * Everything signed that names a ledger head: receipts, journal entries, and ledger entries, which name the one before them.
 * Two heads at one sequence, one on our chain and one under a colleague's signature, are a fork (P5, S8). An entry's own hash
 * is not taken for a head: an honest member signs two entries for one place when somebody else was first.
 */
import { fromBase64url } from '../bytes/base64url.ts'
import type { Hash, MemberId, OrgId, Signature } from '../bytes/ids.ts'
import { get } from '../bytes/table.ts'
import { Failure } from '../bytes/failure.ts'
import { verify } from '../crypto/verify.ts'
import type { LedgerHead } from './acts.ts'
import { journalBody, ledgerBody, readEntry } from './entry.ts'
import { verifyReceipt } from './receipt.ts'
import type { KnownMembers } from './receipt.ts'
import { Refused } from './replay/state.ts'

export const statementKinds = ['seen', 'journal', 'ledger'] as const
export type StatementKind = (typeof statementKinds)[number]

/** `head`: where the author's ledger stood. `signed`: the receipt or entry, base64url. `time`: by the author's clock, ms. */
export type Statement = { kind: StatementKind; author: MemberId; head: LedgerHead; time: number; signed: string }

/** What a receipt or entry says of its author's ledger; null unless that member's key has signed it for this org. */
export async function readStatement(
  kind: StatementKind,
  signed: string,
  known: KnownMembers,
): Promise<Statement | null> {
  try {
    const said = kind === 'seen' ? await ofReceipt(signed, known) : await ofEntry(kind, signed, known)
    return said === null ? null : { kind, signed, ...said }
  } catch (error) {
    if (error instanceof Failure) return null
    throw error
  }
}

async function ofReceipt(signed: string, known: KnownMembers) {
  const seen = await verifyReceipt(fromBase64url(signed), known)
  return seen instanceof Refused ? null : { author: seen.member, head: seen.ledger, time: seen.time }
}

async function ofEntry(kind: 'journal' | 'ledger', signed: string, known: KnownMembers) {
  const { opened, head } = kind === 'journal' ? await journalEntry(signed) : await ledgerEntry(signed)
  const { body, signedBytes, signature } = opened
  const isTheirs = await isSigned(known, body, signedBytes, signature)
  return isTheirs ? { author: body.author, head, time: body.time } : null
}

async function journalEntry(signed: string) {
  const opened = await readEntry(journalBody, fromBase64url(signed))
  return { opened, head: opened.body.ledger }
}

async function ledgerEntry(signed: string) {
  const opened = await readEntry(ledgerBody, fromBase64url(signed))
  const { sequence, previous } = opened.body
  return { opened, head: { sequence: sequence - 1, hash: previous } }
}

async function isSigned(
  { org, members }: KnownMembers,
  body: { org: OrgId; author: MemberId },
  signedBytes: Uint8Array,
  signature: Signature,
): Promise<boolean> {
  const author = get(members, body.author)
  return body.org === org && author !== null && (await verify(author.signKey, signedBytes, signature))
}

/** Whether a head stands on the chain whose hash at each sequence `hashAt` gives; null where that chain does not reach. */
export function isOnChain({ sequence, hash }: LedgerHead, hashAt: (sequence: number) => Hash | null): boolean | null {
  if (sequence === 0) return true
  const own = hashAt(sequence)
  return own === null ? null : own === hash
}
