import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { openDesk, pageUrl } from '../desk.ts'
import type { Desk } from '../desk.ts'
import { servePages } from '../pages/serve.ts'
import type { PagesServer } from '../pages/serve.ts'
import * as people from '../people.ts'
import { pick } from '../pick.ts'
import { startStack } from '../../tests/stack.ts'
import type { Stack } from '../../tests/stack.ts'
import * as journey from './fixtures.ts'
import { CLIENT, ORG, OWNER, TEAM, TOP, button, heading } from './fixtures.ts'
import { inTurn, judge, looks, words } from './judge.ts'
import type { Look } from './judge.ts'

// Every screen: light in English, dark in French, at 200 %, and with the keyboard alone.
test.describe.configure({ mode: 'serial' })

const LOGIN = 'Portail clients Méridienne, service recouvrement'
const NEWCOMER = { name: 'Inès Martin', email: 'ines@atlas.example', team: TEAM }

let stack: Stack
let site: PagesServer
let owner: Desk
const desks: Desk[] = []
test.beforeAll(async () => {
  ;[stack, site] = await Promise.all([startStack(), servePages()])
})
test.afterAll(async () => {
  await Promise.all(desks.map((desk) => desk.close()))
  await Promise.all([site.close(), stack.stop()])
})

/** Opens one of our pages in that look, freshly rendered. */
async function show(page: Page, { lang, colorScheme }: Look, file: string, hash = ''): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await page.goto('about:blank')
  await page.goto(pageUrl(`${file}.html?lang=${lang}${hash}`))
  await page.bringToFront()
}

/** Chooses the PIN, and stops at the screen that asks for the key. */
async function pinThenKey(page: Page, look: Look, screen: string, label: string, pin: string): Promise<void> {
  const t = words(look.lang)
  await expect(page.getByLabel(label, { exact: true })).toBeVisible()
  await judge(page, look, 'unlock', `${screen} pin`)
  await page.getByLabel(label, { exact: true }).fill(pin)
  await page.getByLabel(t.unlock.pinAgain).fill(pin)
  await button(page, t.common.continue).click()
  await expect(button(page, t.unlock.useKey)).toBeVisible()
  await judge(page, look, 'unlock', `${screen} key`)
}

for (const look of looks)
  test(`the server's own page, and setting it up, ${look.lang}`, async () => {
    const t = words(look.lang)
    const desk = await openDesk(look)
    desks.push(desk)
    const { page } = desk
    await page.goto(stack.origin)
    await expect(page.locator('#cloison-open')).toBeVisible()
    await judge(page, look, 'server', 'open')
    await page.setViewportSize({ width: 420, height: 520 })
    await show(page, look, 'unlock', '')
    await expect(heading(page, t.unlock.beginTitle)).toBeVisible()
    await judge(page, look, 'unlock', 'begin')
    await page.getByLabel(t.unlock.serverAddress).fill('http://evil.example')
    await expect(page.getByText(t.unlock.addressUnsafe)).toBeVisible()
    await page.getByLabel(t.unlock.serverAddress).fill('not a url')
    await expect(page.getByText(t.unlock.addressUnsafe)).toBeHidden()
    await button(page, t.common.continue).click()
    await expect(page.getByText(t.unlock.addressWrong)).toBeVisible()
    await judge(page, look, 'unlock', 'begin wrong')
    await show(page, look, 'unlock', `#/open?server=${encodeURIComponent(stack.origin)}`)
    await expect(heading(page, t.unlock.trustTitle)).toBeVisible()
    await judge(page, look, 'unlock', 'trust')
    await button(page, t.unlock.trust).click()
    await page.getByLabel(t.unlock.setupCode).fill(stack.setupCode)
    await judge(page, look, 'unlock', 'set-up code')
    await button(page, t.common.continue).click()
    await page.getByLabel(t.unlock.orgName).fill(ORG)
    await page.getByLabel(t.unlock.yourName).fill(OWNER.name)
    await page.getByLabel(t.unlock.yourEmail).fill(OWNER.email)
    await judge(page, look, 'unlock', 'about')
    await button(page, t.common.continue).click()
    await pinThenKey(page, look, 'set-up', t.unlock.pinCloison, OWNER.pin)
    if (look.lang === 'fr') return
    owner = desk
    await button(page, t.unlock.useKey).click()
    await expect(heading(page, t.unlock.readyTitle(ORG))).toBeVisible()
    await judge(page, look, 'unlock', 'ready')
    await page.setViewportSize({ width: 1280, height: 800 })
  })

