import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { pageUrl } from '../desk.ts'
import type { Desk } from '../desk.ts'
import * as people from '../people.ts'
import { importingEn } from '../../extension/words/failures-importing.ts'
import { startStack } from '../../tests/stack.ts'
import type { Stack } from '../../tests/stack.ts'
import { CLIENT, TEAM, TOP, agentDesk, buildTree, button, ownerDesk } from './fixtures.ts'
import { judge, words } from './judge.ts'
import type { Look } from './judge.ts'

// Whoever may read takes a copy along: encrypted, opened by a small program of ours without the server, and without what is witnessed.
test.describe.configure({ mode: 'serial' })

const WITNESSED = 'Assurance du Nord'
const FILLED = 'Boréal'
const PASSPHRASE = 'cinq mots sans aucun lien'

let stack: Stack
let owner: Desk
let ines: Desk
let page: Page

test.beforeAll(async () => {
  stack = await startStack()
  owner = await ownerDesk(stack)
  await buildTree(owner)
  for (const name of [WITNESSED, FILLED]) await people.createSubfolder(owner, TOP, name)
  ines = await agentDesk(owner)
  await people.openConsole(owner)
  for (const [folder, level] of [
    [CLIENT, 'Read'],
    [WITNESSED, 'Read'],
    [FILLED, 'Fill'],
  ] as const)
    await people.grant(owner, folder, TEAM, level)
  const login = { username: 'agent-042', password: 'Brume-81', urls: [] }
  await people.saveItem(owner, CLIENT, { ...login, name: '=SOMME(A1)', notes: 'Première ligne' })
  await people.saveItem(owner, CLIENT, { ...login, name: 'Portail', custom: [{ label: 'PIN', value: '+33' }] })
  await people.saveItem(owner, WITNESSED, { ...login, name: 'Sous témoin', password: 'Secret-99' })
  await people.saveItem(owner, FILLED, { ...login, name: 'Rempli', password: 'Secret-98' })
  await people.openFolder(owner, WITNESSED)
  await button(owner.page, 'More actions').first().click()
  await owner.page.getByRole('menuitem', { name: words('en').folder.witness }).click()
  await owner.page.getByRole('dialog').getByRole('button', { name: 'Sign' }).click()
  await expect(owner.page.getByRole('dialog')).toBeHidden()
  page = ines.page
  await people.openConsole(ines)
  await expect(page.getByRole('treeitem', { name: FILLED })).toBeVisible()
})
test.afterAll(async () => {
  await Promise.all([owner.close(), ines.close()])
  await stack.stop()
})

const field = (at: Page, label: string) => at.getByLabel(label, { exact: true })
const dialog = () => page.getByRole('dialog')

async function openExport({ lang, colorScheme }: Look): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await page.goto('about:blank')
  await page.goto(pageUrl(`console.html?lang=${lang}`))
  await button(page, words(lang).exporting.title).click()
  await expect(dialog()).toBeVisible()
}

const english = { lang: 'en', colorScheme: 'light' } as const

test('an export says how much it holds and what it leaves out, by day and night, in both languages', async () => {
  const french = { lang: 'fr', colorScheme: 'dark' } as const
  await openExport(french)
  await expect(dialog().getByText(words('fr').exporting.witnessedTitle(1))).toBeVisible()
  await judge(page, french, 'console', 'export')
  await openExport(english)
  for (const text of [
    '2 logins, in 1 folder',
    '1 folder is left out: you may fill its logins, and not read them.',
    '1 login of a witnessed folder stays out',
  ])
    await expect(dialog().getByText(text)).toBeVisible()
  await expect(dialog().getByText(WITNESSED)).toBeVisible()
  // No policy lets anybody write a file in clear, so none is offered.
  await expect(dialog().getByText(words('en').exporting.plain)).toBeVisible()
  await expect(dialog().getByRole('checkbox')).toHaveCount(0)
  await judge(page, english, 'console', 'export')
})

test('a passphrase that is short or typed differently makes no file', async () => {
  const t = words('en').exporting
  const start = dialog().getByRole('button', { name: t.start(2) })
  await field(page, t.passphrase).fill('court')
  await field(page, t.repeat).fill('autre')
  await expect(dialog().getByText(t.different)).toBeVisible()
  await expect(start).toBeDisabled()
  await field(page, t.repeat).fill('court')
  await start.click()
  await expect(dialog().getByText(importingEn['export-short-passphrase'].what)).toBeVisible()
  await judge(page, english, 'console', 'export short')
})

