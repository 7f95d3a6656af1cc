import { chromium, expect, test } from '@playwright/test'
import { findChromium } from '../../.config/chromium.mjs'
import { giveKey, openDesk, pageUrl } from '../desk.ts'
import type { Desk } from '../desk.ts'
import * as people from '../people.ts'
import { startStack } from '../../tests/stack.ts'
import type { Stack } from '../../tests/stack.ts'
import * as journey from './fixtures.ts'
import { ORG, OWNER, button, heading } from './fixtures.ts'
import { judge } from './judge.ts'

test.describe.configure({ mode: 'serial' })

const SECOND_PIN = 'violet-5521'

let stack: Stack
let owner: Desk

test.beforeAll(async () => {
  stack = await startStack()
  owner = await openDesk()
})
test.afterAll(async () => {
  await owner.close()
  await stack.stop()
})

const known = (desk: Desk) => journey.stores(desk).then(({ local }) => local)

test('without the extension the server’s page says how to get it, in the browser’s language', async () => {
  const plain = await chromium.launch({ executablePath: (await findChromium()) ?? '', args: ['--no-sandbox'] })
  try {
    for (const [locale, said] of [
      ['en-GB', 'The Cloison extension is not in this browser.'],
      ['fr-FR', 'L’extension Cloison n’est pas dans ce navigateur.'],
    ]) {
      const page = await plain.newPage({ locale: locale ?? '' })
      await page.goto(stack.origin)
      await expect(page.getByText(said ?? '')).toBeVisible()
      await expect(page.locator('#cloison-open')).toBeHidden()
      // What only whoever runs the server needs is folded away.
      await expect(page.getByText('npm start')).toBeHidden()
    }
  } finally {
    await plain.close()
  }
})

test('with the extension a click on the server’s page opens our window, which asks before it trusts the server', async () => {
  const { page, context } = owner
  await page.goto(stack.origin)
  await expect(page.getByText('The Cloison extension is not in this browser.')).toBeHidden()
  // The page's own script cannot open it: only a real click can.
  await page.evaluate(() => document.querySelector<HTMLElement>('#cloison-open')?.click())
  await page.waitForTimeout(300)
  expect(context.pages().map((one) => one.url())).not.toContainEqual(expect.stringContaining('unlock.html'))

  const address = await journey.followOurWindow(owner, () => page.locator('#cloison-open').click())
  expect(address).toBe(pageUrl(`unlock.html#/open?server=${encodeURIComponent(stack.origin)}`))
  await expect(heading(page, 'Trust this server?')).toBeVisible()
  await expect(page.getByText(stack.origin.replace('http://', '')).first()).toBeVisible()
  expect(await known(owner)).toEqual({})
  await button(page, 'Trust this server').click()
  await expect(heading(page, 'Set up this server')).toBeVisible()
  expect(await known(owner)).toEqual({ trusted: { server: stack.origin, org: null } })
})

test('a wrong set-up code is reported at once', async () => {
  const { page } = owner
  const code = page.getByLabel('Set-up code')
  await code.fill('AAAA-AAAA-AAAA-AAAA')
  await button(page, 'Continue').click()
  await expect(page.getByRole('alert').getByText(/This is not the set-up code\./)).toBeVisible()
  await expect(code).toBeFocused()
  await code.fill(stack.setupCode)
  await button(page, 'Continue').click()
  await expect(heading(page, 'Your organisation and you')).toBeVisible()
})

