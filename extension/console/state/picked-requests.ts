import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { InvitationView } from '../../messages/views.ts'
import type { Picked } from '../../ui/pick-rows.ts'
import { derived } from './derived.ts'
import { invitations, joinRequests } from './world.ts'

/** Some of the invitations, of which several are chosen for one act. */
export type Choice = {
  /** All that the act can be done to together. */
  all: ReadonlySignal<InvitationView[]>
  /** Those of them that are chosen, and are still there. */
  chosen: ReadonlySignal<InvitationView[]>
  choose: (one: InvitationView, isChosen: boolean) => void
  /** Chooses all, or none. Also at lock. */
  chooseAll: (isChosen: boolean) => void
}

function choiceAmong(find: () => InvitationView[]): Choice {
  const picked = signal<Picked>(new Set())
  const all = derived(find)
  return {
    all,
    chosen: derived(() => all.value.filter(({ invitation }) => picked.value.has(invitation))),
    choose({ invitation }, isChosen) {
      const others = [...picked.peek()].filter((one) => one !== invitation)
      picked.value = new Set(isChosen ? [...others, invitation] : others)
    },
    chooseAll(isChosen) {
      picked.value = new Set(isChosen ? all.peek().map(({ invitation }) => invitation) : [])
    },
  }
}

/** Whether somebody is let in alone: an owner may take two owners, and of who comes back the old keys end. */
export const isWeighty = ({ role, replaces }: InvitationView): boolean => replaces !== null || role === 'owner'

/** The requests to join that can be let in together: by whoever may, and none that is weighed by itself. */
export const requestChoice = choiceAmong(() => joinRequests.value.filter((one) => one.mayLetIn && !isWeighty(one)))

/** The invitations without an answer yet that can be cancelled together. */
export const invitationChoice = choiceAmong(() =>
  invitations.value.filter((one) => one.state !== 'asked' && one.mayCancel),
)
