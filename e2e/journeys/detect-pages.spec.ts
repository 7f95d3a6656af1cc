import { chromium, expect, test, type Browser, type Page } from '@playwright/test'
import { findChromium } from '../../.config/chromium.mjs'
import { describeIn, fillIn } from '../pages/inject.ts'
import { servePages, type PagesServer } from '../pages/serve.ts'

const lea = { username: 'lea.martin', password: 'Crème-brûlée 7', company: 'ATL-042' }
const values = {
  username: lea.username,
  password: lea.password,
  otp: null,
  custom: [{ label: 'Company code', value: lea.company }],
}
const plainValues = { ...values, custom: [] }

let server: PagesServer
let browser: Browser
let page: Page

test.beforeAll(async () => {
  server = await servePages()
  browser = await chromium.launch({ executablePath: (await findChromium()) ?? '', args: ['--no-sandbox'] })
})
test.afterAll(async () => {
  await browser.close()
  await server.close()
})
test.beforeEach(async () => {
  server.setAccounts([{ ...lea, company: null }])
  page = await browser.newPage()
})
test.afterEach(async () => {
  await page.close()
})

const open = (path: string): Promise<unknown> => page.goto(`${server.origin}/${path}`)
const signedIn = (): Promise<void> => expect(page.getByText('Signed in as lea.martin')).toBeVisible()

/** Returns the values of all inputs and selects that are not empty, by name or id, in shadow roots and frames too. */
async function heldValues(): Promise<Record<string, string>> {
  const held: Record<string, string> = {}
  for (const frame of page.frames()) {
    const inputs = frame.locator('input:not([type=checkbox], [type=submit]), select')
    for (const input of await inputs.all()) {
      const [name, value] = await input.evaluate((field: HTMLInputElement) => [field.name || field.id, field.value])
      if (value !== '') held[name] = value
    }
  }
  return held
}

test('the portal signs the agent in with company code, username and password', async () => {
  server.setAccounts([lea])
  await open('portal/')
  const result = await fillIn(page.mainFrame(), values)
  expect(result).toEqual({
    filled: ['companyCode', 'username', 'currentPassword'],
    missing: [],
    kind: 'sign-in',
    sent: false,
    refused: false,
    elsewhere: null,
  })
  await page.getByRole('button', { name: 'Sign in' }).click()
  await signedIn()
})

test('the portal refuses the old password after a change, and accepts the new one', async () => {
  server.setAccounts([{ ...lea, password: 'the next one' }])
  await open('portal/')
  await fillIn(page.mainFrame(), values)
  await page.keyboard.press('Enter')
  await expect(page.getByText('is wrong')).toBeVisible()
  await fillIn(page.mainFrame(), { ...values, password: 'the next one' })
  await page.keyboard.press('Enter')
  await signedIn()
})

for (const [path, button, custom] of [
  ['login.html', 'Sign in', []],
  ['fr.html', 'Se connecter', []],
  ['de.html', 'Anmelden', []],
  ['es.html', 'Entrar', []],
  ['formless.html', 'Log in', []],
  ['shadow.html', 'Sign in', []],
  ['vue.html', 'Sign in', []],
  ['hidden-traps.html', 'Sign in', []],
  ['react.html', 'Sign in', [{ label: 'Workspace', value: lea.company }]],
  ['webforms.html', 'Log on', [{ label: 'Code site', value: lea.company }]],
] as const) {
  test(`${path} signs the agent in, and only the right fields have values`, async () => {
    await open(path)
    const filled = await fillIn(page.mainFrame(), { ...values, custom: [...custom] })
    expect(filled).toMatchObject({ missing: [], kind: 'sign-in' })
    const held = Object.values(await heldValues()).sort()
    expect(held).toEqual([lea.username, lea.password, ...custom.map(({ value }) => value)].sort())
    await page.getByRole('button', { name: button }).click()
    await signedIn()
  })
}

test('the state of React and Vue holds the filled values', async () => {
  await open('react.html')
  await fillIn(page.mainFrame(), { ...values, custom: [{ label: 'workspace', value: 'ATL-042' }] })
  await expect(page.locator('#model')).toHaveText('ATL-042 / lea.martin / Crème-brûlée 7')
  await open('vue.html')
  await fillIn(page.mainFrame(), plainValues)
  await expect(page.locator('#model')).toHaveText('lea.martin / Crème-brûlée 7')
})

