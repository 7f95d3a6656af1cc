import type { ProposalView } from '../../messages/views.ts'
import { ownerWords } from '../../words/console-owners.ts'
import { attestationWords } from '../../words/attestation.ts'
import { deskLimitWords } from '../../words/desk-limits.ts'
import { formPolicyWords } from '../../words/form-policy.ts'
import { managersInviteWords } from '../../words/managers-invite.ts'
import { plainExportWords } from '../../words/plain-export.ts'
import { recoveryWords } from '../../words/recovery.ts'
import type { Policy } from '../state/ids.ts'

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
    case 'anchor-journal':
      return t.anchor(what.folder ?? t.someFolder)
    case 'recover-folder':
      return recoveryWords().truth(what.name ?? t.somebody)
  }
}

/** The same with what it changes one by one. */
export function proposalTruths(what: ProposalView['what']): string[] {
  if (what.do === 'set-policy') return policyChanges(what.from, what.to)
  return what.do === 'recover-folder' ? [`${sayProposal(what)}.`, ...recoveryMeans()] : [sayProposal(what)]
}

/** What stays true, and comes next, when a personal folder is given back. */
export const recoveryMeans = (): string[] => [recoveryWords().truthKeys, recoveryWords().truthRekey]

/** What differs between two policies, each in words. */
export function policyChanges(from: Policy, to: Policy): string[] {
  const t = ownerWords()
  const limits = deskLimitWords()
  const hours = (n: number) => (n === 0 ? t.changes.never : t.hours(n))
  const recovery = (one: Policy) => (one.recovery ? recoveryWords().on : recoveryWords().off)
  const managers = managersInviteWords()
  const invites = (one: Policy) => (one.managersInvite ? managers.on : managers.off)
  const inClear = plainExportWords()
  const forms = formPolicyWords()
  const keys = (two: boolean) => (two ? t.changes.two : t.changes.one)
  return [
    ...(from.shiftHours === to.shiftHours ? [] : [t.changes.shift(hours(to.shiftHours), hours(from.shiftHours))]),
    ...(from.keepDays === to.keepDays ? [] : [t.changes.keep(t.days(to.keepDays), t.days(from.keepDays))]),
    ...(from.unlockedHours === to.unlockedHours
      ? []
      : [limits.changes.unlocked(limits.lasting(to.unlockedHours), limits.lasting(from.unlockedHours))]),
    ...(from.withoutServerHours === to.withoutServerHours
      ? []
      : [limits.changes.withoutServer(limits.lasting(to.withoutServerHours), limits.lasting(from.withoutServerHours))]),
    ...(from.recovery === to.recovery ? [] : [recoveryWords().changed(recovery(to), recovery(from))]),
    ...(from.twoKeys === to.twoKeys ? [] : [t.changes.keys(keys(to.twoKeys), keys(from.twoKeys))]),
    ...(from.managersInvite === to.managersInvite ? [] : [managers.changed(invites(to), invites(from))]),
    ...(from.plainExport === to.plainExport
      ? []
      : [inClear.changed(inClear.allows[to.plainExport], inClear.allows[from.plainExport])]),
    ...(from.forms === to.forms ? [] : [forms.changed(forms.asks[to.forms], forms.asks[from.forms])]),
    ...makeChanges(from, to),
  ]
}

function makeChanges(from: Policy, to: Policy): string[] {
  const { changes } = attestationWords()
  const make = ({ attested }: Policy) => (attested ? changes.checked : changes.unchecked)
  return [
    ...(from.attested === to.attested ? [] : [changes.make(make(to), make(from))]),
    ...(to.attested ? modelChanges(from, to) : []),
  ]
}

function modelChanges({ attested, authenticators: from }: Policy, { authenticators: to }: Policy): string[] {
  const { changes } = attestationWords()
  const join = (models: Policy['authenticators']) => models.join(', ') || changes.any
  if (from.join() === to.join()) return []
  if (!attested) return [changes.only(join(to))]
  if (from.length === 0 || to.length === 0) return [changes.models(join(to), join(from))]
  const [more, fewer] = [without(to, from), without(from, to)]
  return [
    ...(more.length === 0 ? [] : [changes.more(join(more))]),
    ...(fewer.length === 0 ? [] : [changes.fewer(join(fewer))]),
  ]
}

const without = (list: Policy['authenticators'], others: Policy['authenticators']) =>
  list.filter((one) => !others.includes(one))
