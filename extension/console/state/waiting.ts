import { signal } from '@preact/signals'
import type { ConsoleView, ProposalView, ReturnedView } from '../../messages/views.ts'
import { world } from './world.ts'
import { derived } from './derived.ts'

export type Orphan = ConsoleView['orphans'][number]
export type Recoverable = ConsoleView['recoverable'][number]
/** Something that waits for a decision; `id` names it in the path. */
export type Wait =
  | { kind: 'proposal'; id: string; proposal: ProposalView }
  | { kind: 'returned'; id: string; returned: ReturnedView }
  | { kind: 'orphan'; id: string; orphan: Orphan }
  | { kind: 'recoverable'; id: string; recoverable: Recoverable }

const idOf = ({ proposed }: ProposalView) => `p${String(proposed.sequence)}`

/** Everything that waits; first what this person can decide. */
export const waiting = derived<Wait[]>(() => {
  const { proposals = [], returned = [], orphans = [], recoverable = [] } = world.value ?? {}
  const all = proposals.map((proposal): Wait => {
    return { kind: 'proposal', id: idOf(proposal), proposal }
  })
  const isOurs = (wait: Wait) => wait.kind === 'proposal' && wait.proposal.may === 'approve'
  return [
    ...all.filter(isOurs),
    ...returned.map((one): Wait => ({ kind: 'returned', id: one.member, returned: one })),
    ...recoverable.map((one): Wait => ({ kind: 'recoverable', id: `r${one.folder}${one.to}`, recoverable: one })),
    ...orphans.map((one): Wait => ({ kind: 'orphan', id: one.folder, orphan: one })),
    ...all.filter((wait) => !isOurs(wait)),
  ]
})

export const waitAt = (id: string): Wait | null => waiting.value.find((wait) => wait.id === id) ?? null

type Decision = 'approved' | 'withdrawn'

/** What this person decided on this page, by the id of what waited: it waits no more, and the page says why. Dropped at lock. */
export const decided = signal<ReadonlyMap<string, Decision>>(new Map())

/** Remembers what this person decided about a proposal. */
export function noteDecision(proposal: ProposalView, decision: Decision): void {
  decided.value = new Map(decided.peek()).set(idOf(proposal), decision)
}
