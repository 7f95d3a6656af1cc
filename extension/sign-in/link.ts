import { signal } from '@preact/signals'
import { browser } from '../browser.ts'
import { SIGN_IN_PORT } from '../messages/sign-in.ts'
import type { SignInRequest, WorkerToSignIn, SignInToWorker } from '../messages/sign-in.ts'

export type SignInState = { asked: SignInRequest; state: 'open' | 'signing-in' | { failed: string } }

/** What the window shows; null until the worker has sent it. */
export const signInState = signal<SignInState | null>(null)

/** How often a message keeps the worker alive, in ms: after 30 s without one the browser would end it, and the site's request with it. */
const STAY = 20_000
/** After this time, in ms, the window closes and the browser handles the site's request itself. */
const MOST = 5 * 60_000

/** Connects to the worker and returns the function that sends it messages. The window closes when the worker disconnects. */
export function joinWorker(): (what: SignInToWorker) => void {
  const port = browser.runtime.connect({ name: SIGN_IN_PORT })
  port.onMessage.addListener((message: WorkerToSignIn) => {
    if (message.is === 'failed') {
      if (signInState.value !== null) signInState.value = { ...signInState.value, state: { failed: message.code } }
      return
    }
    if (signInState.value === null) closeWith(message.asked)
    signInState.value = { state: 'open', ...signInState.value, asked: message.asked }
  })
  const say = (what: SignInToWorker) => port.postMessage(what)
  const staying = setInterval(() => say({ do: 'stay' }), STAY)
  port.onDisconnect.addListener(() => {
    clearInterval(staying)
    close()
  })
  setTimeout(close, MOST)
  return say
}

/** Closes the window. The worker sees the port disconnect and leaves the site's request to the browser. */
export function close(): void {
  signInState.value = null
  window.close()
}

/** Closes the window with the tab that it belongs to, and when that tab or frame loads something else. */
function closeWith({ tab, frame }: SignInRequest): void {
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
