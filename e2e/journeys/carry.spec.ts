import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { pageUrl } from '../desk.ts'
import type { Desk } from '../desk.ts'
import * as people from '../people.ts'
import { startStack } from '../../tests/stack.ts'
import type { Stack } from '../../tests/stack.ts'
import { button, hold, ownerDesk, stores } from './fixtures.ts'
import { judge } from './judge.ts'

// Folders and logins that are carried to another folder: dragged, and by keys alone. Nothing moves before somebody has seen who gains.
test.describe.configure({ mode: 'serial' })

let stack: Stack
let odile: Desk
let page: Page
test.beforeAll(async () => {
  stack = await startStack()
  odile = await ownerDesk(stack)
  page = odile.page
  await people.openConsole(odile)
  await people.createFolder(odile, 'Banque')
  await people.createFolder(odile, 'Énergie')
  await people.createSubfolder(odile, 'Banque', 'Cartes')
  await people.createSubfolder(odile, 'Banque', 'Crédits')
  for (const name of ['Portail', 'Courrier', 'Planning'])
    await people.createLogin(odile, 'Cartes', {
      name,
      username: 'agent-042',
      password: 'Brume-81-Verte',
      addresses: ['https://portal.example'],
      company: null,
    })
})
test.afterAll(async () => {
  await odile.close()
  await stack.stop()
})

const english = { lang: 'en', colorScheme: 'light' } as const
const row = (name: string) => page.getByRole('treeitem', { name })
const login = (name: string) => page.getByRole('grid', { name: 'Logins' }).getByRole('row', { name })
const sheet = () => page.getByRole('dialog')
const under = async (name: string, level: number) => {
  await expect(row(name)).toHaveAttribute('aria-level', String(level))
}
/** Screens while something is held are looked at, not judged: a judge turns the window round, and the drag would end. */
const look = async (name: string) => {
  if (process.env.LOOKS) await page.screenshot({ path: `${process.env.LOOKS}/${name}.png` })
}

test('a parent shows its folders with what they hold beside its own logins, and one filter narrows both', async () => {
  await people.openFolder(odile, 'Banque')
  await expect(page.getByText('2 folders inside, 3 logins in all')).toBeVisible()
  const inside = page.getByRole('grid', { name: 'Folders inside' })
  await expect(inside.getByRole('row', { name: 'Cartes' })).toContainText('3 logins · 1 person')
  await expect(row('Banque')).toContainText('3')
  await people.createLogin(odile, 'Banque', {
    name: 'Annuaire',
    username: 'x',
    password: 'Brume-81-Verte',
    addresses: ['https://a.example'],
    company: null,
  })
  await expect(inside.getByRole('row')).toHaveCount(2)
  await expect(login('Annuaire')).toBeVisible()
  await judge(page, english, 'console', 'parent with folders and logins')
  await page.getByRole('searchbox', { name: 'Filter folders and logins' }).fill('cart')
  await expect(inside.getByRole('row')).toHaveCount(1)
  await expect(login('Annuaire')).toBeHidden()
})

test('a folder that is dragged says where it may not go while it is held, and is moved by the review sheet alone', async () => {
  await hold(page, row('Banque'), row('Crédits'))
  await expect(row('Crédits')).toHaveAttribute('data-takes', 'false')
  await expect(row('Énergie')).toHaveAttribute('data-takes', 'true')
  await expect(page.locator('.c-carry-status')).toContainText('Not into a folder that lies inside it')
  await look('held-over-refused')
  await page.mouse.up()
  await expect(sheet()).toBeHidden()
  await under('Crédits', 2)

  await hold(page, row('Crédits'), row('Énergie'))
  await expect(page.locator('.c-carry-status')).toContainText('Into Énergie')
  await look('held-over-taken')
  await page.mouse.up()
  await expect(sheet()).toBeVisible()
  await button(page, 'Cancel').click()
  await under('Crédits', 2)
  await hold(page, row('Crédits'), row('Énergie'))
  await page.mouse.up()
  await button(page, /^Sign/).click()
  await expect(sheet()).toBeHidden()
  await people.openFolder(odile, 'Énergie')
  await expect(page.getByRole('grid', { name: 'Folders inside' }).getByRole('row', { name: 'Crédits' })).toBeVisible()
})

