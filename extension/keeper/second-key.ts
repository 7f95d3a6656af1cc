import { Failure } from '../../shared/bytes/failure.ts'
import type { Opened } from '../messages/contract.ts'
import type { Intent } from '../messages/intent.ts'
import type { Keeper } from './keeper.ts'
import type { Open } from './open.ts'
import { countKeys } from './people.ts'
import { stateOf } from './vault.ts'
import type { Vault } from './vault.ts'

/** An unlocked vault, with how many keys its person has by the server's account; null until it has been asked. */
export type Counted = { vault: Vault; session: { keys: number | null } }

/**
 * Whether pages may be shown of a vault: not before a ledger has been verified and, where its policy wants two keys of
 * everybody, this person's have been counted (`unknown`), and not while the second one is `owed`.
 */
export type Standing = 'unknown' | 'owed' | 'free'

const wantsTwo = (vault: Vault) => vault.chain.last !== null && stateOf(vault).policy.twoKeys

export function standingOf({ vault, session: { keys } }: Counted): Standing {
  if (vault.chain.last === null) return 'unknown'
  if (!wantsTwo(vault)) return 'free'
  return keys === null ? 'unknown' : keys < 2 ? 'owed' : 'free'
}

/** The same at an unlock, where a sync that was refused has not come as far as counting. A server that is away leaves it unknown. */
export async function judgeUnlock(open: Open): Promise<Standing> {
  try {
    if (wantsTwo(open.vault)) await countKeys(open)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
  }
  return standingOf(open)
}

/** Nothing of the vault is given before the second key. Throws Failure `second-key-owed`. */
export function needSecondKey(open: Counted): void {
  if (wantsTwo(open.vault) && standingOf(open) !== 'free') throw new Failure('second-key-owed')
}

/** The vault, for what pages may be given of it. Throws Failure `locked`, `second-key-owed`. */
export function needShown(keeper: Keeper): Open {
  const open = keeper.needOpen()
  needSecondKey(open)
  return open
}

/** Nobody locks themselves out by their own signature: who asks two keys of everybody has two. Throws Failure `own-second-key`. */
export function needOwnSecondKey({ session }: Open, intent: Intent): void {
  if (intent.do === 'set-policy' && intent.policy.twoKeys && session.keys === 1) throw new Failure('own-second-key')
}

/** What an unlock has led to. */
export const openedAs = (keeper: Keeper): { state: Opened } => ({
  state: keeper.shown === null ? 'second-key' : 'unlocked',
})
