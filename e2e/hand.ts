import type { Locator, Page } from '@playwright/test'
import { need } from '../tests/headless/org.ts'

/** What a task costs who does it: clicks, of which a shortcut, an Enter and a drag are one each; and fields that are typed in. */
export type Cost = { clicks: number; fields: number }

/** Acts on a page as a person does, and counts. Looking costs nothing: that stays with the page. */
export function handOf(page: Page) {
  const cost: Cost = { clicks: 0, fields: 0 }
  return {
    cost,
    async click(what: Locator): Promise<void> {
      cost.clicks += 1
      await what.click()
    },
    async press(key: string): Promise<void> {
      cost.clicks += 1
      await page.keyboard.press(key)
    },
    /** Types into the field that has the focus, or that this locator names. */
    async type(text: string, into: Locator | null = null): Promise<void> {
      cost.fields += 1
      await (into === null ? page.keyboard.type(text) : into.fill(text))
    },
    /** Drags by the mouse alone, since a drag hides what lies below from tests. */
    async drag(from: Locator, to: Locator): Promise<void> {
      cost.clicks += 1
      for (const one of [from, to]) await one.scrollIntoViewIfNeeded()
      const [x, y] = await middleOf(from)
      const [toX, toY] = await middleOf(to)
      await page.mouse.move(x, y)
      await page.mouse.move(x + 1, y + 1)
      await page.mouse.down()
      await page.mouse.move(x + 9, y + 9, { steps: 3 })
      await page.mouse.move(toX, toY, { steps: 8 })
      await page.mouse.up()
    },
    /** Another hand, on the same purse: for a shortcut that the page itself does not see. */
    count(clicks: number): void {
      cost.clicks += clicks
    },
  }
}
export type Hand = ReturnType<typeof handOf>

async function middleOf(of: Locator): Promise<readonly [number, number]> {
  const { x, y, width, height } = need(await of.boundingBox())
  return [x + width / 2, y + height / 2]
}
