import type { Field } from './visible.ts'

/** Sets values so that they look to the page as if a person had typed them. */

/** How a value is set: at once, as by a paste, or letter by letter, for pages that handle each key. */
export type Manner = 'at once' | 'by letter'

/**
 * Sets `value` in the field and dispatches focus, key, input, change and blur events (React and Vue listen to `input`, lazy models to
 * `change`, forms that wait for "touched" to `blur`). Returns true when the field holds exactly `value` at the end.
 * `mayFill` is asked again after the focus and before each letter, since the page's handlers ran meanwhile. A value that the page changes
 * is set again letter by letter. A value longer than the field's `maxlength` is not set at all. Nothing is sent.
 */
export function typeIn(
  field: HTMLInputElement,
  value: string,
  mayFill: (field: Field) => boolean,
  manner: Manner,
): boolean {
  if (!hasRoomFor(field, value)) return false
  focusField(field)
  if (!mayFill(field)) return false
  // A single letter is one key press either way.
  if (manner === 'at once' && value.length > 1) setAtOnce(field, value)
  else typeLetters(field, value, mayFill)
  if (field.value !== value && manner === 'at once' && value.length > 1) typeLetters(field, value, mayFill)
  leaveField(field)
  return field.value === value
}

/** Returns true when the value fits the field's `maxlength`, which the value setter ignores but a person's typing would not. */
export const hasRoomFor = (field: HTMLInputElement, value: string): boolean =>
  field.maxLength < 0 || value.length <= field.maxLength

/** Chooses an option and dispatches the events. Returns true when it stays chosen. */
export function choose(
  select: HTMLSelectElement,
  option: HTMLOptionElement,
  mayFill: (field: Field) => boolean,
): boolean {
  focusField(select)
  if (!mayFill(select)) return false
  setValue(select, option.value)
  select.dispatchEvent(new Event('input', { bubbles: true, composed: true }))
  leaveField(select)
  return select.value === option.value
}

/** Empties a field and dispatches the events. */
export function clear(field: HTMLInputElement): void {
  if (field.value === '') return
  setValue(field, '')
  dispatchInput(field, 'deleteContentBackward', null)
  field.dispatchEvent(new Event('change', { bubbles: true }))
}

/** Dispatches a paste event with the text, for pages that spread a pasted code over their boxes. Sets no value by itself. */
export function paste(field: HTMLInputElement, text: string, mayFill: (field: Field) => boolean): void {
  focusField(field)
  if (!mayFill(field)) return
  const clipboardData = new DataTransfer()
  clipboardData.setData('text/plain', text)
  field.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, composed: true, cancelable: true, clipboardData }))
}

/** Focuses a field. While our popup has the focus, the browser fires no focus events in the page, so they are dispatched here. */
function focusField(field: Field): void {
  field.focus({ preventScroll: true })
  if (field.ownerDocument.hasFocus()) return
  field.dispatchEvent(new FocusEvent('focus', { composed: true }))
  field.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }))
}

/** Dispatches the events of leaving a field. The field keeps the focus, so that Enter still sends the form. */
function leaveField(field: Field): void {
  field.dispatchEvent(new Event('change', { bubbles: true }))
  field.dispatchEvent(new FocusEvent('blur', { composed: true }))
  field.dispatchEvent(new FocusEvent('focusout', { bubbles: true, composed: true }))
}

/** The key name of the UI Events standard for an unknown key, as input methods send it. */
const UNKNOWN = 'Unidentified'

function setAtOnce(field: HTMLInputElement, value: string): void {
  dispatchKey(field, 'keydown', UNKNOWN)
  setValue(field, value)
  dispatchInput(field, 'insertText', value)
  dispatchKey(field, 'keyup', UNKNOWN)
}

/** Appends each letter to the field's current value, as typing does: an input mask may have inserted characters. */
function typeLetters(field: HTMLInputElement, value: string, mayFill: (field: Field) => boolean): void {
  clear(field)
  for (const letter of value) {
    if (!mayFill(field)) return
    // A page that cancels the key event inserts the letter itself, or refuses it.
    const isAllowed = dispatchKey(field, 'keydown', letter) && dispatchKey(field, 'keypress', letter)
    if (isAllowed && dispatchBeforeInput(field, letter)) {
      setValue(field, field.value + letter)
      dispatchInput(field, 'insertText', letter)
    }
    dispatchKey(field, 'keyup', letter)
  }
}

const EVENT_OPTIONS = { bubbles: true, composed: true, cancelable: true }

/** Old input masks read `keyCode`. */
function dispatchKey(field: HTMLInputElement, type: string, key: string): boolean {
  const keyCode = key === UNKNOWN ? 0 : (key.toUpperCase().codePointAt(0) ?? 0)
  return field.dispatchEvent(new KeyboardEvent(type, { ...EVENT_OPTIONS, key, keyCode }))
}

const dispatchBeforeInput = (field: HTMLInputElement, data: string): boolean =>
  field.dispatchEvent(new InputEvent('beforeinput', { ...EVENT_OPTIONS, inputType: 'insertText', data }))

function dispatchInput(field: HTMLInputElement, inputType: string, data: string | null): void {
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType, data }))
}

/** Sets the value by the prototype's own setter, since a page or framework may have redefined `value` on the element. */
function setValue(field: HTMLInputElement | HTMLSelectElement, value: string): void {
  const { prototype } = field instanceof HTMLSelectElement ? HTMLSelectElement : HTMLInputElement
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value)
}
