import { Failure } from '../../../shared/bytes/failure.ts'
import type { MemberId } from '../../../shared/bytes/ids.ts'
import { get } from '../../../shared/bytes/table.ts'
import { holdAll, holdLetIn } from '../../../shared/ledger/replay/owed.ts'
import { stateOf } from '../vault/vault.ts'
import type { Vault } from '../vault/vault.ts'

const forgedFailure = () => new Failure('tampered-ledger', 'bad-signature')

/**
 * P4: throws Failure `tampered-ledger` unless the signatures that made `author` a member hold. Called before anything of theirs is used,
 * since older signatures may still be unchecked after a first sync.
 */
export async function needVerifiedMember(vault: Vault, author: MemberId): Promise<void> {
  const key = get(stateOf(vault).members, author)?.signKey
  if (vault.uncheckedSignatures !== null && key !== undefined && !(await holdLetIn(vault.uncheckedSignatures, key)))
    throw forgedFailure()
}

/** Checks all signatures that the first sync left unchecked. Throws Failure `tampered-ledger`, or the reason of `signal`'s abort. */
export async function checkRemainingSignatures(vault: Vault, signal: AbortSignal): Promise<void> {
  if (vault.uncheckedSignatures === null) return
  if (!(await holdAll(vault.uncheckedSignatures, signal))) throw forgedFailure()
  vault.uncheckedSignatures = null
}
