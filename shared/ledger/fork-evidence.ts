/**
 * A fork as a file, for whoever examines it without server and extension (P5, S8): our own signed entry at a sequence, and
 * what a colleague has signed that names another hash there. It proves that both were signed, not who kept them apart:
 * the server, or that colleague together with it.
 */
import * as z from 'zod/mini'
import { fromBase64url } from '../bytes/base64url.ts'
import { Failure } from '../bytes/failure.ts'
import { hash, memberId, orgId, parseId, signPublic } from '../bytes/ids.ts'
import type { MemberId, OrgId, SignPublic } from '../bytes/ids.ts'
import { tableOf } from '../bytes/table.ts'
import type { LedgerHead } from './acts.ts'
import { ledgerBody, readEntry } from './entry.ts'
import { readStatement, statementKinds } from './statement.ts'
import type { StatementKind } from './statement.ts'

const format = 'cloison/v1/fork-evidence'
const text = z.string()
const file = z.strictObject({
  format: z.literal(format),
  org: text,
  own: z.strictObject({ sequence: z.int(), hash: text, entry: text }),
  other: z.strictObject({
    kind: z.enum(statementKinds),
    member: text,
    signKey: text,
    sequence: z.int(),
    hash: text,
    time: z.int(),
    signed: text,
  }),
  found: z.int(),
})

/** `own.entry` and `other.signed` are base64url; times in ms since 1970. */
export type ForkEvidence = {
  org: OrgId
  own: LedgerHead & { entry: string }
  other: LedgerHead & { kind: StatementKind; member: MemberId; signKey: SignPublic; time: number; signed: string }
  found: number
}

/** The file's text. */
export const writeEvidence = (of: ForkEvidence): string => `${JSON.stringify({ format, ...of }, null, 2)}\n`

/**
 * Reads such a file and checks all that it can prove by itself: that our entry has the hash that it is said to have, and that
 * `other.signKey` has signed the other head. Whether that key is the member's, a ledger export says. Throws `bad-evidence`.
 */
export async function checkEvidence(content: string): Promise<ForkEvidence> {
  const evidence = parsed(content)
  const { org, own, other } = evidence
  const members = tableOf([[other.member, { signKey: other.signKey }]])
  const statement = await readStatement(other.kind, other.signed, { org, members }).catch(() => null)
  const entry = await readEntry(ledgerBody, fromBase64url(own.entry)).catch(() => null)
  const isOurs = entry !== null && entry.hash === own.hash && entry.body.sequence === own.sequence
  const isTheirs =
    statement !== null &&
    statement.author === other.member &&
    statement.head.sequence === other.sequence &&
    statement.head.hash === other.hash &&
    statement.time === other.time
  const isFork = own.sequence === other.sequence && own.hash !== other.hash
  if (!isOurs || !isTheirs || !isFork) throw new Failure('bad-evidence')
  return evidence
}

function parsed(content: string): ForkEvidence {
  try {
    const { format: _format, org, own, other, found } = file.parse(JSON.parse(content))
    return {
      org: parseId(orgId, org),
      own: { ...own, hash: parseId(hash, own.hash) },
      other: {
        ...other,
        hash: parseId(hash, other.hash),
        member: parseId(memberId, other.member),
        signKey: parseId(signPublic, other.signKey),
      },
      found,
    }
  } catch {
    throw new Failure('bad-evidence')
  }
}
