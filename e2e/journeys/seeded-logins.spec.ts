import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { endingWords } from '../../extension/words/endings.ts'
import { need } from '../../tests/headless/org.ts'
import { sizeFor } from '../../tests/seed/plan.ts'
import { startSeeded } from '../../tests/seed/seeded.ts'
import type { Seeded } from '../../tests/seed/seeded.ts'
import type { Desk } from '../desk.ts'
import { servePages } from '../pages/serve.ts'
import type { PagesServer } from '../pages/serve.ts'
import * as people from '../people.ts'
import { seatInBrowser } from '../seeded.ts'
import { button, fieldsOf, heading, hold } from './fixtures.ts'
import { words } from './judge.ts'

// An owner's work with clients and logins, on an organisation of a plan: the folders and the logins are the plan's, by name.
test.describe.configure({ mode: 'serial' })

const t = words('en')
const endings = endingWords.en
const ACCOUNT = { username: 'agent-042', password: 'Brume-81-Verte' }

let seeded: Seeded
let site: PagesServer
let desk: Desk
let page: Page
test.beforeAll(async () => {
  test.setTimeout(0)
  seeded = await startSeeded(sizeFor({ members: 60 }))
  site = await servePages({ accounts: [{ ...ACCOUNT, company: null }] })
  desk = await seatInBrowser(seeded, 'owner')
  page = desk.page
  await people.openConsole(desk)
})
test.afterAll(async () => {
  await desk.close()
  await Promise.all([site.close(), seeded.stack.stop()])
})

const dialog = () => page.getByRole('dialog')
const act = (name: string | RegExp) => dialog().getByRole('button', { name, exact: typeof name === 'string' })
const row = (name: string) => page.getByRole('grid', { name: 'Logins' }).getByRole('row', { name })
const field = (label: string) => page.getByLabel(label, { exact: true })
const section = (name: string | RegExp) =>
  page.getByRole('navigation', { name: t.console.sections }).getByRole('link', { name })
const detail = (name: string | RegExp) =>
  page.locator('.c-detail').getByRole('button', { name, exact: typeof name === 'string' })

/** The planned folder at this place. */
const folderAt = (at: number) => need(seeded.plan.folders[at]).name
/** The first client that may be filled at, and the names of its logins. */
const client = () => {
  const at = seeded.plan.folders.findIndex(({ kind, isWitnessed }) => kind === 'client' && !isWitnessed)
  const about = need(seeded.plan.clients.find(({ folder }) => folder === at))
  const logins = seeded.plan.logins.filter(({ folder }) => folder === at).map(({ fields }) => fields.name)
  return { at, name: folderAt(at), parent: folderAt(need(need(seeded.plan.folders[at]).parent)), about, logins }
}

/** Goes to what Ctrl+K finds first for these words. */
async function goTo(typed: string, first = typed): Promise<void> {
  await page.keyboard.press('Control+k')
  await expect(page.getByText('Reading the logins')).toBeHidden()
  await dialog().getByRole('combobox').fill(typed)
  await expect(dialog().getByRole('row').first()).toContainText(first)
  await page.keyboard.press('Enter')
  await expect(dialog()).toBeHidden()
}
async function toClient(): Promise<void> {
  await goTo(client().name)
  await expect(heading(page, client().name).first()).toBeVisible()
}
async function openLogin(name: string): Promise<void> {
  await goTo(name)
  await expect(heading(page, name).first()).toBeVisible()
}

test('the list of clients has contracts and contacts, one letter narrows it, and a row leads to the client', async () => {
  const { name, about } = client()
  await section(t.clientList.clients).click()
  const list = page.getByRole('grid', { name: t.clientList.clients, exact: true })
  const all = seeded.plan.folders.filter(({ kind }) => kind === 'client').length
  await expect.poll(() => list.getByRole('row').count()).toBeGreaterThanOrEqual(all)
  await page.getByLabel(t.clientList.filterClients).fill(need(about.contact.split('\n')[0]))
  await expect(list.getByRole('row')).toHaveCount(1)
  await list.getByRole('row', { name }).click()
  await expect(heading(page, name).first()).toBeVisible()
  await expect(page.getByText(need(about.contact.split('\n')[1]))).toBeVisible()
})

