import type { Page } from 'playwright'
import type { Desk } from '../desk.ts'

/**
 * From now on nothing of this desk wakes its worker by itself: a page that watches would, before what is measured does. The page is
 * loaded anew, with ports that are none from its start, since `browser` keeps the function that it has once found.
 */
export async function keepQuiet(desk: Desk, page: Page): Promise<void> {
  await page.addInitScript(`for (const one of [globalThis.browser, globalThis.chrome])
    if (one?.runtime !== undefined) one.runtime.connect = () => {
      const event = { addListener() {} }
      return { onMessage: event, onDisconnect: event, disconnect() {} }
    }`)
  await page.reload()
  await desk.page.goto('about:blank')
}
