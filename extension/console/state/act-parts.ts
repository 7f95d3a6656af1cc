import type { Intent } from '../../messages/intent.ts'
import type { MemberId } from './ids.ts'

/** The people in an act who are parts of it, each independent of the others; empty for an act that is one thing. */
export function partsOf(intent: Intent): readonly MemberId[] {
  if (intent.do === 'set-members') return [...intent.added, ...intent.removed]
  return intent.do === 'remove-members' ? intent.members : []
}

/** The act without one of its parts. The last part cannot be taken out: then it is cancelled instead. */
export function withoutPart(intent: Intent, part: MemberId): Intent {
  const isOther = (one: MemberId) => one !== part
  if (partsOf(intent).length <= 1) return intent
  if (intent.do === 'set-members')
    return { ...intent, added: intent.added.filter(isOther), removed: intent.removed.filter(isOther) }
  return intent.do === 'remove-members' ? { ...intent, members: intent.members.filter(isOther) } : intent
}
