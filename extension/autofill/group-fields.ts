import { readLabels } from './labels.ts'
import { isSending, isSendingLink, type Mark } from './read-marks.ts'
import { sortField } from './sort-field.ts'
import { LOGIN_IDS } from './verdict.ts'
import { parentOf, isRendered, type Sight } from './visible.ts'
import { mentions } from './vocabulary/words.ts'

/** Fields that belong together, with the marks (headings, buttons, links) before, between and after them. */
export interface Group {
  form: Element | null
  marks: Mark[]
  before: Mark[]
  after: Mark[]
}

/**
 * Splits the marks into groups, one for each form. A form that spans the page, and fields without a form, are split at the buttons that
 * send. Neighbouring groups are joined where a person sees one form, as when each field has a form or shadow root of its own.
 */
export function groupFields(marks: Mark[], sight: Sight): Group[] {
  const runs: Mark[][] = []
  let run: Mark[] = []
  let form: Element | null = null
  for (const mark of marks) {
    const last = run.at(-1)
    if (last !== undefined && mark.form !== form) {
      runs.push(run)
      run = []
    }
    form = mark.form
    run.push(mark)
  }
  if (run.length > 0) runs.push(run)
  return joinLoose(runs.flatMap((run) => toGroups(run, sight))).map((group, index, all) =>
    withSurroundings(group, all, index),
  )
}

/** Splits a run of marks of one form. A form with several groups says nothing about any of them, so those groups name no form. */
function toGroups(run: Mark[], sight: Sight): Group[] {
  const parts = splitRun(run).flatMap((part) => splitLogins(part, sight))
  const form = parts.length === 1 ? (run[0]?.form ?? null) : null
  return parts.map((marks) => ({ form, marks, before: [], after: [] }))
}

/** Splits a run after a button that sends, where fields follow it and each side could be a form alone. */
function splitRun(run: Mark[]): Mark[][] {
  const parts: Mark[][] = []
  let part: Mark[] = []
  const lastPassword = run.findLastIndex(isPassword)
  const lastField = run.findLastIndex(isAnyField)
  let hasField = false
  let hasPassword = false
  for (const [index, mark] of run.entries()) {
    part.push(mark)
    hasField ||= isAnyField(mark)
    hasPassword ||= isPassword(mark)
    const isFormless = mark.form === null
    if (mark.is === 'field' || index > lastField) continue
    if (!isSending(mark) && !(isFormless && hasPassword && isSignInLink(mark))) continue
    if (mentions('forgot', mark.text())) continue
    const morePasswords = index < lastPassword
    const alone = hasPassword && (morePasswords || run.slice(index + 1).some(isSending))
    if (isFormless ? hasField : alone || (morePasswords && isSearch(part))) {
      parts.push(part)
      part = []
      hasField = hasPassword = false
    }
  }
  parts.push(part)
  return parts
}

/** Splits "login, password, login, password" in one form: a login id before each password means two separate logins. */
function splitLogins(part: Mark[], sight: Sight): Mark[][] {
  if (part.filter(isPassword).length < 2) return [part]
  const fields = part.flatMap((mark, index) => {
    if (mark.is !== 'field' || !sight.isFillable(mark.element)) return []
    const hides = isPassword(mark)
    return [{ index, hides, sort: sortField(mark.element, readLabels(mark.element), hides) }]
  })
  const first = fields.findIndex(({ hides }) => hides)
  const next = fields.findIndex(({ hides }, index) => index > first && hides)
  const asks = (from: number, to: number): boolean =>
    fields.slice(from, to).some(({ sort }) => LOGIN_IDS.includes(sort))
  const start = fields[first + 1]
  if (first < 0 || next < 0 || start === undefined || fields[next]?.sort === 'confirm') return [part]
  if (!asks(0, first) || !asks(first + 1, next)) return [part]
  return [part.slice(0, start.index), ...splitLogins(part.slice(start.index), sight)]
}

const isSignInLink = (mark: Mark): boolean =>
  isSendingLink(mark) && mark.is !== 'field' && mentions('signIn', mark.text())
const isAnyField = (mark: Mark): boolean => mark.is === 'field'
const isPassword = (mark: Mark): boolean => mark.is === 'field' && mark.element.type === 'password'
const isSearch = (marks: Mark[]): boolean => marks.filter(isAnyField).length === 1

/** Joins neighbouring groups that look like one form: no sending button between them, no other fields under their common ancestor. */
function joinLoose(groups: Group[]): Group[] {
  const joined: Group[] = []
  for (const group of groups) {
    const last = joined.findLast((earlier) => earlier.marks.some(isAnyField))
    if (last !== undefined && group.marks.some(isAnyField) && belongTogether(last, group)) {
      for (const between of joined.splice(joined.indexOf(last) + 1)) last.marks.push(...between.marks)
      last.marks.push(...group.marks)
    } else joined.push(group)
  }
  return joined
}

function belongTogether(first: Group, second: Group): boolean {
  const left = first.marks.filter(isAnyField)
  const right = second.marks.filter(isAnyField)
  if (first.marks.some(isSending) || left.length > 3 || !right.some(isPassword)) return false
  if (first.form !== null && second.form !== null && !left.every(isPassword)) return false
  if (left.some(isPassword) && !right.every(isPassword)) return false
  const [a, b] = [left.at(-1), right[0]]
  if (a === undefined || b === undefined || !isRendered(a.element) || !isRendered(b.element)) return false
  const shared = commonAncestor(a.element, b.element)
  if (shared === null) return false
  const others = shared.querySelectorAll(
    'input:not([type=hidden], [type=submit], [type=button], [type=checkbox]), select, textarea',
  )
  return others.length <= left.length + right.length
}

function commonAncestor(a: Element, b: Element): Element | null {
  const chain = new Set<Element>()
  for (let at: Element | null = a; at !== null; at = parentOf(at)) chain.add(at)
  for (let at: Element | null = b; at !== null; at = parentOf(at)) if (chain.has(at)) return at
  return null
}

/** Adds the headings before a group and the links after it, up to the fields of its neighbours. */
function withSurroundings(group: Group, all: Group[], index: number): Group {
  const before: Mark[] = []
  for (let at = index - 1; at >= 0 && before.length < 8; at -= 1) {
    const marks = all[at]?.marks ?? []
    const end = marks.findLastIndex((mark) => mark.is === 'field' || isSending(mark))
    before.unshift(...marks.slice(end + 1))
    if (end >= 0) break
  }
  const after: Mark[] = []
  for (let at = index + 1; at < all.length && after.length < 8; at += 1) {
    const marks = all[at]?.marks ?? []
    const start = marks.findIndex((mark) => mark.is === 'field' || mark.is === 'heading')
    after.push(...marks.slice(0, start < 0 ? marks.length : start))
    if (start >= 0) break
  }
  return { ...group, before: before.slice(-8), after: after.slice(0, 8) }
}
