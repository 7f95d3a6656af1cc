import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { openDesk, pageUrl } from '../desk.ts'
import type { Desk } from '../desk.ts'
import { servePages } from '../pages/serve.ts'
import type { PagesServer } from '../pages/serve.ts'
import * as people from '../people.ts'
import { startStack } from '../../tests/stack.ts'
import type { Stack } from '../../tests/stack.ts'
import * as journey from './fixtures.ts'
import { AGENT, CLIENT, TEAM, TOP, button, fieldsOf, heading } from './fixtures.ts'

test.describe.configure({ mode: 'serial' })

const account = { username: 'agent-042', password: 'Brume-verte-81', company: 'ATL-7' }
const NEXT_PASSWORD = 'Orage-calme-26'
const LOGIN = 'Portail Atlas'

let stack: Stack
/** The client's site, and an unrelated one. */
let site: PagesServer
let elsewhere: PagesServer
let owner: Desk
let agent: Desk

test.beforeAll(async () => {
  stack = await startStack()
  ;[site, elsewhere] = await Promise.all([servePages({ accounts: [account] }), servePages()])
  owner = await journey.ownerDesk(stack)
  agent = await openDesk()
})
test.afterAll(async () => {
  await owner.close()
  await agent.close()
  await Promise.all([site.close(), elsewhere.close(), stack.stop()])
})

/** Opens the popup over a page, fills the login, and waits for the values that the page's own script reads. */
async function fillByPopup(tab: Page, expected: Record<string, string>): Promise<void> {
  await people.fillFromPopup(await people.openPopup(agent, tab), LOGIN)
  await tab.bringToFront()
  await expect.poll(() => fieldsOf(tab)).toMatchObject(expected)
}

async function signInAt(path: string, tab: Page, act: string): Promise<void> {
  await button(tab, act).click()
  await expect(tab.getByText(`Signed in as ${account.username}`).first(), path).toBeVisible()
}

test('the owner makes a tree two levels deep, a team, and a login with all its fields', async () => {
  const { page } = owner
  await journey.buildTree(owner)
  const addresses = [`${site.origin}/portal/`, 'https://atlas.example', 'https://intranet.atlas.example:8443/start']
  const more = { totp: 'JBSWY3DPEHPK3PXP', notes: 'Ask the desk for access.' }
  await people.createLogin(owner, CLIENT, { name: LOGIN, ...account, addresses, ...more })

  await page.reload()
  await people.openFolder(owner, CLIENT)
  await expect(page.getByRole('treeitem', { name: TOP })).toHaveAttribute('aria-level', '1')
  await expect(page.getByRole('treeitem', { name: CLIENT })).toHaveAttribute('aria-level', '2')
  await page.getByRole('row', { name: LOGIN }).first().click()
  for (const address of addresses) await expect(page.getByRole('link', { name: address })).toBeVisible()
  for (const text of [account.username, 'Company code', account.company, more.notes])
    await expect(page.getByText(text, { exact: true }).first()).toBeVisible()
  for (const secret of [account.password, more.totp]) expect(await page.content()).not.toContain(secret)
  await button(page, 'Show: Password').click()
  await expect(page.getByText(account.password)).toBeVisible()
})

test('an invited person joins with a key and a PIN, and the owner lets them in with one click', async () => {
  const code = await people.invite(owner, { name: AGENT.name, email: AGENT.email, team: TEAM })
  await people.join(agent, { code, pin: AGENT.pin })
  await journey.tryToUnlock(agent, AGENT.pin)
  await expect(agent.page.getByText('Your access is not approved yet.')).toBeVisible()
  await people.letIn(owner, AGENT.name)
  await people.unlock(agent, AGENT.pin)
})

test('a folder granted while the agent is unlocked appears without further action', async () => {
  const tab = await agent.context.newPage()
  await tab.goto(`${site.origin}/portal/`)
  const popup = await people.openPopup(agent, tab)
  await expect(popup.getByText('No logins yet')).toBeVisible()
  await people.grant(owner, CLIENT, TEAM, 'Fill')
  await expect(people.popupRow(popup, LOGIN).first()).toBeVisible()
  await popup.close()
  await tab.close()
})

test('the popup fills the portal, and the agent signs in', async () => {
  const tab = await agent.context.newPage()
  await tab.goto(`${site.origin}/portal/`)
  const { username, password, company } = account
  await fillByPopup(tab, { username, password, company })
  await signInAt('portal', tab, 'Sign in')
  await tab.close()
})

test('the shortcut fills a login in two steps, and a page that asks for a company code', async () => {
  const tab = await agent.context.newPage()
  const { username, password, company } = account
  site.setAccounts([{ username, password, company: null }])
  await tab.goto(`${site.origin}/two-steps.html`)
  await journey.pressShortcut(agent, tab)
  await expect.poll(() => fieldsOf(tab)).toEqual({ identifier: username })
  await button(tab, 'Next').click()
  await expect(heading(tab, 'Welcome')).toBeVisible()
  await journey.pressShortcut(agent, tab)
  await expect.poll(() => fieldsOf(tab)).toEqual({ pass: password })
  await signInAt('two steps', tab, 'Next')

  site.setAccounts([account])
  await tab.goto(`${site.origin}/company-code.html`)
  await journey.pressShortcut(agent, tab)
  await expect.poll(() => fieldsOf(tab)).toEqual({ soc: company, mat: username, mdp: password })
  await signInAt('company code', tab, 'Se connecter')
  await tab.close()
})