test('a parent shows its folders and counts what lies in them', async () => {
  await toClient()
  const below = seeded.plan.folders.flatMap(({ parent }, i) => (parent === client().at ? [i] : []))
  const logins = seeded.plan.logins.filter(({ folder }) => folder === client().at || below.includes(folder)).length
  await expect(page.getByText(t.folder.below(below.length, `${String(logins)} logins`))).toBeVisible()
  await expect(page.getByRole('grid', { name: 'Folders inside' }).getByRole('row')).toHaveCount(below.length)
})

for (const [kind, name, host] of [
  ['Host or SFTP', 'Dépôt de fichiers', 'sftp://files.example:22'],
  ['API key', 'Clé de la billetterie', null],
  ['Note', 'Certificat du client', null],
] as const)
  test(`a new one is kept with a tag that the client's channels offer: ${kind}`, async () => {
    const [tag] = client().about.channels
    await toClient()
    await button(page, t.folder.newLogin).first().click()
    await people.expectForm(page)
    await page.getByRole('radio', { name: kind }).check({ force: true })
    await field('Name').fill(name)
    if (host !== null) await page.getByRole('group', { name: 'Hosts' }).getByRole('textbox').fill(host)
    if (kind === 'Note')
      await page.locator('input[type=file]').setInputFiles({
        name: 'client.p12',
        mimeType: 'application/x-pkcs12',
        buffer: Buffer.alloc(100_000, 7),
      })
    await page
      .getByRole('group', { name: t.kinds.offeredTags })
      .getByRole('button', { name: need(tag) })
      .click()
    await button(page, 'Save login').click()
    await expect(heading(page, name)).toBeVisible()
    await expect(page.locator('.c-detail').getByText(need(tag), { exact: true })).toBeVisible()
    await expect(row(name)).toContainText(kind)
  })

test('a password that is changed lies among the ten before it, and its login is opened and filled from console and popup', async () => {
  const { name } = client()
  await people.saveItem(desk, name, {
    ...ACCOUNT,
    name: 'Portail du jour',
    urls: [{ address: `${site.origin}/portal/`, match: 'host', realm: '' }],
  })
  await people.saveItem(desk, name, {
    ...ACCOUNT,
    name: 'Portail de nuit',
    urls: [{ address: `${site.origin}/portal/`, match: 'host', realm: '' }],
  })
  await openLogin('Portail de nuit')
  await button(page, 'Edit').click()
  await people.expectForm(page)
  await field('Password').fill('Orage-26-Bleu')
  await button(page, 'Save login').click()
  await expect(detail('1 earlier password')).toBeVisible()
  await openLogin('Portail du jour')
  const opened = desk.context.waitForEvent('page')
  await button(page, 'Open and fill').click()
  const tab = await opened
  await expect.poll(() => fieldsOf(tab).catch(() => ({}))).toMatchObject(ACCOUNT)
  await tab.reload()
  await expect.poll(() => fieldsOf(tab)).toMatchObject({ username: '', password: '' })
  await people.fillFromPopup(await people.openPopup(desk, tab), 'Portail du jour')
  await expect.poll(() => fieldsOf(tab)).toMatchObject(ACCOUNT)
  await tab.close()
  await page.bringToFront()
})

