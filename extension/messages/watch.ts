import { signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import * as z from 'zod/mini'
import { count, folderId } from '../../shared/protocol/primitives.ts'
import type { Views } from './views.ts'

/** What a page can watch; the worker pushes a new view at each change. */
export const topic = z.discriminatedUnion('view', [
  z.strictObject({ view: z.literal('status') }),
  z.strictObject({ view: z.literal('console') }),
  z.strictObject({ view: z.literal('folder'), folder: folderId }),
  z.strictObject({ view: z.literal('popup'), tab: z.nullable(count) }),
])
export type Topic = z.infer<typeof topic>
type ViewOf<T extends Topic> = Views[T['view']]

export type Watched<V> = {
  /** Null until the worker has answered for the first time. */
  value: ReadonlySignal<V | null>
  stop(): void
}

/** Keeps a view fresh. The worker dies every now and then: the port is opened again, and the last view stays meanwhile. */
export function watch<T extends Topic>(what: T): Watched<ViewOf<T>> {
  const value = signal<ViewOf<T> | null>(null)
  let port: chrome.runtime.Port | null = null
  const open = () => {
    port = chrome.runtime.connect({ name: JSON.stringify(what) })
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
