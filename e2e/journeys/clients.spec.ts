import { expect, test } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import { pageUrl, tabId } from '../desk.ts'
import type { Desk } from '../desk.ts'
import { exactAddress } from '../../extension/messages/item-fields.ts'
import { clientBadge } from '../../extension/ui/client-badge.ts'
import { servePages } from '../pages/serve.ts'
import type { PagesServer } from '../pages/serve.ts'
import * as people from '../people.ts'
import { startStack } from '../../tests/stack.ts'
import type { Stack } from '../../tests/stack.ts'
import { OWNER, awake, button, fieldsOf, heading, lockByButton, ownerDesk, pressShortcut } from './fixtures.ts'
import { inTurn, judge, looks, words } from './judge.ts'

// The addresses at which a login fills, as a manager sets them and as an agent reads them; and an agent who works for one client.
test.describe.configure({ mode: 'serial' })

const TOP = 'Direction Nord'
const AZUR = 'Banque Azur'
const MOBILE = 'Mobile Plus'
const CRM = 'CRM Azur'

let stack: Stack
let site: PagesServer
let desk: Desk
/** Returns the address of a page of the site under this host name. In the tests all names below `example` are this machine. */
const at = (host: string, path = '/login.html') => `http://${host}:${new URL(site.origin).port}${path}`

test.beforeAll(async () => {
  ;[stack, site] = await Promise.all([startStack(), servePages()])
  desk = await ownerDesk(stack)
})
test.afterAll(async () => {
  await desk.close()
  await Promise.all([site.close(), stack.stop()])
})

const untouched = { login: '', secret: '' }
const rule = (page: Page) => page.getByRole('combobox', { name: 'Where address 1 fills' })
const reach = (page: Page): Locator => page.locator('.c-address-reach')

async function over(address: string): Promise<{ tab: Page; popup: Page; close(): Promise<void> }> {
  const tab = await desk.context.newPage()
  await tab.goto(address)
  const popup = await people.openPopup(desk, tab)
  await expect(popup.getByRole('combobox', { name: 'Search logins' })).toBeVisible()
  return {
    tab,
    popup,
    async close() {
      await popup.close().catch(() => undefined)
      await tab.close()
    },
  }
}

test('a manager sets which pages an address matches, and reads what that means while typing', async () => {
  const { page } = desk
  await people.createFolder(desk, TOP)
  await people.createSubfolder(desk, TOP, AZUR)
  await people.createSubfolder(desk, TOP, MOBILE)
  await people.openFolder(desk, AZUR)
  await button(page, 'New login').first().click()
  await people.expectForm(page)
  await page.getByLabel('Name', { exact: true }).fill(CRM)
  await page.getByLabel('Username').fill('agent-azur')
  await page.getByLabel('Password', { exact: true }).fill('Brume-81')
  const address = page.getByLabel('Address 1', { exact: true })

  await rule(page).selectOption({ label: 'Only below this path' })
  for (const [typed, said] of [
    ['javascript:alert(1)', 'Only addresses that begin with https:// or http:// can be filled.'],
    ['https://', 'Type a whole address, such as https://portal.example'],
    ['https://me:word@crm.azur.example/', 'Leave the username and the password out of the address'],
    ['https://crm.azur.example/', 'This address has no path.'],
  ] as const) {
    await address.fill(typed)
    await button(page, 'Save login').click()
    await expect(page.getByRole('alert').filter({ hasText: said })).toBeVisible()
  }

  await address.fill('https://10.0.0.7:8443/crm')
  await rule(page).selectOption({ label: 'All of 10.0.0.7' })
  await expect(reach(page)).toContainText('10.0.0.7 has no domain of its own')
  await address.fill('https://a.github.io/')
  await expect(reach(page)).toContainText('ends in .a.github.io')
  await address.fill(at('crm.azur.example', '/crm/login.html').replace('http://', ''))
  await rule(page).selectOption({ label: 'Any port of crm.azur.example' })
  await expect(reach(page)).toContainText('Fills at crm.azur.example on every port')
  await address.fill(at('crm.azur.example', '/crm/login.html'))
  await rule(page).selectOption({ label: 'All of azur.example' })
  await expect(reach(page)).toContainText('every address that ends in .azur.example')
  await button(page, 'More about address 1').click()
  await page.getByLabel('Realm of address 1').fill('Agents')
  await button(page, 'Save login').click()
  await expect(heading(page, CRM)).toBeVisible()
  await expect(page.getByText('All of azur.example, realm Agents', { exact: true })).toBeVisible()

  await page.reload()
  await people.openFolder(desk, AZUR)
  await page.getByRole('row', { name: CRM }).first().click()
  await button(page, 'Edit').click()
  await people.expectForm(page)
  await expect(rule(page)).toHaveValue('domain')
  await expect(page.getByLabel('Realm of address 1')).toHaveValue('Agents')
})