test('each step leads back with what was typed, says when a field is full, and shows a PIN while its button is held', async () => {
  const { page } = owner
  const name = page.getByLabel('Name of the organisation')
  await name.fill('n'.repeat(99))
  await expect(page.getByText('99 of 100 characters')).toBeVisible()
  await name.pressSequentially('nn')
  await expect(page.getByText('No more than 100 characters fit here.')).toBeVisible()
  await name.fill(ORG)
  await expect(page.getByText(/of 100 characters/)).toBeHidden()
  await button(page, 'Back').click()
  await expect(page.getByLabel('Set-up code')).toHaveValue(stack.setupCode)
  await button(page, 'Continue').click()
  await expect(name).toHaveValue(ORG)
  await page.getByLabel('Your name').fill(OWNER.name)
  await page.getByLabel('Your e-mail').fill(OWNER.email)
  await button(page, 'Continue').click()
  const pin = page.getByLabel('Cloison PIN', { exact: true })
  await pin.fill('ab3x7')
  const eye = button(page, 'Hold to show what is typed')
  await eye.hover()
  await page.mouse.down()
  await expect(pin).toHaveAttribute('type', 'text')
  await judge(page, { lang: 'en', colorScheme: 'light' }, 'unlock', 'pin shown while held')
  await page.mouse.up()
  await expect(pin).toHaveAttribute('type', 'password')
  await button(page, 'Back').click()
  await expect(page.getByLabel('Your e-mail')).toHaveValue(OWNER.email)
  await expect(name).toHaveValue(ORG)
})

test('a common PIN, a short one, and two that differ are refused; then key and PIN create the organisation', async () => {
  const { page } = owner
  await page.getByLabel('Name of the organisation').fill(ORG)
  await page.getByLabel('Your name').fill(OWNER.name)
  await page.getByLabel('Your e-mail').fill(OWNER.email)
  await button(page, 'Continue').click()
  await journey.choosePin(page, '123456')
  await expect(page.getByText('This PIN is too easy to guess.')).toBeVisible()
  await journey.choosePin(page, 'ab3x7')
  await expect(page.getByText('This PIN is too short.')).toBeVisible()
  await journey.choosePin(page, OWNER.pin, `${OWNER.pin}x`)
  await expect(page.getByText('The two are not the same.')).toBeVisible()
  await journey.choosePin(page, OWNER.pin)
  await button(page, 'Use my key').click()
  await expect(heading(page, `${ORG} is ready`)).toBeVisible()
})

test('the console warns until a second key is registered; then either key unlocks, each with its own PIN', async () => {
  const { page } = owner
  const warning = page.getByText('You have one key only')
  await expect(warning).toBeVisible()
  await people.openConsole(owner)
  await expect(warning).toBeVisible()
  await page.reload()
  await expect(warning).toBeVisible()

  const address = await journey.followOurWindow(owner, () => button(page, 'Register a second key').click())
  expect(address).toBe(pageUrl('unlock.html#/key'))
  await owner.key.hold(false)
  const secondKey = await giveKey(page)
  await journey.choosePin(page, SECOND_PIN)
  await button(page, 'Use my key').click()
  await expect(heading(page, 'This key is registered')).toBeVisible()
  await people.openConsole(owner)
  await expect(warning).toBeHidden()

  await journey.lockByButton(owner)
  await people.unlock(owner, SECOND_PIN)
  await journey.lockByButton(owner)
  await secondKey.hold(false)
  await owner.key.hold(true)
  await people.unlock(owner, OWNER.pin)
  await people.openConsole(owner)
  await expect(warning).toBeHidden()
})

test('a second set-up of the same server is refused, with advice', async () => {
  const newcomer = await openDesk()
  try {
    const { page } = newcomer
    await people.openServer(newcomer, stack.origin)
    await button(page, 'Trust this server').click()
    // The screens lead to unlocking the existing organisation; a person who still tries to set up sees the refusal.
    await expect(heading(page, ORG)).toBeVisible()
    await page.goto(pageUrl('unlock.html#/setup'))
    await page.getByLabel('Set-up code').fill(stack.setupCode)
    await button(page, 'Continue').click()
    await expect(page.getByText('This server already has its organisation.')).toBeVisible()
    await expect(page.getByText('to join, ask an administrator for an invitation')).toBeVisible()
  } finally {
    await newcomer.close()
  }
})
