import { fromBase64url } from '../../../shared/bytes/base64url.ts'
import type { InvitationId } from '../../../shared/bytes/ids.ts'
import type { Intent } from '../../messages/intent.ts'
import type { Handlers } from '../../messages/serve.ts'
import { review } from '../acts/review.ts'
import { submit } from '../acts/submit.ts'
import type { Keeper } from '../keeper.ts'
import { needOwnSecondKey, needFullyUnlocked } from '../second-key.ts'
import { findPeople } from '../sync/find-people.ts'
import { fetchJoins } from '../sync/people.ts'
import { eraseProfile } from '../sync/profiles.ts'
import { writeInvitation } from '../unlock/invitation-code.ts'
import type { Open } from '../vault/open.ts'
import { stateOf } from '../vault/vault.ts'

function newcomersIn(intent: Intent): readonly InvitationId[] {
  if (intent.do === 'approve') return [intent.invitation]
  return intent.do === 'approve-many' ? intent.invitations : []
}

/** The acts on the ledger: shown for review, then signed and sent; and the erasure of a person's profile. */
export function actHandlers(
  keeper: Keeper,
): Pick<Handlers, 'act.review' | 'act.sign' | 'person.find' | 'person.erase'> {
  /** The newcomers as this person saw them in the list; fetched again only where a worker died in between. */
  const joinsFor = async (open: Open, intent: Intent) => {
    const seen = new Set(keeper.joins.joins.map(({ invitation }) => invitation))
    if (!newcomersIn(intent).every((one) => seen.has(one))) keeper.joins = await fetchJoins(open)
    return keeper.joins.joins
  }

  return {
    'act.review': (intent) =>
      keeper.run(async () => {
        const open = needFullyUnlocked(keeper)
        needOwnSecondKey(open, intent)
        return review(open, intent, await joinsFor(open, intent))
      }),
    'act.sign': (intent) =>
      keeper.run(async () => {
        const open = needFullyUnlocked(keeper)
        needOwnSecondKey(open, intent)
        const made = await submit(open, intent, await joinsFor(open, intent))
        await keeper.refresh()
        const { server, org } = open.session
        const { invitation } = made
        const code =
          invitation === null
            ? null
            : writeInvitation({
                server,
                org,
                ledger: stateOf(open.vault).head,
                invitation: invitation.id,
                secret: fromBase64url(invitation.secret),
                recovery: stateOf(open.vault).policy.recovery,
                twoKeys: stateOf(open.vault).policy.twoKeys,
                attested: stateOf(open.vault).policy.attested,
              })
        const own = stateOf(open.vault).proposals.filter(({ by }) => by === open.vault.me)
        const waitsUntil = made.proposed ? (own.at(-1)?.expires ?? null) : null
        return { folder: made.folder, folders: made.folders ?? [], team: made.team, code, waitsUntil }
      }),
    'person.find': ({ email }) => keeper.look(() => findPeople(needFullyUnlocked(keeper), email)),
    'person.erase': ({ member }) =>
      keeper.run(async () => {
        await eraseProfile(needFullyUnlocked(keeper), member)
        await keeper.refresh()
        return null
      }),
  }
}
