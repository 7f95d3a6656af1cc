import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { browser } from '../browser.ts'
import type { Topic } from './topic.ts'
import type { Views } from './views.ts'

type ViewOf<T extends Topic> = Views[T['view']]

export type Watched<V> = {
  /** Null until the worker has answered for the first time. */
  value: ReadonlySignal<V | null>
  stop(): void
}

/**
 * Returns a signal with the newest view of a topic, and a function that stops the updates. When the browser ends the worker the port
 * is opened again, and the last view stays meanwhile.
 */
export function watch<T extends Topic>(what: T): Watched<ViewOf<T>> {
  const value = signal<ViewOf<T> | null>(null)
  let port: chrome.runtime.Port | null = null
  const open = () => {
    port = browser.runtime.connect({ name: JSON.stringify(what) })
    port.onMessage.addListener((view: ViewOf<T>) => {
      value.value = view
    })
    port.onDisconnect.addListener(() => {
      if (port !== null) setTimeout(open, 50)
    })
  }
  open()
  return {
    value,
    stop() {
      const last = port
      port = null
      last?.disconnect()
    },
  }
}
