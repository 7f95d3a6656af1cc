import { readWords } from './evidence.ts'
import type { Group } from './group-fields.ts'
import { readLabels } from './labels.ts'
import { labelAllowsPassword, sortAsPassword, sortField, type Sort } from './sort-field.ts'
import { findUsername } from './username-beside.ts'
import { allTextsOf, isCard, LOGIN_IDS, type DetectedForm, type Sorted } from './verdict.ts'
import type { Field, Sight } from './visible.ts'
import { mentions } from './vocabulary/words.ts'
import { judgeWithPasswords } from './with-passwords.ts'
import { judgeWithoutPassword } from './without-password.ts'

const PASSWORDS: readonly Sort[] = ['password', 'current', 'fresh', 'confirm']

/** No sign-in or sign-up has more fields: a larger form without a password field is skipped, which saves time. */
const TOO_MANY = 30

/** Returns what a group of fields is for and the role of each field, or null for a group without a field that can be filled. */
export function classify(group: Group, sight: Sight): DetectedForm | null {
  const all = group.marks.flatMap((mark) => (mark.is === 'field' ? [mark.element] : []))
  if (all.length > TOO_MANY && !all.some((field) => sight.hides(field))) return null
  const fields = sortAll(all, sight)
  const last = fields.findLast((field) => PASSWORDS.includes(field.sort)) ?? fields.at(-1)
  if (last === undefined) return null
  const words = readWords(group, last.element)
  // The password of a mail server or an archive file is no login, unless the button says "sign in".
  if (!mentions('signIn', words.button))
    for (const field of fields) if (field.hides && mentions('settings', allTextsOf(field))) field.sort = 'masked'
  const passwords = fields.filter((field) => PASSWORDS.includes(field.sort))
  const hidden = all.some((field) => sight.hides(field) && !sight.isFillable(field))
  const { kind, roles, reasons } =
    passwords.length > 0
      ? judgeWithPasswords(fields, passwords, words, hidden)
      : judgeWithoutPassword(fields, words, hidden)
  const labelled = roles.flatMap(([field, role]) =>
    field.element instanceof HTMLTextAreaElement ? [] : [{ element: field.element, role, reasons: [field.sort] }],
  )
  const taken = new Set<Field>(labelled.map((field) => field.element))
  const others = fields.filter(({ element, hides }) => !taken.has(element) && !hides)
  return {
    kind,
    fields: labelled,
    others: others.map(({ element }) => element),
    goOn: words.goOn,
    remember: group.marks.find((mark) => mark.is === 'box' && mentions('remember', mark.text()))?.element ?? null,
    account: accountOf(fields, passwords),
    reasons,
  }
}

/** Returns the field that names the account of the password, or null. */
function accountOf(fields: Sorted[], [password]: Sorted[]): Field | null {
  const beside = password === undefined ? null : findUsername(fields, password)
  return beside !== null && LOGIN_IDS.includes(beside.sort) ? beside.element : null
}

/**
 * Sorts each fillable field alone, then corrects two sorts by the other fields of the group. A password may be typed in a text field,
 * but only where no field of the group hides its text. A "security code" beside a card number is the card's.
 */
function sortAll(all: Field[], sight: Sight): Sorted[] {
  const fields = all.filter(sight.isFillable).map((element): Sorted => {
    const labels = readLabels(element)
    const hides = sight.hides(element)
    return { element, labels, hides, sort: sortField(element, labels, hides) }
  })
  const inClear = !all.some(sight.hides)
  const card = fields.some(isCard)
  const boxes = fields.filter(({ element }) => element.matches('[maxlength="1"]')).length
  return fields.map((field) => {
    if (field.sort === 'shown' && inClear)
      return { ...field, sort: labelAllowsPassword(field.labels) ? sortAsPassword(field.labels) : 'masked' }
    if (field.sort === 'otp' && (card || (field.element.matches('[maxlength="1"]') && boxes < 4)))
      return { ...field, sort: 'masked' }
    return field
  })
}
