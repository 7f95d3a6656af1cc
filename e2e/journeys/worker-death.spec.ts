import { expect, test } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import { openDesk, pageUrl, worker } from '../desk.ts'
import type { Desk } from '../desk.ts'
import { servePages } from '../pages/serve.ts'
import type { PagesServer } from '../pages/serve.ts'
import * as people from '../people.ts'
import { startStack } from '../../tests/stack.ts'
import type { Stack } from '../../tests/stack.ts'
import * as journey from './fixtures.ts'
import { AGENT, CLIENT, ORG, OWNER, TEAM, fieldsOf, heading } from './fixtures.ts'
import { exactAddress } from '../../extension/messages/item-fields.ts'
import { deaths, inDanger, kill } from './mortal.ts'
import { dropSessionKey, sessionKeyOf } from './session-key.ts'

// The browser may end the service worker at any time. Here it does so between any two steps of the main job, and in the
// middle of some: work continues, nothing typed is lost, and nobody is locked or unlocked by it.
test.describe.configure({ mode: 'serial' })

const LOGIN = 'Portail Atlas'
const account = { username: 'agent-042', password: 'Brume-verte-81', company: null }

let stack: Stack
let site: PagesServer
let owner: Desk
let agent: Desk

test.beforeAll(async () => {
  ;[stack, site] = await Promise.all([startStack(), servePages({ accounts: [account] })])
  ;[owner, agent] = await Promise.all([openDesk(), openDesk()])
})
test.afterAll(async () => {
  await Promise.all([owner.close(), agent.close(), site.close()])
  await stack.stop()
})

const button = (at: Page | Locator, name: string | RegExp) =>
  at.getByRole('button', { name, exact: typeof name === 'string' }).first()
const field = (at: Page | Locator, label: string) => at.getByLabel(label, { exact: true })
const dialog = () => owner.page.getByRole('dialog')
const row = (name: string) => owner.page.getByRole('row', { name })

/** The unlocked session in the browser's session storage. */
const remembered = (desk: Desk) => journey.stores(desk).then(({ session }) => session)

async function expectLocked(desk: Desk): Promise<void> {
  expect(await remembered(desk)).toEqual({})
  expect(await sessionKeyOf(desk)).toBeNull()
  await desk.page.goto(pageUrl('console.html'))
  await expect(heading(desk.page, 'Cloison is locked')).toBeVisible()
  await expect(desk.page.getByRole('navigation', { name: 'Sections' })).toBeHidden()
}

test('the owner opens the server, trusts it, and sets the organisation up', async () => {
  const desk = inDanger(owner)
  await people.openServer(desk, stack.origin)
  await people.setUp(desk, { code: stack.setupCode, org: ORG, ...OWNER })
  await people.openConsole(desk)
})

test('folder, subfolder, team, login and grant are created, and half-typed text stays', async () => {
  const desk = inDanger(owner)
  await journey.buildTree(desk)
  const login = { name: LOGIN, ...account, company: 'ATL-7', notes: 'Ask the desk.' }
  await people.createLogin(desk, CLIENT, { ...login, addresses: [site.origin, 'https://atlas.example'] })
  await button(desk.page, 'Show: Password').click()
  for (const text of [login.username, login.password, login.company, login.notes])
    await expect(owner.page.getByText(text, { exact: true }).first()).toBeVisible()
  await people.grant(desk, CLIENT, TEAM, 'Fill')
  await desk.page.reload()
  await people.openFolder(desk, CLIENT)
  await expect(row(LOGIN)).toHaveCount(1)
})