test('P8: a login for a whole domain is offered and filled on all its hosts and nowhere else, and says why', async () => {
  await people.openConsole(desk)
  const sibling = await over(at('www.azur.example'))
  await expect(people.popupRow(sibling.popup, CRM)).toHaveCount(1)
  await expect(sibling.popup.getByRole('combobox', { name: 'Search logins' })).toBeFocused()
  await sibling.popup.keyboard.press('ArrowRight')
  await expect(sibling.popup.getByText('Offered here: saved for all of azur.example.')).toBeVisible()
  await button(sibling.popup, 'Back to the logins').click()
  await people.fillFromPopup(sibling.popup, CRM)
  await expect.poll(() => fieldsOf(sibling.tab)).toMatchObject({ login: 'agent-azur', secret: 'Brume-81' })
  await sibling.close()

  const other = await over(at('azur.evil.example'))
  await expect(other.popup.getByText(/^No login of yours is for/)).toBeVisible()
  await people.popupRow(other.popup, CRM).first().click()
  await expect(other.popup.getByText(/is not for this page\.$/)).toBeVisible()
  expect(await fieldsOf(other.tab)).toMatchObject(untouched)
  await other.close()
})

test('on a page without logins, the most similar ones say which addresses they were saved for', async () => {
  const base = { username: 'agent', password: 'Brume-82' }
  await people.saveItem(desk, AZUR, {
    name: 'Cartes',
    ...base,
    urls: [exactAddress('https://cartes.rouge.example/login')],
  })
  const never = { ...exactAddress(at('old.rouge.example', '/')), match: 'none' as const }
  await people.saveItem(desk, AZUR, { name: 'Ancien', ...base, urls: [never] })
  const { popup, close } = await over(at('www.rouge.example'))
  await expect(popup.getByRole('listitem').filter({ hasText: 'Cartes' })).toContainText(
    'Saved for https://cartes.rouge.example only.',
  )
  await expect(popup.getByRole('listitem').filter({ hasText: 'Ancien' })).toContainText('Set never to be offered at')
  await close()
  const twin = await over(at('cartes.rouge.example'))
  await expect(twin.popup.getByRole('listitem').filter({ hasText: 'Cartes' })).toContainText('This page came by http')
  await twin.close()
})

/** Returns what the toolbar button shows. */
const badge = async () =>
  (await awake(desk)).evaluate(async () => {
    const [red, green, blue] = await chrome.action.getBadgeBackgroundColor({})
    const colour = [red, green, blue]
    return { text: await chrome.action.getBadgeText({}), title: await chrome.action.getTitle({}), colour }
  })
/** Returns what the toolbar button should show for a client. */
async function badgeOf(client: string) {
  const { hue } = await people.folderOf(desk.page, client)
  const { text, title, colour } = clientBadge({ name: client, hue })
  return { text, title, colour: [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) }
}

test('an agent works for one client: only its logins are offered, and the toolbar names the client', async () => {
  const base = { username: 'agent-mobile', password: 'Brume-83' }
  await people.saveItem(desk, MOBILE, { name: 'Boutique', ...base, urls: [exactAddress(at('shop.mobile.example'))] })
  const { popup, close } = await over(at('shop.mobile.example'))
  await expect(people.popupRow(popup, CRM)).toHaveCount(1)
  await button(popup, /All clients/).click()
  await expect(button(popup, 'All clients')).toBeFocused()
  // By keyboard, in this order: all clients, Banque Azur, Mobile Plus.
  await popup.keyboard.press('ArrowDown')
  await popup.keyboard.press('ArrowDown')
  await popup.keyboard.press('Enter')
  await expect(button(popup, new RegExp(MOBILE))).toBeVisible()
  await expect(people.popupRow(popup, 'Boutique')).toHaveCount(1)
  await expect(people.popupRow(popup, CRM)).toHaveCount(0)
  await expect.poll(badge).toEqual(await badgeOf(MOBILE))
  await close()
})

