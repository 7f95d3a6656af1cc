import type { Field } from './visible.ts'

/** Sets values as a person's typing would look to the page. */

/** How a value comes in: as a paste would, or as keys would, for the page that looks at each of them. */
export type Manner = 'at once' | 'by letter'

/**
 * Puts `value` in the field and tells the page: focus, keys, input, change, blur (React and Vue listen to `input`, lazy models
 * to `change`, forms that wait for "touched" to `blur`). `mayFill` is asked again after focus and before each letter, since the
 * page's own handlers ran. A value that the page changes at once is typed anew, letter by letter.
 * Gives true when the field holds exactly `value` at the end. Nothing is put where it does not fit whole. Never submits.
 */
export function typeIn(
  field: HTMLInputElement,
  value: string,
  mayFill: (field: Field) => boolean,
  manner: Manner,
): boolean {
  if (!hasRoomFor(field, value)) return false
  enter(field)
  if (!mayFill(field)) return false
  // One letter comes by one key in any case.
  if (manner === 'at once' && value.length > 1) press(field, value)
  else byLetter(field, value, mayFill)
  if (field.value !== value && manner === 'at once' && value.length > 1) byLetter(field, value, mayFill)
  leave(field)
  return field.value === value
}

/** Setters pass by `maxlength`, which would have cut what a person types: the half would be wrong. */
export const hasRoomFor = (field: HTMLInputElement, value: string): boolean =>
  field.maxLength < 0 || value.length <= field.maxLength

/** Chooses an option and tells the page; true when it stays chosen. */
export function choose(
  select: HTMLSelectElement,
  option: HTMLOptionElement,
  mayFill: (field: Field) => boolean,
): boolean {
  enter(select)
  if (!mayFill(select)) return false
  assign(select, option.value)
  select.dispatchEvent(new Event('input', { bubbles: true, composed: true }))
  leave(select)
  return select.value === option.value
}

/** Takes a value back, and tells the page. */
export function clear(field: HTMLInputElement): void {
  if (field.value === '') return
  assign(field, '')
  tellInput(field, 'deleteContentBackward', null)
  field.dispatchEvent(new Event('change', { bubbles: true }))
}

/** Tells the page of a paste, for boxes that part it among themselves; what it does with it is its own. */
export function paste(field: HTMLInputElement, text: string, mayFill: (field: Field) => boolean): void {
  enter(field)
  if (!mayFill(field)) return
  const clipboardData = new DataTransfer()
  clipboardData.setData('text/plain', text)
  field.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, composed: true, cancelable: true, clipboardData }))
}

/** In a window without the focus (our popup has it), the browser moves it without a word: we say it. */
function enter(field: Field): void {
  field.focus({ preventScroll: true })
  if (field.ownerDocument.hasFocus()) return
  field.dispatchEvent(new FocusEvent('focus', { composed: true }))
  field.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }))
}

/** The field keeps the focus, so that Enter goes on; the page hears that somebody has been here. */
function leave(field: Field): void {
  field.dispatchEvent(new Event('change', { bubbles: true }))
  field.dispatchEvent(new FocusEvent('blur', { composed: true }))
  field.dispatchEvent(new FocusEvent('focusout', { bubbles: true, composed: true }))
}

/** The name of a key that the system does not know. */
const UNKNOWN = 'Unidentified'

function press(field: HTMLInputElement, value: string): void {
  tellKey(field, 'keydown', UNKNOWN)
  assign(field, value)
  tellInput(field, 'insertText', value)
  tellKey(field, 'keyup', UNKNOWN)
}

/** Letters go after what stands there by then, as under a person's hands: a mask may have put a sign of its own. */
function byLetter(field: HTMLInputElement, value: string, mayFill: (field: Field) => boolean): void {
  clear(field)
  for (const letter of value) {
    if (!mayFill(field)) return
    // A page that prevents a key puts its letter by itself, or not at all.
    const goesOn = tellKey(field, 'keydown', letter) && tellKey(field, 'keypress', letter)
    if (goesOn && tellBefore(field, letter)) {
      assign(field, field.value + letter)
      tellInput(field, 'insertText', letter)
    }
    tellKey(field, 'keyup', letter)
  }
}

const heard = { bubbles: true, composed: true, cancelable: true }

/** `keyCode` is what masks of an older time look at. */
function tellKey(field: HTMLInputElement, type: string, key: string): boolean {
  const keyCode = key === UNKNOWN ? 0 : (key.toUpperCase().codePointAt(0) ?? 0)
  return field.dispatchEvent(new KeyboardEvent(type, { ...heard, key, keyCode }))
}

const tellBefore = (field: HTMLInputElement, data: string): boolean =>
  field.dispatchEvent(new InputEvent('beforeinput', { ...heard, inputType: 'insertText', data }))

function tellInput(field: HTMLInputElement, inputType: string, data: string | null): void {
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType, data }))
}

/** The native setter: a page or framework that shadows `value` on its element is passed by. */
function assign(field: HTMLInputElement | HTMLSelectElement, value: string): void {
  const { prototype } = field instanceof HTMLSelectElement ? HTMLSelectElement : HTMLInputElement
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value)
}