test('an agent is invited, joins, is let in and unlocks', async () => {
  const code = await people.invite(inDanger(owner), { ...AGENT, team: TEAM })
  const { page } = inDanger(agent)
  await page.goto(pageUrl('unlock.html#/join'))
  await field(page, 'Invitation code').fill(code)
  await button(page, 'Continue').click()
  await button(page, 'Trust this server and go on').click()
  await field(page, 'Cloison PIN').waitFor()
  await journey.choosePin(page, AGENT.pin)
  await page.bringToFront()
  await button(page, 'Use my key').click()
  await expect(heading(agent.page, 'Waiting for approval')).toBeVisible()
  await kill(agent)
  expect(await remembered(agent)).toEqual({})
  await people.letIn(inDanger(owner), AGENT.name)
  await kill(owner)
  await expect(heading(agent.page, 'You are approved')).toBeVisible()
  await people.unlock(inDanger(agent), AGENT.pin)
  await people.openUnlockWindow(inDanger(agent))
})

test('a worker’s death neither locks nor unlocks anybody, also between PIN and touch', async () => {
  const { page } = agent
  await kill(agent)
  await journey.lockByButton(agent)
  await kill(agent)
  await expectLocked(agent)
  await kill(agent)
  await expectLocked(agent)

  await page.goto(pageUrl('unlock.html#/unlock'))
  await page.bringToFront()
  await field(page, 'Cloison PIN').fill(AGENT.pin)
  await slowHand(page)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Touch your key')).toBeVisible()
  await expect.poll(() => remembered(agent)).toEqual({ nonce: expect.any(String) })
  await kill(agent)
  await page.evaluate(() => dispatchEvent(new Event('hand')))
  await expect(heading(page, 'Unlocked')).toBeVisible()
  await kill(agent)
  await people.openUnlockWindow(agent)
})

/** Touches the key once the page asks for it: a virtual key out of hand is never touched. */
const slowHand = (page: Page) =>
  page.evaluate(() => {
    const get = navigator.credentials.get.bind(navigator.credentials)
    navigator.credentials.get = async (options) => {
      await new Promise((resolve) => {
        addEventListener('hand', resolve, { once: true })
      })
      return get(options)
    }
  })

test('P2: the session key survives the worker and cannot be exported; a desk that has lost it asks for an unlock', async () => {
  await kill(agent)
  const refused = 'InvalidAccessError'
  expect(await sessionKeyOf(agent)).toEqual({ extractable: false, exported: [refused, refused] })
  await dropSessionKey(agent)
  await kill(agent)
  await expectLocked(agent)
  await expect(agent.page.getByText('This browser no longer has the key of your session.')).toBeVisible()
  await people.unlock(agent, AGENT.pin)
})

test('after a death an open popup fills, and so does the shortcut', async () => {
  const tab = await agent.context.newPage()
  const filled = () =>
    expect.poll(() => fieldsOf(tab)).toMatchObject({ login: account.username, secret: account.password })
  await tab.goto(`${site.origin}/login.html`)
  await kill(agent)
  const popup = await people.openPopup(agent, tab)
  await expect(people.popupRow(popup, LOGIN).first()).toBeVisible()
  await kill(agent)
  await people.fillFromPopup(popup, LOGIN)
  await filled()
  await tab.reload()
  await kill(agent)
  await journey.pressShortcut(agent, tab)
  await filled()
  await tab.close()
})

test('after a death a new grant reaches an open popup, and a desk with no page open', async () => {
  const tab = await agent.context.newPage()
  await tab.goto(`${site.origin}/login.html`)
  for (const name of ['Assurance Levant', 'Mutuelle du Parc']) {
    await people.openConsole(owner)
    await people.createFolder(owner, name)
    await people.saveItem(owner, name, { name: `Portail ${name}`, urls: [exactAddress(site.origin)] })
  }
  const popup = await people.openPopup(agent, tab)
  await expect(people.popupRow(popup, LOGIN).first()).toBeVisible()
  await kill(agent)
  await people.grant(owner, 'Assurance Levant', TEAM, 'Fill')
  await expect(people.popupRow(popup, 'Portail Assurance Levant').first()).toBeVisible()
  await popup.close()

  await agent.page.goto('about:blank')
  await kill(agent)
  await people.grant(owner, 'Mutuelle du Parc', TEAM, 'Fill')
  const newest = await pinned(owner)
  // None of our pages is open: the alarm starts the worker, at most 30 s later.
  await expect.poll(() => pinned(agent), { timeout: 60_000 }).toEqual(newest)
  await stack.halt()
  const offline = await people.openPopup(agent, tab)
  await expect(people.popupRow(offline, 'Portail Mutuelle du Parc').first()).toBeVisible()
  await offline.close()
  await stack.resume()
  await tab.close()
})

