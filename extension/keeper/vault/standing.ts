import { Failure } from '../../../shared/bytes/failure.ts'
import { stateOf } from './vault.ts'
import type { Vault } from './vault.ts'

/** An unlocked vault, and how many FIDO keys its person has according to the server; null until the server has been asked. */
export type WithKeyCount = { vault: Vault; session: { keys: number | null } }

/**
 * Whether the vault may be shown to pages. `unknown`: no ledger is verified yet, or its policy wants two FIDO keys of everybody and
 * this person's are not counted yet. `owed`: this person must enrol a second key first. `free`: it may be shown.
 */
export type Standing = 'unknown' | 'owed' | 'free'

/** Returns whether the verified policy wants two FIDO keys of everybody. */
export const wantsTwo = (vault: Vault) => vault.chain.last !== null && stateOf(vault).policy.twoKeys

/** Returns whether the vault may be shown to pages. */
export function standingOf({ vault, session: { keys } }: WithKeyCount): Standing {
  if (vault.chain.last === null) return 'unknown'
  if (!wantsTwo(vault)) return 'free'
  return keys === null ? 'unknown' : keys < 2 ? 'owed' : 'free'
}

/** Throws Failure `second-key-owed` where the policy wants two FIDO keys and this person is not known to have them. */
export function needSecondKey(open: WithKeyCount): void {
  if (wantsTwo(open.vault) && standingOf(open) !== 'free') throw new Failure('second-key-owed')
}
