import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import { noFields } from '../extension/messages/item-fields.ts'
import type { ItemFields } from '../extension/messages/views.ts'
import { newItemId } from '../shared/bytes/ids.ts'
import { pageUrl, tabId } from './desk.ts'
import type { Desk } from './desk.ts'
import { pick } from './pick.ts'

/** What a person does on the screen (in English), one function for each action. */
export type Login = {
  name: string
  username: string
  password: string
  addresses: string[]
  company: string | null
  totp?: string
  notes?: string
}

const button = (at: Page | Locator, name: string | RegExp) =>
  at.getByRole('button', { name, exact: typeof name === 'string' })
const dialog = (page: Page) => page.getByRole('dialog')

/**
 * Opens the server's page and follows it into our window. That window opens in a new tab, which lacks this person's virtual
 * key: the test opens the same address in the tab that has the key.
 */
export async function openServer({ context, page }: Desk, origin: string): Promise<void> {
  await page.goto(origin)
  const opened = context.waitForEvent('page')
  await page.locator('#cloison-open').click()
  const window = await opened
  await window.waitForURL(/unlock\.html/)
  const address = window.url()
  await window.close()
  await page.goto(address)
}

export async function setUp(
  { page }: Desk,
  who: { code: string; org: string; name: string; email: string; pin: string },
): Promise<void> {
  await button(page, 'Trust this server').click()
  await page.getByLabel('Set-up code').fill(who.code)
  await button(page, 'Continue').click()
  await page.getByLabel('Name of the organisation').fill(who.org)
  await page.getByLabel('Your name').fill(who.name)
  await page.getByLabel('Your e-mail').fill(who.email)
  await button(page, 'Continue').click()
  await choosePinAndKey(page, who.pin)
  await expect(page.getByRole('heading', { name: `${who.org} is ready` })).toBeVisible()
}

async function choosePinAndKey(page: Page, pin: string): Promise<void> {
  await page.bringToFront()
  await page.getByLabel('Cloison PIN', { exact: true }).fill(pin)
  await page.getByLabel('The same once more').fill(pin)
  await button(page, 'Continue').click()
  await button(page, 'Use my key').click()
}

/** Pastes an invitation's code, trusts the server it names, registers key and PIN, and waits. */
export async function join({ page }: Desk, who: { code: string; pin: string }): Promise<void> {
  await page.goto(pageUrl('unlock.html#/join'))
  await page.getByLabel('Invitation code').fill(who.code)
  await button(page, 'Continue').click()
  await button(page, /^(Trust this server and go on|Continue)$/).click()
  await choosePinAndKey(page, who.pin)
  await expect(page.getByRole('heading', { name: 'Waiting for approval' })).toBeVisible()
}

export async function unlock({ page }: Desk, pin: string): Promise<void> {
  await page.goto(pageUrl('unlock.html#/unlock'))
  await page.bringToFront()
  await page.getByLabel('Cloison PIN', { exact: true }).fill(pin)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Unlocked' })).toBeVisible()
}

export async function openConsole({ page }: Desk): Promise<void> {
  await page.goto(pageUrl('console.html'))
  await expect(page.getByRole('navigation', { name: 'Sections' })).toBeVisible()
}

const section = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name })

export async function createFolder({ page }: Desk, name: string): Promise<void> {
  await section(page, 'Folders').click()
  await button(page, 'New folder').first().click()
  await nameFolder(page, name)
}

/** A folder inside the one that is open. */
export async function createSubfolder({ page }: Desk, parent: string, name: string): Promise<void> {
  await openFolder({ page }, parent)
  await button(page, 'More actions').first().click()
  await page.getByRole('menuitem', { name: 'New subfolder' }).click()
  await nameFolder(page, name)
}

async function nameFolder(page: Page, name: string): Promise<void> {
  await dialog(page).getByLabel('Folder name').fill(name)
  await button(dialog(page), 'Create folder').click()
  // The tree shows the folder shortly before the worker has answered.
  await expect(dialog(page)).toBeHidden()
  await expect(page.getByRole('treeitem', { name })).toBeVisible()
}

