import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { need } from '../../tests/headless/org.ts'
import { sizeFor } from '../../tests/seed/plan.ts'
import { startSeeded } from '../../tests/seed/seeded.ts'
import type { Seeded } from '../../tests/seed/seeded.ts'
import { pageUrl } from '../desk.ts'
import type { Desk } from '../desk.ts'
import { countPointer, keyboardOf } from '../keyboard.ts'
import type { Keyboard } from '../keyboard.ts'
import { SEATED, seatInBrowser } from '../seeded.ts'
import { heading } from './fixtures.ts'

// A day of whoever runs the organisation, by keys alone: nothing here clicks, and the focus is never lost on the way.
test.describe.configure({ mode: 'serial' })

let seeded: Seeded
let desk: Desk
let page: Page
let keys: Keyboard
let pointerPresses: () => Promise<number>
test.beforeAll(async () => {
  test.setTimeout(0)
  seeded = await startSeeded(sizeFor({ members: 60 }))
  desk = await seatInBrowser(seeded, 'owner')
  page = desk.page
  pointerPresses = await countPointer(page)
  keys = keyboardOf(page)
})
test.afterAll(async () => {
  await desk.close()
  await seeded.stack.stop()
})

const [CATEGORY, TARGET] = ['Banques de détail', 'Crédit']
const dialog = () => page.getByRole('dialog')
/** A button of the dialog. */
const act = (name: string | RegExp) => dialog().getByRole('button', { name, exact: typeof name === 'string' })
const detail = (name: string | RegExp) =>
  page.locator('.c-detail').getByRole('button', { name, exact: typeof name === 'string' })
const folder = (name: string) => page.getByRole('treeitem', { name }).first()
const logins = () => page.getByRole('grid', { name: 'Logins' })
const section = (name: string | RegExp) =>
  page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name })
const isDone = () => expect(dialog()).toBeHidden()
const personAt = (at: number) => need(seeded.plan.people[at])

/** The first login of a client of that category, by its name in the plan. */
const client = () => need(seeded.plan.folders.find(({ kind }) => kind === 'client'))
const login = () => {
  const at = seeded.plan.folders.indexOf(client())
  return need(seeded.plan.logins.find(({ folder }) => folder === at)).fields
}

/** Ctrl+K, a few words, and Enter on the first hit, which has to be this one. */
async function find(typed: string, first: string): Promise<void> {
  await keys.press('Control+k')
  await expect(page.getByText('Reading the logins')).toBeHidden()
  await keys.type(typed)
  await expect(dialog().getByRole('row').first()).toContainText(first)
  await keys.press('Enter')
}

/** Goes into the tree, and to a folder that is in sight there. */
async function goTo(name: string): Promise<void> {
  await keys.reach(page.getByRole('treeitem'))
  await keys.press('Home')
  await keys.arrowTo(folder(name))
}

test('one unlocks with a PIN and a touch, and the console opens where the day begins', async () => {
  await page.goto(pageUrl('console.html'))
  await expect(heading(page, 'Overview')).toBeVisible()
  await page.keyboard.press('Control+k')
  await keys.type('lock')
  await page.keyboard.press('Enter')
  await expect(heading(page, 'Cloison is locked')).toBeVisible()
  await page.goto(pageUrl('unlock.html#/unlock'))
  await page.bringToFront()
  await expect(page.getByLabel('Cloison PIN', { exact: true })).toBeFocused()
  await keys.type(SEATED.pin)
  await page.keyboard.press('Enter')
  await expect(heading(page, 'Unlocked')).toBeVisible()
  await page.goto(pageUrl('console.html'))
  await expect(heading(page, 'Overview')).toBeVisible()
})

test('somebody who asks is let in from the overview', async () => {
  const asks = need(seeded.plan.people.find(({ state }) => state === 'asked'))
  const request = page.getByRole('listitem').filter({ hasText: asks.name })
  await keys.enter(request.getByRole('button', { name: /Let in/ }))
  await expect(request).toBeHidden()
  await keys.holdsFocus('letting in')
})

test('a login is found with Ctrl+K, gets another password, and its username is copied', async () => {
  const { name, username } = login()
  await find(`${name} ${username}`, name)
  await expect(heading(page, name)).toBeVisible()
  await keys.holdsFocus('Ctrl+K')
  await keys.press('e')
  await expect(page.getByLabel('Name', { exact: true })).toBeFocused()
  await keys.reach(page.getByLabel('Password', { exact: true }))
  await keys.press('Control+a')
  await keys.type('Marée-17-Haute')
  await keys.press('Enter')
  await expect(detail('1 earlier password')).toBeVisible()
  await keys.holdsFocus('saving')
  await keys.enter(detail('Copy: Username'))
  await expect(page.getByText('Copied', { exact: true })).toBeVisible()
})

