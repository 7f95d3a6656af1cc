import { emptyTable, get, put } from '../../../shared/bytes/table.ts'
import { fromBase64url } from '../../../shared/bytes/base64url.ts'
import type { Bytes } from '../../../shared/bytes/bytes.ts'
import { unframed } from '../../../shared/bytes/encode.ts'
import { Failure } from '../../../shared/bytes/failure.ts'
import { receiveHash } from '../../../shared/crypto/hpke.ts'
import { verifyReceipt } from '../../../shared/ledger/receipt.ts'
import { hashAt, lengthOf } from '../../../shared/ledger/replay/chain.ts'
import type { Chain } from '../../../shared/ledger/replay/chain.ts'
import { replay } from '../../../shared/ledger/replay/ledger.ts'
import { holdNewest } from '../../../shared/ledger/replay/owed.ts'
import { Refused } from '../../../shared/ledger/replay/state.ts'
import type { LedgerReply } from '../../../shared/protocol/sync.ts'
import type { Vault } from '../vault/vault.ts'

/** Returns the entries in a reply, as views on its bytes. Throws Failure `bad-reply`. */
export function entriesOf({ entries }: LedgerReply): Bytes[] {
  try {
    return unframed(fromBase64url(entries))
  } catch {
    throw new Failure('bad-reply', 'ledger')
  }
}

/**
 * Adds entries after our head to the vault, if the whole chain is valid (P4): it replays, belongs to our org, and at its end contains
 * the pinned head (P5) and exactly our own keys. At a first sync only the newest signature of each key is checked here; `settleOwed`
 * checks the others.
 * @throws Failure `tampered-ledger` with the reason in its message, `rolled-back`, `pending`
 */
export async function applyEntries(vault: Vault, reply: LedgerReply, entries: readonly Bytes[]): Promise<void> {
  if (vault.chain.last === null) await noteVerified(vault, reply.own)
  const checked = vault.verified?.sequence ?? 0
  const { uncheckedSignatures } = vault
  const { chain, refused } = await replay(vault.chain, entries, { checked, owed: uncheckedSignatures })
  if (refused !== null) throw new Failure('tampered-ledger', refused.code)
  if (chain.last !== null && chain.last.org !== vault.org) throw new Failure('tampered-ledger', 'wrong-org')
  if (reply.head.sequence < lengthOf(vault.chain)) throw new Failure('rolled-back')
  if (!reply.more) await checkEnd(vault, chain, reply)
  for (const entry of entries) vault.entries.push(entry)
  vault.chain = chain
  if (entries.length > 0) vault.unstored.add('ledger')
}

/**
 * Notes the head in this person's own receipt: a client of theirs has verified the ledger up to it. Their own key signed it, so no
 * server can forge one, and an older one only means more to check. The ledger must contain that head, as it must the pin (P5).
 */
async function noteVerified(vault: Vault, own: string | null): Promise<void> {
  if (own === null || vault.verified !== null) return
  const members = put(emptyTable, vault.me, { signKey: vault.keys.sign.publicKey })
  const seen = await verifyReceipt(fromBase64url(own), { org: vault.org, members })
  if (!(seen instanceof Refused)) vault.verified = seen.ledger
}

async function checkEnd(vault: Vault, chain: Chain, reply: LedgerReply): Promise<void> {
  const { last } = chain
  const pinned = hashAt(chain, vault.pinned.sequence)
  if (last === null || pinned === null) throw new Failure('rolled-back')
  if (pinned !== vault.pinned.hash) throw new Failure('tampered-ledger', 'fork')
  if (last.head.sequence !== reply.head.sequence || last.head.hash !== reply.head.hash)
    throw new Failure('tampered-ledger', 'head')
  const { verified } = vault
  if (verified !== null && hashAt(chain, verified.sequence) !== verified.hash)
    throw new Failure(lengthOf(chain) < verified.sequence ? 'rolled-back' : 'tampered-ledger', 'fork')
  const mine = get(last.members, vault.me)
  if (mine === null) throw new Failure('pending')
  const receive = await receiveHash(vault.keys.receive.publicKey)
  if (mine.signKey !== vault.keys.sign.publicKey || mine.receive !== receive)
    throw new Failure('tampered-ledger', 'own-keys')
  if (vault.uncheckedSignatures !== null && !(await holdNewest(vault.uncheckedSignatures, mine.signKey)))
    throw new Failure('tampered-ledger', 'bad-signature')
}
