import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { plainClient } from '../../shared/vault/about-client.ts'
import { pageUrl } from '../desk.ts'
import type { Desk } from '../desk.ts'
import * as people from '../people.ts'
import { startStack } from '../../tests/stack.ts'
import type { Stack } from '../../tests/stack.ts'
import { CLIENT, TOP, button, heading, ownerDesk } from './fixtures.ts'
import { inTurn, judge, looks, words } from './judge.ts'

// The clients in one list, a client's page, and the archive of those that ended.
test.describe.configure({ mode: 'serial' })

const t = words('en')
const OTHER = 'Assurance Boréale'
const PLACE = 'Canal voix'
const dayIn = (days: number) => new Date(Date.now() + days * 24 * 3_600_000).toISOString().slice(0, 10)

let stack: Stack
let desk: Desk
test.beforeAll(async () => {
  stack = await startStack()
  desk = await ownerDesk(stack)
  await people.createFolder(desk, TOP)
  await people.createSubfolder(desk, TOP, CLIENT)
  await people.createSubfolder(desk, TOP, OTHER)
  await people.createSubfolder(desk, OTHER, PLACE)
  await people.createLogin(desk, OTHER, {
    name: 'Portail Boréale',
    username: 'boreale-01',
    password: 'Brume-81',
    addresses: ['https://boreale.example'],
    company: null,
  })
  const about = { ...plainClient(4), contact: 'Zoé Martin\n01 23 45 67 89', sensitive: true, start: '2026-01-01' }
  await sign(desk, {
    do: 'describe-client',
    folder: await people.folderId(desk.page, OTHER),
    about: { ...about, end: dayIn(12) },
  })
  await sign(desk, {
    do: 'describe-client',
    folder: await people.folderId(desk.page, CLIENT),
    about: { ...plainClient(9), channels: ['voix'], end: '2026-11-30' },
  })
})
test.afterAll(async () => {
  await desk.close()
  await stack.stop()
})

/** Signs an act by the message that the console's sheet sends. */
async function sign({ page }: Desk, input: object): Promise<void> {
  const message = { name: 'act.sign', input }
  const answer = await page.evaluate((sent): Promise<unknown> => chrome.runtime.sendMessage(sent), message)
  expect(answer).toMatchObject({ ok: true })
}
const list = (page: Page) => page.getByRole('grid', { name: t.clientList.clients, exact: true })
const section = (page: Page, name: string) =>
  page.getByRole('navigation', { name: t.console.sections }).getByRole('link', { name, exact: true })
const inTree = (page: Page, name: string) => page.getByRole('treeitem', { name })
const goTo = async (page: Page, typed: string, name: string) => {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill(typed)
  await page.getByRole('dialog').getByRole('row', { name }).first().click()
}

test('the clients that are described stand in one list, which is sorted, filtered, and leads to each', async () => {
  const { page } = desk
  await section(page, t.clientList.clients).click()
  await expect(list(page).getByRole('row')).toHaveCount(2)
  await expect(list(page).getByRole('row').first()).toContainText(OTHER)
  await button(page, t.lists.sortBy(t.clientList.columns.ends)).click()
  await expect(list(page).getByRole('row').first()).toContainText(CLIENT)
  await button(page, t.peopleList.filters).click()
  await page.getByLabel(t.clientList.contract, { exact: true }).selectOption({ label: t.clientList.contracts.soon })
  await expect(list(page).getByRole('row')).toHaveCount(1)
  await expect(page.getByText(t.clientList.shown(1, 2))).toBeVisible()
  await button(page, t.peopleList.clear).click()
  await page.getByLabel(t.clientList.filterClients).fill('zoe')
  await expect(list(page).getByRole('row')).toHaveCount(1)
  await list(page).getByRole('row').first().click()
  await expect(heading(page, OTHER)).toBeVisible()
  await expect(page.getByText(t.clientList.last, { exact: true })).toBeVisible()
})

test('the search makes folders and teams, and leads to the sections', async () => {
  const { page } = desk
  await goTo(page, t.people.newTeam, t.people.newTeam)
  await expect(page.getByRole('dialog').getByLabel(t.people.teamName)).toBeVisible()
  await page.keyboard.press('Escape')
  await goTo(page, t.folder.newFolder, t.folder.newFolder)
  await expect(page.getByRole('dialog').getByLabel(t.folder.folderName)).toBeVisible()
  await page.keyboard.press('Escape')
  await goTo(page, t.clientList.clients, t.finding.goTo(t.clientList.clients))
  await expect(list(page)).toBeVisible()
})

test('a client that ended is archived: out of tree, list and first hits, and brought back as it was', async () => {
  const { page } = desk
  await people.openFolder(desk, OTHER)
  await button(page, t.common.moreActs).click()
  await page.getByRole('menuitem', { name: t.archive.menu }).click()
  await expect(page.getByRole('dialog').getByText(t.archive.notAccess)).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: t.archive.archive }).click()
  await expect(page.getByText(t.archive.bannerTitle)).toBeVisible()
  await expect(inTree(page, OTHER)).toBeHidden()
  await expect(button(page, t.folder.newLogin)).toBeHidden()
  const popup = await people.openPopup(desk, page)
  await expect(people.popupRow(popup, 'Portail Boréale')).toBeHidden()
  await popup.close()
  await page.bringToFront()
  await goTo(page, OTHER, t.archive.kind)
  await expect(page.getByText(t.archive.bannerTitle)).toBeVisible()
  await section(page, t.clientList.clients).click()
  await expect(list(page).getByRole('row')).toHaveCount(1)
  await page.getByRole('link', { name: t.archive.show(1) }).click()
  await page.getByRole('grid', { name: t.archive.title }).getByRole('row', { name: OTHER }).click()
  await button(page, t.archive.bringBack).click()
  await expect(inTree(page, OTHER)).toBeVisible()
  await expect(page.getByText(t.archive.bannerTitle)).toBeHidden()
})

for (const look of looks)
  test(`clients, a client's page and the archive, ${look.lang}`, inTurn(look), async () => {
    const { page } = desk
    const w = words(look.lang)
    await page.emulateMedia({ colorScheme: look.colorScheme, reducedMotion: 'reduce' })
    const id = await people.folderId(page, OTHER)
    const show = async (path: string, sight: string, name: string) => {
      await page.goto('about:blank')
      await page.goto(pageUrl(`console.html?lang=${look.lang}#${path}`))
      await page.bringToFront()
      await expect(page.getByText(sight).first()).toBeVisible()
      await judge(page, look, 'console', name)
    }
    await show('/clients', w.clientList.shown(2, 2), 'client list')
    await show('/teams', w.people.noTeamTitle, 'teams')
    await show(`/folders/${id}`, w.clientList.last, 'client page')
    await button(page, w.common.moreActs).click()
    await page.getByRole('menuitem', { name: w.archive.menu }).click()
    await judge(page, look, 'console', 'archive client')
    await page.getByRole('dialog').getByRole('button', { name: w.archive.archive }).click()
    await expect(page.getByText(w.archive.bannerTitle)).toBeVisible()
    await judge(page, look, 'console', 'archived client')
    await show('/archived', OTHER, 'archived list')
    await sign(desk, { do: 'archive-folder', folder: id, archived: false })
  })
