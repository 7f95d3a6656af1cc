import { chromium, expect, test, type Browser, type Page } from '@playwright/test'
import { findChromium } from '../../.config/chromium.mjs'
import { fillIn } from '../pages/inject.ts'
import { servePages, type PagesServer } from '../pages/serve.ts'

const code = '042917'
const values = { username: 'lea.martin', password: 'Crème-brûlée 7', otp: code, custom: [] }

let server: PagesServer
let browser: Browser
let page: Page

test.beforeAll(async () => {
  // The test site takes the code as a password.
  server = await servePages({ accounts: [{ username: 'lea.martin', password: code, company: null }] })
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

const signedIn = (): Promise<void> => expect(page.getByText('Signed in as lea.martin')).toBeVisible()
const boxValues = (): Promise<unknown> =>
  page.evaluate('[...document.querySelectorAll("input")].map((box) => box.value)')

test('one box gets the code, and nothing else of the login', async () => {
  await page.goto(`${server.origin}/otp-one-box.html`)
  expect(await fillIn(page.mainFrame(), values)).toMatchObject({ kind: 'second-factor', filled: ['otp'], missing: [] })
  await page.getByRole('button', { name: 'Verify' }).click()
  await signedIn()
})

for (const style of ['autotab', 'keyup', 'keydown', 'paste-only', 'halves'])
  test(`boxes of the style “${style}” hold the code, and so does their state`, async () => {
    await page.goto(`${server.origin}/otp-six-boxes.html?style=${style}`)
    expect(await fillIn(page.mainFrame(), values)).toMatchObject({
      kind: 'second-factor',
      filled: ['otp'],
      missing: [],
    })
    await expect(page.locator('#model')).toHaveText(code)
    await page.getByRole('button', { name: 'Verify' }).click()
    await signedIn()
  })

test('React’s six boxes hold the code, and so does their state', async () => {
  await page.goto(`${server.origin}/frameworks/react-boxes/`)
  expect(await fillIn(page.mainFrame(), values)).toMatchObject({ filled: ['otp'], missing: [] })
  await expect(page.locator('#model')).toHaveText(code)
  await page.getByRole('button', { name: 'Verify' }).click()
  await signedIn()
})

test('boxes that send the form at the last digit are filled', async () => {
  await page.goto(`${server.origin}/otp-six-boxes.html?style=submits`)
  expect(await fillIn(page.mainFrame(), values)).toMatchObject({ filled: ['otp'], missing: [] })
  await signedIn()
})

test('boxes that lose a digit are reported as missing, and hold nothing of the code', async () => {
  await page.goto(`${server.origin}/otp-six-boxes.html?style=forgets`)
  expect(await fillIn(page.mainFrame(), values)).toMatchObject({ filled: [], missing: ['otp'] })
  expect(await boxValues()).toEqual(['', '', '', '', '', ''])
})

test('an eight-digit code does not go into six boxes', async () => {
  await page.goto(`${server.origin}/otp-six-boxes.html?style=autotab`)
  expect(await fillIn(page.mainFrame(), { ...values, otp: '04291733' })).toMatchObject({ filled: [], missing: ['otp'] })
  expect(await boxValues()).toEqual(['', '', '', '', '', ''])
})

test('a login without a code fills nothing in a second step', async () => {
  await page.goto(`${server.origin}/otp-one-box.html`)
  const result = await fillIn(page.mainFrame(), { ...values, otp: null })
  expect(result).toMatchObject({ filled: [], missing: ['username', 'password'] })
  expect(await page.evaluate('window.seen')).toEqual({})
})

test('a sign-in that asks for the code beside the password gets all three', async () => {
  await page.goto(`${server.origin}/login.html`)
  await page.evaluate(`document.querySelector('button').insertAdjacentHTML(
    'beforebegin', '<label for="otp">One-time code</label><input id="otp" name="otp" autocomplete="one-time-code" />')`)
  const result = await fillIn(page.mainFrame(), values)
  expect(result).toMatchObject({ kind: 'sign-in', filled: ['username', 'currentPassword', 'otp'], missing: [] })
  expect(await page.evaluate('[login.value, secret.value, otp.value]')).toEqual([
    values.username,
    values.password,
    values.otp,
  ])
})

test('a sign-in without a field for the code reports the code as missing', async () => {
  await page.goto(`${server.origin}/login.html`)
  expect(await fillIn(page.mainFrame(), values)).toMatchObject({ missing: ['otp'] })
})
