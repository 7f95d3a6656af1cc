import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { pageUrl } from '../desk.ts'
import type { Desk } from '../desk.ts'
import { servePages } from '../pages/serve.ts'
import type { PagesServer } from '../pages/serve.ts'
import * as people from '../people.ts'
import { startStack } from '../../tests/stack.ts'
import type { Stack } from '../../tests/stack.ts'
import { AGENT, CLIENT, TEAM, agentDesk, buildTree, button, fieldsOf, heading, ownerDesk } from './fixtures.ts'
import { inTurn, judge, looks, words } from './judge.ts'
import { exactAddress } from '../../extension/messages/item-fields.ts'

// The server is down and people keep working: their changes wait on the desk and are sent, or asked about, later.
test.describe.configure({ mode: 'serial' })

const LOGIN = 'Portail clients Méridienne, service recouvrement'
const OLD = 'Extranet prélèvements'
const back = { timeout: 45_000 }

let stack: Stack
let site: PagesServer
let odile: Desk
let ines: Desk

test.beforeAll(async () => {
  ;[stack, site] = await Promise.all([startStack(), servePages()])
  odile = await ownerDesk(stack)
  await buildTree(odile)
  const shared = {
    username: 'agent-042',
    password: 'Brume-verte-81',
    urls: [exactAddress(site.origin)],
    notes: 'Call first.',
  }
  await people.saveItem(odile, CLIENT, { name: LOGIN, ...shared })
  await people.saveItem(odile, CLIENT, { name: OLD, ...shared, urls: [] })
  ines = await agentDesk(odile)
  await people.grant(odile, CLIENT, TEAM, 'Edit')
  await people.openConsole(ines)
})
test.afterAll(async () => {
  await Promise.all([odile.close(), ines.close(), site.close()])
  await stack.stop()
})

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true })
const section = (page: Page, name: string) =>
  page.getByRole('navigation', { name: words('en').console.sections }).getByRole('link', { name })

async function edit({ page }: Desk, name: string, typed: Record<string, string>): Promise<void> {
  await people.openFolder({ page }, CLIENT)
  await page.getByRole('row', { name }).first().click()
  await button(page, 'Edit').click()
  await people.expectForm(page)
  for (const [label, value] of Object.entries(typed)) await field(page, label).fill(value)
  await button(page, 'Save login').click()
  await expect(button(page, 'Save login')).toBeHidden()
}

/** Ends the idle worker, from a tab of its own, so that the virtual key stays in the person's tab. */
async function endWorker({ context }: Desk): Promise<void> {
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  await cdp.send('ServiceWorker.enable')
  await cdp.send('ServiceWorker.stopAllWorkers')
  await page.close()
}

test('P10: without its server the desk keeps, marks and fills what is typed, also after its worker dies', async () => {
  const { page } = odile
  await stack.halt()
  await expect(page.getByText(/^Offline since/)).toBeVisible(back)
  await edit(odile, LOGIN, { Password: 'Orage-calme-26', Notes: 'Ask Odile.' })
  await expect(page.getByText('This change is not sent yet')).toBeVisible()
  await expect(page.getByRole('row', { name: LOGIN }).getByText('Not sent yet')).toBeVisible()
  await button(page, 'New login').first().click()
  await people.expectForm(page)
  await field(page, 'Name').fill('Nouveau guichet')
  await button(page, 'Save login').click()
  await expect(heading(page, 'Nouveau guichet')).toBeVisible()
  await page.getByRole('row', { name: OLD }).first().click()
  await page.locator('.c-detail').getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Delete login' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete login' }).click()
  await expect(page.getByRole('row', { name: OLD })).toHaveCount(0)
  await expect(page.getByRole('link', { name: '3 changes not sent' })).toBeVisible()

  await endWorker(odile)
  const tab = await odile.context.newPage()
  await tab.goto(`${site.origin}/login.html`)
  const popup = await people.openPopup(odile, tab)
  await expect(popup.getByText('3 changes of yours are not sent yet. See the console.')).toBeVisible()
  await expect(people.popupRow(popup, LOGIN).first().getByRole('img', { name: 'Not sent yet' })).toBeVisible()
  await people.fillFromPopup(popup, LOGIN)
  expect(Object.values(await fieldsOf(tab))).toContain('Orage-calme-26')
  await tab.close()
})

