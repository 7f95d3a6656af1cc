import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { endingWords } from '../../extension/words/endings.ts'
import { takeBackWords } from '../../extension/words/take-back.ts'
import { need } from '../../tests/headless/org.ts'
import { sizeFor } from '../../tests/seed/plan.ts'
import { startSeeded } from '../../tests/seed/seeded.ts'
import type { Seeded } from '../../tests/seed/seeded.ts'
import type { Desk } from '../desk.ts'
import * as people from '../people.ts'
import { seatInBrowser } from '../seeded.ts'
import { button, heading } from './fixtures.ts'
import { words } from './judge.ts'

// Everyday work on an organisation of sixty people, by an owner: one test for each thing that the console is for.
test.describe.configure({ mode: 'serial' })

let seeded: Seeded
let desk: Desk
let page: Page
test.beforeAll(async () => {
  test.setTimeout(0)
  seeded = await startSeeded(sizeFor({ members: 60 }))
  desk = await seatInBrowser(seeded, 'owner')
  page = desk.page
  await people.openConsole(desk)
})
test.afterAll(async () => {
  await desk.close()
  await seeded.stack.stop()
})

const t = words('en')
const endings = endingWords.en
const [CATEGORY, OTHER, CLIENT] = ['Banques de détail', 'Crédit', 'Méridien Banque']
const dialog = () => page.getByRole('dialog')
const act = (name: string | RegExp) => dialog().getByRole('button', { name, exact: typeof name === 'string' })
const folder = (name: string) => page.getByRole('treeitem', { name }).first()
const row = (name: string | RegExp) => page.getByRole('row', { name })
const login = (name: string) => page.getByRole('grid', { name: t.folder.logins }).getByRole('row', { name }).first()
const section = (name: string | RegExp) =>
  page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name })
const isDone = () => expect(dialog()).toBeHidden()
const personAt = (at: number) => need(seeded.plan.people[at])
const signSheet = async () => {
  await act('Sign').click()
  await isDone()
}

async function find(typed: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await expect(page.getByText('Reading the logins')).toBeHidden()
  await page.keyboard.type(typed)
  await dialog().getByRole('row').first().click()
  await isDone()
}
const openFolder = async (name: string) => {
  await find(name)
  await expect(heading(page, name).first()).toBeVisible()
}
const menu = async (at: '.c-list' | '.c-detail', item: string) => {
  await page.locator(at).getByRole('button', { name: 'More actions' }).first().click()
  await page.getByRole('menuitem', { name: item, exact: true }).click()
}

test('finding: a login is found by its username, under the path of its folder', async () => {
  const { fields } = need(seeded.plan.logins[0])
  await find(fields.username)
  await expect(heading(page, fields.name)).toBeVisible()
  await expect(page.locator('.c-detail').getByText(fields.username, { exact: true })).toBeVisible()
})

test('the tree: a folder is made, moved once the sheet has said who gains, and deleted', async () => {
  await openFolder(CATEGORY)
  await menu('.c-list', t.folder.newSubfolder)
  await dialog().getByLabel('Folder name').fill('Essai')
  await act('Create folder').click()
  await isDone()
  await folder('Essai').focus()
  await page.keyboard.press('Control+x')
  await folder(OTHER).focus()
  await page.keyboard.press('Control+v')
  await expect(dialog()).toContainText('Superviseurs Crédit')
  await signSheet()
  await openFolder('Essai')
  await expect(page.getByRole('navigation', { name: t.common.breadcrumb }).getByText(OTHER)).toBeVisible()
  await menu('.c-list', endings.deleteFolder)
  await act(endings.deleteFolder).click()
  await isDone()
  await expect(folder('Essai')).toHaveCount(0)
})

test('a client: its contract and contact are noted, and stand above its logins', async () => {
  await openFolder(CLIENT)
  await menu('.c-list', t.about.menu)
  await page.getByLabel(t.about.end).fill('2099-06-30')
  await page.getByLabel(t.about.contact).fill('Zoé Martin, 01 23 45 67 89')
  await button(page, t.about.save).click()
  await expect(page.locator('.c-list').getByText('Zoé Martin, 01 23 45 67 89')).toBeVisible()
})

