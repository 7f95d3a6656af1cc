/**
 * What a member's client leaves at the server after it has verified a ledger's head: "I have seen this" (P5). It says
 * nothing about what the member could not see, and nothing about who else has.
 */
import { memberId, orgId } from '../bytes/ids.ts'
import type { MemberId, OrgId, SignPublic } from '../bytes/ids.ts'
import type { Bytes } from '../bytes/bytes.ts'
import { get } from '../bytes/table.ts'
import type { Table } from '../bytes/table.ts'
import { Failure } from '../bytes/failure.ts'
import { int, record } from '../bytes/record.ts'
import type { Of } from '../bytes/record.ts'
import type { Signer } from '../crypto/sign.ts'
import { verify } from '../crypto/verify.ts'
import { ledgerHead } from './acts.ts'
import { entryVersion, packEntry, readEntry } from './entry.ts'
import { Refused } from './replay/state.ts'

const seen = record('cloison/v1/seen', { version: int, org: orgId, member: memberId, ledger: ledgerHead, time: int })
/** `time`: by the member's clock, ms since 1970. */
export type Seen = Of<typeof seen>

/** What a verified ledger knows of an org's members: enough to tell whose signature something carries. */
export type KnownMembers = { org: OrgId; members: Table<MemberId, { signKey: SignPublic }> }

/** A receipt, signed and packed as entries are: its label keeps it from being taken for one (S11). */
export async function signReceipt(signer: Signer, of: Omit<Seen, 'version'>): Promise<Bytes> {
  const body = seen.write({ version: entryVersion, ...of })
  return packEntry(body, await signer.sign(body))
}

/**
 * What a receipt says, once its signature is that of the member whom this ledger knows; a removed member's counts too, since
 * the removal may be what another branch lacks. Whether the head is on one's own chain is the caller's to judge.
 */
export async function verifyReceipt(receipt: Bytes, { org, members }: KnownMembers): Promise<Seen | Refused> {
  try {
    const { body, signedBytes, signature } = await readEntry(seen, receipt)
    if (body.org !== org) return new Refused('wrong-org')
    const member = get(members, body.member)
    if (member === null) return new Refused('unknown-author')
    return (await verify(member.signKey, signedBytes, signature)) ? body : new Refused('bad-signature')
  } catch (error) {
    if (error instanceof Failure) return new Refused('malformed')
    throw error
  }
}
