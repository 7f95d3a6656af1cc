import { expect } from '@playwright/test'
import type { Frame, Page } from '@playwright/test'

/** The menu that stands in a page, if there is one. */
export const menuOf = (at: Page): Frame | undefined => at.frames().find((frame) => frame.url().endsWith('/menu.html'))

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
