import type { Loaded, PageLanguage } from '../messages/frame.ts'
import { focusedInput } from './focused.ts'
import { looksLikeLogin } from './looks-like-login.ts'

declare global {
  /** What watches a frame, in its isolated world: the same script may be put there twice. */
  var cloisonWatching: 'sentinel' | 'menu' | undefined
  /** The field in which somebody pressed a letter's key before the rest was there; null where they came by other ways. */
  var cloisonTyped: HTMLInputElement | null | undefined
  /** For the rest, which need not bring it again. */
  var cloisonLooksLikeLogin: typeof looksLikeLogin | undefined
}

/** Of which language a page seems to be; the browser hears it in the text around the field, here. Nothing of the text leaves the page. */
async function languageAt(field: HTMLInputElement): Promise<PageLanguage> {
  const near = `${document.title} ${(field.form ?? field.parentElement)?.textContent ?? ''}`
  const text = near.slice(0, 4_000).replace(/\s+/g, ' ')
  const { isReliable, languages } = await chrome.i18n.detectLanguage(text)
  return {
    said: document.documentElement.lang,
    // Of few words the browser is sure too often.
    heard: isReliable && text.length > 99 ? languages.map(({ language }) => language) : [],
    letters: [...new Set([...text].map((letter) => letter.charCodeAt(0) >> 7))],
  }
}

/** Asking more often than that, on behalf of a page that moves the focus about, would be work for the worker. */
const PAUSE = 500

/**
 * The one script on pages where no login is asked for: three listeners, nothing that observes, reads layout or walks the page.
 * Where a person has come to a field that could be part of a login it asks the worker once, which puts the rest into this very document.
 * A focus that the page gave before anybody did anything there is no reason to: the first key or press of a button is. A worker that is
 * locked ends it.
 */
export function watchFocus(): void {
  if (globalThis.cloisonWatching !== undefined) return
  globalThis.cloisonWatching = 'sentinel'
  globalThis.cloisonLooksLikeLogin = looksLikeLogin
  let asked = -PAUSE
  const look = async ({ timeStamp, key = '' }: { timeStamp: number; key?: string }): Promise<void> => {
    const field = focusedInput()
    if (field === null || !looksLikeLogin(field)) return
    globalThis.cloisonTyped = key.length === 1 ? field : null
    if (timeStamp - asked < PAUSE) return
    asked = timeStamp
    const answer = await chrome.runtime.sendMessage<object, Loaded>({
      name: 'frame.load',
      language: await languageAt(field),
    })
    if (answer !== 'nothing') end(answer)
  }
  const end = (answer: Loaded): void => {
    for (const name of EVENTS) removeEventListener(name, listen, true)
    globalThis.cloisonWatching = answer === 'loaded' ? 'menu' : undefined
  }
  const listen = (event: Event): void => {
    // Where the extension itself is gone, or another version of it has come, there is nobody to ask.
    if (event.isTrusted && navigator.userActivation.hasBeenActive) look(event).catch(() => end('closed'))
  }
  for (const name of EVENTS) addEventListener(name, listen, true)
}

const EVENTS = ['focusin', 'pointerdown', 'keydown']
