import { Failure } from '../../shared/bytes/failure.ts'
import type { Opened } from '../messages/contract.ts'
import type { Intent } from '../messages/intent.ts'
import { needSecondKey } from './vault/standing.ts'
import type { Keeper } from './keeper.ts'
import type { Open } from './vault/open.ts'

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
