import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import type { PopupView } from '../../extension/messages/views.ts'
import { newFiller } from '../filler.ts'
import type { Filler } from '../filler.ts'
import { servePages } from '../pages/serve.ts'
import type { PagesServer } from '../pages/serve.ts'
import * as people from '../people.ts'
import { awake, button, fieldsOf, lockByButton, stores } from './fixtures.ts'

// A generated password for a page: made by the page's rules, filled into both its fields, kept until it is saved in a login.
test.describe.configure({ mode: 'serial' })

let filler: Filler
let site: PagesServer
let other: PagesServer
let tab: Page

test.beforeAll(async () => {
  ;[site, other, filler] = await Promise.all([servePages(), servePages(), newFiller()])
  await filler.save({
    name: 'Guichet',
    username: 'ines',
    password: 'Zibeline-6042',
    urls: [`${site.origin}/login.html`],
  })
  await filler.grant('read')
  await people.unlock(filler.desk, filler.pin)
  await filler.desk.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.origin })
  tab = await filler.desk.context.newPage()
})
test.afterAll(async () => {
  await Promise.all([site.close(), other.close()])
  await filler.close()
})

const panel = (popup: Page) => popup.getByRole('region', { name: 'New password' })
const open = async (path: string) => {
  await tab.goto(`${site.origin}/${path}`)
  return people.openPopup(filler.desk, tab)
}
const generate = async (popup: Page, name = 'Generate a password') => {
  await button(popup, name).click()
  await expect(panel(popup).getByRole('heading', { name: /^Generated for 127\.0\.0\.1/ })).toBeVisible()
}
/** Returns for each password field whether the browser calls it valid. */
const validity = () =>
  tab.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement>('input[type=password]')].map((field) => field.validity.valid),
  )
const tell = (popup: Page, name: string, input: object) =>
  popup.evaluate((message): Promise<unknown> => chrome.runtime.sendMessage(message), { name, input })
const tabOf = (popup: Page) => Number(new URL(popup.url()).searchParams.get('tab'))

test('P8: a member who may save no login is offered no generated password, and gets none by a message', async () => {
  const popup = await open('new-password/rules.html')
  await expect(popup.getByRole('combobox')).toBeVisible()
  const asked = { tab: tabOf(popup), origin: site.origin }
  expect(await tell(popup, 'generated.look', { tab: asked.tab })).toEqual({ ok: true, value: null })
  expect(await tell(popup, 'generated.fill', asked)).toEqual({ ok: false, code: 'not-allowed', data: {} })
  await expect(panel(popup)).toBeHidden()
  expect(await fieldsOf(tab)).toMatchObject({ p1: '', p2: '' })
  await popup.close()
  await filler.grant('edit')
})

test('on a page without a field for a new password nothing is offered', async () => {
  const popup = await open('login.html')
  await expect
    .poll(() => tell(popup, 'generated.look', { tab: tabOf(popup) }))
    .toMatchObject({
      value: { form: null, kept: null, folders: [{ path: ['Banque Méridienne'] }] },
    })
  await expect(panel(popup)).toBeHidden()
  const asked = { tab: tabOf(popup), origin: site.origin }
  expect(await tell(popup, 'generated.fill', asked)).toMatchObject({ ok: false, code: 'no-new-password' })
  expect(await fieldsOf(tab)).toMatchObject({ login: '', secret: '' })
  await popup.close()
})

test('both fields hold the same password, made by the page’s rules, and the browser calls them valid', async () => {
  const popup = await open('new-password/rules.html')
  await generate(popup)
  await expect(panel(popup)).toContainText('It is in both fields of the page')
  const { p1 = '', p2, email } = await fieldsOf(tab)
  expect(p1).toMatch(/^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?=.*[-!?])(?!.*(.)\1\1)[A-Za-z\d\-!?]{14,24}$/)
  expect([p2, email]).toEqual([p1, ''])
  expect(await validity()).toEqual([true, true])
  expect(await popup.content()).not.toContain(p1)
  expect(JSON.stringify(await tell(popup, 'generated.look', { tab: tabOf(popup) }))).not.toContain(p1)
  await popup.close()
})

