import { get } from '../../bytes/table.ts'
import { isSamePolicy, isWeaker } from '../../rules/policy.ts'
import type { Act, ActOf, LedgerHead, Policy } from '../acts.ts'
import { isOwner, need, needOwners } from './context.ts'
import type { Context } from './context.ts'
import type { LedgerState, Proposal } from './state.ts'

/** How long a proposal waits for a second owner, in ms of ledger time. */
export const proposalLife = 7 * 24 * 3_600_000
const mostProposals = 100

/** The policy of an org that has set none. */
export const firstPolicy: Policy = {
  shiftHours: 0,
  keepDays: 30,
  unlockedHours: 12,
  withoutServerHours: 72,
  twoKeys: false,
  recovery: false,
  attested: false,
  authenticators: [],
  managersInvite: false,
  plainExport: 'never',
  forms: 'off',
}

const mostAuthenticators = 100

const isWithin = (value: number, least: number, most: number) => value >= least && value <= most
const isWithinBounds = ({ shiftHours, keepDays, unlockedHours, withoutServerHours }: Policy) =>
  isWithin(shiftHours, 0, 12) &&
  isWithin(keepDays, 1, 90) &&
  isWithin(unlockedHours, 1, 12) &&
  isWithin(withoutServerHours, 1, keepDays * 24)

/** A list that nobody proves anything for would only look like a wall. */
const isSoundList = ({ attested, authenticators: all }: Policy) =>
  all.length <= (attested ? mostAuthenticators : 0) && all.every((one, at) => at === 0 || (all[at - 1] ?? '') < one)

/** An owner makes a policy stricter; to weaken it takes two. */
export function policySet(state: LedgerState, act: ActOf<'policy set'>, context: Context): LedgerState {
  const { policy } = act
  need(isOwner(state, context.author), 'not-allowed')
  need(isWithinBounds(policy) && isSoundList(policy), 'malformed')
  const now = state.policy
  need(!isSamePolicy(now, policy), 'nothing-to-do')
  if (isWeaker(now, policy)) needOwners(state, context)
  // What two owners can open together, and secrets in clear in bulk, are for two to allow, even where there is but one.
  const needsTwo = (policy.recovery && !now.recovery) || (policy.plainExport === 'bulk' && now.plainExport !== 'bulk')
  need(!needsTwo || context.owners === 2, 'needs-two-owners')
  return { ...state, policy }
}

/** An owner asks another for their signature; judged when that comes, so nothing but the place is looked at now. */
export function proposed(state: LedgerState, act: ActOf<'proposed'>, context: Context): LedgerState {
  need(isOwner(state, context.author), 'not-allowed')
  need(state.owners.count >= 2, 'nothing-to-do')
  const open = state.proposals.filter(({ expires, at }) => expires >= context.time && at.sequence !== context.sequence)
  // One to an entry, so that the entry's place names it.
  need(open.length === state.proposals.filter(({ expires }) => expires >= context.time).length, 'malformed')
  need(open.length < mostProposals, 'too-many-proposals')
  const underKeys = get(state.members, context.author)?.keyGeneration ?? 0
  const at = context.at ?? { sequence: context.sequence, hash: state.head.hash }
  const proposal = { at, act: act.proposal, by: context.author, underKeys, expires: context.time + proposalLife }
  return { ...state, proposals: [...open, proposal] }
}

/** The proposal that an entry names by its place and hash. Refused once it has expired, or its proposer is no owner. */
function pending(state: LedgerState, context: Context, at: LedgerHead): Proposal {
  const found = state.proposals.find((one) => one.at.sequence === at.sequence && one.at.hash === at.hash)
  need(found !== undefined, 'proposal-unknown')
  need(context.time <= found.expires, 'proposal-expired')
  return found
}

const without = (state: LedgerState, gone: Proposal): LedgerState => ({
  ...state,
  proposals: state.proposals.filter((one) => one !== gone),
})

/** What another owner's approval sets in motion: the act, in a context that two owners stand behind. */
export function approved(state: LedgerState, act: ActOf<'approved'>, context: Context) {
  need(isOwner(state, context.author), 'not-allowed')
  const found = pending(state, context, act.proposed)
  // Keys that somebody took propose nothing once they are replaced.
  need(isOwner(state, found.by) && get(state.members, found.by)?.keyGeneration === found.underKeys, 'not-allowed')
  need(found.by !== context.author, 'needs-two-owners')
  return { state: without(state, found), act: found.act, context: { ...context, owners: 2 as const } }
}

/** Any owner may take a proposal off the table. */
export function withdrawn(state: LedgerState, act: ActOf<'withdrawn'>, context: Context): LedgerState {
  need(isOwner(state, context.author), 'not-allowed')
  return without(state, pending(state, context, act.proposed))
}

/** The acts of an entry with each approval in the form of what it approved, on the state before. */
export const effective = (before: LedgerState, acts: readonly Act[]): Act[] =>
  acts.map((act) => {
    if (act.act !== 'approved') return act
    const { sequence, hash } = act.proposed
    return before.proposals.find(({ at }) => at.sequence === sequence && at.hash === hash)?.act ?? act
  })
