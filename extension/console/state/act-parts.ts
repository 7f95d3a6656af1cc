import type { Intent } from '../../messages/intent.ts'
import type { InvitationId, MemberId } from './ids.ts'

/** One part of an act: a person, or a newcomer by their invitation. */
export type Part = MemberId | InvitationId

/** The people in an act who are parts of it, each independent of the others; empty for an act that is one thing. */
export function partsOf(intent: Intent): readonly Part[] {
  switch (intent.do) {
    case 'set-members':
      return [...intent.added, ...intent.removed]
    case 'remove-members':
      return intent.members
    case 'approve-many':
    case 'cancel-invitations':
      return intent.invitations
    default:
      return []
  }
}

/** The act without one of its parts. The last part cannot be taken out: then it is cancelled instead. */
export function withoutPart(intent: Intent, part: Part): Intent {
  const isOther = (one: Part) => one !== part
  if (partsOf(intent).length <= 1) return intent
  switch (intent.do) {
    case 'set-members':
      return { ...intent, added: intent.added.filter(isOther), removed: intent.removed.filter(isOther) }
    case 'remove-members':
      return { ...intent, members: intent.members.filter(isOther) }
    case 'approve-many':
    case 'cancel-invitations':
      return { ...intent, invitations: intent.invitations.filter(isOther) }
    default:
      return intent
  }
}