/** The ledger head that a desk has verified. This does not start a dead worker: it answers once another runs. */
async function pinned({ context }: Desk): Promise<unknown> {
  const running = await worker(context)
  const { unlocked } = await running.evaluate(() =>
    chrome.storage.session.get<{ unlocked: { pinned: unknown } }>('unlocked'),
  )
  return unlocked.pinned
}

/** Starts a request whose answer the server withholds until the waiting worker is dead. */
async function cutShort(desk: Desk, act: () => Promise<unknown>): Promise<void> {
  stack.server.child.kill('SIGSTOP')
  try {
    await act()
    await desk.page.waitForTimeout(300)
    await kill(desk)
  } finally {
    stack.server.child.kill('SIGCONT')
  }
}

test('a death during a request loses nothing, and a second try does not do it twice', async () => {
  const { page } = owner
  await people.openConsole(owner)
  await people.openFolder(owner, CLIENT)
  await button(page, 'New login').click()
  await people.expectForm(page)
  const typed = { Name: 'Extranet', Username: 'agent-077', Password: 'Neige-12' }
  for (const [label, text] of Object.entries(typed)) await field(page, label).fill(text)
  await cutShort(owner, () => button(page, 'Save login').click())
  // An edit stored before it was sent is sent by itself; if the worker died earlier, the form still has it.
  const again = page.locator('.c-form-foot').getByRole('button', { name: 'Try again' })
  await expect(again.or(heading(page, 'Extranet'))).toBeVisible()
  if (await again.isVisible()) {
    for (const [label, text] of Object.entries(typed)) await expect(field(page, label)).toHaveValue(text)
    await again.click()
  }
  await expect(heading(page, 'Extranet')).toBeVisible()
  await people.openFolder(owner, CLIENT)
  await expect(row('Extranet')).toHaveCount(1)

  await button(page, 'New folder').click()
  await field(dialog(), 'Folder name').fill('Banque du Midi')
  await cutShort(owner, () => button(dialog(), 'Create folder').click())
  await expect(dialog().getByRole('alert')).toBeVisible()
  await expect(field(dialog(), 'Folder name')).toHaveValue('Banque du Midi')
  await button(dialog(), 'Create folder').click()
  await expect(dialog()).toBeHidden()
  await expect(page.getByRole('treeitem', { name: 'Banque du Midi' })).toHaveCount(1)
  await page.reload()
  await expect(page.getByRole('treeitem', { name: 'Banque du Midi' })).toHaveCount(1)
})

test('a death while the server answers the unlock opens nothing, and pressing Enter again unlocks', async () => {
  const { page } = agent
  await journey.lockByButton(agent)
  await page.goto(pageUrl('unlock.html#/unlock'))
  await page.bringToFront()
  await field(page, 'Cloison PIN').fill(AGENT.pin)
  await cutShort(agent, () => page.keyboard.press('Enter'))
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(heading(page, 'Unlocked')).toBeHidden()
  expect(await remembered(agent)).not.toHaveProperty('unlocked')
  await expect(field(page, 'Cloison PIN')).toHaveValue(AGENT.pin)
  await page.bringToFront()
  await field(page, 'Cloison PIN').press('Enter')
  await expect(heading(page, 'Unlocked')).toBeVisible()
})

test('after many deaths the lock leaves nothing in session storage', async () => {
  for (const desk of [owner, agent]) {
    await people.openConsole(desk)
    await kill(desk)
    await button(desk.page, /^Lock/).click()
    await expect(heading(desk.page, 'Cloison is locked')).toBeVisible()
    await expectLocked(desk)
    await kill(desk)
    await expectLocked(desk)
  }
  expect(deaths()).toBeGreaterThan(50)
})
