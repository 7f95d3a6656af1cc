import type { ProposalView } from '../messages/views.ts'
import { ownerWords } from '../words/console-owners.ts'
import type { Policy } from './state/ids.ts'

/** What a proposal does, in a sentence with names. */
export function sayProposal(what: ProposalView['what']): string {
  const t = ownerWords()
  switch (what.do) {
    case 'add-owner':
      return t.addOwner(what.name ?? t.somebody)
    case 'remove-owner':
      return t.removeOwner(what.name ?? t.somebody)
    case 'set-role':
      return t.setRole(what.name ?? t.somebody, t.aRole[what.to], t.aRole[what.from])
    case 'set-policy':
      return t.setPolicy
    case 'adopt-folder':
      return t.adopt(what.folder ?? t.someFolder, what.by ?? t.someOwner)
    case 'reopen-folder':
      return t.reopen(what.folder ?? t.someFolder)
  }
}

/** The same with what it changes one by one. */
export const proposalTruths = (what: ProposalView['what']): string[] =>
  what.do === 'set-policy' ? policyChanges(what.from, what.to) : [sayProposal(what)]

/** What differs between two policies, each in words. */
export function policyChanges(from: Policy, to: Policy): string[] {
  const t = ownerWords()
  const hours = (n: number) => (n === 0 ? t.changes.never : t.hours(n))
  const keys = (two: boolean) => (two ? t.changes.two : t.changes.one)
  return [
    ...(from.shiftHours === to.shiftHours ? [] : [t.changes.shift(hours(to.shiftHours), hours(from.shiftHours))]),
    ...(from.keepDays === to.keepDays ? [] : [t.changes.keep(t.days(to.keepDays), t.days(from.keepDays))]),
    ...(from.twoKeys === to.twoKeys ? [] : [t.changes.keys(keys(to.twoKeys), keys(from.twoKeys))]),
  ]
}