test('two logins are picked and moved once one has read who gains and who loses; one is copied', async () => {
  const [one, other] = [...new Set(client().logins)].toSorted((a, b) => a.localeCompare(b))
  const { parent } = client()
  await toClient()
  await row(need(one))
    .first()
    .click({ modifiers: ['ControlOrMeta'] })
  await row(need(other))
    .first()
    .click({ modifiers: ['ControlOrMeta'] })
  await expect(page.getByText('2 logins picked')).toBeVisible()
  await button(page, 'Move to a folder').first().click()
  await dialog().getByRole('combobox').fill(parent)
  await page.keyboard.press('Enter')
  // The floor filled here by its own grant; the supervisors above already reached both.
  await expect(dialog().getByText(/people lose access/)).toBeVisible()
  await act(`Move 2 logins to ${parent}`).click()
  await expect(page.getByText('2 logins moved')).toBeVisible()
  await expect(dialog()).toBeHidden()
  await goTo(parent)
  await expect(row(need(one)).first()).toBeVisible()
  await row(need(one)).first().click()
  await detail('More actions').click()
  await page.getByRole('menuitem', { name: /^Copy to/ }).click()
  await dialog().getByRole('combobox').fill(client().name)
  await page.keyboard.press('Enter')
  await expect(dialog().getByText(/people gain access|1 person gains access/)).toBeVisible()
  await act(/^Copy/).click()
  await expect(dialog()).toBeHidden()
  await toClient()
  await expect(row(need(one)).first()).toBeVisible()
})

test('a login that is dragged onto another folder is not moved before one has read who gains and who loses', async () => {
  const { parent, logins } = client()
  const name = need(logins.toSorted((a, b) => a.localeCompare(b))[2])
  await toClient()
  await hold(page, row(name).first(), page.getByRole('treeitem', { name: parent }).first())
  await page.mouse.up()
  await expect(dialog().getByRole('combobox', { name: 'To folder' })).toContainText(parent)
  await expect(dialog().getByText(/people lose access/)).toBeVisible()
  await act(t.common.cancel).click()
  await expect(row(name).first()).toBeVisible()
})

test('a check of the passwords finds those used twice, and leads to the login', async () => {
  await section(t.health.title).click()
  await button(page, t.health.begin).click()
  await page.getByRole('row', { name: new RegExp(t.health.kinds.reused) }).click()
  await expect(heading(page, t.health.kinds.reused)).toBeVisible()
  await page.getByRole('grid', { name: t.health.kinds.reused }).getByRole('row').first().click()
  await expect(page.getByText(t.health.reusedMark).first()).toBeVisible()
})

test('a client that ended is archived and brought back; an empty folder is deleted, a full one says what is in it', async () => {
  const { name } = client()
  await toClient()
  await button(page, t.common.moreActs).first().click()
  await page.getByRole('menuitem', { name: t.archive.menu }).click()
  await act(t.archive.archive).click()
  await expect(page.getByText(t.archive.bannerTitle)).toBeVisible()
  await expect(dialog()).toBeHidden()
  // It is no first hit any more, and is found all the same.
  await page.keyboard.press('Control+k')
  await dialog().getByRole('combobox').fill(name)
  await dialog().getByRole('row').filter({ hasText: t.archive.kind }).first().click()
  await button(page, t.archive.bringBack).click()
  await expect(page.getByText(t.archive.bannerTitle)).toBeHidden()
  await button(page, t.common.moreActs).first().click()
  await page.getByRole('menuitem', { name: endings.deleteFolder }).click()
  await expect(dialog()).toContainText(endings.notEmpty(name))
  await page.keyboard.press('Escape')
  await expect(dialog()).toBeHidden()
  await goTo('Habitation')
  await button(page, t.common.moreActs).first().click()
  await page.getByRole('menuitem', { name: t.folder.newSubfolder }).click()
  await field(t.folder.folderName).fill('Essai')
  await act(t.folder.createFolder).click()
  await expect(dialog()).toBeHidden()
  await goTo('Essai')
  await button(page, t.common.moreActs).first().click()
  await page.getByRole('menuitem', { name: endings.deleteFolder }).click()
  await act(/^Delete/).click()
  await expect(dialog()).toBeHidden()
  await expect(page.getByRole('treeitem', { name: 'Essai' })).toHaveCount(0)
})
