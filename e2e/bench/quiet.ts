import type { Page } from 'playwright'
import type { Desk } from '../desk.ts'

/** From now on nothing of this desk wakes its worker by itself: a page that watches would, before what is measured does. */
export async function keepQuiet(desk: Desk, page: Page): Promise<void> {
  await page.evaluate(`chrome.runtime.connect = () => {
    const event = { addListener() {} }
    return { onMessage: event, onDisconnect: event, disconnect() {} }
  }`)
  await desk.page.goto('about:blank')
}
