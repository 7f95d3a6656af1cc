import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { exactAddress } from '../../extension/messages/item-fields.ts'
import { readOtpSeed } from '../../shared/bytes/otp-seed.ts'
import { codeAt } from '../../shared/crypto/totp.ts'
import { pageUrl } from '../desk.ts'
import type { Desk } from '../desk.ts'
import { servePages } from '../pages/serve.ts'
import type { PagesServer } from '../pages/serve.ts'
import * as people from '../people.ts'
import { startStack } from '../../tests/stack.ts'
import type { Stack } from '../../tests/stack.ts'
import {
  CLIENT,
  OWNER,
  TEAM,
  agentDesk,
  button,
  buildTree,
  fieldsOf,
  lockByButton,
  ownerDesk,
  pressShortcut,
} from './fixtures.ts'

// A login with a one-time code, from entering its TOTP seed in the console to the site that asks for the code.
test.describe.configure({ mode: 'serial' })

const SEED = 'otpauth://totp/Portail:lea?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Portail'
const LOGIN = 'Portail du client'
const OTHER = 'Autre portail'
const account = { username: 'lea.martin', password: 'Crème-brûlée 7', company: null }
/** The current code and the one before it: a test may run across the end of a period. */
const codes = () => [0, -30_000].map((ago) => codeAt(readOtpSeed(SEED), Date.now() + ago).code)

let stack: Stack
let site: PagesServer
let owner: Desk
let agent: Desk
let tab: Page

test.beforeAll(async () => {
  ;[stack, site] = await Promise.all([startStack(), servePages({ accounts: [account] })])
  owner = await ownerDesk(stack)
  await buildTree(owner)
  await owner.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.origin })
  tab = await owner.context.newPage()
})
test.afterAll(async () => {
  await owner.close()
  await agent.close()
  await Promise.all([stack.stop(), site.close()])
})

const form = async (totp: string) => {
  await owner.page.bringToFront()
  await owner.page.getByLabel('TOTP seed', { exact: true }).fill(totp)
  await button(owner.page, 'Save login').click()
}
const clipboard = async () => {
  await tab.bringToFront()
  return tab.evaluate(() => navigator.clipboard.readText())
}
const details = async (desk: Desk, at: Page) => {
  const popup = await people.openPopup(desk, at)
  await popup.getByRole('row', { name: LOGIN }).first().getByRole('button').click()
  await expect(popup.getByRole('heading', { name: LOGIN })).toBeVisible()
  return popup
}

test('the form refuses a seed that it cannot make codes from, and says why', async () => {
  const { page } = owner
  await people.openFolder(owner, CLIENT)
  await button(page, 'New login').first().click()
  await people.expectForm(page)
  await page.getByLabel('Name', { exact: true }).fill(LOGIN)
  await page.getByLabel('Username').fill(account.username)
  await page.getByLabel('Password', { exact: true }).fill(account.password)
  await page.getByRole('group', { name: 'Web addresses' }).getByRole('textbox').fill(site.origin)
  await form('123 456')
  await expect(page.getByText('This is no seed for one-time codes.')).toBeVisible()
  await form('otpauth://hotp/a?secret=GEZDGNBVGY3TQOJQ&counter=1')
  await expect(page.getByText('This key makes codes by counting (HOTP).')).toBeVisible()
  await form('steam://GEZDGNBVGY3TQOJQ')
  await expect(page.getByText('This is a key for Steam’s own codes.')).toBeVisible()
  await form(SEED)
  await expect(page.getByRole('heading', { name: LOGIN })).toBeVisible()
})

test('the console shows the current code to a member who may read', async () => {
  const { page } = owner
  const digits = page.locator('.ui-code-digits')
  await expect(digits).toBeVisible()
  expect(codes()).toContain(await digits.textContent())
  await people.saveItem(owner, CLIENT, {
    name: OTHER,
    username: 'other',
    password: 'x',
    urls: [exactAddress(site.origin)],
  })
})

test('after the sign-in, a page that asks for a code is offered this login first, and Enter fills only the code', async () => {
  await tab.goto(`${site.origin}/login.html`)
  const first = await people.openPopup(owner, tab)
  await expect(first.getByRole('rowgroup', { name: 'Code for the next step' })).toBeHidden()
  await people.popupRow(first, LOGIN).first().click()
  await expect(first.getByText('Filled: username, password')).toBeVisible()
  await expect(first.getByText('this login is offered first')).toBeVisible()
  await first.close()
  // The page that was filled is not the next step, also when it comes again and says what was wrong.
  await tab.goto(`${site.origin}/login.html?error=1`)
  const again = await people.openPopup(owner, tab)
  await expect(again.getByRole('rowgroup', { name: 'For this page' })).toBeVisible()
  await expect(again.getByRole('rowgroup', { name: 'Code for the next step' })).toBeHidden()
  await again.close()

  await tab.goto(`${site.origin}/otp-one-box.html`)
  const next = await people.openPopup(owner, tab)
  await expect(next.getByRole('row').first()).toContainText(LOGIN)
  await expect(next.getByRole('rowgroup', { name: 'Code for the next step' }).getByRole('row')).toHaveCount(1)
  await next.getByRole('combobox').press('Enter')
  await expect(next.getByText('Filled: one-time code')).toBeVisible()
  await next.close()
  expect(codes()).toContain((await fieldsOf(tab))['code'])
})

