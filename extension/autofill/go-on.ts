import type { DetectedForm, Kind } from './verdict.ts'

/** Kinds of forms that may be sent. A change of password is not: the person must look at it first. */
const SENT: readonly Kind[] = ['sign-in', 'username-step', 'password-step', 'second-factor']

/** Sends a form if all its fields have values, by its button where it has one. Returns true when it was sent. */
export function sendForm({ kind, fields, goOn: button }: DetectedForm): boolean {
  const [first] = fields
  if (first === undefined || !SENT.includes(kind) || fields.some(({ element }) => element.value === '')) return false
  if (button instanceof HTMLElement) {
    if (!button.isConnected || button.matches(':disabled, [aria-disabled=true]')) return false
    button.click()
    return true
  }
  const { form } = first.element
  if (form === null) return false
  HTMLFormElement.prototype.requestSubmit.call(form)
  return true
}
