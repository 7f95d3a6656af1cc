import { wordsOf } from './evidence.ts'
import type { Group } from './group-fields.ts'
import { labelsOf } from './labels.ts'
import { sortField, type Sort } from './sort-field.ts'
import type { DetectedForm, Sorted } from './verdict.ts'
import { isFillable, type Field } from './visible.ts'
import { withPasswords } from './with-passwords.ts'
import { withoutPassword } from './without-password.ts'

const PASSWORDS: readonly Sort[] = ['password', 'current', 'fresh', 'confirm']

/** Says what a group of fields is for and which field plays which role. A group with nothing to fill or to know is null. */
export function classify(group: Group): DetectedForm | null {
  const all = group.marks.flatMap((mark) => (mark.is === 'field' ? [mark.element] : []))
  const fields = all.filter(isFillable).map((element): Sorted => {
    const labels = labelsOf(element)
    return { element, labels, sort: sortField(element, labels) }
  })
  const passwords = fields.filter((field) => PASSWORDS.includes(field.sort))
  const last = passwords.at(-1) ?? fields.at(-1)
  if (last === undefined) return null
  const words = wordsOf(group, last.element)
  const hidden = all.some((field) => field.type === 'password' && !fields.some(({ element }) => element === field))
  const { kind, roles, reasons } =
    passwords.length > 0 ? withPasswords(fields, passwords, words) : withoutPassword(fields, words, hidden)
  const labelled = roles.flatMap(([field, role]) =>
    field.element instanceof HTMLTextAreaElement ? [] : [{ element: field.element, role, reasons: [field.sort] }],
  )
  const taken = new Set<Field>(labelled.map((field) => field.element))
  const others = fields.filter(({ element }) => !taken.has(element) && element.type !== 'password')
  return { kind, fields: labelled, others: others.map(({ element }) => element), reasons }
}
