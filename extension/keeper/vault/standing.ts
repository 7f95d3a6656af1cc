import { Failure } from '../../../shared/bytes/failure.ts'
import { stateOf } from './vault.ts'
import type { Vault } from './vault.ts'

/** An unlocked vault, with how many keys its person has by the server's account; null until it has been asked. */
export type Counted = { vault: Vault; session: { keys: number | null } }

/**
 * Whether pages may be shown of a vault: not before a ledger has been verified and, where its policy wants two keys of
 * everybody, this person's have been counted (`unknown`), and not while the second one is `owed`.
 */
export type Standing = 'unknown' | 'owed' | 'free'

/** Whether the verified policy wants two keys of everybody. */
export const wantsTwo = (vault: Vault) => vault.chain.last !== null && stateOf(vault).policy.twoKeys

export function standingOf({ vault, session: { keys } }: Counted): Standing {
  if (vault.chain.last === null) return 'unknown'
  if (!wantsTwo(vault)) return 'free'
  return keys === null ? 'unknown' : keys < 2 ? 'owed' : 'free'
}

/** Nothing of the vault is given before the second key. Throws Failure `second-key-owed`. */
export function needSecondKey(open: Counted): void {
  if (wantsTwo(open.vault) && standingOf(open) !== 'free') throw new Failure('second-key-owed')
}
