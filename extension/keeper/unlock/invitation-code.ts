import { fromBase64url, toBase64url } from '../../../shared/bytes/base64url.ts'
import { invitationId, orgId } from '../../../shared/bytes/ids.ts'
import { bool, bytes, record, text } from '../../../shared/bytes/record.ts'
import type { Of } from '../../../shared/bytes/record.ts'
import { Failure } from '../../../shared/bytes/failure.ts'
import { ledgerHead } from '../../../shared/ledger/acts.ts'
import { originOf } from '../desk/origin.ts'

/**
 * What an invitation says. It is a code to paste and not an address to open, so that no page of the server ever sees its secret.
 * `ledger` is the head that the newcomer's ledger must extend (S1).
 */
const invitation = record('cloison/v1/invitation', {
  server: text,
  org: orgId,
  ledger: ledgerHead,
  invitation: invitationId,
  secret: bytes(32),
  /** Whether the policy lets two owners recover a personal folder, when the code is made. Shown before joining. */
  recovery: bool,
  /** Whether the policy wants two FIDO keys of everybody. Shown before joining, so that the person has the second at hand. */
  twoKeys: bool,
  /** Whether the policy allows certain models of key only. Then the browser asks the newcomer for consent to attestation. */
  attested: bool,
})
export type InvitationCode = Of<typeof invitation>

/** Returns the code as it is sent to the invited person: `CLOISON-` and base64url. */
export const writeInvitation = (code: InvitationCode) => `CLOISON-${toBase64url(invitation.write(code))}`

/**
 * Returns the content of a pasted code; line breaks and spaces in it do not matter. Its server must be an origin that `originOf`
 * accepts: https, or http on loopback. Throws Failure `bad-invitation-code`.
 */
export function readInvitation(pasted: string): InvitationCode {
  const [, payload] = /^CLOISON-([A-Za-z0-9_-]+)$/.exec(pasted.replace(/\s+/g, '')) ?? []
  try {
    const code = invitation.read(fromBase64url(payload ?? ''))
    if (originOf(code.server) === code.server) return code
  } catch {
    // Reported below.
  }
  throw new Failure('bad-invitation-code')
}