test('a change of password: the new one and its confirmation are filled, the current one is not touched', async () => {
  await tab.goto(`${site.origin}/change-password.html`)
  await tab.locator('#p1').fill('Zibeline-6042')
  const popup = await people.openPopup(filler.desk, tab)
  await generate(popup, 'Generate another')
  await expect.poll(() => fieldsOf(tab)).toMatchObject({ p1: 'Zibeline-6042', p2: /^\S{20}$/, p3: /^\S{20}$/ })
  const { p2, p3 } = await fieldsOf(tab)
  expect(p3).toBe(p2)
  await popup.close()
})

test('the generated password matches the field’s pattern', async () => {
  const popup = await open('new-password/pattern.html')
  await button(popup, 'Generate another').click()
  await expect
    .poll(async () => (await fieldsOf(tab))['p2'])
    .toMatch(/^(?=.*\d)(?=.*[a-z])(?=.*[A-Z])[A-Za-z\d]{10,16}$/)
  expect(await validity()).toEqual([true, true])
  await popup.close()
})

test('a sign-up with one password field is filled, and one of a framework too', async () => {
  const popup = await open('sign-up.html')
  await button(popup, 'Generate another').click()
  await expect(panel(popup)).toContainText('It is in the field of the page')
  expect((await fieldsOf(tab))['pw']).toMatch(/^\S{20}$/)
  await popup.close()
  const react = await open('frameworks/react-sign-up/')
  await button(react, 'Generate another').click()
  await expect(button(tab, 'Create account')).toBeEnabled()
  const { p1 = '', p2 } = await fieldsOf(tab)
  expect(p2).toBe(p1)
  await expect(tab.locator('#model')).toHaveText(JSON.stringify(['', p1, p1]))
  expect(await validity()).toEqual([true, true])
  await react.close()
})

test('the popup says so when a page allows short passwords only', async () => {
  const popup = await open('new-password/short.html')
  await button(popup, 'Generate another').click()
  await expect(panel(popup)).toContainText('This page allows short passwords only')
  expect((await fieldsOf(tab))['p2']).toMatch(/^\S{8}$/)
  await popup.close()
})

test('a hostile pattern blocks neither the worker nor the page, and nothing is filled', async () => {
  const popup = await open('new-password/hostile.html')
  await button(popup, 'Generate another').click()
  await expect(panel(popup).getByText('No password could be made by this page’s rules.')).toBeVisible()
  expect(await fieldsOf(tab)).toEqual({ email: '', p1: '', p2: '' })
  await expect(panel(popup).getByRole('heading', { name: /^Generated for/ })).toBeVisible()
  await popup.close()
})

test('both fields or neither: if the page empties the confirmation, the password is removed from the other field too', async () => {
  const popup = await open('new-password/no-paste.html')
  await button(popup, 'Generate another').click()
  await expect(panel(popup).getByText('The page did not take the generated password.')).toBeVisible()
  expect(await fieldsOf(tab)).toEqual({ email: '', p1: '', p2: '' })
  await popup.close()
})

test('P8: a form in a frame of another origin is not offered, and a fill for any origin but the page’s own is refused', async () => {
  await tab.goto(`${site.origin}/newsletter.html`)
  await tab.evaluate((address) => {
    document.body.innerHTML = `<iframe style="width: 600px; height: 600px" src="${address}"></iframe>`
  }, `${other.origin}/new-password/rules.html`)
  const frame = tab.frames()[1]
  await frame?.locator('#p1').waitFor()
  const popup = await people.openPopup(filler.desk, tab)
  const asked = { tab: tabOf(popup) }
  await expect.poll(() => tell(popup, 'generated.look', asked)).toMatchObject({ ok: true, value: { form: null } })
  for (const origin of [site.origin, 'null', 'https://shop.example'])
    expect(await tell(popup, 'generated.fill', { ...asked, origin })).toMatchObject({ code: 'no-new-password' })
  expect(await fieldsOf(frame ?? tab)).toMatchObject({ p1: '', p2: '' })
  await popup.close()
})

test('P8: no web page can ask for a generated password', async () => {
  await tab.goto(`${site.origin}/new-password/rules.html`)
  const running = await awake(filler.desk)
  const answer = await running.evaluate(async (url) => {
    const [found] = (await chrome.tabs.query({})).filter((one) => one.url === url)
    const [done] = await chrome.scripting.executeScript({
      target: { tabId: found?.id ?? 0 },
      func: (id, origin) => chrome.runtime.sendMessage({ name: 'generated.fill', input: { tab: id, origin } }),
      args: [found?.id ?? 0, new URL(url).origin],
    })
    return done?.result
  }, tab.url())
  expect(answer).toEqual({ ok: false, code: 'refused', data: {} })
  expect(await fieldsOf(tab)).toMatchObject({ p1: '', p2: '' })
})