test('P8: on a page of another client the popup names that client; one click switches to it and fills nothing', async () => {
  const { tab, popup, close } = await over(at('crm.azur.example'))
  await pressShortcut(desk, tab)
  await popup.bringToFront()
  await expect(popup.getByText(`This page is for ${AZUR}. You work for ${MOBILE}.`)).toBeVisible()
  await button(popup, `Work for ${AZUR}`).click()
  await expect(people.popupRow(popup, CRM)).toHaveCount(1)
  await expect.poll(badge).toEqual(await badgeOf(AZUR))
  expect(await fieldsOf(tab)).toMatchObject(untouched)
  await people.fillFromPopup(popup, CRM)
  await expect.poll(() => fieldsOf(tab)).toMatchObject({ login: 'agent-azur' })
  await close()
})

for (const look of looks)
  test(`the form, the switch and a page of another client, ${look.lang}`, inTurn(look), async () => {
    const t = words(look.lang)
    const { page } = desk
    await page.emulateMedia({ colorScheme: look.colorScheme, reducedMotion: 'reduce' })
    await page.goto(pageUrl(`console.html?lang=${look.lang}`))
    await people.openFolder(desk, AZUR)
    await page.getByRole('row', { name: CRM }).first().click()
    await expect(page.getByText(t.match.said.domain('azur.example'))).toBeVisible()
    await judge(page, look, 'console', 'reach of a login')
    await button(page, t.common.edit).click()
    await people.expectForm(page, t.item.name)
    await expect(reach(page)).toBeVisible()
    await reach(page).scrollIntoViewIfNeeded()
    await judge(page, look, 'console', 'reach in the form')

    const tab = await desk.context.newPage()
    await tab.goto(at('shop.mobile.example'))
    const id = await tabId(desk.context, tab.url())
    const popup = await desk.context.newPage()
    await popup.setViewportSize({ width: 380, height: 560 })
    await popup.emulateMedia({ colorScheme: look.colorScheme, reducedMotion: 'reduce' })
    await popup.goto(pageUrl(`popup.html?lang=${look.lang}&tab=${String(id)}`))
    await expect(button(popup, t.clients.workFor(MOBILE))).toBeVisible()
    await judge(popup, look, 'popup', 'other client')
    await button(popup, new RegExp(AZUR)).first().click()
    await expect(heading(popup, t.clients.title)).toBeVisible()
    await judge(popup, look, 'popup', 'clients')
    await popup.keyboard.press('Escape')
    await expect(popup.getByRole('combobox', { name: t.popup.search })).toBeFocused()
    await popup.keyboard.press('ArrowRight')
    await expect(popup.locator('.popup-why')).toBeVisible()
    await judge(popup, look, 'popup', 'why not here')
    await tab.goto(at('www.rouge.example'))
    await popup.reload()
    await expect(popup.getByText(t.popup.noneHere(new URL(tab.url()).origin))).toBeVisible()
    await judge(popup, look, 'popup', 'nearest')
    await popup.close()
    await tab.close()
  })

test('a long list of clients has a search field', async () => {
  await people.openConsole(desk)
  for (let n = 1; n <= 7; n += 1) {
    const name = `Enseigne ${String(n)}`
    await people.createSubfolder(desk, TOP, name)
    await people.saveItem(desk, name, { name: `Accès ${String(n)}` })
  }
  const { popup, close } = await over(at('crm.azur.example'))
  await button(popup, new RegExp(AZUR)).first().click()
  await expect(popup.getByRole('searchbox', { name: 'Search clients' })).toBeFocused()
  await popup.keyboard.type('enseigne 5')
  await expect(popup.locator('.popup-client-row')).toHaveCount(1)
  await popup.keyboard.press('Enter')
  await expect(button(popup, /Enseigne 5/)).toBeVisible()
  await expect(people.popupRow(popup, 'Accès 5')).toHaveCount(1)
  await close()
})

test('P10: the lock removes the client from the toolbar, and ends the choice', async () => {
  await expect.poll(badge).toMatchObject({ text: 'E5', title: 'Cloison · Enseigne 5' })
  await lockByButton(desk)
  await expect.poll(badge).toMatchObject({ text: '', title: 'Cloison' })
  await people.unlock(desk, OWNER.pin)
  const { popup, close } = await over(at('crm.azur.example'))
  await expect(button(popup, /All clients/)).toBeVisible()
  expect(await badge()).toMatchObject({ text: '', title: 'Cloison' })
  await close()
})
