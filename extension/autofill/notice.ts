import type { LoginSent } from '../messages/frame.ts'
import { focusedInput } from './focused.ts'
import { formsHere } from './forms-here.ts'
import { detectHere } from './look-here.ts'
import type { DetectedForm } from './verdict.ts'
import { isField } from './visible.ts'

declare global {
  /** Set by the worker, in this isolated world, for a member who may edit: only then it is told what is sent. */
  var cloisonNotices: boolean | undefined
}

/** Where a page names the account of a password that stands alone: for password managers, or for people to read. */
const NAMED = 'input[autocomplete~=username],input[type=email][readonly]'
/** A link that leads away sends nothing. */
const LINK = 'a[href]:not([href^="#"],[href^="javascript:"])'

/**
 * Gives what hears a person's trusted events where a login has the focus. When they send a form in which they have typed, its
 * login goes to the worker once, read at that very moment: the page may be gone the next.
 */
export function noticeLogins(): (event: Event) => void {
  // The key that brought this may have gone into the field already.
  let typedIn: Element | null | undefined = globalThis.cloisonTyped
  globalThis.cloisonForms = formsHere
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

function sentFrom(typedIn: Element, isLeft: boolean): LoginSent | null {
  const { forms } = detectHere()
  const holds = ({ fields, others }: DetectedForm) =>
    [...fields.map(({ element }) => element), ...others].some((one) => one === typedIn)
  // A page that draws its fields anew, to show what was typed, leaves the old one behind.
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
