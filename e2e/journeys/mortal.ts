import { expect } from '@playwright/test'
import type { CDPSession, Locator } from '@playwright/test'
import { pageUrl } from '../desk.ts'
import type { Desk } from '../desk.ts'

/** One for each desk, never detached: its end would take the tab's virtual key along. */
const sessions = new WeakMap<object, CDPSession>()

let killed = 0
/** How many workers ran when they were ended. */
export const deaths = () => killed

/** Ends a desk's worker, and returns once the browser says that it has stopped. Pages that watch may wake the next one. */
export async function kill(desk: Pick<Desk, 'context' | 'page'>): Promise<void> {
  const cdp = sessions.get(desk) ?? (await desk.context.newCDPSession(desk.page))
  sessions.set(desk, cdp)
  const seen: string[] = []
  const look = ({ versions }: { versions: { scriptURL: string; status: string; runningStatus: string }[] }) => {
    for (const { scriptURL, status, runningStatus } of versions)
      // Ended while it is installed, there would be no worker at all until the browser starts anew: no browser does that.
      if (scriptURL.startsWith(pageUrl('')) && status === 'activated') seen.push(runningStatus)
  }
  cdp.on('ServiceWorker.workerVersionUpdated', look)
  await cdp.send('ServiceWorker.enable')
  // Ended while it starts, the end would come late: in the middle of the deed. Pages that watch wake it again; else it sleeps.
  const runs = () => seen.at(-1) === 'running'
  for (let waited = 0; !runs() && waited < 1_500; waited += 50) await desk.page.waitForTimeout(50)
  const isRunning = runs()
  if (isRunning) {
    seen.length = 0
    await cdp.send('ServiceWorker.stopAllWorkers')
    await expect.poll(() => seen, { intervals: [10, 50, 100] }).toContain('stopped')
  }
  cdp.off('ServiceWorker.workerVersionUpdated', look)
  await cdp.send('ServiceWorker.disable')
  if (isRunning) killed += 1
}

const deeds = new Set(['click', 'fill', 'check', 'press', 'selectOption', 'inputValue', 'goto', 'reload'])

/** The same page, or part of it, where the worker is ended before every deed: once its time has come, and no sooner. */
function mortal<T extends object>(desk: Desk, real: T): T {
  return new Proxy(real, {
    get(_, name) {
      const value: unknown = Reflect.get(real, name)
      if (name === 'keyboard') return mortal(desk, desk.page.keyboard)
      if (name === 'constructor' || typeof value !== 'function') return value
      const call = (args: unknown[]): unknown => Reflect.apply(value, real, args)
      return (...args: unknown[]) => {
        if (deeds.has(String(name)))
          return ready(real)
            .then(() => kill(desk))
            .then(() => call(args))
        const found = call(args)
        return isLocator(found) ? mortal(desk, found) : found
      }
    },
  })
}
const isLocator = (found: unknown): found is Locator =>
  typeof found === 'object' && found !== null && 'waitFor' in found && 'getByRole' in found
const ready = async (at: object) => (isLocator(at) ? at.waitFor() : undefined)
/** The same desk, whose worker is ended before every deed on its page. */
export const inDanger = (desk: Desk): Desk => ({ ...desk, page: mortal(desk, desk.page) })
