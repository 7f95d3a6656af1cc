import { expect } from '@playwright/test'
import type { Frame, Page } from '@playwright/test'

/** The menu that stands in a page, if there is one. */
export const findMenu = (at: Page): Frame | undefined => at.frames().find((frame) => frame.url().endsWith('/menu.html'))

/** Half a second after the browser has called the menu visible: from here on it is alive. */
export async function expectSeen(menu: Frame, rows = 1): Promise<void> {
  await expect(menu.getByRole('option')).toHaveCount(rows)
  await menu.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const see = (entries: IntersectionObserverEntry[]) => {
          if (entries.some((entry) => Reflect.get(entry, 'isVisible') === true)) setTimeout(resolve, 700)
        }
        const how = { threshold: 0, trackVisibility: true, delay: 100 }
        new IntersectionObserver(see, how).observe(document.documentElement)
      }),
  )
}

/** The one element that a page can find of us, as an expression in it. */
export const HOST = 'document.querySelector("html > div[popover]")'

/** A person comes to the field; gives the menu once it is alive, and the middle of its first row. */
export async function openMenu(page: Page): Promise<{ menu: Frame; x: number; y: number }> {
  await page.getByLabel('Username').click()
  await expect.poll(() => findMenu(page) !== undefined).toBe(true)
  const menu = findMenu(page) as Frame
  await expectSeen(menu)
  return { menu, ...(await placeBelow(page)) }
}

/** The middle of the first row of a menu below the field. */
export async function placeBelow(page: Page): Promise<{ x: number; y: number }> {
  const box = await page.getByLabel('Username').boundingBox()
  if (box === null) throw new Error('no field')
  return { x: box.x + 80, y: box.y + box.height + 32 }
}

/** The pointer comes to rest on a place, as a person's does before they click. */
export async function restOn(page: Page, x: number, y: number): Promise<void> {
  await page.mouse.move(x + 3, y + 3)
  await page.mouse.move(x, y)
  await page.waitForTimeout(300)
}

/** Clicks where the first row is, or was. */
export async function clickAt(page: Page, { x, y }: { x: number; y: number }): Promise<void> {
  await restOn(page, x, y)
  await page.mouse.click(x, y)
}
