import type { Status } from '../messages/views.ts'
import { sayLimit } from '../words/desk-limits.ts'
import { unlockWords } from '../words/unlock.ts'

/** Why this desk is locked, in a sentence; null where nothing is known, or a banner says it. */
export function because({ why, limit }: Pick<Extract<Status, { state: 'locked' }>, 'why' | 'limit'>): string | null {
  if (why === null || why === 'removed') return null
  return why === 'too-long' || why === 'unheard' ? sayLimit(why, limit) : unlockWords().because[why]
}
