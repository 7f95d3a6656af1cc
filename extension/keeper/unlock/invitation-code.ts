import { fromBase64url, toBase64url } from '../../../shared/bytes/base64url.ts'
import { invitationId, orgId } from '../../../shared/bytes/ids.ts'
import { bool, bytes, record, text } from '../../../shared/bytes/record.ts'
import type { Of } from '../../../shared/bytes/record.ts'
import { Failure } from '../../../shared/bytes/failure.ts'
import { ledgerHead } from '../../../shared/ledger/acts.ts'
import { originOf } from '../desk/origin.ts'

/** A code, not an address: no page of the server's ever sees it. `ledger` is the head that the newcomer pins (S1). */
const invitation = record('cloison/v1/invitation', {
  server: text,
  org: orgId,
  ledger: ledgerHead,
  invitation: invitationId,
  secret: bytes(32),
  /** Whether two owners can give a personal folder back, as the policy says when the code is made: shown before joining. */
  recovery: bool,
  /** Whether everybody needs two keys: said before joining, so that the second is at hand. */
  twoKeys: bool,
  /** Whether the make of keys is checked: the browser asks the newcomer, who should know that it will. */
  attested: bool,
})
export type InvitationCode = Of<typeof invitation>

export const writeInvitation = (code: InvitationCode) => `CLOISON-${toBase64url(invitation.write(code))}`

/**
 * Reads a pasted code; line breaks and spaces do not matter. The server that it names is one that could be typed: https, or
 * this machine. Throws Failure `bad-invitation-code`.
 */
export function readInvitation(pasted: string): InvitationCode {
  const [, payload] = /^CLOISON-([A-Za-z0-9_-]+)$/.exec(pasted.replace(/\s+/g, '')) ?? []
  try {
    const code = invitation.read(fromBase64url(payload ?? ''))
    if (originOf(code.server) === code.server) return code
  } catch {
    // Told below.
  }
  throw new Failure('bad-invitation-code')
}
