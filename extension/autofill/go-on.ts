import type { DetectedForm, Kind } from './verdict.ts'

/** Changing a password by oneself takes a look. */
const SENT: readonly Kind[] = ['sign-in', 'username-step', 'password-step', 'second-factor']

/** Presses the button that sends a form of which every field holds something; true when there was one to press. */
export function goOn({ kind, fields, goOn: button }: DetectedForm): boolean {
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
