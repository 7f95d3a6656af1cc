import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { pageUrl } from '../desk.ts'
import type { Desk } from '../desk.ts'
import * as people from '../people.ts'
import { startStack } from '../../tests/stack.ts'
import type { Stack } from '../../tests/stack.ts'
import { AGENT, CLIENT, TEAM, TOP, agentDesk, buildTree, button, heading, ownerDesk } from './fixtures.ts'
import { judge } from './judge.ts'

// Logins of every kind, with a past: what they hold, what they held, and how they come back.
test.describe.configure({ mode: 'serial' })

let stack: Stack
let odile: Desk
let ines: Desk
let page: Page

test.beforeAll(async () => {
  stack = await startStack()
  odile = await ownerDesk(stack)
  await buildTree(odile)
  ines = await agentDesk(odile)
  await people.grant(odile, CLIENT, TEAM, 'Edit')
  await people.openConsole(ines)
  page = odile.page
})
test.afterAll(async () => {
  await Promise.all([odile.close(), ines.close()])
  await stack.stop()
})

const english = { lang: 'en', colorScheme: 'light' } as const
const french = { lang: 'fr', colorScheme: 'dark' } as const

/** Judges a screen in French and in the dark, where `go` leads to it; then the console is in English again. */
async function judgeInFrench(screen: string, go: () => Promise<void>): Promise<void> {
  const show = async (lang: 'en' | 'fr', colorScheme: 'light' | 'dark') => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.goto('about:blank')
    await page.goto(pageUrl(`console.html?lang=${lang}`))
    await expect(page.getByRole('treeitem', { name: CLIENT })).toBeVisible()
  }
  await show('fr', 'dark')
  await go()
  await judge(page, french, 'console', screen)
  await show('en', 'light')
}

async function open({ page }: Desk, login: string): Promise<void> {
  await people.openFolder({ page }, CLIENT)
  await page.getByRole('row', { name: login }).first().click()
  await expect(heading(page, login)).toBeVisible()
}
const startNew = async (kind: string) => {
  await people.openFolder(odile, CLIENT)
  await button(page, 'New login').first().click()
  await people.expectForm(page)
  await page.getByRole('radio', { name: kind }).check({ force: true })
}
const field = (label: string) => page.getByLabel(label, { exact: true })
const save = () => button(page, 'Save login').click()

test('a host keeps its address as typed, with tags, and the form asks for nothing that it does not have', async () => {
  await startNew('Host or SFTP')
  await expect(page.getByText('Sign in at once')).toBeHidden()
  await field('Name').fill('Serveur de fichiers')
  await page.getByRole('group', { name: 'Hosts' }).getByRole('textbox').fill('two words')
  await field('Username').fill('depot')
  await field('Password').fill('Brume-81')
  await page.getByRole('textbox', { name: /^Tags/ }).fill('voice,chat,')
  await save()
  await expect(page.getByText('Type a host with or without its port')).toBeVisible()
  await page.getByRole('group', { name: 'Hosts' }).getByRole('textbox').fill('sftp://files.example:22')
  await judge(page, english, 'console', 'host form')
  await save()
  await expect(heading(page, 'Serveur de fichiers')).toBeVisible()
  for (const text of ['sftp://files.example:22', 'voice', 'chat'])
    await expect(page.locator('.c-detail').getByText(text, { exact: true })).toBeVisible()
  await expect(page.getByRole('row', { name: 'Serveur de fichiers' })).toContainText('Host or SFTP')
})

test('a note takes files up to 100 kB, says which did not fit, and gives one back to the byte', async () => {
  await startNew('Note')
  await expect(field('Username')).toBeHidden()
  await field('Name').fill('Certificat')
  await page.locator('input[type=file]').setInputFiles([
    { name: 'client.p12', mimeType: 'application/x-pkcs12', buffer: Buffer.alloc(60_000, 7) },
    { name: 'large.bin', mimeType: '', buffer: Buffer.alloc(60_000, 8) },
  ])
  await expect(page.getByText('large.bin was not added')).toBeVisible()
  await judge(page, english, 'console', 'note form')
  await save()
  await expect(heading(page, 'Certificat')).toBeVisible()
  await judgeInFrench('note', () => open(odile, 'Certificat'))
  await open(odile, 'Certificat')
  const download = page.waitForEvent('download')
  await button(page, 'Save client.p12 to this computer').click()
  const saved = await (await download).createReadStream()
  const bytes = Buffer.concat(await saved.toArray())
  expect(bytes.equals(Buffer.alloc(60_000, 7))).toBe(true)
})

