import { signal } from '@preact/signals'
import type { InvitationView } from '../../messages/views.ts'
import type { Picked } from '../../ui/pick-rows.ts'
import { derived } from './derived.ts'
import { joinRequests } from './world.ts'

/** The requests to join that are chosen, to be let in together. */
const chosen = signal<Picked>(new Set())

/** Whether somebody is let in alone: an owner may take two owners, and of who comes back the old keys end. */
export const isWeighty = ({ role, replaces }: InvitationView): boolean => replaces !== null || role === 'owner'

/** The requests that can be let in together: by whoever may, and none that is weighed by itself. */
export const batchable = derived<InvitationView[]>(() =>
  joinRequests.value.filter((one) => one.mayLetIn && !isWeighty(one)),
)

/** Those of them that are chosen and still ask. */
export const chosenRequests = derived<InvitationView[]>(() =>
  batchable.value.filter(({ invitation }) => chosen.value.has(invitation)),
)

/** Chooses a request, or no longer. */
export function chooseRequest({ invitation }: InvitationView, isChosen: boolean): void {
  const all = new Set(chosen.peek())
  if (isChosen) all.add(invitation)
  else all.delete(invitation)
  chosen.value = all
}

/** Chooses all that can be let in together, or none. Also at lock. */
export function chooseAllRequests(isChosen: boolean): void {
  chosen.value = new Set(isChosen ? batchable.peek().map(({ invitation }) => invitation) : [])
}
