import { chromium, expect, test, type Browser, type Page } from '@playwright/test'
import { findChromium } from '../../.config/chromium.mjs'
import { fillIn } from '../pages/inject.ts'
import { servePages, type PagesServer } from '../pages/serve.ts'
import { onlyWhole } from '../../tests/whole.ts'

// Sign-in pages of frameworks: such a page sends the framework's state and not the values of its fields.
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
  // Angular has two kinds of forms and the slowest pages, so the second kind is for the whole suite only.
  test(
    `${name}: the state holds exactly the login, the button is enabled, and it signs in`,
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
  test(`${name}: a login that is to be sent at once is sent after the framework has its values`, async () => {
    await open(name)
    const result = await fillIn(page.mainFrame(), values, server.origin, 'send')
    expect(result).toMatchObject({ missing: [], sent: true })
    await expect(page.getByText('Signed in as lea.martin')).toBeVisible()
  })

test('two jQuery input masks, an old and a new one, leave the login unchanged, and their state holds it', async () => {
  server.setAccounts([{ ...lea, company: 'ATL-042' }])
  await open('jquery-mask')
  const custom = [{ label: 'Workspace', value: 'ATL-042' }]
  expect(await fillIn(page.mainFrame(), { ...values, custom })).toMatchObject({ missing: [] })
  await expect(page.locator('#model')).toHaveText('ATL-042 / lea.martin / Crème-brûlée 7')
  await button().click()
  await expect(page.getByText('Signed in as lea.martin')).toBeVisible()
  server.setAccounts([lea])
})

test('a value that an input mask changes is reported as missing', async () => {
  await open('jquery-mask')
  const custom = [{ label: 'Workspace', value: 'ATL042' }]
  expect(await fillIn(page.mainFrame(), { ...values, custom })).toMatchObject({ missing: ['custom'] })
})

test('a page that accepts only single key presses gets the login letter by letter', async () => {
  await page.goto(`${server.origin}/per-key.html`)
  expect(await fillIn(page.mainFrame(), values)).toMatchObject({ missing: [] })
  await expect(page.locator('#model')).toHaveText('lea.martin / Crème-brûlée 7')
  await button().click()
  await expect(page.getByText('Signed in as lea.martin')).toBeVisible()
})

test('fields that move the focus on when they are full are filled all the same', async () => {
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
  test(`a password that the page cuts short ${what} is reported as missing, and no part of it stays`, async () => {
    await page.goto(`${server.origin}/login.html`)
    await page.evaluate(script.replaceAll('pass', 'secret'))
    expect(await fillIn(page.mainFrame(), values)).toMatchObject({ filled: ['username'], missing: ['password'] })
    expect(await page.evaluate('secret.value')).toBe('')
  })

test('P8: when a text field replaces the password field, neither of them gets the password', async () => {
  await page.goto(`${server.origin}/login.html`)
  await page.evaluate(`secret.addEventListener('focus', () => {
    const other = secret.cloneNode()
    other.type = 'text'
    secret.replaceWith(other)
  })`)
  expect(await fillIn(page.mainFrame(), values)).toMatchObject({ filled: ['username'], missing: ['password'] })
  expect(await page.evaluate('document.querySelector("#secret").value')).toBe('')
})