test('pages built with React and Vue notice what is filled', async () => {
  const tab = await agent.context.newPage()
  const { username, password } = account
  site.setAccounts([{ username, password, company: null }])
  for (const path of ['react.html', 'vue.html']) {
    await tab.goto(`${site.origin}/${path}`)
    await expect(tab.getByLabel('Password')).toBeVisible()
    await fillByPopup(tab, { user: username, pass: password })
    await expect(tab.locator('#model')).toContainText(`${username} / ${password}`)
    await signInAt(path, tab, 'Sign in')
  }
  await tab.close()
})

test('whoever may only fill never sees the password, in popup, console or message', async () => {
  const tab = await agent.context.newPage()
  await tab.goto(`${site.origin}/login.html`)
  const popup = await people.openPopup(agent, tab)
  await expect(people.popupRow(popup, LOGIN).first()).toBeVisible()
  await popup
    .getByRole('button', { name: `More about ${LOGIN}` })
    .first()
    .click()
  await expect(popup.getByText(account.username)).toBeVisible()
  const shown = async (page: Page) => (await page.content()) + JSON.stringify(await fieldsOf(page))
  expect(await shown(popup)).not.toContain(account.password)

  await people.openConsole(agent)
  await people.openFolder(agent, CLIENT)
  await agent.page.getByRole('row', { name: LOGIN }).first().click()
  await expect(agent.page.getByText(/fills this login without showing it/)).toBeVisible()
  expect(await shown(agent.page)).not.toContain(account.password)
  await expect(button(agent.page, 'Edit')).toBeHidden()
  const read = { name: 'item.read', input: await people.idsOf(agent, CLIENT, LOGIN) }
  const answers = [agent, owner].map(async ({ page }) => {
    if (page === owner.page) await people.openConsole(owner)
    return page.evaluate((message): Promise<unknown> => chrome.runtime.sendMessage(message), read)
  })
  const [refused, given] = await Promise.all(answers)
  expect(refused).toEqual({ ok: false, code: 'not-allowed', data: {} })
  expect(given).toMatchObject({ ok: true, value: { fields: { password: account.password } } })
  await popup.close()
  await tab.close()
})

test('P8: nothing is filled in a page or a frame of another origin', async () => {
  const tab = await agent.context.newPage()
  await tab.goto(`${elsewhere.origin}/login.html`)
  const untouched = await fieldsOf(tab)
  const popup = await people.openPopup(agent, tab)
  await expect(popup.getByText(`No login of yours is for ${elsewhere.origin}.`)).toBeVisible()
  await people.popupRow(popup, LOGIN).first().click()
  await expect(popup.getByText(/is not for this page\.$/)).toBeVisible()
  await popup.close()
  await journey.pressShortcut(agent, tab)
  await expect.poll(() => journey.toolbarPopups(agent)).toBe(1)
  expect(await fieldsOf(tab)).toEqual(untouched)

  // The client's own page, with a frame of another origin.
  await tab.goto(`${site.origin}/login.html`)
  await tab.evaluate((src) => {
    document.body.append(Object.assign(document.createElement('iframe'), { src, name: 'foreign' }))
  }, `${elsewhere.origin}/login.html`)
  await expect(tab.frameLocator('iframe[name=foreign]').getByLabel('Password')).toBeVisible()
  await fillByPopup(tab, {})
  await expect(tab.getByLabel('Password').first()).toHaveValue(account.password)
  const foreign = tab.frame('foreign')
  expect(foreign).not.toBeNull()
  if (foreign !== null) expect(await fieldsOf(foreign)).toEqual(untouched)
  await tab.close()
})

test('after the owner changes the password, the next fill uses the new one', async () => {
  await people.openConsole(owner)
  await people.changePassword(owner, CLIENT, LOGIN, NEXT_PASSWORD)
  site.setAccounts([{ ...account, password: NEXT_PASSWORD }])
  const tab = await agent.context.newPage()
  await tab.goto(`${site.origin}/portal/`)
  await fillByPopup(tab, { password: NEXT_PASSWORD })
  await signInAt('portal', tab, 'Sign in')
  await tab.close()
})

test('P7 P10: a removed agent is locked out at once, with a message, nothing left on the desk, and no way back in', async () => {
  const { page } = agent
  await people.openUnlockWindow(agent)
  expect((await journey.stores(agent)).blobs).toBeGreaterThan(0)
  await people.removePerson(owner, AGENT.name)
  await people.expectRemoved(agent)
  const left = await journey.stores(agent)
  expect(left.session).toEqual({})
  expect(left.blobs).toBe(0)
  await page.goto(pageUrl('console.html'))
  await expect(page.getByText('What was on this desk has been erased.')).toBeVisible()

  await people.createLogin(owner, CLIENT, {
    name: 'Portail suivant',
    username: 'agent-043',
    password: 'Neige-claire-12',
    addresses: [`${site.origin}/portal/`],
    company: null,
  })
  await journey.tryToUnlock(agent, AGENT.pin)
  await expect(page.getByText('You no longer have access to this organisation.').first()).toBeVisible()
  await expect(heading(page, 'Unlocked')).toBeHidden()
  expect((await journey.stores(agent)).blobs).toBe(0)
})
