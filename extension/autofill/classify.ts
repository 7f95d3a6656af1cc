import { wordsOf } from './evidence.ts'
import type { Group } from './group-fields.ts'
import { labelsOf } from './labels.ts'
import { sortAsPassword, sortField, type Sort } from './sort-field.ts'
import { isCard, type DetectedForm, type Sorted } from './verdict.ts'
import { isPasswordField, type Field, type Sight } from './visible.ts'
import { withPasswords } from './with-passwords.ts'
import { withoutPassword } from './without-password.ts'

const PASSWORDS: readonly Sort[] = ['password', 'current', 'fresh', 'confirm']

/** Says what a group of fields is for and which field plays which role. A group with nothing to fill or to know is null. */
export function classify(group: Group, isFillable: Sight): DetectedForm | null {
  const all = group.marks.flatMap((mark) => (mark.is === 'field' ? [mark.element] : []))
  const fields = sortAll(all, isFillable)
  const passwords = fields.filter((field) => PASSWORDS.includes(field.sort))
  const last = passwords.at(-1) ?? fields.at(-1)
  if (last === undefined) return null
  const words = wordsOf(group, last.element)
  const hidden = all.some((field) => isPasswordField(field) && !fields.some(({ element }) => element === field))
  const { kind, roles, reasons } =
    passwords.length > 0 ? withPasswords(fields, passwords, words, hidden) : withoutPassword(fields, words, hidden)
  const labelled = roles.flatMap(([field, role]) =>
    field.element instanceof HTMLTextAreaElement ? [] : [{ element: field.element, role, reasons: [field.sort] }],
  )
  const taken = new Set<Field>(labelled.map((field) => field.element))
  const others = fields.filter(({ element }) => !taken.has(element) && !isPasswordField(element))
  return { kind, fields: labelled, others: others.map(({ element }) => element), reasons }
}

/**
 * Each fillable field by itself, then what its neighbours say of it: a page may show what is typed as a password, and then
 * no field of the group hides it; and beside a card's number a "security code" is the card's.
 */
function sortAll(all: Field[], isFillable: Sight): Sorted[] {
  const fields = all.filter(isFillable).map((element): Sorted => {
    const labels = labelsOf(element)
    return { element, labels, sort: sortField(element, labels) }
  })
  const inClear = !all.some(isPasswordField)
  const card = fields.some(isCard)
  return fields.map((field) => {
    if (field.sort === 'shown' && inClear) return { ...field, sort: sortAsPassword(field.labels) }
    if (field.sort === 'otp' && card) return { ...field, sort: 'masked' }
    return field
  })
}