let made = ''
test('a generated password can be copied for half a minute, and is still offered after the page navigates', async () => {
  await tab.goto(`${site.origin}/new-password/rules.html`)
  await tab.getByLabel('Email').fill('lea@atlas.example')
  const popup = await people.openPopup(filler.desk, tab)
  await button(popup, 'Generate another').click()
  await expect.poll(async () => (await fieldsOf(tab))['p2']).not.toBe('')
  made = (await fieldsOf(tab))['p1'] ?? ''
  await popup.close()
  const later = await open('login.html')
  await button(later, 'Copy password').click()
  await expect(later.getByText('It leaves the clipboard in 30 seconds.')).toBeVisible()
  await tab.bringToFront()
  expect(await tab.evaluate(() => navigator.clipboard.readText())).toBe(made)
  await later.close()
})

test('a generated password is saved as a login, with the page’s host as name and the username typed there', async () => {
  const popup = await people.openPopup(filler.desk, tab)
  await button(popup, 'Save in Cloison').click()
  const { host } = new URL(site.origin)
  await popup.getByLabel('Save it as').selectOption({ label: 'A new login' })
  await expect(popup.getByLabel('Name', { exact: true })).toHaveValue(host)
  await expect(popup.getByLabel('Username')).toHaveValue('lea@atlas.example')
  await popup.getByLabel('Name', { exact: true }).fill('Larkfield')
  await expect(popup.getByLabel('Folder')).toContainText('Banque Méridienne')
  await button(popup, 'Save').click()
  await expect(panel(popup).getByText('Saved: Larkfield, in Banque Méridienne.')).toBeVisible()
  await expect(panel(popup).getByRole('heading')).toBeHidden()
  const view = await popup.evaluate(
    (topic) =>
      new Promise<PopupView>((resolve) => {
        chrome.runtime.connect({ name: JSON.stringify(topic) }).onMessage.addListener(resolve)
      }),
    { view: 'popup', tab: tabOf(popup) },
  )
  expect(view.here.map(({ name, username }) => [name, username])).toContainEqual(['Larkfield', 'lea@atlas.example'])
  await popup.close()
  await tab.goto(`${site.origin}/login.html`)
  await people.fillFromPopup(await people.openPopup(filler.desk, tab), 'Larkfield')
  expect(await fieldsOf(tab)).toMatchObject({ login: 'lea@atlas.example', secret: made })
  expect(JSON.stringify((await stores(filler.desk)).session)).not.toContain(made)
})

test('a password generated for a change replaces that of the login for this page', async () => {
  await filler.save({ name: 'Rives', username: 'ines.m', password: 'Zibeline-6044', urls: [other.origin] })
  await tab.goto(`${other.origin}/change-password.html`)
  const popup = await people.openPopup(filler.desk, tab)
  await expect(people.popupRow(popup, 'Rives').first()).toBeVisible()
  await generate(popup)
  await button(popup, 'Save in Cloison').click()
  await expect(popup.getByLabel('Save it as')).toHaveText(/^The password of Rives, ines\.m/)
  await expect(popup.getByLabel('Name', { exact: true })).toBeHidden()
  const { p2 = '-' } = await fieldsOf(tab)
  await button(popup, 'Save').click()
  await expect(panel(popup).getByText('Saved: it is the password of Rives now.')).toBeVisible()
  await popup.close()
  await tab.goto(`${other.origin}/login.html`)
  await people.fillFromPopup(await people.openPopup(filler.desk, tab), 'Rives')
  expect(await fieldsOf(tab)).toMatchObject({ login: 'ines.m', secret: p2 })
})

test('P10: a lock removes a generated password that was not saved', async () => {
  const popup = await open('new-password/rules.html')
  await generate(popup)
  await popup.close()
  const { p1 = '-' } = await fieldsOf(tab)
  expect(JSON.stringify((await stores(filler.desk)).session)).toContain(p1)
  await lockByButton(filler.desk)
  const { local, session } = await stores(filler.desk)
  expect(JSON.stringify([local, session])).not.toContain(p1)
  await people.unlock(filler.desk, filler.pin)
  const again = await people.openPopup(filler.desk, tab)
  await expect(button(again, 'Generate a password')).toBeVisible()
  await expect(panel(again).getByRole('heading')).toBeHidden()
  await again.close()
})