export async function openFolder({ page }: Pick<Desk, 'page'>, name: string): Promise<void> {
  await page.getByRole('treeitem', { name }).first().click()
  await expect(page.getByRole('heading', { name }).first()).toBeVisible()
}

export async function createTeam({ page }: Desk, name: string, home: string): Promise<void> {
  await section(page, 'Teams').click()
  await button(page, 'New team').first().click()
  await dialog(page).getByLabel('Team name').fill(name)
  await pick(page, 'Home folder', home)
  await button(dialog(page), 'Create team').click()
  await expect(page.getByRole('heading', { name })).toBeVisible()
}

export async function createLogin({ page }: Desk, folder: string, login: Login): Promise<void> {
  await openFolder({ page }, folder)
  await button(page, 'New login').first().click()
  await expectForm(page)
  await page.getByLabel('Name', { exact: true }).fill(login.name)
  await page.getByLabel('Username').fill(login.username)
  await page.getByLabel('Password', { exact: true }).fill(login.password)
  await fillAddresses(page, login.addresses)
  if (login.company !== null) {
    await button(page, 'Add a field').click()
    await page.getByLabel('Field 1, label').fill('Company code')
    await page.getByLabel('Field 1, value').fill(login.company)
  }
  if (login.totp !== undefined) await page.getByLabel('TOTP seed', { exact: true }).fill(login.totp)
  if (login.notes !== undefined) await page.getByLabel('Notes').fill(login.notes)
  await button(page, 'Save login').click()
  await expect(page.getByRole('heading', { name: login.name })).toBeVisible()
}

/** A login's form, once its first field has the focus: earlier typing would go astray. */
export const expectForm = (page: Page, name = 'Name') => expect(page.getByLabel(name, { exact: true })).toBeFocused()

async function fillAddresses(page: Page, addresses: string[]): Promise<void> {
  const group = page.getByRole('group', { name: 'Web addresses' })
  for (const [index, address] of addresses.entries()) {
    if (index > 0) await button(group, /^Add/).click()
    await group.getByRole('textbox').nth(index).fill(address)
  }
}

/** Saves a login by the message that the console's form sends, for journeys that need many. */
export async function saveItem(
  { page }: Desk,
  folder: string,
  fields: Partial<ItemFields> & { name: string },
): Promise<void> {
  const input = {
    folder: await folderId(page, folder),
    item: newItemId(),
    base: null,
    fields: { ...noFields, ...fields },
  }
  const answer = await page.evaluate((message): Promise<unknown> => chrome.runtime.sendMessage(message), {
    name: 'item.save',
    input,
  })
  expect(answer).toEqual({ ok: true, value: expect.anything() })
}

/** Returns the row of that name in the `key` list of the console's view, once it is there. */
const watched = <V>(page: Page, topic: object, key: string, name: string): Promise<V> =>
  page.evaluate(
    ({ topic, key, name }) =>
      new Promise<V>((resolve) => {
        const port = chrome.runtime.connect({ name: JSON.stringify(topic) })
        port.onMessage.addListener((view: Record<string, (V & { name: string })[]>) => {
          const found = view[key]?.find((one) => one.name === name)
          if (found === undefined) return
          port.disconnect()
          resolve(found)
        })
      }),
    { topic, key, name },
  )

/** A folder as the console's view has it: addresses contain no ids (P10). */
export const folderOf = (page: Page, name: string) =>
  watched<{ folder: string; hue: number }>(page, { view: 'console' }, 'folders', name)
export const folderId = async (page: Page, name: string): Promise<string> => (await folderOf(page, name)).folder

/** A login's ids from the console's view. */
export async function idsOf({ page }: Desk, folder: string, login: string): Promise<{ folder: string; item: string }> {
  const within = await folderId(page, folder)
  const { item } = await watched<{ item: string }>(page, { view: 'folder', folder: within }, 'items', login)
  return { folder: within, item }
}

