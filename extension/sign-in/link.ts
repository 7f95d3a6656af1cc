import { signal } from '@preact/signals'
import { browser } from '../browser.ts'
import { SIGN_IN_PORT } from '../messages/sign-in.ts'
import type { SignInAsked, SignInHears, SignInSays } from '../messages/sign-in.ts'

export type Shown = { asked: SignInAsked; state: 'open' | 'signing-in' | { failed: string } }

/** What the window is about; null until the worker has said so. */
export const shown = signal<Shown | null>(null)

/** Within half a minute of quiet the browser would end the worker, and the question with it. */
const STAY = 20_000
/** After that nobody is there: the question goes back to the browser. */
const MOST = 5 * 60_000

/** Joins the worker, and gives the function that tells it something. Once the worker is gone there is nothing left to choose. */
export function joinWorker(): (what: SignInSays) => void {
  const port = browser.runtime.connect({ name: SIGN_IN_PORT })
  port.onMessage.addListener((heard: SignInHears) => {
    if (heard.is === 'failed') {
      if (shown.value !== null) shown.value = { ...shown.value, state: { failed: heard.code } }
      return
    }
    if (shown.value === null) closeWith(heard.asked)
    shown.value = { state: 'open', ...shown.value, asked: heard.asked }
  })
  const say = (what: SignInSays) => port.postMessage(what)
  const staying = setInterval(() => say({ do: 'stay' }), STAY)
  port.onDisconnect.addListener(() => {
    clearInterval(staying)
    close()
  })
  setTimeout(close, MOST)
  return say
}

/** The worker hears of it by the port's end, and gives the question back to the browser. */
export function close(): void {
  shown.value = null
  window.close()
}

/** The window goes with what it is about: the tab, or the load that was given up for another one. */
function closeWith({ tab, frame }: SignInAsked): void {
  const isIt = ({ tabId, frameId }: { tabId: number; frameId: number }) =>
    tabId === tab && (frameId === 0 || frameId === frame)
  browser.tabs.onRemoved.addListener((one) => {
    if (one === tab) close()
  })
  for (const event of [browser.webNavigation.onCommitted, browser.webNavigation.onErrorOccurred])
    event.addListener((details) => {
      if (isIt(details)) close()
    })
}
