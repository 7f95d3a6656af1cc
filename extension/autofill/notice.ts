import type { SubmittedForm } from '../messages/frame.ts'
import { focusedInput } from './focused.ts'
import { listForms } from './forms-here.ts'
import { detectInFrame } from './look-here.ts'
import type { DetectedForm } from './verdict.ts'
import { isField } from './visible.ts'

declare global {
  /** Set by the worker for a member who may edit logins: only then is it told which logins are sent. */
  var cloisonNotices: boolean | undefined
}

/** Fields in which a page names the account of a lone password field: for password managers, or read-only for people. */
const NAMED = 'input[autocomplete~=username],input[type=email][readonly]'
/** A link to another page: a click on it sends no form. */
const LINK = 'a[href]:not([href^="#"],[href^="javascript:"])'

/**
 * Returns a listener for a person's trusted events in a frame with a login form. When the person sends a form in which they typed, the
 * listener reads the login at once, since the page may navigate away, and sends it to the worker.
 */
export function watchSentLogins(): (event: Event) => void {
  // The first key, which made this script load, may be in the field already.
  let typedIn: Element | null | undefined = globalThis.cloisonTyped
  globalThis.cloisonForms = listForms
  return (event) => {
    const [target] = event.composedPath()
    const isEnter = event instanceof KeyboardEvent && event.key === 'Enter' && focusedInput() !== null
    if (event.type === 'input') typedIn = focusedInput()
    else if (typedIn && target instanceof Element && (isEnter || (event.type === 'click' && !isField(target)))) {
      const sent = sentFrom(typedIn, !isEnter && target.closest(LINK) !== null)
      if (sent !== null) void chrome.runtime.sendMessage(sent).catch(() => null)
    }
  }
}

function sentFrom(typedIn: Element, isLeft: boolean): SubmittedForm | null {
  const { forms } = detectInFrame()
  const holds = ({ fields, others }: DetectedForm) =>
    [...fields.map(({ element }) => element), ...others].some((one) => one === typedIn)
  // A page that replaces a field, as to show the password, leaves the field in which the person typed disconnected.
  const form = forms.find(
    typedIn.isConnected ? holds : ({ fields }) => fields.some(({ element }) => element.value !== ''),
  )
  if (form === undefined || form.kind === 'none' || form.kind === 'second-factor') return null
  const { kind } = form
  const [username = nameBeside(form)] = valuesOf(form, 'username')
  const [password = ''] = valuesOf(form, 'currentPassword')
  const [fresh = '', again = fresh] = valuesOf(form, 'newPassword')
  const isSignIn = kind === 'sign-in' || kind === 'password-step'
  const needed = kind === 'username-step' ? username : isSignIn ? password : fresh
  const isWhole = needed !== '' && fresh === again
  if (isLeft) return { name: 'frame.sent', kind: 'left', username: '', password: '', fresh: '' }
  return isWhole ? { name: 'frame.sent', kind, username, password, fresh } : null
}

const valuesOf = ({ fields }: DetectedForm, of: DetectedForm['fields'][number]['role']): string[] =>
  fields.flatMap(({ role, element }) => (role === of ? [element.value] : []))

const nameBeside = ({ account }: DetectedForm): string =>
  (account ?? document.querySelector<HTMLInputElement>(NAMED))?.value ?? ''
