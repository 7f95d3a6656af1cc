import { Failure } from '../../shared/bytes/failure.ts'
import type { UnlockResult } from '../messages/contract.ts'
import type { Intent } from '../messages/intent.ts'
import { needSecondKey } from './vault/standing.ts'
import type { Keeper } from './keeper.ts'
import type { Open } from './vault/open.ts'

/** Returns the vault, for what pages may be given of it. Throws Failure `locked`, `second-key-owed`. */
export function needFullyUnlocked(keeper: Keeper): Open {
  const open = keeper.needOpen()
  needSecondKey(open)
  return open
}

/** Refuses a policy of two keys from somebody who has only one, since it would lock them out. Throws Failure `own-second-key`. */
export function needOwnSecondKey({ session }: Open, intent: Intent): void {
  if (intent.do === 'set-policy' && intent.policy.twoKeys && session.keys === 1) throw new Failure('own-second-key')
}

/** Returns the state that an unlock has led to. */
export const unlockResult = (keeper: Keeper): { state: UnlockResult } => ({
  state: keeper.shown === null ? 'second-key' : 'unlocked',
})