test('logins that are picked are dragged together, and moved once the dialog has said who gains', async () => {
  await people.openFolder(odile, 'Cartes')
  await page.getByRole('checkbox', { name: 'Pick Portail' }).check({ force: true })
  await page.getByRole('checkbox', { name: 'Pick Courrier' }).check({ force: true })
  await hold(page, login('Portail'), row('Crédits'))
  await expect(page.locator('.c-carry-status')).toContainText('2 logins')
  await page.mouse.up()
  await expect(sheet().getByRole('combobox', { name: 'To folder' })).toContainText('Énergie')
  await button(page, 'Move 2 logins to Crédits').click()
  await expect(sheet()).toBeHidden()
  await people.openFolder(odile, 'Crédits')
  await expect(login('Portail')).toBeVisible()
  await expect(login('Courrier')).toBeVisible()
})

test('the same by keys: a folder and a login are cut, and pasted where the focus is', async () => {
  await row('Crédits').focus()
  await page.keyboard.press('Control+x')
  await expect(page.locator('.c-carry-status')).toContainText('Moving Crédits')
  await page.keyboard.press('Escape')
  await expect(page.locator('.c-carry-status')).toBeEmpty()
  await page.keyboard.press('Control+x')
  await row('Banque').focus()
  await expect(page.locator('.c-carry-status')).toContainText('Into Banque')
  await page.keyboard.press('Control+v')
  await button(page, /^Sign/).click()
  await expect(sheet()).toBeHidden()
  await people.openFolder(odile, 'Cartes')
  await login('Planning').focus()
  await page.keyboard.press('Control+x')
  await row('Énergie').focus()
  await page.keyboard.press('Control+v')
  await button(page, 'Move 1 login to Énergie').click()
  await expect(sheet()).toBeHidden()
  await people.openFolder(odile, 'Énergie')
  await expect(login('Planning')).toBeVisible()
})

test('the sheet of shortcuts names the keys that carry', async () => {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await people.openFolder(odile, 'Énergie')
  await page.keyboard.press('?')
  await expect(sheet()).toContainText('Move what is cut to the folder in focus')
  await judge(page, english, 'console', 'shortcuts')
  await page.keyboard.press('Escape')
})

test('a parent, and a folder that is cut, in French and in the dark', async () => {
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await page.goto('about:blank')
  await page.goto(pageUrl('console.html?lang=fr'))
  await row('Banque').click()
  await page.keyboard.press('Control+x')
  await page.keyboard.press('ArrowDown')
  await judge(page, { lang: 'fr', colorScheme: 'dark' }, 'console', 'cut folder')
  await page.keyboard.press('Escape')
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await people.openConsole(odile)
})

test('P10: place and open branches outlive a reload, lie in no store of the page, and a lock forgets them', async () => {
  await people.openFolder(odile, 'Cartes')
  await row('Énergie').click()
  await expect(page.getByRole('heading', { name: 'Énergie' }).first()).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Énergie' }).first()).toBeVisible()
  await expect(row('Cartes')).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('heading', { name: 'Cartes' }).first()).toBeVisible()
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }) + location.href)
  expect(kept).toBe(`{}${pageUrl('console.html')}`)
  expect(JSON.stringify(await stores(odile))).toMatch(/"place":.*\/folders\//)
  await button(page, /^Lock/).click()
  await expect(page.getByText('Cloison is locked').first()).toBeVisible()
  expect(JSON.stringify(await stores(odile))).not.toContain('/folders/')
})
