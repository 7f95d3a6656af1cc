import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { pageUrl } from '../desk.ts'
import type { Desk } from '../desk.ts'
import * as people from '../people.ts'
import { importingEn } from '../../extension/words/failures-importing.ts'
import { startStack } from '../../tests/stack.ts'
import type { Stack } from '../../tests/stack.ts'
import { TEAM, TOP, agentDesk, buildTree, button, heading, ownerDesk } from './fixtures.ts'
import { judge, words } from './judge.ts'
import type { Look } from './judge.ts'

// A manager, who is no owner, brings the logins of another manager along: what goes where first, then the act, and what became of it.
test.describe.configure({ mode: 'serial' })

let stack: Stack
let owner: Desk
let manager: Desk
let page: Page

test.beforeAll(async () => {
  stack = await startStack()
  owner = await ownerDesk(stack)
  await buildTree(owner)
  manager = await agentDesk(owner)
  await people.openConsole(owner)
  await people.grant(owner, TOP, TEAM, 'Manage')
  page = manager.page
  await people.openConsole(manager)
})
test.afterAll(async () => {
  await Promise.all([owner.close(), manager.close()])
  await stack.stop()
})

const csv = (lines: readonly string[]) => ({
  name: 'lockpass.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(`${lines.join('\r\n')}\r\n`),
})
const HEADS = 'Name,URL,Username,Password,Category/Subcategory,Tags,Description,Opt1,Opt2,Opt3,TOTP'
const lockpass = csv([
  HEADS,
  'Portail Azur,https://azur.example/login,agent-042,Brume-81,Clients/Azur,voix,Première ligne,Zone Nord,Poste 12,Code 7,GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
  // Fewer cells than headings, and nothing but a folder.
  'Extranet Azur,https://extranet.azur.example,agent-043,Orage-26,Clients/Azur',
  ',,,,Clients/Azur,,,,,,',
  'Caisse,https://caisse.example,caisse-1,Nuage-55,Clients/Boréal,,,,,,',
])
const faulty = [/Line 3, Extranet Azur.*fewer cells than headings/, /Line 4.*nothing in it: left out/]

const t = words('en').importing
const dialog = () => page.getByRole('dialog')
const act = (name: string | RegExp) => dialog().getByRole('button', { name, exact: typeof name === 'string' })

async function choose(file: Parameters<ReturnType<Page['locator']>['setInputFiles']>[0]): Promise<void> {
  await dialog().locator('input[type=file]').first().setInputFiles(file)
  await act(t.read).click()
}

async function openImport(folder: string): Promise<void> {
  await people.openFolder(manager, folder)
  await button(page, 'More actions').first().click()
  await page.getByRole('menuitem', { name: t.below }).click()
  await expect(dialog()).toBeVisible()
}

/** Opens a folder by the one that it lies in. */
async function openBelow(above: string, name: string): Promise<void> {
  await people.openFolder(manager, above)
  const inside = page.getByRole('treeitem', { name }).first()
  if (!(await inside.isVisible())) await page.getByRole('treeitem', { name: above }).first().press('ArrowRight')
  await people.openFolder(manager, name)
}

/** Judges each step in both looks, from the file to what will be true; nothing is made. */
async function judgeSteps(look: Look): Promise<void> {
  const said = words(look.lang)
  await page.emulateMedia({ colorScheme: look.colorScheme, reducedMotion: 'reduce' })
  await page.goto('about:blank')
  await page.goto(pageUrl(`console.html?lang=${look.lang}`))
  await people.openFolder(manager, TOP)
  await button(page, said.common.moreActs).first().click()
  await page.getByRole('menuitem', { name: said.importing.below }).click()
  await judge(page, look, 'console', 'import file')
  await dialog().locator('input[type=file]').first().setInputFiles(lockpass)
  await expect(act(said.importing.read)).toBeEnabled()
  await judge(page, look, 'console', 'import format')
  await act(said.importing.read).click()
  await expect(dialog().getByRole('grid', { name: said.importing.where })).toBeVisible()
  await judge(page, look, 'console', 'import places')
  await dialog().getByRole('row', { name: 'Boréal' }).click()
  await expect(dialog().getByRole('combobox')).toBeFocused()
  await judge(page, look, 'console', 'import place')
  await act(said.importing.back).click()
  await act(said.importing.review).click()
  await expect(act(said.importing.start(3))).toBeVisible()
  await judge(page, look, 'console', 'import review')
}

test('each step of an import is legible by day and night, in both languages, at 200 %', async () => {
  await judgeSteps({ lang: 'fr', colorScheme: 'dark' })
  page.once('dialog', (asked) => void asked.accept())
  await judgeSteps({ lang: 'en', colorScheme: 'light' })
  page.once('dialog', (asked) => void asked.accept())
  await page.goto('about:blank')
  await people.openConsole(manager)
  await expect(page.getByRole('treeitem', { name: 'Azur' })).toHaveCount(0)
})

