import type { Policy } from '../ledger/acts.ts'
import { asksFewerForms } from './form-policy.ts'
import { allowsMoreInClear } from './plain-export.ts'

/** Whether `after` asks less of anybody than `before` in at least one thing, however much stricter it is in others. */
export const isWeaker = (before: Policy, after: Policy) =>
  after.shiftHours > before.shiftHours ||
  after.keepDays > before.keepDays ||
  after.unlockedHours > before.unlockedHours ||
  after.withoutServerHours > before.withoutServerHours ||
  (before.twoKeys && !after.twoKeys) ||
  (!before.recovery && after.recovery) ||
  (before.attested && !after.attested) ||
  (!before.managersInvite && after.managersInvite) ||
  asksFewerForms(before.forms, after.forms) ||
  allowsMoreInClear(before.plainExport, after.plainExport) ||
  allowsMore(before.authenticators, after.authenticators)

/** An empty list allows every model. */
const allowsMore = (before: Policy['authenticators'], after: Policy['authenticators']) =>
  before.length > 0 && (after.length === 0 || after.some((one) => !before.includes(one)))

const parts = [
  'shiftHours',
  'keepDays',
  'unlockedHours',
  'withoutServerHours',
  'twoKeys',
  'recovery',
  'attested',
  'managersInvite',
  'plainExport',
  'forms',
] as const

/** Whether two policies ask the same. Lists of models are ascending, so the same models are the same list. */
export const isSamePolicy = (before: Policy, after: Policy) =>
  parts.every((what) => before[what] === after[what]) && before.authenticators.join() === after.authenticators.join()