test('logins: a host with a tag, another password and the one before, a copy with who gains, a mark on a double', async () => {
  await openFolder(CATEGORY)
  await button(page, 'New login').first().click()
  await people.expectForm(page)
  await page.getByRole('radio', { name: 'Host or SFTP' }).check({ force: true })
  await page.getByLabel('Name', { exact: true }).fill('Serveur de fichiers')
  await page.getByRole('group', { name: 'Hosts' }).getByRole('textbox').fill('sftp://files.example:22')
  await page.getByLabel('Password', { exact: true }).fill('Brume-81-Verte')
  await page.getByRole('textbox', { name: /^Tags/ }).fill('voice,')
  await button(page, 'Save login').click()
  await expect(heading(page, 'Serveur de fichiers')).toBeVisible()
  await expect(login('Serveur de fichiers')).toContainText('voice')
  await people.changePassword(desk, CATEGORY, 'Serveur de fichiers', 'Orage-26-Calme')
  await expect(button(page, '1 earlier password')).toBeVisible()
  await menu('.c-detail', t.many.copy)
  await dialog().getByRole('combobox').fill(OTHER)
  await dialog().getByRole('row', { name: OTHER }).first().click()
  await expect(dialog().getByText(/\d+ people gain access/)).toBeVisible()
  await act(t.many.copyTo(1, OTHER)).click()
  await isDone()
  await openFolder(OTHER)
  await expect(login('Serveur de fichiers')).toBeVisible()
})

test('logins: two are picked and moved in one act, then deleted together, and brought back', async () => {
  for (const name of ['Zone A', 'Zone B'])
    await people.saveItem(desk, CATEGORY, { name, username: 'agent-042', password: 'Brume-81-Bleue' })
  await openFolder(CATEGORY)
  await login('Zone A').click({ modifiers: ['ControlOrMeta'] })
  await login('Zone B').click({ modifiers: ['ControlOrMeta'] })
  await button(page, t.many.move).first().click()
  await dialog().getByRole('combobox').fill(OTHER)
  await dialog().getByRole('row', { name: OTHER }).first().click()
  await act(t.many.moveTo(2, OTHER)).click()
  await isDone()
  await openFolder(OTHER)
  for (const name of ['Zone A', 'Zone B']) await login(name).click({ modifiers: ['ControlOrMeta'] })
  await button(page, 'Delete').first().click()
  await act('Delete').click()
  await isDone()
  await section('Deleted logins').click()
  await row('Zone A').getByRole('button', { name: 'Bring back' }).click()
  await expect(row('Zone A')).toHaveCount(0)
  await openFolder(OTHER)
  await expect(login('Zone A')).toBeVisible()
  await expect(login('Zone B')).toHaveCount(0)
})

test('people: the page of a person says what they can open, and why', async () => {
  const [team, place] = [need(seeded.plan.teams[5]), need(seeded.plan.teams[5]?.members[0])]
  await find(personAt(place).email)
  const opens = page.locator('.c-detail').getByRole('grid').getByRole('row')
  await expect(opens.filter({ hasText: OTHER }).first()).toContainText(team.name)
})

test('people: an invitation gets a new code, and is cancelled', async () => {
  const invited = need(seeded.plan.people.find(({ state }) => state === 'invited'))
  await section('People').click()
  const at = page.getByRole('region', { name: t.people.pending }).getByRole('listitem').filter({ hasText: invited.name })
  await at.getByRole('button').click()
  await page.getByRole('menuitem', { name: endings.newCode }).click()
  await expect(dialog().getByLabel('Invitation code')).toHaveValue(/\S{100}/)
  await act(t.people.codeDone).click()
  await at.getByRole('button').click()
  await page.getByRole('menuitem', { name: endings.cancelInvitation }).click()
  await act(endings.cancelInvitation).click()
  await expect(at).toHaveCount(0)
})