/** Opens a login's form, sets the password, and saves. */
export async function changePassword({ page }: Desk, folder: string, login: string, password: string): Promise<void> {
  await openFolder({ page }, folder)
  await page.getByRole('row', { name: login }).first().click()
  await button(page, 'Edit').click()
  await expectForm(page)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await button(page, 'Save login').click()
  await expect(button(page, 'Save login')).toBeHidden()
}

/** Grants access through the review sheet; returns the moment of the signing click (`performance.now`, ms). */
export async function grant({ page }: Desk, folder: string, team: string, level: string): Promise<number> {
  await openFolder({ page }, folder)
  await button(page, 'Grant access').first().click()
  await pick(page, 'To', team)
  await dialog(page).getByLabel('Level').selectOption({ label: level })
  await button(dialog(page), 'Review').click()
  return sign(page)
}

async function sign(page: Page): Promise<number> {
  await expect(button(dialog(page), 'Sign')).toBeEnabled()
  const clicked = performance.now()
  await button(dialog(page), 'Sign').click()
  await expect(dialog(page)).toBeHidden()
  return clicked
}

/** Invites a person into a team, as a member by default; returns the code that the console shows once. */
export async function invite(
  { page }: Desk,
  who: { name: string; email: string; team: string; role?: string },
): Promise<string> {
  await section(page, 'People').click()
  await button(page, 'Invite a person').first().click()
  await dialog(page).getByLabel('Full name').fill(who.name)
  await dialog(page).getByLabel('E-mail').fill(who.email)
  if (who.role !== undefined) await dialog(page).getByLabel('Role').selectOption({ label: who.role })
  await dialog(page).getByLabel(who.team).check()
  await button(dialog(page), 'Create the invitation').click()
  const code = await dialog(page).getByLabel('Invitation code').inputValue()
  await button(dialog(page), 'I have handed it over').click()
  return code
}

export async function letIn({ page }: Desk, name: string): Promise<void> {
  await section(page, 'People').click()
  const request = page.getByRole('region', { name: 'Requests to join' }).getByRole('listitem').filter({ hasText: name })
  await button(request, /Let in/).click()
  await expect(request).toBeHidden()
}

/** Removes a person through the review sheet; returns the moment of the signing click. */
export async function removePerson({ page }: Desk, name: string): Promise<number> {
  await section(page, 'People').click()
  await page.getByRole('row', { name }).first().click()
  await button(page, 'Remove from the organisation').click()
  return sign(page)
}

/** Opens the toolbar's popup for a tab, as a page, since a headless browser shows no popup. */
export async function openPopup({ context }: Desk, tab: Page): Promise<Page> {
  const id = await tabId(context, tab.url())
  const popup = await context.newPage()
  await popup.setViewportSize({ width: 380, height: 560 })
  await popup.goto(pageUrl(`popup.html?tab=${String(id)}`))
  return popup
}

export const popupRow = (popup: Page, login: string) => popup.getByRole('row', { name: login })

/** Makes a client the active one, by the message of the popup's switch. */
export async function workFor(desk: Desk, client: string): Promise<void> {
  const popup = await openPopup(desk, desk.page)
  const view = await watched<{ folder: string }>(popup, { view: 'popup', tab: null }, 'clients', client)
  const message = { name: 'client.choose', input: { folder: view.folder } }
  const answer = await popup.evaluate((sent): Promise<unknown> => chrome.runtime.sendMessage(sent), message)
  expect(answer).toEqual({ ok: true, value: null })
  await popup.close()
}

/** Chooses a login in the popup, which fills it. A real popup then closes itself; here it is a tab. */
export async function fillFromPopup(popup: Page, login: string): Promise<void> {
  await popupRow(popup, login).first().click()
  await expect(popup.getByText(/^Filled/)).toBeVisible()
  await popup.close()
}

export const openUnlockWindow = async ({ page }: Desk) => {
  await page.goto(pageUrl('unlock.html#/unlock'))
  await expect(page.getByRole('heading', { name: 'Unlocked' })).toBeVisible()
}

/** Expects the unlock window to say that this person no longer has access. */
export async function expectRemoved({ page }: Desk): Promise<void> {
  await expect(page.getByText(/no longer have access/)).toBeVisible()
}