test('with the keyboard alone the owner makes a login, and fills it from the popup', async () => {
  const { page } = owner
  await people.openConsole(owner)
  await journey.buildTree(owner)
  await people.grant(owner, CLIENT, TEAM, 'Fill')
  await people.openConsole(owner)
  await expect(page.getByRole('treeitem', { name: CLIENT })).toBeVisible()

  const tabTo = async (role: 'treeitem' | 'textbox' | 'button', name: string) => {
    const wanted = page.getByRole(role, { name, exact: true })
    for (let left = 40; left > 0; left -= 1) {
      if (await wanted.evaluate((element) => element === document.activeElement)) return
      await page.keyboard.press('Tab')
    }
    await expect(wanted).toBeFocused()
  }
  const type = async (name: string, text: string) => {
    await tabTo('textbox', name)
    await page.keyboard.type(text)
  }
  // The page has come back to where it was, so that is where the tree is entered.
  await tabTo('treeitem', CLIENT)
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('treeitem', { name: TOP, exact: true })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(heading(page, CLIENT)).toBeVisible()
  await page.keyboard.press('n')
  await people.expectForm(page)
  await type('Name', LOGIN)
  await type('Username', 'agent.recouvrement-042')
  await tabTo('textbox', 'Password')
  await page.keyboard.type('Brume-verte-81')
  await type('Address 1', `${site.origin}/login.html`)
  await tabTo('button', 'Save login')
  await page.keyboard.press('Enter')
  await expect(heading(page, LOGIN)).toBeVisible()

  const tab = await owner.context.newPage()
  await tab.goto(`${site.origin}/login.html`)
  const popup = await people.openPopup(owner, tab)
  await expect(people.popupRow(popup, LOGIN).first()).toBeVisible()
  await expect(popup.getByRole('combobox')).toBeFocused()
  await popup.keyboard.type('recouv')
  await popup.keyboard.press('Enter')
  await expect(popup.getByText(/^Filled/)).toBeVisible()
  const values = async () => Object.values(await journey.fieldsOf(tab))
  await expect.poll(values).toEqual(expect.arrayContaining(['agent.recouvrement-042', 'Brume-verte-81']))
  await popup.close()
  await tab.close()
})

for (const look of looks)
  test(`joining by invitation, and a second key, ${look.lang}`, inTurn(look), async () => {
    const t = words(look.lang)
    await people.openConsole(owner)
    const code = await people.invite(owner, NEWCOMER)
    const desk = await openDesk(look)
    desks.push(desk)
    const { page } = desk
    await page.setViewportSize({ width: 420, height: 520 })
    await show(page, look, 'unlock', '#/join')
    await page.getByLabel(t.unlock.joinCode).fill(code)
    await judge(page, look, 'unlock', 'join')
    await button(page, t.common.continue).click()
    await expect(heading(page, t.unlock.joinOrgTitle(ORG))).toBeVisible()
    await judge(page, look, 'unlock', 'join org')
    await button(page, t.unlock.joinTrust).click()
    await pinThenKey(page, look, 'join', t.unlock.pinCloison, 'corail-9035')
    await button(page, t.unlock.useKey).click()
    await expect(heading(page, t.unlock.waitingTitle)).toBeVisible()
    await judge(page, look, 'unlock', 'waiting')

    await owner.page.setViewportSize({ width: 420, height: 520 })
    await show(owner.page, look, 'unlock', '#/key')
    await pinThenKey(owner.page, look, 'second', t.unlock.pinForKey, 'violet-5521')
    await show(owner.page, look, 'unlock', '#/unlock')
    await expect(heading(owner.page, t.unlock.unlockedTitle)).toBeVisible()
    await judge(owner.page, look, 'unlock', 'unlocked')
    await owner.page.setViewportSize({ width: 1280, height: 800 })
  })

