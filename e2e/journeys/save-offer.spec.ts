import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { servePages } from '../pages/serve.ts'
import type { PagesServer } from '../pages/serve.ts'
import * as people from '../people.ts'
import { exactAddress } from '../../extension/messages/item-fields.ts'
import { awake, button, toolbarPopups } from './fixtures.ts'
import { newOffering } from './offers.ts'
import type { Offering } from './offers.ts'

// The offer to save or update a login, shown in our popup to a member who may edit, after a sign-in.
test.describe.configure({ mode: 'serial' })

let o: Offering
let portal: PagesServer

test.beforeAll(async () => {
  const account = { username: 'agent-042', password: 'Brume-verte-81', company: null }
  ;[portal, o] = await Promise.all([servePages({ accounts: [account] }), newOffering()])
})
test.afterAll(async () => {
  await portal.close()
  await o.close()
})
test.afterEach(() => o.closeTabs())

const offerIn = (popup: Page, title: string) => popup.getByRole('region', { name: title })
const host = () => new URL(o.site.origin).host

test('a successful sign-in is offered in our own popup, saved with one click, and a colleague reads it as it was typed', async () => {
  o.site.accounts.set('ines', ' Zibeline "6042" é ')
  const page = await o.open('/login')
  await o.type(page, { Username: 'ines', Password: ' Zibeline "6042" é ' })
  await button(page, 'Sign in').click()
  await expect(page.getByText('Signed in')).toBeVisible()
  await o.offered(page)
  const popup = await people.openPopup(o.filler.desk, page)
  const offer = offerIn(popup, `Save this login for ${host()}?`)
  await expect(offer.getByLabel('Username')).toHaveValue('ines')
  await expect(offer.getByLabel('Folder')).toContainText('Banque Méridienne')
  expect(await popup.content()).not.toContain('Zibeline')
  await offer.getByLabel('Name', { exact: true }).fill('Guichet')
  await button(popup, 'Save login').click()
  await expect(popup.getByText('Guichet is saved.')).toBeVisible()
  await expect(offer).toBeHidden()
  expect(await o.read('Guichet')).toEqual({
    name: 'Guichet',
    username: 'ines',
    password: ' Zibeline "6042" é ',
    urls: [exactAddress(o.site.origin)],
    custom: [],
    totp: '',
    notes: '',
    afterFill: 'stay',
    kind: 'login',
    tags: [],
    files: [],
  })
  await expect.poll(() => o.badgeOf(page)).toBe('')
})

test('the popup opens by itself, unless a field of the page has the focus', async () => {
  o.site.accounts.set('marc', 'Fanal-77')
  const page = await o.open('/login')
  await o.signIn(page, 'marc', 'Fanal-77')
  await expect.poll(() => toolbarPopups(o.filler.desk)).toBe(1)
  await o.dismiss(page, 'Not now')
})

test('a wrong password is not offered; the right one, typed after it, is', async () => {
  o.site.accounts.set('paul', 'Verger-31')
  const page = await o.open('/login')
  await o.signIn(page, 'paul', 'Verger-13')
  await expect(page.getByText('Username or password is wrong.')).toBeVisible()
  await o.expectNoOffer(page)
  await o.signIn(page, 'paul', 'Verger-31')
  await expect(page.getByText('Signed in')).toBeVisible()
  await o.offered(page)
  await o.saveAs(page, 'Verger')
  expect(await o.read('Verger')).toMatchObject({ username: 'paul', password: 'Verger-31' })
})

test('a page that never navigates: a sign-in is noticed when its form is gone', async () => {
  const page = await o.open('/portal/', portal.origin)
  await o.type(page, { Username: 'agent-042', Password: 'Brume-verte-18' })
  await button(page, 'Sign in').click()
  await expect(page.getByText('Company code, username or password is wrong.')).toBeVisible()
  await o.expectNoOffer(page)
  await o.type(page, { Password: 'Brume-verte-81' })
  await button(page, 'Sign in').click()
  await expect(page.getByText('Signed in as agent-042').first()).toBeVisible()
  await o.offered(page)
  await o.saveAs(page, 'Portail')
  expect(await o.read('Portail')).toMatchObject({ username: 'agent-042', password: 'Brume-verte-81' })
})

test('a username on one page and its password on the next are offered as one login', async () => {
  o.site.accounts.set('zoe', 'Lierre-55')
  const page = await o.open('/step')
  await o.type(page, { Username: 'zoe' })
  await page.keyboard.press('Enter')
  await o.type(page, { 'Enter your password': 'Lierre-55' })
  await page.keyboard.press('Enter')
  await expect(page.getByText('Signed in')).toBeVisible()
  await o.offered(page)
  await o.saveAs(page, 'Lierre')
  expect(await o.read('Lierre')).toMatchObject({ username: 'zoe', password: 'Lierre-55' })
})

test('a letter typed before our script was loaded is noticed, in a field that had the focus from the start', async () => {
  o.site.accounts.set('u', 'Gentiane-8')
  const page = await o.filler.desk.context.newPage()
  await page.addInitScript(() => addEventListener('load', () => document.querySelector('input')?.focus()))
  await page.goto(`${o.site.origin}/step?visit=focused`)
  await page.keyboard.press('u')
  await o.expectWatching(page)
  await page.keyboard.press('Enter')
  await o.type(page, { 'Enter your password': 'Gentiane-8' })
  await page.keyboard.press('Enter')
  await expect(page.getByText('Signed in')).toBeVisible()
  await o.offered(page)
  await o.saveAs(page, 'Gentiane')
  expect(await o.read('Gentiane')).toMatchObject({ username: 'u', password: 'Gentiane-8' })
})

