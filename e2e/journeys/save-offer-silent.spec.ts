import { expect, test } from '@playwright/test'
import * as people from '../people.ts'
import { lockByButton, registeredPages, stores } from './fixtures.ts'
import { newOffering } from './offers.ts'
import type { Offering } from './offers.ts'

// When nobody is asked to save a login. Each test then signs in somebody else, who is asked: by then the first offer would have come too.
test.describe.configure({ mode: 'serial' })

let o: Offering
test.beforeAll(async () => {
  o = await newOffering()
})
test.afterAll(() => o.close())
test.afterEach(() => o.closeTabs())

test('a refused sign-in and a click on a link to another page offer nothing', async () => {
  const strict = await o.open('/strict')
  await o.signIn(strict, 'paul', 'Verger-0')
  await expect(strict.getByText('Not authorised.')).toBeVisible()
  const away = await o.open('/login')
  await o.type(away, { Username: 'paul', Password: 'Verger-0' })
  await away.getByRole('link', { name: 'Forgot your password?' }).click()
  await expect(away.getByText('Ask your supervisor.')).toBeVisible()
  await o.expectNoOffer(strict)
  expect(await o.badgeOf(away)).toBe('')
})

test('a login that is already saved unchanged is not offered', async () => {
  o.site.accounts.set('ines', 'Zibeline-6042')
  await o.filler.save({ name: 'Guichet', username: 'ines', password: 'Zibeline-6042', urls: [o.site.origin] })
  const page = await o.open('/login')
  await o.signIn(page, 'ines', 'Zibeline-6042')
  await expect(page.getByText('Signed in')).toBeVisible()
  await o.expectNoOffer(page)
})

test('P8: what a page does by itself offers nothing: synthetic typing, clicks and submits, and messages of its frames', async () => {
  const page = await o.open('/login')
  await o.comeTo(page, 'Username')
  o.site.accounts.set('forged', 'Leurre-1')
  await page.evaluate(() => {
    const form = document.forms[0] as HTMLFormElement
    for (const [name, value] of [
      ['user', 'forged'],
      ['pass', 'Leurre-1'],
    ] as const) {
      const field = form.elements.namedItem(name) as HTMLInputElement
      field.value = value
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }))
    }
    const sent = { name: 'frame.sent', kind: 'sign-in', username: 'forged', password: 'Leurre-1', fresh: '' }
    const frame = document.body.appendChild(document.createElement('iframe'))
    frame.contentWindow?.parent.postMessage(sent, '*')
    const ofPage: { runtime?: { sendMessage?: unknown } } | undefined = Reflect.get(globalThis, 'chrome')
    if (typeof ofPage?.runtime?.sendMessage === 'function') throw new Error('a page can send to us')
    form.dispatchEvent(new SubmitEvent('submit', { bubbles: true }))
    form.querySelector('button')?.click()
  })
  await expect(page.getByText('Signed in')).toBeVisible()
  await o.expectNoOffer(page)
})

test('P10: a lock discards what was typed and offered, and while locked no sign-in is noticed', async () => {
  o.site.accounts.set('luc', 'Brise-5')
  const page = await o.open('/login')
  await o.signIn(page, 'luc', 'Brise-5')
  await expect(page.getByText('Signed in')).toBeVisible()
  await o.offered(page)
  await lockByButton(o.filler.desk)
  expect((await stores(o.filler.desk)).session).toEqual({})
  await expect.poll(() => o.badgeOf(page)).toBe('')
  const locked = await o.open('/login')
  await locked.getByLabel('Username').fill('luc')
  await locked.getByLabel('Password').fill('Brise-5')
  await locked.keyboard.press('Enter')
  await expect(locked.getByText('Signed in')).toBeVisible()
  await people.unlock(o.filler.desk, o.filler.pin)
  await o.everywhere()
  await o.expectNoOffer(page)
  expect(await o.badgeOf(locked)).toBe('')
})

for (const level of ['read', 'fill'] as const)
  test(`a member who may only ${level} logins is never asked to update one`, async () => {
    await o.filler.grant(level)
    await expect.poll(() => registeredPages(o.filler.desk)).not.toContain('https://*/*')
    o.site.accounts.set('ines', 'Autre-1')
    const page = await o.open('/login')
    await o.signIn(page, 'ines', 'Autre-1')
    await expect(page.getByText('Signed in')).toBeVisible()
    await o.filler.grant('edit')
    await o.everywhere()
    await o.expectNoOffer(page)
  })