test('logins are listed by name, by last change, or by username, and keep their order in the next folder', async () => {
  const rows = page.getByRole('grid', { name: 'Logins' }).getByRole('row')
  const orderBy = async (order: string) => {
    await page.getByRole('button', { name: /^Order: / }).click()
    await page.getByRole('menuitem', { name: order }).click()
  }
  await people.openFolder(odile, CLIENT)
  await expect(rows).toContainText(['Certificat', 'Serveur de fichiers'])
  await orderBy('Oldest change first')
  await expect(rows).toContainText(['Serveur de fichiers', 'Certificat'])
  await expect(rows.first()).toContainText('Changed')
  await people.openFolder(odile, TOP)
  await people.openFolder(odile, CLIENT)
  await expect(page.getByRole('button', { name: 'Order: Oldest change first' })).toBeVisible()
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await page.getByRole('button', { name: /^Order: / }).click()
  await judge(page, english, 'console', 'order of logins')
  await page.getByRole('menuitem', { name: 'By username' }).click()
  // Who has no username comes last.
  await expect(rows).toContainText(['Serveur de fichiers', 'Certificat'])
  await orderBy('By name')
  await expect(rows).toContainText(['Certificat', 'Serveur de fichiers'])
})

test('another kind loses nothing that was typed: what holds something stays in the form', async () => {
  await startNew('Web login')
  await field('Name').fill('Clé')
  await field('Username').fill('agent-042')
  await page.getByRole('radio', { name: 'Note' }).check({ force: true })
  await expect(field('Username')).toHaveValue('agent-042')
  await button(page, 'Discard').first().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click()
})

test('earlier passwords are shown one by one, and one is used again', async () => {
  await people.saveItem(odile, CLIENT, { name: 'Portail', username: 'agent-042', password: 'Brume-81' })
  await people.changePassword(odile, CLIENT, 'Portail', 'Orage-26')
  await open(odile, 'Portail')
  await expect(page.getByText('Brume-81')).toBeHidden()
  await button(page, '1 earlier password').click()
  await expect(page.getByText('Until')).toBeVisible()
  await expect(page.getByText('Brume-81')).toBeHidden()
  await button(page, /^Show: Until/).click()
  await expect(page.getByText('Brume-81')).toBeVisible()
  await judge(page, english, 'console', 'history')
  await button(page, 'Use this one again').click()
  await expect(button(page, '2 earlier passwords')).toBeVisible()
  await button(page, 'Show: Password').click()
  await expect(page.getByText('Brume-81')).toBeVisible()
})

const deleteLogin = async ({ page }: Desk, login: string) => {
  await page.locator('.c-detail').getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Delete login' }).click()
  const dialog = page.getByRole('dialog', { name: `Delete ${login}?` })
  const says = await dialog.innerText()
  await dialog.getByRole('button', { name: 'Delete login' }).click()
  await expect(dialog).toBeHidden()
  return says
}

test('D14: a deletion says how it comes back, and "Undo" brings it back', async () => {
  await open(odile, 'Portail')
  expect(await deleteLogin(odile, 'Portail')).toContain('For 30 days you can bring it back')
  await expect(page.getByRole('row', { name: 'Portail' })).toHaveCount(0)
  await button(page, 'Undo').click()
  await expect(heading(page, 'Portail')).toBeVisible()
  await expect(page.getByText('Brought back, as it was')).toBeVisible()
})

