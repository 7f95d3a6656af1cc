import { expect, test } from '@playwright/test'
import { pageUrl } from '../desk.ts'
import type { Desk } from '../desk.ts'
import * as people from '../people.ts'
import { startStack } from '../../tests/stack.ts'
import type { Stack } from '../../tests/stack.ts'
import { CLIENT, TOP, button, ownerDesk } from './fixtures.ts'
import { inTurn, judge, looks, words } from './judge.ts'

// What a folder says of its client: typed, refused where it is wrong, shown, and offered as tags.
test.describe.configure({ mode: 'serial' })

let stack: Stack
let desk: Desk
test.beforeAll(async () => {
  stack = await startStack()
  desk = await ownerDesk(stack)
  await people.createFolder(desk, TOP)
  await people.createSubfolder(desk, TOP, CLIENT)
  await people.createSubfolder(desk, TOP, 'Assurance Boréale')
})
test.afterAll(async () => {
  await desk.close()
  await stack.stop()
})

test('a manager says what a client is: a contract that ends too early is refused, the rest is shown and offered', async () => {
  const { page } = desk
  const t = words('en')
  await people.openFolder(desk, CLIENT)
  await button(page, t.common.moreActs).click()
  await page.getByRole('menuitem', { name: t.about.menu }).click()
  await page.getByRole('radio', { name: t.about.colours[9] }).check()
  await page.getByLabel(t.about.start).fill('2026-01-01')
  await page.getByLabel(t.about.end).fill('2025-06-30')
  await page.getByLabel(t.about.sensitive).check()
  await page.getByLabel(t.about.contact).fill('Zoé Martin\n01 23 45 67 89, 8 h à 18 h')
  await page.getByLabel(t.about.channels).fill('voix, chat,')
  await button(page, t.about.save).click()
  await expect(page.getByText(t.about.endBeforeStart)).toBeVisible()
  await page.getByLabel(t.about.end).fill('2027-06-30')
  await button(page, t.about.save).click()
  await expect(page.getByText('from 1 January 2026 to 30 June 2027')).toBeVisible()
  await expect(page.locator('.ui-badge', { hasText: t.about.sensitive })).toBeVisible()
  expect((await people.folderOf(page, CLIENT)).hue).toBe(9)
  await expect(page.getByRole('treeitem', { name: CLIENT }).locator('.ui-client-bar')).toHaveAttribute('style', /hue-9/)
  await button(page, t.folder.newLogin).click()
  await page.getByRole('group', { name: t.kinds.offeredTags }).getByRole('button', { name: 'voix' }).click()
  await expect(page.getByRole('button', { name: t.kinds.removeTag('voix') })).toBeVisible()
  await button(page, t.item.discard).click()
  await page.getByRole('dialog').getByRole('button', { name: t.item.discard }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
})

for (const look of looks)
  test(`a client and what is said of it, ${look.lang}`, inTurn(look), async () => {
    const { page } = desk
    const t = words(look.lang)
    await page.emulateMedia({ colorScheme: look.colorScheme, reducedMotion: 'reduce' })
    const id = await people.folderId(page, CLIENT)
    await page.goto('about:blank')
    await page.goto(pageUrl(`console.html?lang=${look.lang}#/folders/${id}`))
    await page.bringToFront()
    await expect(page.locator('.ui-badge', { hasText: t.about.sensitive })).toBeVisible()
    await judge(page, look, 'console', 'client facts')
    await button(page, t.common.moreActs).click()
    await page.getByRole('menuitem', { name: t.about.menu }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await judge(page, look, 'console', 'about client')
  })