test('once the code is filled, no login is offered before the logins of the page', async () => {
  const popup = await people.openPopup(owner, tab)
  await expect(people.popupRow(popup, LOGIN)).toHaveCount(1)
  await expect(popup.getByRole('rowgroup', { name: 'Code for the next step' })).toBeHidden()
  await popup.close()
})

test('the shortcut fills the code of the login that was filled before, although another login is for this page too', async () => {
  await tab.goto(`${site.origin}/login.html`)
  await people.fillFromPopup(await people.openPopup(owner, tab), LOGIN)
  await tab.goto(`${site.origin}/otp-six-boxes.html?style=autotab`)
  await pressShortcut(owner, tab)
  await expect(tab.locator('#model')).toHaveText(/^\d{6}$/)
  expect(codes()).toContain(await tab.locator('#model').textContent())
})

test('a copied code stays on the clipboard when the popup closes, and is removed after half a minute', async () => {
  const popup = await details(owner, tab)
  expect(codes()).toContain(await popup.locator('.ui-code-digits').textContent())
  await button(popup, 'Copy code').click()
  await expect(popup.getByText('It leaves the clipboard in 30 seconds.')).toBeVisible()
  const since = Date.now()
  await popup.close()
  expect(codes()).toContain(await clipboard())
  await expect.poll(clipboard, { timeout: 0 }).toBe('')
  expect(Date.now() - since).toBeGreaterThan(25_000)
})

test('a text that was copied meanwhile stays on the clipboard', async () => {
  const popup = await details(owner, tab)
  await button(popup, 'Copy code').click()
  await expect(popup.getByText('It leaves the clipboard in 30 seconds.')).toBeVisible()
  await popup.close()
  await tab.bringToFront()
  await tab.evaluate(() => navigator.clipboard.writeText('the customer’s number'))
  const running = await owner.context.newPage()
  await running.goto(pageUrl('console.html'))
  // Once the offscreen document is closed, it has done its work.
  await expect.poll(() => running.evaluate(() => chrome.offscreen.hasDocument()), { timeout: 0 }).toBe(false)
  await running.close()
  expect(await clipboard()).toBe('the customer’s number')
})

test('P10: a copied code is removed from the clipboard at the lock', async () => {
  const popup = await details(owner, tab)
  await button(popup, 'Copy code').click()
  await expect(popup.getByText('It leaves the clipboard in 30 seconds.')).toBeVisible()
  await popup.close()
  const since = Date.now()
  await lockByButton(owner)
  await expect.poll(clipboard).toBe('')
  expect(Date.now() - since).toBeLessThan(20_000)
  await people.unlock(owner, OWNER.pin)
  await people.openConsole(owner)
})

test('M6 P10: a password copied in the console is removed from the clipboard at the lock, as a code is', async () => {
  await people.openFolder(owner, CLIENT)
  await owner.page.getByRole('row', { name: LOGIN }).first().click()
  await button(owner.page, 'Copy: Password').click()
  await expect(owner.page.getByText('It leaves the clipboard in 30 seconds.')).toBeVisible()
  expect(await clipboard()).toBe(account.password)
  await lockByButton(owner)
  await expect.poll(clipboard).toBe('')
  await people.unlock(owner, OWNER.pin)
  await people.openConsole(owner)
})

test('a member who may only fill is not shown the code, but can fill it', async () => {
  agent = await agentDesk(owner)
  await people.grant(owner, CLIENT, TEAM, 'Fill')
  const other = await agent.context.newPage()
  await other.goto(`${site.origin}/otp-one-box.html`)
  const popup = await details(agent, other)
  await expect(button(popup, 'Fill')).toBeVisible()
  await expect(button(popup, 'Copy code')).toBeHidden()
  const answer = await popup.evaluate(
    async (of): Promise<unknown> => chrome.runtime.sendMessage({ name: 'code.copy', input: of }),
    { by: 'item', ...(await people.idsOf(owner, CLIENT, LOGIN)) },
  )
  expect(answer).toEqual({ ok: false, code: 'not-allowed', data: {} })
  await button(popup, 'Fill').click()
  await expect(popup.getByText('Filled: one-time code')).toBeVisible()
  expect(codes()).toContain((await fieldsOf(other))['code'])
})