test('a sign-in is offered even if the site answers sooner than our worker', async () => {
  o.site.accounts.set('vite', 'Genevrier-9')
  const page = await o.open('/login')
  await o.type(page, { Username: 'vite', Password: 'Genevrier-9' })
  await (
    await awake(o.filler.desk)
  ).evaluate(() => {
    setTimeout(() => {
      const until = performance.now() + 2_000
      while (performance.now() < until);
    })
  })
  await page.keyboard.press('Enter')
  await expect(page.getByText('Signed in')).toBeVisible()
  await o.offered(page)
  await o.saveAs(page, 'Genévrier')
  expect(await o.read('Genévrier')).toMatchObject({ username: 'vite', password: 'Genevrier-9' })
})

test('a change of password is offered as an update of that login, and the old password stays in no field of it', async () => {
  const page = await o.open('/change')
  const filled = (old: string) => ({
    'Current password': old,
    'New password': 'Orage-26',
    'Confirm the new password': 'Orage-26',
  })
  await o.type(page, filled('Lierre-54'))
  await page.keyboard.press('Enter')
  await expect(page.getByText('The current password is wrong.')).toBeVisible()
  await o.expectNoOffer(page)
  await o.type(page, filled('Lierre-55'))
  await page.keyboard.press('Enter')
  await expect(page.getByText('Your password was changed.')).toBeVisible()
  await o.offered(page)
  const popup = await people.openPopup(o.filler.desk, page)
  // The site has three logins: the update is for the one with the old password.
  await expect(offerIn(popup, 'Update the password of Lierre?')).toContainText('zoe · Banque Méridienne')
  await button(popup, 'Update').click()
  await expect(popup.getByText('The password of Lierre is updated.')).toBeVisible()
  const fields = await o.read('Lierre')
  expect(fields).toMatchObject({ username: 'zoe', password: 'Orage-26' })
  expect(JSON.stringify(fields)).not.toContain('Lierre-55')
})

test('a sign-in with another password than the saved one offers an update, or saving a second login', async () => {
  o.site.accounts.set('paul', 'Verger-32')
  const page = await o.open('/login')
  await o.signIn(page, 'paul', 'Verger-32')
  await expect(page.getByText('Signed in')).toBeVisible()
  await o.offered(page)
  const popup = await people.openPopup(o.filler.desk, page)
  await expect(offerIn(popup, 'Update the password of Verger?')).toBeVisible()
  await button(popup, 'Save as new').click()
  await expect(offerIn(popup, `Save this login for ${host()}?`).getByLabel('Username')).toHaveValue('paul')
  await popup.getByLabel('Name', { exact: true }).fill('Verger, nouveau')
  await button(popup, 'Save login').click()
  await expect(popup.getByText('Verger, nouveau is saved.')).toBeVisible()
  expect(await o.read('Verger')).toMatchObject({ password: 'Verger-31' })
  expect(await o.read('Verger, nouveau')).toMatchObject({ username: 'paul', password: 'Verger-32' })
})

test('a new account is offered with its username, and is kept on this device while the server is down', async () => {
  const page = await o.open('/sign-up')
  await o.type(page, { Email: 'lea@atlas.example', 'First name': 'Léa', 'Choose a password': 'Ajonc-clair-9' })
  await button(page, 'Create account').click()
  await expect(button(page, 'Sign in')).toBeVisible()
  await o.offered(page)
  await o.filler.stack.halt()
  const popup = await people.openPopup(o.filler.desk, page)
  await expect(popup.getByLabel('Username')).toHaveValue('lea@atlas.example')
  await popup.getByLabel('Name', { exact: true }).fill('Ajonc')
  await button(popup, 'Save login').click()
  await expect(popup.getByText(/Ajonc is kept on this desk/)).toBeVisible()
  await o.filler.stack.resume()
  await expect
    .poll(() => o.read('Ajonc'), { timeout: 60_000 })
    .toMatchObject({
      username: 'lea@atlas.example',
      password: 'Ajonc-clair-9',
    })
})

test('after “Never for this site” nobody is asked there again, until they undo it', async () => {
  const page = await o.open('/portal/', portal.origin)
  portal.setAccounts([{ username: 'agent-043', password: 'Neige-12', company: null }])
  const enter = async (at: Page) => {
    await o.type(at, { Username: 'agent-043', Password: 'Neige-12' })
    await at.keyboard.press('Enter')
    await expect(at.getByText('Signed in as agent-043').first()).toBeVisible()
  }
  await enter(page)
  await o.offered(page)
  await o.dismiss(page, 'Never for this site')
  const again = await o.open('/portal/', portal.origin)
  await enter(again)
  await o.expectNoOffer(again)
  const popup = await people.openPopup(o.filler.desk, again)
  await button(popup, 'Offer again').click()
  await expect(button(popup, 'Offer again')).toBeHidden()
  await popup.close()
  const third = await o.open('/portal/', portal.origin)
  await enter(third)
  await o.offered(third)
})