test('the file opens with `npm run open-export` and its passphrase alone; what is witnessed or only filled is not in it', async () => {
  const t = words('en').exporting
  for (const label of [t.passphrase, t.repeat]) await field(page, label).fill(PASSPHRASE)
  const download = page.waitForEvent('download')
  await dialog()
    .getByRole('button', { name: t.start(2) })
    .click()
  const saved = await (await download).path()
  await expect(dialog().getByText(t.doneTitle)).toBeVisible()
  await expect(dialog().getByText('It holds 2 logins, from 1 folder.')).toBeVisible()
  await judge(page, english, 'console', 'export done')
  expect(readFileSync(saved, 'latin1')).not.toContain('Brume-81')
  const folder = mkdtempSync(join(tmpdir(), 'cloison-export-'))
  const open = (out: string) => {
    const args = ['.config/run.mjs', 'open-export', saved, join(folder, out)]
    const cwd = fileURLToPath(new URL('../..', import.meta.url))
    execFileSync(process.execPath, args, { cwd, input: `${PASSPHRASE}\n`, stdio: ['pipe', 'pipe', 'pipe'] })
    return readFileSync(join(folder, out), 'utf8')
  }
  const table = open('out.csv')
  expect(table).toContain(`${CLIENT},'=SOMME(A1),,agent-042,Brume-81,,Première ligne`)
  expect(table).toContain('PIN: +33')
  for (const text of [table, open('out.json')])
    for (const secret of ['Secret-99', 'Secret-98']) expect(text).not.toContain(secret)
})

test('an export comes back by the import, and what is there already is recognised', async () => {
  await dialog().getByRole('button', { name: 'Done' }).click()
  const t = words('en').importing
  const exported = words('en').exporting
  await people.openConsole(owner)
  const own = owner.page
  await own.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Folders', exact: true }).click()
  await own.getByRole('button', { name: exported.title }).click()
  for (const label of [exported.passphrase, exported.repeat]) await field(own, label).fill(PASSPHRASE)
  const download = own.waitForEvent('download')
  await own.getByRole('button', { name: exported.start(3) }).click()
  const saved = await (await download).path()
  await own.getByRole('dialog').getByRole('button', { name: 'Done' }).click()
  await button(own, t.title).click()
  await own
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: 'cloison-export.age',
      mimeType: '',
      buffer: readFileSync(saved),
    })
  await field(own, t.password).fill(PASSPHRASE)
  await button(own, t.read).click()
  await expect(own.getByRole('row', { name: CLIENT })).toContainText(`Into ${TOP} › ${CLIENT}`)
  await button(own, t.review).click()
  await expect(own.getByText(t.truthKnown(3))).toBeVisible()
})

test('S14: where the policy allows it, one folder is saved in clear, for a spreadsheet or whole, and no more than one', async () => {
  const [t, exported, own] = [words('en').plainExport, words('en').exporting, owner.page]
  await own.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await button(own, 'Close').click()
  await people.saveItem(owner, TOP, { name: 'Accueil', username: 'odile', password: 'Lune-12', urls: [] })
  await own.getByRole('link', { name: 'Policy', exact: true }).click()
  // An only owner is not offered what takes two.
  await expect(field(own, t.policy).getByRole('option')).toHaveText([t.allows.never, t.allows.folder])
  await field(own, t.policy).selectOption({ label: t.allows.folder })
  await button(own, 'Review the change').click()
  await expect(own.getByRole('dialog').getByText(t.changed(t.allows.folder, t.allows.never))).toBeVisible()
  await own.getByRole('dialog').getByRole('button', { name: 'Sign' }).click()
  await expect(own.getByRole('dialog')).toBeHidden()

  const open = own.getByRole('dialog')
  const choose = (file: keyof typeof t.files) => field(own, t.file).selectOption({ label: t.files[file] })
  await own.getByRole('link', { name: 'Folders', exact: true }).click()
  await button(own, exported.title).click()
  await choose('csv')
  await expect(open.getByRole('alert')).toHaveText(t.tooMany('3 folders'))
  await expect(open.getByRole('button', { name: exported.start(4) })).toBeDisabled()
  await judge(own, english, 'console', 'export in clear too many')
  await button(own, 'Cancel').click()

  const save = async (file: 'csv' | 'json') => {
    await people.openFolder(owner, CLIENT)
    await button(own, 'More actions').first().click()
    await own.getByRole('menuitem', { name: exported.verb }).click()
    await choose(file)
    await expect(open.getByText(t.warnTitle)).toBeVisible()
    await judge(own, english, 'console', `export in clear ${file}`)
    const download = own.waitForEvent('download')
    await open.getByRole('button', { name: exported.start(2) }).click()
    await expect(open.getByText(t.doneTitle)).toBeVisible()
    await judge(own, english, 'console', 'export in clear done')
    await button(own, 'Done').click()
    expect((await download).suggestedFilename()).toBe(`cloison-export.${file}`)
    return readFileSync(await (await download).path(), 'utf8')
  }
  const table = await save('csv')
  // No spreadsheet runs what a name begins with.
  expect(table).toContain(`${TOP}/${CLIENT},'=SOMME(A1),,agent-042,Brume-81,,Première ligne`)
  expect(await save('json')).toContain('Brume-81')
})
