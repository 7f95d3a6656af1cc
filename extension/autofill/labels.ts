import { normalize } from './vocabulary/words.ts'
import { parentOf, isField, type Field } from './visible.ts'

/** The texts on and about a field, each normalised by `normalize` (vocabulary/plain.ts). */
export interface Labels {
  autocomplete: string[]
  /** of its <label> elements, aria-label and aria-labelledby */
  label: string
  /** only for a field without label and hint: the text before it, or the table cell beside or above it */
  near: string
  /** placeholder and title */
  hint: string
  /** name, id and formcontrolname: the programmer's words, which nobody sees */
  name: string
}

const LONGEST = 160
const CLIMB = 4

/** Returns the labels of a field. Reads the page only. */
export function readLabels(field: Field): Labels {
  const hint = [field.getAttribute('placeholder'), field.title].map(unlessExample).filter(Boolean).join(' ')
  const own = ownLabel(field)
  return {
    autocomplete: (field.getAttribute('autocomplete') ?? '').toLowerCase().split(/\s+/).filter(Boolean),
    label: normalize(own),
    near: own === '' && hint === '' ? normalize(textBefore(field)) : '',
    hint: normalize(hint),
    name: normalize(`${field.name} ${field.id} ${field.getAttribute('formcontrolname') ?? ''}`),
  }
}

/** Replaces an example address such as `name@company.com` by the word e-mail, since the words in it say nothing about the field. */
function unlessExample(hint: string | null): string {
  return (hint ?? '').replace(/\S+@\S+\.\w+/, 'e-mail')
}

function ownLabel(field: Field): string {
  const aria = field.getAttribute('aria-label')
  const referred = (field.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean)
  const root = field.getRootNode()
  const named =
    root instanceof Document || root instanceof ShadowRoot ? referred.map((id) => root.getElementById(id)) : []
  const texts = [aria, ...named.map(textOf), ...Array.from(field.labels ?? [], textOf)]
  return texts.filter((text) => text !== null && text.trim() !== '').join(' ')
}

/** Returns an element's text without that of options, scripts and styles in it. */
function textOf(element: Element | null): string {
  if (element === null || isField(element)) return ''
  if (element.querySelector('select, script, style') === null) return element.textContent.slice(0, LONGEST)
  const copy = element.cloneNode(true)
  if (!(copy instanceof Element)) return ''
  for (const noise of copy.querySelectorAll('select, script, style')) noise.remove()
  return copy.textContent.slice(0, LONGEST)
}

/** Returns the nearest text before the field, but not beyond another field: `<td>Login</td><td><input></td>`, `Login<br><input>`. */
function textBefore(field: Field): string {
  let at: Element | null = field
  for (let step = 0; at !== null && step < CLIMB && at.localName !== 'tr'; step += 1) {
    for (let before: ChildNode | null = at.previousSibling; before !== null; before = before.previousSibling) {
      if (before instanceof Text && hasLetters(before.data)) return before.data.slice(0, LONGEST)
      if (!(before instanceof Element)) continue
      if (before.matches('script, style, button')) continue
      if (isField(before) || before.querySelector('input:not([type=hidden]), select, textarea') !== null)
        return columnHead(field)
      const text = textOf(before)
      if (hasLetters(text)) return text
    }
    if (at.matches('form, fieldset, table, body')) break
    at = parentOf(at)
  }
  return columnHead(field)
}

/** Returns the text of the table cell above, for forms with the labels in one row and the fields in the next. */
function columnHead(field: Field): string {
  const cell = field.closest('td')
  const row = cell?.closest('tr')?.previousElementSibling
  if (cell === null || !(row instanceof HTMLTableRowElement)) return ''
  const head = row.cells[cell.cellIndex] ?? null
  return head === null || head.querySelector('input, select') !== null ? '' : textOf(head)
}

function hasLetters(text: string): boolean {
  return /[^\d ]{2}/.test(normalize(text))
}
