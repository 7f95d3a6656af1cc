import type { LoadAnswer, PageLanguage } from '../messages/frame.ts'
import { focusedInput } from './focused.ts'
import { looksLikeLogin } from './looks-like-login.ts'

declare global {
  /** Which of our scripts watches this frame: the same script may be injected twice. */
  var cloisonWatching: 'sentinel' | 'menu' | undefined
  /** The field in which somebody pressed a letter key before the menu script was loaded; null if they did not type. */
  var cloisonTyped: HTMLInputElement | null | undefined
  /** Shared with the scripts loaded later, so that they need not contain it again. */
  var cloisonLooksLikeLogin: typeof looksLikeLogin | undefined
}

/** Returns the page's languages: the declared one, and those that the browser detects around the field. The text stays in the page. */
async function languageAt(field: HTMLInputElement): Promise<PageLanguage> {
  const near = `${document.title} ${(field.form ?? field.parentElement)?.textContent ?? ''}`
  const text = near.slice(0, 4_000).replace(/\s+/g, ' ')
  const { isReliable, languages } = await chrome.i18n.detectLanguage(text)
  return {
    said: document.documentElement.lang,
    // For short texts the browser claims certainty too often.
    heard: isReliable && text.length > 99 ? languages.map(({ language }) => language) : [],
    letters: [...new Set([...text].map((letter) => letter.charCodeAt(0) >> 7))],
  }
}

/** The least time between two questions to the worker, in ms: a page that moves the focus about must not keep it busy. */
const PAUSE = 500

/**
 * Starts the only script that runs on pages without a login: three listeners; it observes nothing, reads no layout and walks no tree.
 * When a person comes to a field that could be part of a login, it asks the worker, which then injects the menu script into this document.
 * A focus that the page sets by itself does not count until the person's first key or pointer press. If the worker is locked, it stops.
 */
export function watchFocus(): void {
  if (globalThis.cloisonWatching !== undefined) return
  globalThis.cloisonWatching = 'sentinel'
  globalThis.cloisonLooksLikeLogin = looksLikeLogin
  let lastAsked = -PAUSE
  const askWorker = async ({ timeStamp, key = '' }: { timeStamp: number; key?: string }): Promise<void> => {
    const field = focusedInput()
    if (field === null || !looksLikeLogin(field)) return
    globalThis.cloisonTyped = key.length === 1 ? field : null
    if (timeStamp - lastAsked < PAUSE) return
    lastAsked = timeStamp
    const answer = await chrome.runtime.sendMessage<object, LoadAnswer>({
      name: 'frame.load',
      language: await languageAt(field),
    })
    if (answer !== 'nothing') stop(answer)
  }
  const stop = (answer: LoadAnswer): void => {
    for (const name of EVENTS) removeEventListener(name, listen, true)
    globalThis.cloisonWatching = answer === 'loaded' ? 'menu' : undefined
  }
  const listen = (event: Event): void => {
    // The call fails once the extension was removed or updated.
    if (event.isTrusted && navigator.userActivation.hasBeenActive) askWorker(event).catch(() => stop('closed'))
  }
  for (const name of EVENTS) addEventListener(name, listen, true)
}

const EVENTS = ['focusin', 'pointerdown', 'keydown']