test('acts: of two who leave one is taken back in the sheet, and stays', async () => {
  const [leaves, stays] = [personAt(9), personAt(15)]
  await section('People').click()
  await button(page, t.people.removeSeveral).click()
  for (const { email } of [leaves, stays]) {
    await dialog().getByRole('combobox').fill(email)
    await dialog().getByRole('row', { name: email }).click()
  }
  await act(t.folder.review).click()
  await expect(dialog()).toContainText('For 2 people')
  await act(takeBackWords.en.takeBack(stays.name)).click()
  await expect(dialog()).toContainText('1 person taken back')
  await signSheet()
  await find(stays.email)
  await expect(heading(page, stays.name)).toBeVisible()
})

test('the overview: each count leads to a list that says the same number', async () => {
  await section('Overview').click()
  const counts = page.locator('a.c-count')
  const requests = seeded.plan.people.filter(({ state }) => state === 'asked').length
  await counts.filter({ hasText: /asks? to be let in/ }).click()
  await expect(page.getByRole('region', { name: 'Requests to join' }).getByRole('listitem')).toHaveCount(requests)
  await section('Overview').click()
  const toChange = counts.filter({ hasText: /to be changed/ })
  const [n = ''] = /^\d+/.exec(await toChange.innerText()) ?? []
  expect(Number(n)).toBeGreaterThan(0)
  await toChange.click()
  await expect(page.getByRole('grid', { name: t.toChange.title })).toHaveAttribute('aria-rowcount', n)
})

test('health: passwords used more than once are found on the desk, and one leads to its login', async () => {
  await section(t.health.title).click()
  await button(page, t.health.begin).click()
  await expect(page.getByText(/logins checked/)).toBeVisible()
  await row(new RegExp(t.health.kinds.reused)).click()
  const found = page.locator('.c-detail').getByRole('row')
  await expect(found.first()).toContainText(/with \d+ others?/)
  await found.first().click()
  await expect(page.getByText(t.health.reusedMark).first()).toBeVisible()
})

test('settings: a shorter idle lock is chosen, and is there after a reload', async () => {
  await section(t.settings.title).click()
  await page.getByLabel(t.settings.idle, { exact: true }).selectOption('5')
  await page.reload()
  await section(t.settings.title).click()
  await expect(page.getByLabel(t.settings.idle, { exact: true })).toHaveValue('5')
})

test('import and export: a file is seen before it is made, and a folder is taken along under a passphrase', async () => {
  const i = t.importing
  await openFolder(CATEGORY)
  await menu('.c-list', i.below)
  const lines = ['name,url,username,password', 'Caisse,https://caisse.example/login,caisse-1,Nuage-55-Gris']
  const file = { name: 'chrome.csv', mimeType: 'text/csv', buffer: Buffer.from(`${lines.join('\r\n')}\r\n`) }
  await dialog().locator('input[type=file]').first().setInputFiles(file)
  await act(i.read).click()
  await expect(dialog().getByText('1 login found')).toBeVisible()
  await act(i.review).click()
  await act(i.start(1)).click()
  await expect(dialog().getByText(i.doneTitle)).toBeVisible()
  await act('Done').click()
  await openFolder(CATEGORY)
  await expect(login('Caisse')).toBeVisible()
  const e = t.exporting
  await menu('.c-list', e.verb)
  for (const label of [e.passphrase, e.repeat]) await page.getByLabel(label, { exact: true }).fill('cinq mots sans lien')
  const download = page.waitForEvent('download')
  await dialog()
    .getByRole('button', { name: /^Export \d+ logins?/ })
    .click()
  const saved = await (await download).path()
  await expect(dialog().getByText(e.doneTitle)).toBeVisible()
  expect(readFileSync(saved, 'latin1')).not.toContain('Nuage-55-Gris')
  expect(readFileSync(saved, 'latin1')).toMatch(/^age-encryption|-----BEGIN AGE/)
})
