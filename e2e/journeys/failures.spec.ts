import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { exactAddress } from '../../extension/messages/item-fields.ts'
import type { Page } from '@playwright/test'
import { postgresProcesses } from '../../server/store/database/process.ts'
import { embeddedOf } from '../../server/testing/process.ts'
import { pageUrl } from '../desk.ts'
import type { Desk } from '../desk.ts'
import { servePages } from '../pages/serve.ts'
import type { PagesServer } from '../pages/serve.ts'
import * as people from '../people.ts'
import { startStack } from '../../tests/stack.ts'
import type { Stack } from '../../tests/stack.ts'
import {
  AGENT,
  CLIENT,
  TEAM,
  agentDesk,
  buildTree,
  button,
  fieldsOf,
  heading,
  lockByButton,
  ownerDesk,
} from './fixtures.ts'

// The server stops, hangs, or loses its database: offline features keep working, no edit is lost, and no screen is blank.
test.describe.configure({ mode: 'serial' })

const LOGIN = 'Portail Atlas'
const account = { username: 'agent-042', password: 'Brume-verte-81', company: null }
/** The desk retries the server after growing pauses, of 30 s at most. */
const back = { timeout: 45_000 }

let stack: Stack
let site: PagesServer
let owner: Desk
let agent: Desk

test.beforeAll(async () => {
  ;[stack, site] = await Promise.all([startStack({}, { ownPostgres: true }), servePages({ accounts: [account] })])
  owner = await ownerDesk(stack)
  await buildTree(owner)
  const { username, password } = account
  await people.saveItem(owner, CLIENT, {
    name: LOGIN,
    username,
    password,
    urls: [exactAddress(site.origin)],
    notes: 'Ask the desk.',
  })
  agent = await agentDesk(owner)
  await people.grant(owner, CLIENT, TEAM, 'Read')
})
test.afterAll(async () => {
  await Promise.all([owner.close(), agent.close(), site.close()])
  await stack.stop()
})

/** Opens a page of the client's and the popup over it, fills, and signs in. */
async function fillAndSignIn(offline: boolean): Promise<void> {
  const tab = await agent.context.newPage()
  await tab.goto(`${site.origin}/login.html`)
  const popup = await people.openPopup(agent, tab)
  await expect(people.popupRow(popup, LOGIN).first()).toBeVisible()
  if (offline) await expect(popup.getByText(/^Offline since .*The logins here still fill\.$/)).toBeVisible()
  await people.fillFromPopup(popup, LOGIN)
  expect(await fieldsOf(tab)).toMatchObject({ login: account.username, secret: account.password })
  await button(tab, 'Sign in').click()
  await expect(tab.getByText(`Signed in as ${account.username}`)).toBeVisible()
  await tab.close()
}

/** Ends the worker as Chromium ends an idle one, from a tab of its own, so that the virtual key stays in the person's tab. */
async function endWorker({ context }: Desk): Promise<void> {
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  await cdp.send('ServiceWorker.enable')
  await cdp.send('ServiceWorker.stopAllWorkers')
  await page.close()
}

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true })

async function startEditing({ page }: Desk): Promise<void> {
  await people.openFolder({ page }, CLIENT)
  await page.getByRole('row', { name: LOGIN }).first().click()
  await button(page, 'Edit').click()
  await people.expectForm(page)
}

/** Waits until the save is kept on this desk and shows what it waits for. */
async function expectKept(page: Page, why: RegExp): Promise<void> {
  await expect(button(page, 'Save login')).toBeHidden()
  const told = page.getByRole('status').filter({ hasText: 'This change is not sent yet' })
  await expect(told).toContainText(why)
}

const expectSent = (page: Page) => expect(page.getByText('This change is not sent yet')).toBeHidden(back)

test('without its server the agent’s popup lists and fills, also after the worker restarts', async () => {
  await stack.halt()
  await fillAndSignIn(true)
  await endWorker(agent)
  await fillAndSignIn(true)
})