for (const look of looks)
  test(`the console, ${look.lang}`, inTurn(look), async () => {
    const t = words(look.lang)
    const { page } = owner
    const dialog = page.getByRole('dialog')
    const section = (name: string) =>
      page.getByRole('navigation', { name: t.console.sections }).getByRole('link', { name }).click()
    await show(page, look, 'console')
    await page.getByRole('treeitem', { name: CLIENT }).click()
    const row = page.getByRole('row', { name: LOGIN }).first()
    await expect(row).toBeVisible()
    await judge(page, look, 'console', 'folder')
    await row.click()
    await expect(heading(page, LOGIN)).toBeVisible()
    await judge(page, look, 'console', 'login')
    await button(page, t.common.edit).click()
    await expect(page.getByLabel(t.item.name, { exact: true })).toBeFocused()
    await judge(page, look, 'console', 'login form')

    await show(page, look, 'console')
    await page.getByRole('treeitem', { name: CLIENT }).click()
    await page.getByRole('link', { name: t.folder.manageAccess }).click()
    await expect(page.getByRole('list', { name: t.folder.accessTo(CLIENT) })).toBeVisible()
    await judge(page, look, 'console', 'access')
    await button(page, t.access.showWho).click()
    await expect(page.getByRole('grid', { name: t.access.whoOpens })).toBeVisible()
    await judge(page, look, 'console', 'who opens')
    await button(page, t.folder.grant).click()
    await judge(page, look, 'console', 'grant to whom')
    await pick(page, t.folder.to, TEAM)
    await dialog.getByLabel(t.folder.level).selectOption({ label: t.common.levels.edit })
    await judge(page, look, 'console', 'grant')
    await dialog.getByRole('button', { name: t.folder.review }).click()
    await expect(dialog.getByRole('button', { name: t.common.sign, exact: true })).toBeEnabled()
    await judge(page, look, 'console', 'review')
    await dialog.getByRole('button', { name: t.common.cancel }).click()

    await section(t.console.teams)
    await page.getByRole('row', { name: TEAM }).first().click()
    await expect(heading(page, TEAM)).toBeVisible()
    await judge(page, look, 'console', 'teams')
    await section(t.console.people)
    await expect(page.getByRole('region', { name: t.people.requests })).toBeVisible()
    await judge(page, look, 'console', 'people')
    await page.getByRole('row', { name: OWNER.name }).first().click()
    await expect(heading(page, OWNER.name)).toBeVisible()
    await judge(page, look, 'console', 'person')
    await button(page, t.people.invite).click()
    await expect(dialog).toBeVisible()
    await judge(page, look, 'console', 'invite')
    await dialog.getByLabel(t.people.fullName).fill('Zoé Roux')
    await dialog.getByLabel(t.people.email).fill('zoe@atlas.example')
    await dialog.getByRole('button', { name: t.people.createInvitation }).click()
    await expect(dialog.getByLabel(t.people.code)).toBeVisible()
    await judge(page, look, 'console', 'code')
  })

/** The popup over a tab, in that look. */
async function popupOver(look: Look, address: string): Promise<{ popup: Page; close(): Promise<void> }> {
  const tab = await owner.context.newPage()
  await tab.goto(address)
  // Asked from the owner's page: a locked popup would close itself before it answers.
  const id = await owner.page.evaluate(
    async (url) => (await chrome.tabs.query({})).find((one) => one.url === url)?.id,
    tab.url(),
  )
  const popup = await owner.context.newPage()
  await popup.setViewportSize({ width: 380, height: 560 })
  await popup.emulateMedia({ colorScheme: look.colorScheme, reducedMotion: 'reduce' })
  await popup.goto(pageUrl(`popup.html?lang=${look.lang}&tab=${String(id)}`))
  return {
    popup,
    async close() {
      await popup.close()
      await tab.close()
    },
  }
}

for (const look of looks)
  test(`the popup, ${look.lang}`, inTurn(look), async () => {
    const t = words(look.lang)
    const over = await popupOver(look, `${site.origin}/login.html`)
    await expect(people.popupRow(over.popup, LOGIN).first()).toBeVisible()
    await judge(over.popup, look, 'popup', 'list')
    await expect(over.popup.getByRole('combobox')).toBeFocused()
    await over.popup.keyboard.press('ArrowRight')
    await expect(button(over.popup, t.popup.back)).toBeVisible()
    await judge(over.popup, look, 'popup', 'login')
    await over.close()
    const elsewhere = await popupOver(look, stack.origin)
    await expect(elsewhere.popup.getByText(t.popup.noneHereWhy)).toBeVisible()
    await judge(elsewhere.popup, look, 'popup', 'nothing here')
    await elsewhere.close()
  })

test('every page when locked', async () => {
  await journey.lockByButton(owner)
  for (const look of looks) {
    const t = words(look.lang)
    const { page } = owner
    await show(page, look, 'console')
    await expect(heading(page, t.console.lockedTitle)).toBeVisible()
    await judge(page, look, 'console', 'locked')
    const { popup, close } = await popupOver(look, `${site.origin}/login.html`)
    await expect(popup.getByText(t.popup.lockedWhy)).toBeVisible()
    await judge(popup, look, 'popup', 'locked')
    await close()
    await page.setViewportSize({ width: 420, height: 520 })
    await show(page, look, 'unlock', '#/unlock')
    await expect(page.getByLabel(t.unlock.pinCloison, { exact: true })).toBeVisible()
    await judge(page, look, 'unlock', 'unlock')
    await page.setViewportSize({ width: 1280, height: 800 })
  }
})
