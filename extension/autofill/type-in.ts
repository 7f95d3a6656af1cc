import type { Field } from './visible.ts'

/** Sets values as a person's typing would look to the page. Native setters: a page or framework that shadows `value` on its element is passed by. */

// Looked up at each use: the module is also read where there is no DOM, when the extension is built.
const setters = () => [
  { of: HTMLInputElement, set: setterOf(HTMLInputElement.prototype) },
  { of: HTMLSelectElement, set: setterOf(HTMLSelectElement.prototype) },
]

function setterOf(prototype: object): ((this: Element, value: string) => void) | undefined {
  return Object.getOwnPropertyDescriptor(prototype, 'value')?.set
}

/**
 * Puts `value` in the field and tells the page: focus, keydown, input, keyup, change (React and Vue listen to `input`, lazy models to `change`).
 * `mayFill` is asked again after focus, since the page's own handlers ran. A value the page changed is typed once more, letter by letter.
 * Gives true when the field holds exactly `value` at the end. Never submits.
 */
export function typeIn(field: HTMLInputElement, value: string, mayFill: (field: Field) => boolean): boolean {
  field.focus({ preventScroll: true })
  if (!mayFill(field)) return false
  press(field, value, value)
  field.dispatchEvent(new Event('change', { bubbles: true }))
  if (field.value === value) return true
  for (let end = 0; end <= value.length && mayFill(field); end += 1)
    press(field, value.slice(0, end), value.slice(end - 1, end))
  field.dispatchEvent(new Event('change', { bubbles: true }))
  return field.value === value
}

/** Chooses an option and tells the page; true when it stays chosen. */
export function choose(
  select: HTMLSelectElement,
  option: HTMLOptionElement,
  mayFill: (field: Field) => boolean,
): boolean {
  select.focus({ preventScroll: true })
  if (!mayFill(select)) return false
  assign(select, option.value)
  select.dispatchEvent(new Event('input', { bubbles: true, composed: true }))
  select.dispatchEvent(new Event('change', { bubbles: true }))
  return select.value === option.value
}

function press(field: HTMLInputElement, value: string, data: string): void {
  const key = { bubbles: true, composed: true, cancelable: true, key: 'Unidentified' }
  field.dispatchEvent(new KeyboardEvent('keydown', key))
  assign(field, value)
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertText', data }))
  field.dispatchEvent(new KeyboardEvent('keyup', key))
}

function assign(field: HTMLInputElement | HTMLSelectElement, value: string): void {
  setters()
    .find(({ of }) => field instanceof of)
    ?.set?.call(field, value)
}