for (const look of looks)
  test(`how unsent edits look, ${look.lang}`, inTurn(look), async () => {
    const { page } = odile
    const t = words(look.lang)
    await page.emulateMedia({ colorScheme: look.colorScheme, reducedMotion: 'reduce' })
    await page.goto('about:blank')
    await page.goto(pageUrl(`console.html?lang=${look.lang}`))
    await page.getByRole('treeitem', { name: CLIENT }).click()
    await page.getByRole('row', { name: LOGIN }).first().click()
    await expect(page.getByText(t.unsent.waitingTitle)).toBeVisible()
    await judge(page, look, 'console', 'login not sent')
    await page.getByRole('link', { name: t.unsent.title }).click()
    await expect(page.getByRole('grid', { name: t.unsent.title }).getByRole('row')).toHaveCount(3)
    await page.getByRole('row', { name: LOGIN }).click()
    await expect(heading(page, t.unsent.changes)).toBeVisible()
    await judge(page, look, 'console', 'not sent')
    await button(page, t.unsent.discard).click()
    await judge(page, look, 'console', 'discard not sent')
    await page.keyboard.press('Escape')
    await button(page, t.unsent.sendNow).click()
    await expect(page.getByText(t.unsent.stillWaiting)).toBeVisible()
    const tab = await odile.context.newPage()
    await tab.goto(`${site.origin}/login.html`)
    const popup = await people.openPopup(odile, tab)
    await popup.emulateMedia({ colorScheme: look.colorScheme, reducedMotion: 'reduce' })
    await popup.goto(`${popup.url()}&lang=${look.lang}`)
    await expect(people.popupRow(popup, LOGIN).first()).toBeVisible()
    await judge(popup, look, 'popup', 'not sent')
    await popup.close()
    await tab.close()
  })

test('P5: once the server is back every edit is sent by itself, once, and the others see it', async () => {
  await people.openConsole(odile)
  await stack.resume()
  await expect(section(odile.page, 'Not sent yet')).toBeHidden(back)
  await people.openFolder(odile, CLIENT)
  await people.openFolder(ines, CLIENT)
  for (const { page } of [odile, ines]) {
    await expect(page.getByRole('row', { name: 'Nouveau guichet' })).toHaveCount(1, back)
    await expect(page.getByRole('row', { name: OLD })).toHaveCount(0)
    await page.getByRole('row', { name: LOGIN }).first().click()
    await expect(page.getByText('Ask Odile.')).toBeVisible()
    await expect(page.getByText(/, revision 2$/)).toBeVisible()
  }
})

for (const look of looks)
  test(`a field that both changed, one offline, is asked about in a dialog, ${look.lang}`, inTurn(look), async () => {
    const t = words(look.lang)
    const { page } = odile
    await people.openConsole(ines)
    await expect(ines.page.getByText('Connected', { exact: true })).toBeVisible(back)
    await people.openConsole(odile)
    await people.openFolder(odile, CLIENT)
    await page.getByRole('row', { name: LOGIN }).first().click()
    await button(page, 'Edit').click()
    await people.expectForm(page)
    await edit(ines, LOGIN, {
      Password: `Grêle-${look.lang}`,
      Username: `inès-${look.lang}`,
      Notes: `Theirs, ${look.lang}.`,
    })
    await expect(page.getByText(`${AGENT.name} has changed this login since you opened the form`)).toBeVisible()
    await field(page, 'Password').fill(`Neige-${look.lang}`)
    await field(page, 'Notes').fill('Mine, and somewhat longer: ask at the desk before ten.')
    await button(page, 'Save login').click()
    await page.keyboard.press('Escape')
    await page.emulateMedia({ colorScheme: look.colorScheme, reducedMotion: 'reduce' })
    await page.goto('about:blank')
    await page.goto(pageUrl(`console.html?lang=${look.lang}`))
    await page.getByRole('treeitem', { name: CLIENT }).click()
    await page.getByRole('row', { name: LOGIN }).first().click()
    await judge(page, look, 'console', 'login to choose')
    await button(page, t.unsent.choose).click()
    const dialog = page.getByRole('dialog', { name: t.item.conflictTitle })
    await expect(dialog.getByRole('group', { name: t.item.password })).toBeVisible()
    await dialog.getByRole('button', { name: t.item.showSecrets }).click()
    await dialog
      .getByRole('group', { name: t.item.password })
      .getByLabel(new RegExp(`^${t.item.yours}`))
      .check()
    await dialog.getByRole('button', { name: t.item.saveChosen }).click()
    await expect(dialog.getByText(t.unsent.chooseEach)).toBeVisible()
    await judge(page, look, 'console', 'choose')
    await dialog
      .getByRole('group', { name: t.item.notes })
      .getByLabel(new RegExp(`^${t.item.theirsBy(AGENT.name)}`))
      .check()
    await dialog.getByRole('button', { name: t.item.saveChosen }).click()
    await expect(dialog).toBeHidden()
    for (const text of [`inès-${look.lang}`, `Theirs, ${look.lang}.`])
      await expect(page.getByText(text, { exact: true }).first()).toBeVisible()
    await button(page, t.common.showValue(t.item.password)).click()
    await expect(page.getByText(`Neige-${look.lang}`)).toBeVisible()
  })
