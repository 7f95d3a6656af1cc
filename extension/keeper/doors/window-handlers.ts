import type { Handlers } from '../../messages/serve.ts'
import { trustedServer } from '../desk/server.ts'
import type { Keeper } from '../keeper.ts'
import type { HandlerDependencies } from './around.ts'

type Names = 'open.here' | Extract<keyof Handlers, `window.${string}`>

/** The requests that show one of our windows: the console, or the unlock window at one of its places. */
export function windowHandlers(
  keeper: Keeper,
  { showUnlock, showConsole }: Pick<HandlerDependencies, 'showUnlock' | 'showConsole'>,
): Pick<Handlers, Names> {
  const show = async (window: Promise<void>) => {
    await window
    return null
  }
  return {
    'open.here': (_, origin) =>
      keeper.look(async () => {
        const isOurs = (await trustedServer(keeper.desk))?.server === origin
        return show(
          isOurs && keeper.open !== null ? showConsole() : showUnlock(`#/open?server=${encodeURIComponent(origin)}`),
        )
      }),
    'window.unlock': () => show(showUnlock('#/unlock')),
    'window.further-key': () => show(showUnlock('#/key')),
    'window.change-pin': () => show(showUnlock('#/pin')),
    'window.new-keys': () => show(showUnlock('#/new-keys')),
    'window.console': () => show(showConsole()),
    'window.overview': () => show(showConsole('#/overview')),
  }
}
