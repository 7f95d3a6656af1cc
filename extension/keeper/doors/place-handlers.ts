import type { Handlers } from '../../messages/serve.ts'
import { readStored, writeStored } from '../desk/session-store.ts'
import type { Keeper } from '../keeper.ts'

/**
 * Where somebody was in the console. The browser would write it to disk with its history, or with a page's own store (P10): so it lies
 * in the browser's memory, and a lock removes it. While locked nothing is kept.
 */
export const placeHandlers = (keeper: Keeper): Pick<Handlers, 'place.read' | 'place.keep'> => ({
  'place.read': () => keeper.look(async () => (keeper.shown === null ? null : readStored(keeper.desk, 'place'))),
  'place.keep': (place) =>
    keeper.look(async () => {
      if (keeper.shown !== null) await writeStored(keeper.desk, 'place', place)
      return null
    }),
})
