import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { newFiller } from '../filler.ts'
import type { Filler } from '../filler.ts'
import { servePages } from '../pages/serve.ts'
import type { PagesServer } from '../pages/serve.ts'
import * as people from '../people.ts'
import { awake, button, fieldsOf, lockByButton } from './fixtures.ts'

// Filling by the browser's context menu, and a login whose form is sent as soon as it is filled.
test.describe.configure({ mode: 'serial' })

const account = { username: 'ines', password: 'Zibeline-6042', company: null }
let filler: Filler
let site: PagesServer

test.beforeAll(async () => {
  ;[site, filler] = await Promise.all([servePages({ accounts: [account] }), newFiller()])
  await filler.save({ name: 'Guichet', ...account, custom: [], urls: [site.origin] })
  await filler.grant('edit')
  await people.unlock(filler.desk, filler.pin)
})
test.afterAll(async () => {
  await site.close()
  await filler.close()
})

const open = async (path: string): Promise<Page> => {
  const tab = await filler.desk.context.newPage()
  await tab.goto(`${site.origin}${path}`)
  return tab
}

/** Calls what the browser calls when a person chooses our entry: no test can open the context menu itself. */
async function chooseInMenu(tab: Page): Promise<void> {
  const running = await awake(filler.desk)
  await tab.bringToFront()
  await running.evaluate(async (url) => {
    // Throws if there is no such entry.
    await chrome.contextMenus.update('fill', { enabled: true })
    const tab = (await chrome.tabs.query({})).find((one) => one.url === url)
    const clicked: object & { dispatch?: (info: object, tab: unknown) => void } = chrome.contextMenus.onClicked
    clicked.dispatch?.({ menuItemId: 'fill', editable: true, pageUrl: url }, tab)
  }, tab.url())
}

const fillFrom = async (tab: Page): Promise<Page> => {
  const popup = await people.openPopup(filler.desk, tab)
  await people.popupRow(popup, 'Guichet').first().click()
  await expect(popup.getByText(/^Filled/)).toBeVisible()
  return popup
}

test('the context menu fills the one login of the page, and sends nothing', async () => {
  const tab = await open('/login.html')
  await chooseInMenu(tab)
  await expect(tab.getByLabel('Password')).toHaveValue(account.password)
  await expect(tab.getByRole('status')).toBeEmpty()
  await tab.close()
})

test('a manager sets in the form that the login is sent at once', async () => {
  const { desk } = filler
  await people.openConsole(desk)
  await people.openFolder(desk, 'Banque Méridienne')
  await desk.page.getByRole('row', { name: 'Guichet' }).first().click()
  await button(desk.page, 'Edit').click()
  await people.expectForm(desk.page)
  const sends = desk.page.getByLabel('Sign in at once')
  await expect(sends).not.toBeChecked()
  await sends.check()
  await button(desk.page, 'Save login').click()
  await expect(desk.page.getByText('The form is sent at once.')).toBeVisible()
})

test('a login that is sent at once is filled and sent by one click, and the popup says so', async () => {
  const tab = await open('/login.html')
  const popup = await fillFrom(tab)
  await expect(popup.getByText('The form was sent, as this login says.')).toBeVisible()
  await expect(tab.getByText('Signed in as ines')).toBeVisible()
  await Promise.all([popup.close(), tab.close()])
})

test('a username step is sent, and nothing is filled in the next step before another user gesture', async () => {
  const tab = await open('/two-steps.html')
  await chooseInMenu(tab)
  await expect(tab.locator('input[type=password]:visible')).toHaveValue('')
  await tab.close()
})

for (const [path, why] of [
  ['/company-code.html', 'asks for more than the login holds'],
  ['/change-password.html', 'changes the password'],
] as const)
  test(`a page that ${why} is filled and not sent`, async () => {
    const tab = await open(path)
    await tab.evaluate(() => {
      addEventListener('submit', () => (document.title = 'sent'), true)
    })
    const popup = await fillFrom(tab)
    await expect(popup.getByText('The form was sent')).toBeHidden()
    expect(await tab.title()).not.toBe('sent')
    expect(Object.values(await fieldsOf(tab))).toContain(account.password)
    await Promise.all([popup.close(), tab.close()])
  })

test('locked, the context menu opens our unlock window and fills nothing', async () => {
  const { desk } = filler
  await lockByButton(desk)
  const tab = await open('/login.html')
  const opened = desk.context.waitForEvent('page')
  await chooseInMenu(tab)
  expect((await opened).url()).toContain('/unlock.html')
  await expect(tab.getByLabel('Password')).toHaveValue('')
})
