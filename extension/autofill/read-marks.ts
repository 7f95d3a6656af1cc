import { isField, type Field } from './visible.ts'
import { normalize, mentions } from './vocabulary/words.ts'

/** One element of the page that matters: a field, button, heading, link or checkbox. `text` reads its words, normalised by `normalize`. */
export type Mark =
  | { is: 'field'; element: Field; form: Element | null }
  | { is: 'button' | 'heading' | 'link' | 'box'; element: Element; form: Element | null; text: () => string }

export type RootOf = (element: Element) => ShadowRoot | null

const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'legend', 'dt', 'caption'])
const MAY_HOST = new Set(['div', 'span', 'section', 'article', 'main', 'body', 'p', 'aside', 'header', 'footer', 'nav'])

/** Leaves out the commonest elements that can neither hold a shadow root nor be a mark: for those the browser then creates no objects. */
const WORTH_A_LOOK = ':not(tr,td,li,i,b,em,label,option,br,script),[role]'

/**
 * Returns a document's fields, buttons, headings, links and checkboxes in the order of the page (a shadow root before its host's own
 * children). `rootOf` returns the shadow root of an element that may be entered, or null.
 */
export function readMarks(document: Document, rootOf: RootOf): Mark[] {
  const marks: Mark[] = []
  const visit = (root: Document | ShadowRoot): void => {
    const found = root.querySelectorAll(WORTH_A_LOOK)
    // Indexing a NodeList is faster than iterating it with `for … of`.
    for (let nth = 0; nth < found.length; nth += 1) {
      const element = found[nth]
      if (element === undefined) break
      const name = element.localName
      const mark = markOf(element, name)
      if (mark !== null) marks.push(mark)
      if (!MAY_HOST.has(name) && !name.includes('-')) continue
      const inner = rootOf(element)
      if (inner !== null) visit(inner)
    }
  }
  visit(document)
  return marks
}

function markOf(element: Element, name: string): Mark | null {
  switch (name) {
    case 'input':
    case 'select':
    case 'textarea':
      return fieldMark(element)
    case 'button':
      return worded('button', element, () => wordsOn(element))
    case 'a':
      return worded(roleOf(element) && !leadsAway(element) ? 'button' : 'link', element, () => wordsOn(element))
    default: {
      const is = HEADINGS.has(name) ? 'heading' : roleOf(element)
      return is && worded(is, element, () => wordsOn(element))
    }
  }
}

/** Returns the element's ARIA role where it is one that matters here. */
function roleOf(element: Element): 'button' | 'heading' | null {
  const role = element.getAttribute('role')
  return role === 'button' || role === 'heading' ? role : null
}

function fieldMark(element: Element): Mark | null {
  if (isField(element)) return { is: 'field', element, form: formOf(element) }
  if (!(element instanceof HTMLInputElement)) return null
  if (element.type === 'checkbox' || element.type === 'radio') return worded('box', element, () => boxWords(element))
  const pressed = element.type === 'submit' || element.type === 'button' || element.type === 'image'
  return pressed ? worded('button', element, () => `${element.value} ${element.alt} ${element.title}`) : null
}

/** Returns true for a link to another page, even if it looks like a button. */
function leadsAway(element: Element): boolean {
  return !/^(?:#.*|javascript:.*|)$/i.test(element.getAttribute('href') ?? '')
}

/** Reads the words only when they are needed: a page has hundreds of links, and few matter. */
function worded(is: 'button' | 'heading' | 'link' | 'box', element: Element, words: () => string): Mark {
  let said: string | null = null
  return { is, element, form: formOf(element), text: () => (said ??= normalize(words())) }
}

function wordsOn(element: Element): string {
  const said = element.textContent
  // An arrow or an icon is no word.
  if (normalize(said) !== '') return said
  return element.getAttribute('aria-label') ?? element.getAttribute('title') ?? element.querySelector('img')?.alt ?? ''
}

function boxWords(element: HTMLInputElement): string {
  const label = element.labels?.[0]?.textContent ?? element.parentElement?.textContent ?? ''
  return `${label.slice(0, 160)} ${element.name} ${element.id}`
}

/** Returns the form around an element, else the dialog around it. */
function formOf(element: Element): Element | null {
  const own = 'form' in element && element.form instanceof HTMLFormElement ? element.form : element.closest('form')
  if (own !== null) return own
  const root = element.getRootNode()
  // A dialog's fields do not belong to the page below it.
  return root instanceof ShadowRoot ? formOf(root.host) : element.closest('dialog, [role=dialog]')
}

/** Returns true for a link of at most three words that acts as a button, such as "Sign in" or "Next". */
export function isSendingLink(mark: Mark): boolean {
  if (mark.is !== 'link') return false
  const said = mark.text()
  return (
    said.split(' ').length <= 3 &&
    !mentions('forgot', said) &&
    (['signIn', 'signUp', 'next', 'save'] as const).some((concept) => mentions(concept, said))
  )
}

/** Returns true for a button that sends a form: not one that shows the password, clears a field or picks a date. */
export function isSending(mark: Mark): boolean {
  if (mark.is !== 'button') return false
  const said = mark.text()
  const { element } = mark
  if (element instanceof HTMLInputElement && (element.type === 'submit' || element.type === 'image')) return true
  if (element instanceof HTMLButtonElement && element.getAttribute('type') === 'submit') return true
  return (['signIn', 'signUp', 'next', 'search', 'newsletter', 'reset', 'save'] as const).some((concept) =>
    mentions(concept, said),
  )
}
