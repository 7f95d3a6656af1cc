import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { pageUrl } from '../desk.ts'
import type { Desk } from '../desk.ts'
import * as people from '../people.ts'
import { startStack } from '../../tests/stack.ts'
import type { Stack } from '../../tests/stack.ts'
import * as journey from './fixtures.ts'
import { CLIENT, TOP, button, heading } from './fixtures.ts'
import { inTurn, judge, looks, words } from './judge.ts'

// The check of passwords that a desk makes by itself: from its counts to a list, to the login, and back once it is mended.
test.describe.configure({ mode: 'serial' })

const SHARED = 'tr8-Gavot-51mz-Crible'
const login = (name: string, password: string, username = 'agent-12') => ({
  name,
  username,
  password,
  addresses: [`https://${name.toLowerCase().replaceAll(' ', '-')}.example/login`],
  company: null,
})

let stack: Stack
let owner: Desk
test.beforeAll(async () => {
  stack = await startStack()
  owner = await journey.ownerDesk(stack)
  await people.createFolder(owner, TOP)
  await people.createSubfolder(owner, TOP, CLIENT)
})
test.afterAll(async () => {
  await owner.close()
  await stack.stop()
})

const t = words('en').health
const toHealth = async ({ page }: Desk) => {
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: t.title }).click()
  await expect(heading(page, t.title)).toBeVisible()
}
const row = (page: Page, name: string | RegExp) => page.getByRole('row', { name })

for (const look of looks)
  test(
    `before a check there is one thing to do, and without a login to read it says so, ${look.lang}`,
    inTurn(look),
    async () => {
      const { page } = owner
      const w = words(look.lang).health
      await page.emulateMedia({ colorScheme: look.colorScheme, reducedMotion: 'reduce' })
      await page.goto('about:blank')
      await page.goto(pageUrl(`console.html?lang=${look.lang}#/health`))
      await expect(heading(page, w.firstTitle)).toBeVisible()
      await judge(page, look, 'console', 'health before')
      await button(page, w.begin).click()
      await expect(heading(page, w.nothingTitle)).toBeVisible()
      await judge(page, look, 'console', 'health of nothing')
    },
  )

test('a check leads from its counts to a list, to the login; a login that was mended is listed no longer', async () => {
  const { page } = owner
  await people.openConsole(owner)
  await people.createLogin(owner, CLIENT, login('Portail Atlas', SHARED))
  await people.createLogin(owner, CLIENT, login('Guichet Nord', SHARED))
  await people.createLogin(owner, TOP, login('Extranet', 'Bienvenue2026!', 'chef'))
  await people.createLogin(owner, TOP, login('Caisse', 'vq7-Hmurf-92kd-Plonge'))
  await toHealth(owner)
  await button(page, t.begin).click()
  await expect(page.getByText(t.checkedMany(4))).toBeVisible()
  await row(page, new RegExp(t.kinds.weak)).click()
  await expect(row(page, /Extranet.*common/)).toBeVisible()
  await row(page, new RegExp(t.kinds.reused)).click()
  await expect(row(page, /Guichet Nord.*with 1 other/)).toBeVisible()
  await row(page, /Portail Atlas/).click()
  await expect(heading(page, 'Portail Atlas')).toBeVisible()
  await expect(row(page, /Guichet Nord.*Used twice/)).toBeVisible()
  await people.changePassword(owner, CLIENT, 'Portail Atlas', 'k3-Zibeline-77-orme')
  await expect(page.getByText(t.reusedMark)).toBeHidden()
  await toHealth(owner)
  await row(page, new RegExp(t.kinds.reused)).click()
  await expect(heading(page, t.none.reused)).toBeVisible()
  await expect(page.getByText(t.changed(1))).toBeVisible()
  await button(page, t.again).click()
  await expect(page.getByText(t.changed(1))).toBeHidden()
})

for (const look of looks)
  test(`counts, a list, marks on rows, ${look.lang}`, inTurn(look), async () => {
    const { page } = owner
    const w = words(look.lang).health
    await people.openConsole(owner)
    await people.createLogin(owner, CLIENT, login('Portail Atlas bis', 'k3-Zibeline-77-orme'))
    await page.emulateMedia({ colorScheme: look.colorScheme, reducedMotion: 'reduce' })
    await page.goto('about:blank')
    await page.goto(pageUrl(`console.html?lang=${look.lang}#/health`))
    await button(page, w.begin).click()
    await row(page, new RegExp(w.kinds.reused)).click()
    await expect(heading(page, w.kinds.reused)).toBeVisible()
    await judge(page, look, 'console', 'health')
    await row(page, /Portail Atlas bis/)
      .first()
      .click()
    await expect(page.getByText(w.reusedMark).first()).toBeVisible()
    await judge(page, look, 'console', 'health marks')
  })

test('P10: after the lock the report is gone', async () => {
  const { page } = owner
  await people.openConsole(owner)
  await toHealth(owner)
  await button(page, t.begin).click()
  await expect(page.getByText(/logins checked/)).toBeVisible()
  await journey.lockByButton(owner)
  await people.unlock(owner, journey.OWNER.pin)
  await people.openConsole(owner)
  await toHealth(owner)
  await expect(heading(page, t.firstTitle)).toBeVisible()
})
