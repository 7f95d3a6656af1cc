import { toBase64url } from '../../../shared/bytes/base64url.ts'
import { signReceipt } from '../../../shared/ledger/receipt.ts'
import { callAs } from '../desk/call-as.ts'
import { chance } from '../desk/chance.ts'
import type { Desk } from '../desk/desk.ts'
import type { Session } from '../desk/session.ts'
import { stateOf } from '../vault/vault.ts'
import type { Vault } from '../vault/vault.ts'
import { hear } from './forks.ts'

/** How long a receipt stands before it is renewed, give or take a quarter. */
const EVERY = 5 * 60_000
/** In a small org a new head is told at once; in a large one each desk waits its turn: 10,000 desks take over three minutes. */
const AT_ONCE = 50
const PER_MEMBER = 20

/**
 * Leaves a receipt for the head that this desk has verified and takes those of others (P5). A request of its own, not a field
 * of the sync: a push makes every desk sync in the same second, and this must not come then.
 */
export async function exchangeReceipts(desk: Desk, session: Session, vault: Vault): Promise<void> {
  const { witness } = vault
  const state = stateOf(vault)
  const now = desk.now()
  if (witness.left?.hash !== state.head.hash) {
    const members = state.members.count
    const wait = members <= AT_ONCE ? 0 : chance() * members * PER_MEMBER
    witness.left = { hash: state.head.hash, due: now + wait }
  }
  if (now < witness.left.due) return
  const { org, me: member } = vault
  const receipt = await signReceipt(vault.keys.sign, { org, member, ledger: state.head, time: now })
  const body = { receipt: toBase64url(receipt), after: witness.cursor }
  const reply = await callAs(desk, session, 'seen', body)
  await hear(vault, 'seen', reply.receipts, now)
  witness.cursor = reply.cursor
  witness.left.due = now + EVERY * (0.75 + chance() / 2)
  witness.isChanged = true
}
