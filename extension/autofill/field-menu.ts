import type { LoadAnswer } from '../messages/frame.ts'
import type { MenuTicket } from '../messages/menu.ts'
import { focusedInput } from './focused.ts'
import { findFormToFill } from './likeliest.ts'
import { detectInFrame } from './look-here.ts'
import { openMenu, type OpenMenu } from './menu-host.ts'
import { watchSentLogins } from './notice.ts'
import type { DetectedForm } from './verdict.ts'
import { loadWords } from './vocabulary/words.ts'

declare global {
  /** For the fill script in the same isolated world: closes the menu, and tells whether an element is the menu. */
  var cloisonMenu: { close(): void; isAt(element: Element): boolean } | undefined
  /** When a login was last filled, by any means: filling moves the focus, and no menu may open for that. */
  var cloisonFilledAt: number | undefined
}

const QUIET = 2_000
const filledAt = (): number => globalThis.cloisonFilledAt ?? -Infinity
const isQuiet = (): boolean => performance.now() - filledAt() < QUIET

/**
 * Opens the menu when a person comes to a field of a login: by a click, by a focus that follows a user gesture, or by the down arrow. Only
 * trusted events count, and nothing happens on load (P8).
 */
export function startFieldMenu(words: readonly string[]): void {
  loadWords(words)
  let menu: OpenMenu | null = null
  let isAsking = false
  const notice = globalThis.cloisonNotices === true ? watchSentLogins() : null
  globalThis.cloisonMenu = { close: () => menu?.close(), isAt: (element) => menu?.host === element }
  const stop = (): void => {
    for (const name of EVENTS) removeEventListener(name, listen, true)
    menu?.close()
    globalThis.cloisonWatching = undefined
    globalThis.cloisonMenu = undefined
  }
  const ask = async (): Promise<void> => {
    const field = focusedInput()
    if (isAsking || menu !== null || field === null || globalThis.cloisonLooksLikeLogin?.(field) !== true) return
    const offer = offerAt(field)
    if (!offer.login && !offer.fresh) return
    isAsking = true
    const from = performance.now()
    try {
      const answer = await chrome.runtime.sendMessage<object, MenuTicket | LoadAnswer>({ name: 'frame.menu', ...offer })
      if (answer === 'closed') stop()
      else if (typeof answer === 'object' && focusedInput() === field && filledAt() < from)
        menu = openMenu(field, answer, () => {
          menu = null
        })
    } catch {
      stop()
    } finally {
      isAsking = false
    }
  }
  /** Returns true for a key that was for the menu. */
  const press = (event: KeyboardEvent): boolean => {
    const { key } = event
    if (menu === null) {
      if (key === 'ArrowDown') void ask()
      return false
    }
    if (key === 'Escape') menu.close()
    else if (key === 'ArrowDown' || key === 'ArrowUp') menu.say(key)
    // Where no row is selected, Enter goes to the page and sends the form.
    else if (key === 'Enter' && menu.hasChosen()) menu.say(Date.now() - performance.now() + event.timeStamp)
    else return false
    event.preventDefault()
    event.stopImmediatePropagation()
    return true
  }
  const listen = (event: Event): void => {
    if (!event.isTrusted || (event instanceof KeyboardEvent && press(event))) return
    notice?.(event)
    if (event instanceof KeyboardEvent) return
    if (event.type === 'input') menu?.close()
    else if (event.type === 'click' || !isQuiet()) if (navigator.userActivation.isActive) void ask()
  }
  for (const name of EVENTS) addEventListener(name, listen, { capture: true })
  // No menu opens by itself while somebody types.
  if (navigator.userActivation.isActive && !isQuiet() && !globalThis.cloisonTyped) void ask()
}

/** Returns whether a login would be filled into this field, and whether the field takes a new password. */
function offerAt(element: Element): { login: boolean; fresh: boolean } {
  const seen = detectInFrame()
  const roleIn = (form: DetectedForm | null) => form?.fields.find((field) => field.element === element)?.role
  const role = roleIn(findFormToFill(seen, true))
  return { login: role !== undefined, fresh: [role, ...seen.forms.map(roleIn)].includes('newPassword') }
}

const EVENTS = ['focusin', 'click', 'keydown', 'input']
