import { toBase64url } from '../../../shared/bytes/base64url.ts'
import { signReceipt } from '../../../shared/ledger/receipt.ts'
import { callAs } from '../desk/call-as.ts'
import { randomFraction } from '../desk/random-fraction.ts'
import type { Desk } from '../desk/desk.ts'
import type { Session } from '../desk/session.ts'
import { stateOf } from '../vault/vault.ts'
import type { Vault } from '../vault/vault.ts'
import { takeStatements } from './forks.ts'

/** After how many ms a receipt is renewed, plus or minus a quarter. */
const INTERVAL = 5 * 60_000
/** In an org of up to so many members a receipt for a new head is sent at once. In a larger one each device waits at random. */
const SMALL_ORG = 50
const PER_MEMBER = 20

/**
 * Sends a signed receipt for the head that this device has verified, and fetches those of others (P5), when it is due. This is a
 * request of its own and not part of a sync: a push makes every device sync in the same second, and receipts must not come then.
 * Throws as `callAs`.
 */
export async function exchangeReceipts(desk: Desk, session: Session, vault: Vault): Promise<void> {
  const { forkWatch } = vault
  const state = stateOf(vault)
  const now = desk.now()
  if (forkWatch.left?.hash !== state.head.hash) {
    const members = state.members.count
    const wait = members <= SMALL_ORG ? 0 : randomFraction() * members * PER_MEMBER
    forkWatch.left = { hash: state.head.hash, due: now + wait }
  }
  if (now < forkWatch.left.due) return
  const { org, me: member } = vault
  const receipt = await signReceipt(vault.keys.sign, { org, member, ledger: state.head, time: now })
  const body = { receipt: toBase64url(receipt), after: forkWatch.cursor }
  const reply = await callAs(desk, session, 'seen', body)
  await takeStatements(vault, 'seen', reply.receipts, now)
  forkWatch.cursor = reply.cursor
  forkWatch.left.due = now + INTERVAL * (0.75 + randomFraction() / 2)
  forkWatch.isChanged = true
}
