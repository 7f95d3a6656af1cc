import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'

/** The most stops of Tab that somebody is asked to make for one thing. */
const STOPS = 150

/** Works on a page by keys alone. After each act the focus has to be somewhere, or the next Tab would begin at the top of the page. */
export function keyboardOf(page: Page) {
  const isAt = async (what: Locator) => (await what.and(page.locator(':focus')).count()) > 0
  const holdsFocus = async (after: string) => {
    await expect(page.locator('body:focus, html:focus'), `focus after ${after}`).toHaveCount(0)
    const at = () => page.evaluate(() => document.activeElement?.tagName ?? 'none')
    await expect.poll(at, { message: `focus after ${after}` }).not.toMatch(/^(BODY|HTML|none)$/)
  }
  const self = {
    /** Presses keys one after the other. */
    async press(...keys: string[]): Promise<void> {
      for (const key of keys) await page.keyboard.press(key)
      await holdsFocus(keys.join(' '))
    },
    async type(text: string): Promise<void> {
      await page.keyboard.type(text)
    },
    /** Goes on with Tab, or back with Shift+Tab, until this has the focus. Fails where no stop leads there. */
    async reach(what: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
      await expect(what.first(), 'what is to be reached').toBeVisible()
      for (let stop = 0; stop < STOPS; stop++) {
        if (await isAt(what)) return
        await page.keyboard.press(key)
      }
      throw new Error(`no ${key} leads to ${String(what)}`)
    },
    /** Moves within a list or a tree, where one stop of Tab leads to all rows, until this has the focus. */
    async arrowTo(what: Locator, key = 'ArrowDown'): Promise<void> {
      for (let row = 0; row < STOPS; row++) {
        if (await isAt(what)) return
        await page.keyboard.press(key)
      }
      throw new Error(`no ${key} leads to ${String(what)}`)
    },
    /** Reaches this and presses Enter. */
    async enter(what: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
      await self.reach(what, key)
      await self.press('Enter')
    },
    holdsFocus,
  }
  return self
}
export type Keyboard = ReturnType<typeof keyboardOf>

/** Counts what a mouse does to the page, from now on and in each page after it. */
export async function countPointer(page: Page): Promise<() => Promise<number>> {
  let presses = 0
  await page.exposeFunction('cloisonPointerDown', () => {
    presses += 1
  })
  await page.addInitScript(() => {
    addEventListener(
      'pointerdown',
      () => {
        const counter: typeof globalThis & { cloisonPointerDown?: () => void } = globalThis
        counter.cloisonPointerDown?.()
      },
      true,
    )
  })
  return () => Promise.resolve(presses)
}
