import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { pageUrl } from '../desk.ts'
import type { Desk } from '../desk.ts'
import * as people from '../people.ts'
import { startStack } from '../../tests/stack.ts'
import type { Stack } from '../../tests/stack.ts'
import * as journey from './fixtures.ts'
import { OWNER, button, heading } from './fixtures.ts'
import { inTurn, judge, looks, words } from './judge.ts'

// What a person sets for themselves on one desk.
test.describe.configure({ mode: 'serial' })

let stack: Stack
let owner: Desk
test.beforeAll(async () => {
  stack = await startStack()
  owner = await journey.ownerDesk(stack)
})
test.afterAll(async () => {
  await owner.close()
  await stack.stop()
})

const choose = (page: Page, label: string, option: string) =>
  page.getByLabel(label, { exact: true }).selectOption(option)
/** The seconds that the browser was last asked to count before it calls a person idle. */
const countsIdle = async () =>
  (await journey.awake(owner)).evaluate(() => (globalThis as { idleSeconds?: number }).idleSeconds ?? null)

test('a person chooses a shorter idle lock: the browser counts by it at once, and it is chosen still after a reload', async () => {
  const { page } = owner
  const t = words('en').settings
  await (
    await journey.awake(owner)
  ).evaluate(() => {
    const set = chrome.idle.setDetectionInterval.bind(chrome.idle)
    chrome.idle.setDetectionInterval = (seconds) => {
      ;(globalThis as { idleSeconds?: number }).idleSeconds = seconds
      set(seconds)
    }
  })
  await page.getByRole('link', { name: t.title }).click()
  await expect(page.getByLabel(t.idle, { exact: true })).toHaveValue('10')
  await choose(page, t.idle, '1 minute')
  await expect.poll(countsIdle).toBe(60)
  await page.reload()
  await page.getByRole('link', { name: t.title }).click()
  await expect(page.getByLabel(t.idle, { exact: true })).toHaveValue('1')
})

test('the language that a person chooses holds on every page at once, and where the desk is locked', async () => {
  const { page, context } = owner
  const [en, fr] = [words('en'), words('fr')]
  const popup = await context.newPage()
  await popup.goto(pageUrl('popup.html'))
  await expect(button(popup, en.popup.lockNow)).toBeVisible()
  await page.bringToFront()
  await choose(page, en.settings.language, 'Français')
  await expect(heading(page, fr.settings.title)).toBeVisible()
  await expect(page).toHaveTitle(fr.console.pageTitle)
  await expect(button(popup, fr.popup.lockNow)).toBeVisible()
  await popup.close()
  await page.reload()
  await page.getByRole('link', { name: fr.settings.title }).click()
  await expect(heading(page, fr.settings.title)).toBeVisible()
  await button(page, fr.common.lock).click()
  await expect(button(page, fr.common.unlock)).toBeVisible()
  await page.goto(pageUrl('unlock.html#/unlock'))
  await page.bringToFront()
  await page.getByLabel('PIN Cloison', { exact: true }).fill(OWNER.pin)
  await page.keyboard.press('Enter')
  await expect(heading(page, fr.unlock.unlockedTitle)).toBeVisible()
  await page.goto(pageUrl('console.html#/settings'))
  await choose(page, fr.settings.language, '')
  await expect(heading(page, en.settings.title)).toBeVisible()
  await expect(page.getByLabel(en.settings.idle, { exact: true })).toHaveValue('1')
})

test('a person names a key, and finds it by its name', async () => {
  const { page } = owner
  const t = words('en').keys
  await people.openConsole(owner)
  await page.getByRole('link', { name: t.myKeys }).click()
  await button(page, t.name).click()
  await page.getByLabel(t.nameLabel, { exact: true }).fill('Blue, key ring')
  await button(page, t.nameVerb).click()
  await expect(page.getByRole('list', { name: t.myKeys })).toContainText('Blue, key ring')
  await page.reload()
  await page.getByRole('link', { name: t.myKeys }).click()
  await expect(page.getByRole('list', { name: t.myKeys })).toContainText('Blue, key ring')
})

for (const look of looks)
  test(`settings and a named key, ${look.lang}`, inTurn(look), async () => {
    const { page } = owner
    const t = words(look.lang)
    await page.emulateMedia({ colorScheme: look.colorScheme, reducedMotion: 'reduce' })
    await page.goto('about:blank')
    await page.goto(pageUrl(`console.html?lang=${look.lang}#/settings`))
    await expect(heading(page, t.settings.title)).toBeVisible()
    await judge(page, look, 'console', 'settings')
    await page.getByRole('link', { name: t.keys.myKeys }).first().click()
    await expect(page.getByText('Blue, key ring')).toBeVisible()
    await judge(page, look, 'console', 'named key')
    await button(page, t.keys.renameKey).click()
    await judge(page, look, 'console', 'name of a key')
  })
