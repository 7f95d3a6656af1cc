import { chromium, expect, test, type Browser, type Page } from '@playwright/test'
import { findChromium } from '../../.config/chromium.mjs'
import { fillIn } from '../pages/inject.ts'
import { servePages, type PagesServer } from '../pages/serve.ts'
import { onlyWhole } from '../../tests/whole.ts'

// Sign-ins whose state is a framework's: what the page sends is what the framework believes, not what stands in its fields.
const lea = { username: 'lea.martin', password: 'Crème-brûlée 7', company: null }
const values = { username: lea.username, password: lea.password, otp: null, custom: [] }

let server: PagesServer
let browser: Browser
let page: Page

test.beforeAll(async () => {
  server = await servePages({ accounts: [lea] })
  browser = await chromium.launch({ executablePath: (await findChromium()) ?? '', args: ['--no-sandbox'] })
})
test.afterAll(async () => {
  await browser.close()
  await server.close()
})
test.beforeEach(async () => {
  page = await browser.newPage()
})
test.afterEach(async () => {
  await page.close()
})

const open = (name: string): Promise<unknown> => page.goto(`${server.origin}/frameworks/${name}/`)
const button = () => page.getByRole('button', { name: 'Sign in' })

for (const name of ['react-hook-form', 'angular-reactive', 'angular-model', 'preact', 'svelte', 'lit', 'react-keyed'])
  // Angular’s two kinds of forms are one framework, whose pages take longest.
  test(
    `${name}: the state holds exactly the login, the button opens, and it signs in`,
    name === 'angular-model' ? onlyWhole : {},
    async () => {
      await open(name)
      await expect(button()).toBeDisabled()
      expect(await fillIn(page.mainFrame(), values)).toMatchObject({
        filled: ['username', 'currentPassword'],
        missing: [],
      })
      await expect(page.locator('#model')).toHaveText('lea.martin / Crème-brûlée 7')
      await expect(button()).toBeEnabled()
      await button().click()
      await expect(page.getByText('Signed in as lea.martin')).toBeVisible()
    },
  )

for (const name of ['react-hook-form', 'angular-reactive', 'lit'])
  test(`${name}: a login that says so is sent when the framework has taken it`, async () => {
    await open(name)
    const result = await fillIn(page.mainFrame(), values, server.origin, 'send')
    expect(result).toMatchObject({ missing: [], sent: true })
    await expect(page.getByText('Signed in as lea.martin')).toBeVisible()
  })

test('masks of two jQuery times leave the login as it is, and their state holds it', async () => {
  server.setAccounts([{ ...lea, company: 'ATL-042' }])
  await open('jquery-mask')
  const custom = [{ label: 'Workspace', value: 'ATL-042' }]
  expect(await fillIn(page.mainFrame(), { ...values, custom })).toMatchObject({ missing: [] })
  await expect(page.locator('#model')).toHaveText('ATL-042 / lea.martin / Crème-brûlée 7')
  await button().click()
  await expect(page.getByText('Signed in as lea.martin')).toBeVisible()
  server.setAccounts([lea])
})

test('what a mask writes otherwise than the login is said to be missing', async () => {
  await open('jquery-mask')
  const custom = [{ label: 'Workspace', value: 'ATL042' }]
  expect(await fillIn(page.mainFrame(), { ...values, custom })).toMatchObject({ missing: ['custom'] })
})

test('a page that takes keys only, and one letter at a time, gets the login letter by letter', async () => {
  await page.goto(`${server.origin}/per-key.html`)
  expect(await fillIn(page.mainFrame(), values)).toMatchObject({ missing: [] })
  await expect(page.locator('#model')).toHaveText('lea.martin / Crème-brûlée 7')
  await button().click()
  await expect(page.getByText('Signed in as lea.martin')).toBeVisible()
})

test('a full field that moves the focus on changes nothing', async () => {
  await page.goto(`${server.origin}/short-fields.html`)
  expect(await fillIn(page.mainFrame(), values)).toMatchObject({ missing: [] })
  await button().click()
  await expect(page.getByText('Signed in as lea.martin')).toBeVisible()
})

test('a field too short for its value gets none of it, and the rest is filled', async () => {
  await page.goto(`${server.origin}/short-fields.html`)
  const longer = { ...values, password: `${lea.password}!` }
  expect(await fillIn(page.mainFrame(), longer)).toMatchObject({ filled: ['username'], missing: ['password'] })
  expect(await page.evaluate('[user.value, pass.value]')).toEqual(['lea.martin', ''])
  expect(await page.evaluate('window.seen')).toEqual({ user: 'lea.martin' })
})

for (const [what, script] of [
  ['at once', 'pass.addEventListener("input", () => (pass.value = pass.value.slice(0, 5)))'],
  ['a moment later', 'pass.addEventListener("input", () => setTimeout(() => (pass.value = pass.value.slice(0, 5))))'],
] as const)
  test(`a password that the page cuts ${what} is said to be missing, and no half of it stays`, async () => {
    await page.goto(`${server.origin}/login.html`)
    await page.evaluate(script.replaceAll('pass', 'secret'))
    expect(await fillIn(page.mainFrame(), values)).toMatchObject({ filled: ['username'], missing: ['password'] })
    expect(await page.evaluate('secret.value')).toBe('')
  })

test('P8: a password field that is replaced by a text field gets nothing, before and after', async () => {
  await page.goto(`${server.origin}/login.html`)
  await page.evaluate(`secret.addEventListener('focus', () => {
    const other = secret.cloneNode()
    other.type = 'text'
    secret.replaceWith(other)
  })`)
  expect(await fillIn(page.mainFrame(), values)).toMatchObject({ filled: ['username'], missing: ['password'] })
  expect(await page.evaluate('document.querySelector("#secret").value')).toBe('')
})
