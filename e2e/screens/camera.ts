import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect as impatient } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import { pageUrl } from '../desk.ts'
import { fileOf } from './pictures.ts'
import { in256Colours } from './palette.ts'
import type { Picture } from './pictures.ts'

/** A machine that does other things, too, draws the same pictures. */
export const expect = impatient.configure({ timeout: 60_000 })

export const wide = { width: 1200, height: 760 }
/** The window in which people unlock and register keys. */
export const unlockWindow = { width: 420, height: 520 }

const root = fileURLToPath(new URL('../..', import.meta.url))
const taken = new Set<Picture>()

/** The pictures that this process has written. */
export const makeWrite = (): ReadonlySet<Picture> => taken

/**
 * Writes a picture of what the page shows, or of one part with a margin: once nothing loads and no message is about to go, without a
 * focus ring, and without a pointer over anything.
 */
export async function take(page: Page, picture: Picture, part: Locator | null = null): Promise<void> {
  await expect(page.locator('.ui-skeleton')).toHaveCount(0)
  await expect(page.locator('.ui-toast')).toHaveCount(0)
  await page.mouse.move(0, 0)
  await page.evaluate(async () => {
    await document.fonts.ready
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
  const box = (await part?.boundingBox()) ?? null
  const around = box && { x: box.x - 24, y: box.y - 24, width: box.width + 48, height: box.height + 48 }
  const clip = around === null ? {} : { clip: around }
  const png = await page.screenshot({ animations: 'disabled', caret: 'hide', scale: 'css', ...clip })
  writeFileSync(`${root}${fileOf(picture)}`, in256Colours(png))
  taken.add(picture)
  console.log(`  ${fileOf(picture)}`)
}

/** Opens a place of the console anew, at its usual size or another. */
export async function show(page: Page, place: string, size = wide): Promise<void> {
  await page.setViewportSize(size)
  await page.goto('about:blank')
  await page.goto(pageUrl(`console.html#${place}`))
  await page.bringToFront()
  await expect(page.getByRole('navigation', { name: 'Sections' })).toBeVisible()
}
