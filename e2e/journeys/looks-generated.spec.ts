import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { pageUrl, tabId } from '../desk.ts'
import type { Desk } from '../desk.ts'
import { servePages } from '../pages/serve.ts'
import type { PagesServer } from '../pages/serve.ts'
import * as people from '../people.ts'
import { startStack } from '../../tests/stack.ts'
import type { Stack } from '../../tests/stack.ts'
import { CLIENT, buildTree, button, ownerDesk } from './fixtures.ts'
import { inTurn, judge, looks, words } from './judge.ts'
import type { Look } from './judge.ts'

// How generated passwords look in the popup and in the console's form.
test.describe.configure({ mode: 'serial' })

let stack: Stack
let site: PagesServer
let owner: Desk
let tab: Page
test.beforeAll(async () => {
  ;[stack, site] = await Promise.all([startStack(), servePages()])
  owner = await ownerDesk(stack)
  await buildTree(owner)
  tab = await owner.context.newPage()
})
test.afterAll(async () => {
  await owner.close()
  await Promise.all([site.close(), stack.stop()])
})

async function popupOver({ lang, colorScheme }: Look, path: string): Promise<Page> {
  await tab.goto(`${site.origin}/${path}`)
  const id = await tabId(owner.context, tab.url())
  const popup = await owner.context.newPage()
  await popup.setViewportSize({ width: 380, height: 560 })
  await popup.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await popup.goto(pageUrl(`popup.html?lang=${lang}&tab=${String(id)}`))
  return popup
}

for (const look of looks)
  test(
    `the popup's panel for a generated password, from the offer to the saved login, ${look.lang}`,
    inTurn(look),
    async () => {
      const t = words(look.lang)
      const popup = await popupOver(look, 'new-password/short.html')
      const panel = popup.getByRole('region', { name: t.generated.title })
      await button(popup, t.generated.generate).click({ trial: true })
      await judge(popup, look, 'popup', 'new password')
      await button(popup, t.generated.generate).click()
      await expect(panel.getByText(t.generated.short)).toBeVisible()
      await judge(popup, look, 'popup', 'generated')
      await button(popup, t.generated.saveAs).click()
      await expect(popup.getByLabel(t.generated.name, { exact: true })).toBeFocused()
      const place = popup.getByRole('combobox', { name: t.offer.folder })
      await expect(popup.getByRole('grid', { name: t.offer.folder })).toContainText(CLIENT)
      await judge(popup, look, 'popup', 'save generated')
      await place.fill(CLIENT)
      await popup.keyboard.press('Enter')
      await expect(place).toBeFocused()
      await popup.keyboard.press('Tab')
      await popup.keyboard.press('Enter')
      await expect(panel.getByRole('status').filter({ hasText: CLIENT })).toBeVisible()
      await expect(panel.getByRole('heading')).toBeHidden()
      await judge(popup, look, 'popup', 'saved generated')
      await popup.close()
      const hostile = await popupOver(look, 'new-password/hostile.html')
      await button(hostile, t.generated.generate).click()
      await expect(hostile.getByRole('alert')).toBeVisible()
      await judge(hostile, look, 'popup', 'rules not met')
      await hostile.close()
    },
  )

for (const look of looks)
  test(
    `the console's form generates passwords with the chosen length and characters, ${look.lang}`,
    inTurn(look),
    async () => {
      const t = words(look.lang)
      const { page } = owner
      await page.emulateMedia({ colorScheme: look.colorScheme, reducedMotion: 'reduce' })
      await page.goto('about:blank')
      await page.goto(pageUrl(`console.html?lang=${look.lang}`))
      await page.bringToFront()
      await people.openFolder(owner, CLIENT)
      await button(page, t.folder.newLogin).first().click()
      await people.expectForm(page, t.item.name)
      const password = page.getByLabel(t.item.password, { exact: true })
      await button(page, t.item.generate).click()
      await expect(password).toHaveValue(/^(?=.*[A-Z])(?=.*[a-z])(?=.*\d)(?=.*\W|.*_)[^0Oo1lI]{20}$/)
      await button(page, t.generated.options).click()
      await expect(page.getByText(t.generated.lengthRange)).toBeVisible()
      const made = await password.inputValue()
      for (const wrong of ['7', '1000', '-5', '']) {
        await page.getByLabel(t.generated.length, { exact: true }).fill(wrong)
        await button(page, t.item.generate).click()
        await expect(page.getByText(t.generated.lengthWrong)).toBeVisible()
      }
      await expect(password).toHaveValue(made)
      await page.getByLabel(t.generated.length, { exact: true }).fill('32')
      await page.getByLabel(t.generated.sign, { exact: true }).uncheck()
      await page.getByLabel(t.generated.upper, { exact: true }).uncheck()
      await button(page, t.item.generate).click()
      await expect(password).toHaveValue(/^[a-z2-9]{32}$/)
      await judge(page, look, 'console', 'password options')
    },
  )
