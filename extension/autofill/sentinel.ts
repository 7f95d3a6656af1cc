import type { Loaded } from '../messages/frame.ts'
import { focusedInput } from './focused.ts'
import { looksLikeLogin } from './looks-like-login.ts'

declare global {
  /** What watches a frame, in its isolated world: the same script may be put there twice. */
  var cloisonWatching: 'sentinel' | 'menu' | undefined
}

/** Of which languages besides English and French a page seems to be: by what it says of itself, and by the letters at the field. */
function wordsFor(field: HTMLInputElement): ('latin' | 'other')[] {
  const said = document.documentElement.lang.slice(0, 2).toLowerCase()
  const near = (field.form ?? field.parentElement)?.textContent?.slice(0, 2_000) ?? ''
  const isOther = /[\u0370-\u06ff\u3040-\u9fff\uac00-\ud7af]/.test(near + document.title)
  return [...(/^(?:en|fr)$/.test(said) ? [] : (['latin'] as const)), ...(isOther ? (['other'] as const) : [])]
}

/** Asking more often than that, on behalf of a page that moves the focus about, would be work for the worker. */
const PAUSE = 500

/**
 * The one script on pages where no login is asked for: two listeners, nothing that observes, reads layout or walks the page.
 * Where the focus comes to a field that could be part of a login it asks the worker once, which puts the rest into this very document. A
 * worker that is locked ends it.
 */
export function watchFocus(): void {
  if (globalThis.cloisonWatching !== undefined) return
  globalThis.cloisonWatching = 'sentinel'
  let asked = -PAUSE
  const look = async ({ timeStamp }: { timeStamp: number }): Promise<void> => {
    const field = focusedInput()
    if (timeStamp - asked < PAUSE || field === null || !looksLikeLogin(field)) return
    asked = timeStamp
    const answer = await chrome.runtime.sendMessage<object, Loaded>({ name: 'frame.load', words: wordsFor(field) })
    if (answer !== 'nothing') end(answer)
  }
  const end = (answer: Loaded): void => {
    removeEventListener('focusin', listen, true)
    removeEventListener('click', listen, true)
    globalThis.cloisonWatching = answer === 'loaded' ? 'menu' : undefined
  }
  const listen = (event: { isTrusted: boolean; timeStamp: number }): void => {
    // Where the extension itself is gone, or another version of it has come, there is nobody to ask.
    if (event.isTrusted) look(event).catch(() => end('closed'))
  }
  // A click too: a field that took the focus by itself gets no other event.
  addEventListener('focusin', listen, true)
  addEventListener('click', listen, true)
  // On most pages the focus is nowhere yet. No element is taken hold of to see that: the first one costs the page 70 kB of heap.
  if (document.querySelector('html:focus-within')) listen({ isTrusted: true, timeStamp: 0 })
}
