import type { ActOf, LedgerHead, Policy } from '../../acts.ts'
import type { LedgerBody } from '../../entry.ts'
import { isOwner, memberOf, need, owners } from './book.ts'
import type { Book, Proposal } from './book.ts'
import type { Judging } from './judging.ts'
import { twoOwners } from './people.ts'

const DAY = 24 * 60 * 60 * 1000
const formsAsked = { off: 0, manage: 1, always: 2 }
const inClear = { never: 0, folder: 1, bulk: 2 }

export function policySet(at: Judging, { policy }: ActOf<'policy set'>) {
  const { book, author } = at
  const stood = book.policy
  need(isOwner(book, author), 'not-allowed')
  need(policy.shiftHours <= 12 && policy.keepDays >= 1 && policy.keepDays <= 90, 'malformed')
  need(policy.unlockedHours >= 1 && policy.unlockedHours <= 12, 'malformed')
  need(policy.withoutServerHours >= 1 && policy.withoutServerHours <= 24 * policy.keepDays, 'malformed')
  checkModels(policy)
  const isWeaker =
    policy.shiftHours > stood.shiftHours ||
    policy.keepDays > stood.keepDays ||
    policy.unlockedHours > stood.unlockedHours ||
    policy.withoutServerHours > stood.withoutServerHours ||
    (stood.twoKeys && !policy.twoKeys) ||
    (policy.recovery && !stood.recovery) ||
    (stood.attested && !policy.attested) ||
    (policy.managersInvite && !stood.managersInvite) ||
    inClear[policy.plainExport] > inClear[stood.plainExport] ||
    formsAsked[policy.forms] < formsAsked[stood.forms] ||
    isWider(stood.authenticators, policy.authenticators)
  const isSame =
    policy.shiftHours === stood.shiftHours &&
    policy.keepDays === stood.keepDays &&
    policy.unlockedHours === stood.unlockedHours &&
    policy.withoutServerHours === stood.withoutServerHours &&
    policy.twoKeys === stood.twoKeys &&
    policy.recovery === stood.recovery &&
    policy.attested === stood.attested &&
    policy.managersInvite === stood.managersInvite &&
    policy.plainExport === stood.plainExport &&
    policy.forms === stood.forms &&
    JSON.stringify(policy.authenticators) === JSON.stringify(stood.authenticators)
  need(!isSame, 'nothing-to-do')
  if (isWeaker) twoOwners(at)
  if (policy.recovery && !stood.recovery) need(at.approved, 'needs-two-owners')
  if (policy.plainExport === 'bulk' && stood.plainExport !== 'bulk') need(at.approved, 'needs-two-owners')
  book.policy = policy
}

function checkModels({ attested, authenticators }: Policy) {
  need(authenticators.length <= 100, 'malformed')
  need(attested || authenticators.length === 0, 'malformed')
  const ascending = [...new Set(authenticators)].sort()
  need(JSON.stringify(ascending) === JSON.stringify(authenticators), 'malformed')
}

/** No list is every model: from there nothing is wider, and to there everything is. */
function isWider(stood: Policy['authenticators'], next: Policy['authenticators']): boolean {
  if (stood.length === 0) return false
  const known = new Set(stood)
  return next.length === 0 || !next.every((model) => known.has(model))
}

export function proposed(at: Judging) {
  const { book, author } = at
  need(isOwner(book, author), 'not-allowed')
  need(owners(book).length >= 2, 'nothing-to-do')
  need(!at.hasProposed, 'malformed')
  at.hasProposed = true
  const waiting = [...book.proposals.values()].filter(({ expires }) => book.time <= expires)
  need(waiting.length < 100, 'too-many-proposals')
}

/** What the entry proposed, once its hash is known. */
export const proposalOf = (
  book: Book,
  { author: by, time }: LedgerBody,
  act: Proposal['act'],
  hash: Proposal['hash'],
): Proposal => ({ hash, by, keys: memberOf(book, by).generation, act, expires: time + 7 * DAY })

function waiting({ book }: Judging, { sequence, hash }: LedgerHead): Proposal {
  const proposal = book.proposals.get(sequence)
  need(proposal?.hash === hash, 'proposal-unknown')
  need(book.time <= proposal.expires, 'proposal-expired')
  return proposal
}

/** The act that two owners now stand behind. */
export function approved(at: Judging, act: ActOf<'approved'>): Proposal['act'] {
  const { book, author } = at
  const proposal = waiting(at, act.proposed)
  need(isOwner(book, author), 'not-allowed')
  need(isOwner(book, proposal.by) && memberOf(book, proposal.by).generation === proposal.keys, 'not-allowed')
  need(proposal.by !== author, 'needs-two-owners')
  book.proposals.delete(act.proposed.sequence)
  return proposal.act
}

export function withdrawn(at: Judging, act: ActOf<'withdrawn'>) {
  waiting(at, act.proposed)
  need(isOwner(at.book, at.author), 'not-allowed')
  at.book.proposals.delete(act.proposed.sequence)
}