test('a select and the company code of a French three-field page take the custom values of the same names', async () => {
  await open('company-code.html')
  const custom = [
    { label: 'Plateau', value: 'Nantes' },
    { label: 'Code société', value: lea.company },
  ]
  expect(await fillIn(page.mainFrame(), { ...values, custom })).toMatchObject({ missing: [] })
  expect(await heldValues()).toEqual({ soc: lea.company, site: 'NTE', mat: lea.username, mdp: lea.password })
  expect(await page.evaluate('window.seen.site')).toBe('NTE')
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await signedIn()
})

test('two steps in one page take the username, then the password', async () => {
  await open('two-steps.html')
  expect(await fillIn(page.mainFrame(), plainValues)).toMatchObject({
    kind: 'username-step',
    filled: ['username'],
    missing: ['password'],
  })
  await page.getByRole('button', { name: 'Next' }).click()
  await expect(page.getByText('lea.martin')).toBeVisible()
  expect(await fillIn(page.mainFrame(), plainValues)).toMatchObject({
    kind: 'password-step',
    filled: ['currentPassword'],
  })
  await page.getByRole('button', { name: 'Next' }).click()
  await signedIn()
})

test('two steps on two pages take the username, then the password', async () => {
  await open('email-first.html')
  expect(await fillIn(page.mainFrame(), plainValues)).toMatchObject({ kind: 'username-step', filled: ['username'] })
  // The username is no e-mail address, so the browser must not check the field.
  await page.evaluate("document.querySelector('form').noValidate = true")
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.waitForURL('**/password-next.html?*')
  expect(await fillIn(page.mainFrame(), plainValues)).toMatchObject({
    kind: 'password-step',
    filled: ['currentPassword'],
  })
  await page.getByRole('button', { name: 'Log in' }).click()
  await signedIn()
})

test('a login in a frame of the same origin is filled there, and no form is found in the page around it', async () => {
  await open('framed.html')
  const inner = page.frames()[1]!
  await inner.waitForLoadState()
  expect(await describeIn(page.mainFrame())).toMatchObject({ kind: 'none', roles: [] })
  expect(await fillIn(inner, plainValues)).toMatchObject({ missing: [] })
  await inner.getByRole('button', { name: 'Sign in' }).click()
  await expect(inner.getByText('Signed in as lea.martin')).toBeVisible()
})

test('P8: a change of password gets the current password, and the fields of the new one stay empty', async () => {
  await open('change-password.html')
  expect(await fillIn(page.mainFrame(), plainValues)).toMatchObject({
    kind: 'change-password',
    filled: ['currentPassword'],
  })
  expect(await heldValues()).toEqual({ p1: lea.password })
})

for (const path of ['sign-up.html', 'newsletter.html', 'edit-user.html', 'add-user.html', 'smtp.html']) {
  test(`${path}: nothing is filled`, async () => {
    await open(path)
    const before = await heldValues()
    expect((await fillIn(page.mainFrame(), values)).filled).toEqual([])
    expect(await heldValues()).toEqual(before)
    expect(await page.evaluate('window.seen')).toEqual({})
  })
}

test('P8: nothing is filled in a frame of another origin than expected, or in a sandboxed frame', async () => {
  await open('login.html')
  const refused = { filled: [], missing: [], kind: 'none', sent: false, refused: true, elsewhere: null }
  expect(await fillIn(page.mainFrame(), plainValues, server.origin.replace('127.0.0.1', 'localhost'))).toEqual(refused)
  await page.setContent(`<iframe sandbox="allow-scripts" src="${server.origin}/login.html"></iframe>`)
  const inner = page.frames()[1]!
  await inner.waitForLoadState()
  expect(await fillIn(inner, plainValues, server.origin)).toEqual(refused)
  expect(await fillIn(inner, plainValues, 'null')).toEqual(refused)
})

test('P8: a password field that becomes a text field on focus does not get the password', async () => {
  await open('login.html')
  await page.evaluate("secret.addEventListener('focus', () => { secret.type = 'text' })")
  expect((await fillIn(page.mainFrame(), plainValues)).filled).toEqual(['username'])
  expect(await heldValues()).toEqual({ login: lea.username })
})

test('P8: the detector leaves no global variable in the page’s own world', async () => {
  await open('login.html')
  await fillIn(page.mainFrame(), plainValues)
  expect(await page.evaluate("typeof globalThis.cloisonFill + ' ' + typeof globalThis.bundled")).toBe(
    'undefined undefined',
  )
})
