import { Failure } from '../../../shared/bytes/failure.ts'
import type { MemberId } from '../../../shared/bytes/ids.ts'
import { get } from '../../../shared/bytes/table.ts'
import { holdAll, holdLetIn } from '../../../shared/ledger/replay/owed.ts'
import { stateOf } from '../vault/vault.ts'
import type { Vault } from '../vault/vault.ts'

const forged = () => new Failure('tampered-ledger', 'bad-signature')

/**
 * P4: throws Failure `tampered-ledger` unless the signatures that made `author` a member hold. Called before anything of theirs is used,
 * since older signatures may still be unchecked after a first sync.
 */
export async function needLetIn(vault: Vault, author: MemberId): Promise<void> {
  const key = get(stateOf(vault).members, author)?.signKey
  if (vault.owed !== null && key !== undefined && !(await holdLetIn(vault.owed, key))) throw forged()
}

/** Checks all signatures that the first sync left unchecked. Throws Failure `tampered-ledger`, or the reason of `signal`'s abort. */
export async function settleOwed(vault: Vault, signal: AbortSignal): Promise<void> {
  if (vault.owed === null) return
  if (!(await holdAll(vault.owed, signal))) throw forged()
  vault.owed = null
}