test('a manager sees what goes where and what is wrong by line before anything is made; then folders and logins are there', async () => {
  await openImport(TOP)
  await choose(lockpass)
  await expect(dialog().getByText('3 logins found')).toBeVisible()
  for (const name of ['Clients', 'Azur', 'Boréal'])
    await expect(dialog().getByRole('row', { name }).first()).toContainText(`New folder: ${name}`)
  for (const problem of faulty) await expect(dialog().getByRole('row', { name: problem })).toBeVisible()
  // With the keys alone: Boréal's login goes into the folder above.
  const list = dialog().getByRole('grid', { name: t.where })
  await list.getByRole('row').first().focus()
  await page.keyboard.press('End')
  await expect(list.getByRole('row', { name: 'Boréal' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog().getByRole('combobox')).toBeFocused()
  await page.keyboard.type('folder above')
  await page.keyboard.press('Enter')
  await expect(list.getByRole('row', { name: 'Boréal' })).toBeFocused()
  await expect(list.getByRole('row', { name: 'Boréal' })).toContainText('New folder: Clients')
  await expect(page.getByRole('treeitem', { name: 'Clients' })).toHaveCount(0)
  await act(t.review).click()
  await expect(dialog().getByText('2 new folders: Clients, Clients › Azur')).toBeVisible()
  await act(t.start(3)).click()
  await expect(dialog().getByText(t.doneTitle)).toBeVisible()
  await judge(page, { lang: 'en', colorScheme: 'light' }, 'console', 'import done')
  const download = page.waitForEvent('download')
  await act(t.saveReport).click()
  const report = readFileSync(await (await download).path(), 'utf8')
  for (const line of ['2,Portail Azur,Clients / Azur,made,', '5,Caisse,Clients / Boréal,made,', '4,,,to know,'])
    expect(report).toContain(line)
  expect(report).not.toContain('Brume-81')
  await act('Done').click()
  await openBelow('Clients', 'Azur')
  await page.getByRole('row', { name: 'Portail Azur' }).click()
  await expect(heading(page, 'Portail Azur')).toBeVisible()
  const detail = page.locator('.c-detail')
  for (const text of ['agent-042', 'https://azur.example/login', 'Première ligne', 'Opt1', 'Opt2', 'Opt3', 'voix'])
    await expect(detail.getByText(text, { exact: true })).toBeVisible()
  await expect(detail.getByText(/^\d{3} ?\d{3}$/)).toBeVisible()
})

test('an import whose page is reloaded in the middle is asked about first, and goes on from the same file without a double', async () => {
  const many = csv([
    HEADS,
    ...Array.from({ length: 4_000 }, (_, at) =>
      [
        `Compte ${String(at)}`,
        '',
        `c-${String(at)}`,
        `Mot-${String(at)}`,
        `Lots/Lot ${String(at % 4)}`,
        ...Array<string>(6).fill(''),
      ].join(','),
    ),
  ])
  await openImport(TOP)
  await choose(many)
  await act(t.review).click()
  await act(t.start(4_000)).click()
  await expect(dialog().getByText(/^[12],000 of 4,000$/)).toBeVisible()
  const asked = page.waitForEvent('dialog')
  const reloading = page.reload()
  expect((await asked).type()).toBe('beforeunload')
  await (await asked).accept()
  await reloading
  await expect(page.getByRole('treeitem', { name: 'Lots' })).toBeVisible()
  await openImport(TOP)
  await expect(dialog().getByText(t.resume)).toBeVisible()
  await choose(many)
  await act(t.review).click()
  await expect(dialog().getByText(/^[123],000 are there already, and are skipped\.$/)).toBeVisible()
  await dialog()
    .getByRole('button', { name: /^Import [123],000 logins$/ })
    .click()
  await expect(dialog().getByText(t.doneTitle)).toBeVisible()
  await act('Done').click()
  for (const lot of ['Lot 0', 'Lot 1', 'Lot 2', 'Lot 3'])
    expect(await people.folderOf(page, lot)).toMatchObject({ items: 1_000 })
})

test("Bitwarden's export of an organisation brings its nested collections, rules and earlier passwords", async () => {
  const bitwarden = {
    encrypted: false,
    collections: [
      { id: 'c1', organizationId: 'o', name: 'Cèdre', externalId: null },
      { id: 'c2', organizationId: 'o', name: 'Cèdre/Recouvrement', externalId: null },
    ],
    items: [
      {
        id: 'i1',
        organizationId: 'o',
        type: 1,
        name: 'Portail Cèdre',
        fields: [{ name: 'Agence', value: '0427', type: 0 }],
        login: { username: 'cedre', password: 'Sable-19', uris: [{ match: 1, uri: 'https://cedre.example' }] },
        passwordHistory: [{ lastUsedDate: '2026-01-02T03:04:05.000Z', password: 'Sable-18' }],
        collectionIds: ['c2'],
      },
      { id: 'i2', type: 1, name: 'Parti', deletedDate: '2026-01-01T00:00:00Z', login: {}, collectionIds: ['c1'] },
    ],
  }
  await openImport(TOP)
  await choose({ name: 'bitwarden.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(bitwarden)) })
  await expect(dialog().getByRole('row', { name: /Parti.*in the bin: left out/ })).toBeVisible()
  await act(t.review).click()
  await act(t.start(1)).click()
  await act('Done').click()
  await openBelow('Cèdre', 'Recouvrement')
  await page.getByRole('row', { name: 'Portail Cèdre' }).click()
  await expect(button(page, '1 earlier password')).toBeVisible()
  await expect(page.locator('.c-detail').getByText('Agence', { exact: true })).toBeVisible()
})

test('a file that is none of a password manager says what it is, and what to do', async () => {
  await openImport(TOP)
  const wrong = { name: 'rapport.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%âãÏÓ\n') }
  await dialog().locator('input[type=file]').first().setInputFiles(wrong)
  await expect(dialog().getByText(importingEn['import-not-logins'].what)).toBeVisible()
  await judge(page, { lang: 'en', colorScheme: 'light' }, 'console', 'import wrong file')
})