test('D14: what an editor deleted, a manager finds and brings back; the editor is told who can', async () => {
  await open(ines, 'Portail')
  expect(await deleteLogin(ines, 'Portail')).toContain('a manager of the folder can bring it back')
  await expect(ines.page.getByText('Login deleted')).toBeVisible()
  await expect(button(ines.page, 'Undo')).toBeHidden()
  await ines.page.getByRole('link', { name: 'Deleted logins' }).click()
  await expect(ines.page.getByText('Only managers of a folder see what was deleted in it')).toBeVisible()

  await expect(page.getByRole('row', { name: 'Portail' })).toHaveCount(0)
  await page.getByRole('link', { name: 'Deleted logins' }).click()
  const row = page.getByRole('row', { name: 'Portail' })
  await expect(row).toContainText(`by ${AGENT.name}`)
  await expect(row).toContainText(/(29|30) days left/)
  await judge(page, english, 'console', 'deleted')
  await judgeInFrench('deleted', async () => {
    await page.getByRole('link', { name: 'Identifiants supprimés' }).click()
    await expect(row).toBeVisible()
  })
  await page.getByRole('link', { name: 'Deleted logins' }).click()
  await row.getByRole('button', { name: 'Bring back' }).click()
  await expect(page.getByText('Nothing was deleted in the last 30 days')).toBeVisible()
  await open(ines, 'Portail')
})

const SECOND = 'Assurance du Nord'
const rowOf = (login: string) => page.getByRole('row', { name: login })

test('several logins are picked with Ctrl, Shift and Space, and moved: who loses access is said first', async () => {
  await people.createSubfolder(odile, TOP, SECOND)
  for (const name of ['Zone A', 'Zone B', 'Zone C', 'Zone D'])
    await people.saveItem(odile, CLIENT, { name, username: 'agent-042', password: 'Brume-81' })
  await people.openFolder(odile, CLIENT)
  await rowOf('Zone A').click({ modifiers: ['ControlOrMeta'] })
  await rowOf('Zone C').click({ modifiers: ['Shift'] })
  await expect(page.getByText('3 logins picked')).toBeVisible()
  await rowOf('Zone B').focus()
  await page.keyboard.press('Space')
  await expect(page.getByText('2 logins picked')).toBeVisible()
  await judge(page, english, 'console', 'picked')
  await button(page, 'Move to a folder').first().click()
  const dialog = page.getByRole('dialog', { name: 'Move 2 logins' })
  await dialog.getByRole('combobox').fill('assurance')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('1 person loses access')).toBeVisible()
  await expect(dialog.getByText(AGENT.name)).toBeVisible()
  await judge(page, english, 'console', 'move')
  await dialog.getByRole('button', { name: `Move 2 logins to ${SECOND}` }).click()
  await expect(page.getByText('2 logins moved')).toBeVisible()
  await expect(rowOf('Zone A')).toHaveCount(0)
  await expect(rowOf('Zone B')).toBeVisible()
  await people.openFolder(odile, SECOND)
  for (const name of ['Zone A', 'Zone C']) await expect(rowOf(name)).toBeVisible()
  await people.openFolder(ines, CLIENT)
  await expect(ines.page.getByRole('row', { name: 'Zone A' })).toHaveCount(0)
})

test('Ctrl+A picks all, tags are added to all, Esc lets go; all are deleted in one act', async () => {
  await people.openFolder(odile, SECOND)
  await rowOf('Zone A').focus()
  await page.keyboard.press('ControlOrMeta+a')
  await expect(page.getByText('2 logins picked')).toBeVisible()
  await button(page, 'Add tags').click()
  const tags = page.getByRole('dialog', { name: 'Add tags to 2 logins' })
  await tags.getByRole('textbox').fill('voice,')
  await tags.getByRole('button', { name: 'Add tags' }).click()
  await expect(tags).toBeHidden()
  for (const name of ['Zone A', 'Zone C']) await expect(rowOf(name)).toContainText('voice')
  await rowOf('Zone A').focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('Escape')
  await expect(page.getByText('2 logins picked')).toBeHidden()
  await page.keyboard.press('ControlOrMeta+a')
  await button(page, 'Delete').first().click()
  await page.getByRole('dialog', { name: 'Delete 2 logins?' }).getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByText('2 logins deleted')).toBeVisible()
  await expect(rowOf('Zone A')).toHaveCount(0)
})
