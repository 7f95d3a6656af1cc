import { expect, test } from '@playwright/test'
import axe from 'axe-core'
import { menuWords } from '../../extension/words/menu.ts'
import { newFiller } from '../filler.ts'
import { servePages } from '../pages/serve.ts'
import type { PagesServer } from '../pages/serve.ts'
import * as people from '../people.ts'
import { registeredPages } from './fixtures.ts'
import { OUR_TEXT, bodyText, inTurn, looks, misfits, picture } from './judge.ts'
import { expectSeen, findMenu } from './menu.ts'

// How the inline menu looks on a page: light in English, dark in French, at 200 %.
const LONG = 'Assurance Méridienne, gestion des sinistres et des remboursements de soins'

let site: PagesServer
test.beforeAll(async () => {
  site = await servePages()
})
test.afterAll(() => site.close())

for (const look of looks)
  test(`the menu with more logins than fit, one of them chosen, ${look.lang}`, inTurn(look), async () => {
    const t = menuWords[look.lang]
    const filler = await newFiller({ colorScheme: look.colorScheme })
    const login = { username: 'agent-042@atlas-relation.example', password: 'x', urls: [site.origin] }
    await filler.save({ ...login, name: LONG, username: '' })
    for (let n = 1; n < 8; n += 1) await filler.save({ ...login, name: `Guichet ${String(n)}` })
    await filler.grant('fill')
    await people.unlock(filler.desk, filler.pin)
    await expect.poll(() => registeredPages(filler.desk)).toEqual([`${site.origin}/*`])
    // The menu uses the browser's language; until here the browser is English.
    await filler.desk.context.addInitScript((lang) => {
      if (location.protocol === 'chrome-extension:') chrome.i18n.getUILanguage = () => lang
    }, look.lang)
    const page = await filler.desk.context.newPage()
    for (const [size, width, height] of [
      ['100', 1_000, 700],
      ['200', 500, 350],
    ] as const) {
      await page.setViewportSize({ width, height })
      await page.goto(`${site.origin}/login.html`)
      await page.getByLabel('Username').click()
      await expect.poll(() => findMenu(page)).toBeDefined()
      const menu = findMenu(page)
      if (menu === undefined) throw new Error('no menu')
      await expectSeen(menu, 8)
      await expect(menu.getByText(t.noUsername)).toBeVisible()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowDown')
      await expect(menu.getByRole('option', { selected: true })).toHaveCount(1)
      // The whole menu is visible: rows below the window's edge could not be reached.
      const frame = await (await menu.frameElement()).boundingBox()
      expect.soft(frame?.y).toBeGreaterThanOrEqual(0)
      expect.soft((frame?.y ?? 0) + (frame?.height ?? Infinity)).toBeLessThanOrEqual(height)
      expect.soft(await bodyText(menu)).toEqual(OUR_TEXT)
      await picture(page, `menu-many-${look.lang}-${size}`)
      expect.soft(await misfits(menu), `${look.lang}, ${size} %`).toEqual([])
      await menu.evaluate(axe.source)
      const { violations } = await menu.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
        // The field keeps the focus and receives the arrow keys that scroll the menu.
        `axe.run(document, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa'],
          rules: { 'scrollable-region-focusable': { enabled: false } },
        })`,
      )
      expect.soft(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => [id, html]))).toEqual([])
    }
    await filler.close()
  })
