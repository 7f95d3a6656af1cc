import type { Status } from '../messages/views.ts'
import { sayLimit } from '../words/desk-limits.ts'
import { unlockWords } from '../words/unlock.ts'

/** Says why this desk is locked; null when the reason is unknown, or a banner already shows it. */
export function lockSentence({
  why,
  limit,
}: Pick<Extract<Status, { state: 'locked' }>, 'why' | 'limit'>): string | null {
  if (why === null || why === 'removed') return null
  return why === 'too-long' || why === 'unheard' ? sayLimit(why, limit) : unlockWords().because[why]
}