test('a login is cut, and pasted in another folder once one has seen who gains', async () => {
  const { name } = login()
  const row = logins().getByRole('row', { name }).first()
  await keys.reach(logins().getByRole('row'), 'Shift+Tab')
  await keys.press('Home')
  await keys.arrowTo(row)
  await keys.press('Control+x')
  await goTo(CATEGORY)
  await keys.press('Control+v')
  await expect(dialog()).toContainText('Move 1 login')
  await keys.enter(act(`Move 1 login to ${CATEGORY}`))
  await isDone()
  await keys.holdsFocus('moving')
  await goTo(CATEGORY)
  await keys.press('Enter')
  await expect(row).toBeVisible()
})

test('a folder is granted to a team, and the sheet is signed', async () => {
  await goTo(TARGET)
  await keys.press('Enter')
  await expect(heading(page, TARGET).first()).toBeVisible()
  await keys.enter(detail('Grant access'))
  await keys.type('Superviseurs Épargne')
  await keys.press('Enter')
  await keys.enter(act('Review'))
  await keys.enter(act('Sign'))
  await isDone()
  await keys.holdsFocus('signing')
  await expect(page.getByRole('list', { name: `Access to ${TARGET}` })).toContainText('Superviseurs Épargne')
})

test('a person is found by e-mail, and what they can open is read row by row', async () => {
  const person = personAt(54)
  await find(person.email, person.name)
  await expect(heading(page, person.name)).toBeVisible()
  const opens = page.locator('.c-detail').getByRole('grid').getByRole('row')
  await keys.reach(opens)
  await keys.press('ArrowDown')
  await expect(opens.and(page.locator(':focus'))).toContainText(/Superviseurs|Plateau|granted/i)
})

test('a login is deleted and brought back', async () => {
  const { name, username } = login()
  await find(`${name} ${username}`, name)
  await expect(heading(page, name)).toBeVisible()
  await keys.enter(detail('More actions'))
  await keys.arrowTo(page.getByRole('menuitem', { name: 'Delete login' }))
  await keys.press('Enter')
  await keys.enter(act('Delete login'))
  await isDone()
  await keys.holdsFocus('deleting')
  await find('deleted', 'Go to Deleted logins')
  // A login that was moved stands there too, under the name that it had; the newest is the first.
  const deleted = page.getByRole('row', { name })
  await expect(deleted.first()).toBeVisible()
  const before = await deleted.count()
  await keys.enter(deleted.first().getByRole('button', { name: 'Bring back' }))
  await expect(deleted).toHaveCount(before - 1)
  await keys.holdsFocus('bringing back')
})

test('of two people who leave one is taken back in the sheet before it is signed, and stays', async () => {
  const [leaves, stays] = [personAt(9), personAt(15)]
  await find('people', 'Go to People')
  await keys.enter(page.getByRole('button', { name: 'Remove several people', exact: true }))
  for (const { email } of [leaves, stays]) {
    await keys.reach(dialog().getByRole('combobox'), 'Shift+Tab')
    await keys.press('Control+a')
    await keys.type(email)
    await keys.press('Enter')
  }
  await keys.enter(act('Review'))
  await expect(dialog()).toContainText('For 2 people')
  await keys.reach(dialog().getByRole('row'))
  await keys.arrowTo(dialog().getByRole('row', { name: stays.name }))
  await keys.enter(act(`Take back: ${stays.name}`))
  await expect(dialog()).toContainText('1 person taken back')
  await keys.holdsFocus('taking back')
  await keys.enter(act('Sign'))
  await isDone()
  await keys.holdsFocus('signing')
  await find(stays.email, stays.name)
  await expect(heading(page, stays.name)).toBeVisible()
})

test('the people are filtered, by name and by role', async () => {
  await find('people', 'Go to People')
  const rows = page.getByRole('grid', { name: 'People' }).getByRole('row')
  await keys.press('/')
  await keys.type('wojcik')
  await expect(rows.filter({ hasText: 'Zbigniew Wójcik' })).toBeVisible()
  await keys.press('Control+a', 'Delete')
  await keys.enter(page.getByRole('button', { name: 'Filters' }))
  await keys.reach(page.getByLabel('Role', { exact: true }))
  await keys.type('Auditor')
  await expect(rows.filter({ hasText: 'Samir Haddad' })).toBeVisible()
  await expect(rows.filter({ hasText: 'Zbigniew Wójcik' })).toHaveCount(0)
})

test('a setting is changed, and Cloison is locked', async () => {
  await keys.enter(section('Settings'))
  const idle = page.getByLabel('Lock after', { exact: true })
  await keys.reach(idle)
  const before = await idle.inputValue()
  await keys.press('ArrowUp')
  await expect(idle).not.toHaveValue(before)
  await keys.holdsFocus('a setting')
  await page.keyboard.press('Control+k')
  await keys.type('lock')
  await page.keyboard.press('Enter')
  await expect(heading(page, 'Cloison is locked')).toBeVisible()
})

test('no mouse was used all day', async () => {
  expect(await pointerPresses()).toBe(0)
})
