import { labelsOf } from './labels.ts'
import { sortField } from './sort-field.ts'
import { LOGIN_IDS } from './verdict.ts'
import { above, isField, isPasswordField, isRendered, type Field, type Sight } from './visible.ts'
import { plain, says } from './vocabulary/words.ts'

/** What stands on the page, in the order a person meets it. */
export type Mark =
  | { is: 'field'; element: Field; form: Element | null }
  | { is: 'button' | 'heading' | 'link' | 'box'; element: Element; form: Element | null; text: () => string }

/** Fields that belong together, with the words before, between and after them. */
export interface Group {
  form: Element | null
  marks: Mark[]
  before: Mark[]
  after: Mark[]
}

export type RootOf = (element: Element) => ShadowRoot | null

const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'legend', 'dt', 'caption'])
const MAY_HOST = new Set(['div', 'span', 'section', 'article', 'main', 'body', 'p', 'aside', 'header', 'footer', 'nav'])

/**
 * Lists a document's fields, buttons, headings and links in composed order (a shadow root stands before its host's own children).
 * `rootOf` gives the root that a reader may enter, open or closed.
 */
export function readMarks(document: Document, rootOf: RootOf): Mark[] {
  const marks: Mark[] = []
  const visit = (root: Document | ShadowRoot): void => {
    for (const element of root.querySelectorAll('*')) {
      const mark = markOf(element)
      if (mark !== null) marks.push(mark)
      const name = element.localName
      if (!MAY_HOST.has(name) && !name.includes('-')) continue
      const inner = rootOf(element)
      if (inner !== null) visit(inner)
    }
  }
  visit(document)
  return marks
}

function markOf(element: Element): Mark | null {
  if (isField(element)) return { is: 'field', element, form: formOf(element) }
  if (element instanceof HTMLInputElement) {
    if (element.type === 'checkbox' || element.type === 'radio') return worded('box', element, () => boxWords(element))
    const pressed = element.type === 'submit' || element.type === 'button' || element.type === 'image'
    return pressed ? worded('button', element, () => `${element.value} ${element.alt} ${element.title}`) : null
  }
  const name = element.localName
  const role = element.getAttribute('role')
  if (name === 'button' || (role === 'button' && !leadsAway(element)))
    return worded('button', element, () => wordsOn(element))
  if (name === 'a') return worded('link', element, () => wordsOn(element))
  if (HEADINGS.has(name) || role === 'heading') return worded('heading', element, () => wordsOn(element))
  return null
}

/** A link that looks like a button, but goes to another page. */
function leadsAway(element: Element): boolean {
  return element.localName === 'a' && !/^(?:#.*|javascript:.*|)$/i.test(element.getAttribute('href') ?? '')
}

/** A page has hundreds of links and few that matter: the words are read when somebody asks. */
function worded(is: 'button' | 'heading' | 'link' | 'box', element: Element, words: () => string): Mark {
  let said: string | null = null
  return { is, element, form: formOf(element), text: () => (said ??= plain(words())) }
}

function wordsOn(element: Element): string {
  const said = element.textContent.trim()
  if (said !== '') return said
  return element.getAttribute('aria-label') ?? element.getAttribute('title') ?? element.querySelector('img')?.alt ?? ''
}

function boxWords(element: HTMLInputElement): string {
  const label = element.labels?.[0]?.textContent ?? element.parentElement?.textContent ?? ''
  return `${label.slice(0, 160)} ${element.name} ${element.id}`
}

function formOf(element: Element): Element | null {
  const own = 'form' in element && element.form instanceof HTMLFormElement ? element.form : element.closest('form')
  if (own !== null) return own
  const root = element.getRootNode()
  return root instanceof ShadowRoot ? formOf(root.host) : null
}

/**
 * Parts the marks in groups: one for each form; a page-wide form, or fields without a form, at the buttons that send.
 * Fields that share no button but stand together (a form a field, a shadow root a field) become one group.
 */
export function groupFields(marks: Mark[], isFillable: Sight): Group[] {
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
  return joinLoose(runs.flatMap((run) => toGroups(run, isFillable))).map((group, index, all) =>
    withSurroundings(group, all, index),
  )
}

/** A form that holds several groups tells nothing about any of them, so it is not named in them. */
function toGroups(run: Mark[], isFillable: Sight): Group[] {
  const parts = splitRun(run).flatMap((part) => splitLogins(part, isFillable))
  const form = parts.length === 1 ? (run[0]?.form ?? null) : null
  return parts.map((marks) => ({ form, marks, before: [], after: [] }))
}

/** Parts a run after a button that sends, when fields follow it, and both sides would make sense alone. */
function splitRun(run: Mark[]): Mark[][] {
  const parts: Mark[][] = []
  let part: Mark[] = []
  for (const [index, mark] of run.entries()) {
    part.push(mark)
    if (mark.is !== 'button' || !isSending(mark) || says('forgot', mark.text())) continue
    const rest = run.slice(index + 1)
    const loose = mark.form === null
    if (!rest.some(isAnyField)) continue
    const alone = part.some(isPassword) && (rest.some(isPassword) || rest.some(isSending))
    if (loose ? part.some(isAnyField) : alone || (isSearch(part) && rest.some(isPassword))) {
      parts.push(part)
      part = []
    }
  }
  parts.push(part)
  return parts
}

/** Parts "login, password" from "login, password, …" in one form: nobody is asked twice who they are for one password. */
function splitLogins(part: Mark[], isFillable: Sight): Mark[][] {
  if (part.filter(isPassword).length < 2) return [part]
  const fields = part.flatMap((mark, index) =>
    mark.is === 'field' && isFillable(mark.element) ? [{ mark, index }] : [],
  )
  const first = fields.findIndex(({ mark }) => isPassword(mark))
  const next = fields.findIndex(({ mark }, index) => index > first && isPassword(mark))
  const asks = (from: number, to: number): boolean =>
    fields
      .slice(from, to)
      .some(({ mark }) => mark.is === 'field' && LOGIN_IDS.includes(sortField(mark.element, labelsOf(mark.element))))
  const [start] = fields.slice(first + 1)
  if (first < 0 || next < 0 || start === undefined || !asks(0, first) || !asks(first + 1, next)) return [part]
  return [part.slice(0, start.index), ...splitLogins(part.slice(start.index), isFillable)]
}

const isAnyField = (mark: Mark): boolean => mark.is === 'field'
const isPassword = (mark: Mark): boolean => mark.is === 'field' && isPasswordField(mark.element)
const isSearch = (marks: Mark[]): boolean => marks.filter(isAnyField).length === 1

/** True for a button whose words say that it sends a form: not one that shows a password, clears, or picks a date. */
export function isSending(mark: Mark): boolean {
  if (mark.is !== 'button') return false
  const said = mark.text()
  const { element } = mark
  if (element instanceof HTMLInputElement && (element.type === 'submit' || element.type === 'image')) return true
  if (element instanceof HTMLButtonElement && element.getAttribute('type') === 'submit') return true
  return (['signIn', 'signUp', 'next', 'search', 'newsletter', 'reset', 'save'] as const).some((concept) =>
    says(concept, said),
  )
}

/** Joins neighbours that are one form to a person: no button that sends between them, and nobody else's fields under their common ancestor. */
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
  for (let at: Element | null = a; at !== null; at = above(at)) chain.add(at)
  for (let at: Element | null = b; at !== null; at = above(at)) if (chain.has(at)) return at
  return null
}

/** Gives a group the headings before it and the links after it, up to its neighbours' fields. */
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