test('without its server the console shows its data, keeps what is saved, and later sends it by itself', async () => {
  const { page } = owner
  await expect(page.getByText('The server cannot be reached', { exact: true })).toBeVisible()
  await expect(page.getByText(/^Offline since/)).toBeVisible()
  await people.openFolder(owner, CLIENT)
  await page.getByRole('row', { name: LOGIN }).first().click()
  await button(page, 'Show: Password').click()
  await expect(page.getByText(account.password)).toBeVisible()

  await startEditing(owner)
  const typed = { Password: 'Orage-calme-26', Notes: 'Typed while the server was away.' }
  for (const [label, value] of Object.entries(typed)) await field(page, label).fill(value)
  await button(page, 'Save login').click()
  await expectKept(page, /goes by itself when the server is back/)

  await stack.resume()
  await expect(page.getByText('Connected', { exact: true })).toBeVisible(back)
  await expect(page.getByText('The server cannot be reached', { exact: true })).toBeHidden()
  await expectSent(page)
  account.password = typed.Password
  site.setAccounts([account])
  await people.openConsole(agent)
  await expect(agent.page.getByText('Connected', { exact: true })).toBeVisible(back)
  await fillAndSignIn(false)
})

test('a new login, typed in full while the server is away, is sent once when it is back', async () => {
  const { page } = owner
  await stack.halt()
  await people.openFolder(owner, CLIENT)
  await button(page, 'New login').first().click()
  await people.expectForm(page)
  const typed = { Name: 'Extranet', Username: 'agent-077', Password: 'Neige-12', Notes: 'All of it.' }
  for (const [label, value] of Object.entries(typed)) await field(page, label).fill(value)
  await button(page, 'Save login').click()
  await expectKept(page, /The server cannot be reached/)
  await stack.resume()
  await expectSent(page)
  await people.openFolder(owner, CLIENT)
  await expect(page.getByRole('row', { name: 'Extranet' })).toHaveCount(1)
})

test('unlocking needs the server: the window says so, and continues when it is back', async () => {
  const { page } = agent
  await lockByButton(agent)
  await stack.halt()
  const popup = await agent.context.newPage()
  const asked = agent.context.waitForEvent('page')
  await popup.goto(pageUrl('popup.html?tab=1'))
  await expect(heading(popup, 'Cloison is locked')).toBeVisible()
  await expect((await asked).getByRole('alert')).toContainText('The server cannot be reached.')
  for (const other of agent.context.pages()) if (other !== page) await other.close()
  await page.goto(pageUrl('unlock.html#/unlock'))
  const told = page.getByRole('alert')
  await expect(told).toContainText('The server cannot be reached.')
  await expect(field(page, 'Cloison PIN')).toBeVisible()
  await button(page, 'Try again').click()
  await expect(told).toContainText('The server cannot be reached.')
  await field(page, 'Cloison PIN').fill(AGENT.pin)
  await page.keyboard.press('Enter')
  await expect(told).toContainText('The server cannot be reached.')
  await expect(field(page, 'Cloison PIN')).toHaveValue(AGENT.pin)
  await stack.resume()
  await page.bringToFront()
  await button(page, 'Unlock').click()
  await expect(heading(page, 'Unlocked')).toBeVisible()
})

test('a server that accepts connections and never answers prevents neither filling nor locking', async () => {
  stack.server.child.kill('SIGSTOP')
  try {
    await endWorker(agent)
    await fillAndSignIn(false)
    await people.openConsole(agent)
    await button(agent.page, /^Lock/).click()
    await expect(heading(agent.page, 'Cloison is locked')).toBeVisible()
  } finally {
    stack.server.child.kill('SIGCONT')
  }
  await people.unlock(agent, AGENT.pin)
})

test('without its database the server refuses a save, and the desk keeps it and sends it later', async () => {
  const { page } = owner
  await expect(page.getByText('Connected', { exact: true })).toBeVisible(back)
  await startEditing(owner)
  const typed = { Username: 'agent-043', Password: 'Aube-claire-55', Notes: 'Typed while the database was down.' }
  for (const [label, value] of Object.entries(typed)) await field(page, label).fill(value)
  const { folder } = embeddedOf(stack.folder)
  renameSync(join(folder, 'PG_VERSION'), join(folder, 'away'))
  for (const pid of postgresProcesses(folder)) process.kill(pid, 'SIGKILL')
  await stack.server.says('"event":"database-restart-failed"')
  await button(page, 'Save login').click()
  await expectKept(page, /goes by itself when the server is back/)

  renameSync(join(folder, 'away'), join(folder, 'PG_VERSION'))
  await stack.server.says('"event":"database-restarted"')
  await expectSent(page)
  await expect(page.getByText(typed.Username, { exact: true }).first()).toBeVisible()
  Object.assign(account, { username: typed.Username, password: typed.Password })
  site.setAccounts([account])
  await people.openConsole(agent)
  await people.openFolder(agent, CLIENT)
  await expect(agent.page.getByRole('row', { name: typed.Username })).toBeVisible(back)
  await fillAndSignIn(false)
})
