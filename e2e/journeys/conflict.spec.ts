import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import type { Desk } from '../desk.ts'
import * as people from '../people.ts'
import { startStack } from '../../tests/stack.ts'
import type { Stack } from '../../tests/stack.ts'
import { AGENT, CLIENT, TEAM, agentDesk, buildTree, button, heading, ownerDesk } from './fixtures.ts'

// Two people who may edit, each at their own desk, edit the same login.
test.describe.configure({ mode: 'serial' })

let stack: Stack
let odile: Desk
let ines: Desk
let made = 0
/** The login of this test. */
let login = ''

test.beforeAll(async () => {
  stack = await startStack()
  odile = await ownerDesk(stack)
  await buildTree(odile)
  ines = await agentDesk(odile)
  await people.grant(odile, CLIENT, TEAM, 'Edit')
  await people.openConsole(ines)
})
test.afterAll(async () => {
  await Promise.all([odile.close(), ines.close()])
  await stack.stop()
})
test.beforeEach(async () => {
  login = `Portail ${String(++made)}`
  const fields = { name: login, username: 'agent-042', password: 'Brume-81', notes: 'Ask the desk.' }
  await people.saveItem(odile, CLIENT, fields)
})

async function open({ page }: Desk): Promise<void> {
  await people.openFolder({ page }, CLIENT)
  await page.getByRole('row', { name: login }).first().click()
  await expect(heading(page, login)).toBeVisible()
}

async function startEditing(desk: Desk): Promise<void> {
  await open(desk)
  await button(desk.page, 'Edit').click()
  await people.expectForm(desk.page)
}

const field = ({ page }: Desk, label: string) => page.getByLabel(label, { exact: true })
const dialog = ({ page }: Desk, name: string) => page.getByRole('dialog', { name })
const versions = (desk: Desk) => dialog(desk, 'Two versions of this login')
const save = ({ page }: Desk) => button(page, 'Save login').click()

/** The login as both desks show it now. */
async function expectOnBothDesks(shown: { username: string; password: string; notes: string }): Promise<void> {
  for (const desk of [odile, ines]) {
    await open(desk)
    for (const text of [shown.username, shown.notes]) await expectText(desk.page, text)
    await button(desk.page, 'Show: Password').click()
    await expectText(desk.page, shown.password)
  }
}
const expectText = (page: Page, text: string) => expect(page.getByText(text, { exact: true }).first()).toBeVisible()

/** Odile types while Inès saves another username and other notes; then Odile saves. */
async function meet(typed: { password: string; notes: string }): Promise<void> {
  await startEditing(odile)
  await field(odile, 'Password').fill(typed.password)
  await field(odile, 'Notes').fill(typed.notes)
  await startEditing(ines)
  await field(ines, 'Username').fill('agent-077')
  await field(ines, 'Notes').fill('Call first.')
  await save(ines)
  await expect(button(ines.page, 'Save login')).toBeHidden()
  await expect(odile.page.getByText(`${AGENT.name} has changed this login since you opened the form`)).toBeVisible()
  await expect(field(odile, 'Password')).toHaveValue(typed.password)
  await save(odile)
  await expect(versions(odile)).toContainText(`${AGENT.name} and you changed the same fields.`)
}

const mine = { password: 'Orage-26', notes: 'Ask Odile.' }

const one = (name: string, side: RegExp) => versions(odile).getByRole('group', { name }).getByLabel(side)
const saveChosen = async () => {
  await versions(odile).getByRole('button', { name: 'Save what I chose' }).click()
  await expect(versions(odile)).toBeHidden()
}

test('a field that both changed is asked about, other changes are merged, and nothing is preselected', async () => {
  await meet(mine)
  await expect(versions(odile).getByRole('group', { name: 'Notes' })).toBeVisible()
  for (const text of ['Ask Odile.', 'Call first.'])
    await expect(versions(odile).getByText(text, { exact: true })).toBeVisible()
  for (const text of ['Username (theirs)', 'Password (yours)'])
    await expect(versions(odile).getByText(text, { exact: true })).toBeVisible()
  await versions(odile).getByRole('button', { name: 'Save what I chose' }).click()
  await expect(versions(odile)).toContainText('Choose yours or theirs for each of them first.')
  await one('Notes', /^Theirs, by/).check()
  await saveChosen()
  await expectOnBothDesks({ username: 'agent-077', password: mine.password, notes: 'Call first.' })
})

test('a person who decides later finds the question on the login again, which shows the other version meanwhile', async () => {
  await meet(mine)
  await odile.page.keyboard.press('Escape')
  await expect(versions(odile)).toBeHidden()
  await expect(odile.page.getByText(`${AGENT.name} changed this login at the same time`)).toBeVisible()
  await expect(odile.page.getByRole('row', { name: login }).getByText('Needs your choice')).toBeVisible()
  await expectText(odile.page, 'Call first.')
  await expect(button(odile.page, 'Edit')).toBeHidden()
  await button(odile.page, 'Compare and choose').click()
  await one('Notes', /^Yours/).check()
  await saveChosen()
  await expectOnBothDesks({ username: 'agent-077', ...mine })
})

test('the conflict is resolved by keyboard alone, with passwords hidden until revealed', async () => {
  await startEditing(odile)
  await field(odile, 'Password').fill(mine.password)
  await startEditing(ines)
  await field(ines, 'Password').fill('Grêle-03')
  await save(ines)
  await expect(button(ines.page, 'Save login')).toBeHidden()
  await save(odile)
  await expect(versions(odile)).toBeVisible()
  for (const secret of [mine.password, 'Grêle-03']) await expect(versions(odile).getByText(secret)).toBeHidden()
  const { keyboard } = odile.page
  const tabTo = async (name: string | RegExp) => {
    const wanted = versions(odile).getByRole(typeof name === 'string' ? 'button' : 'radio', { name })
    for (let left = 12; left > 0; left -= 1) {
      if (await wanted.evaluate((element) => element === document.activeElement)) return
      await keyboard.press('Tab')
    }
    await expect(wanted).toBeFocused()
  }
  await tabTo('Show the secrets')
  await keyboard.press('Enter')
  for (const secret of [mine.password, 'Grêle-03']) await expect(versions(odile).getByText(secret)).toBeVisible()
  await tabTo(/^Yours/)
  await keyboard.press('Space')
  await keyboard.press('ArrowDown')
  await expect(one('Password', /^Theirs/)).toBeChecked()
  await keyboard.press('ArrowUp')
  await tabTo('Save what I chose')
  await keyboard.press('Enter')
  await expect(versions(odile)).toBeHidden()
  await expectOnBothDesks({ username: 'agent-042', password: mine.password, notes: 'Ask the desk.' })
})

test('the other version can be taken as a whole', async () => {
  await meet(mine)
  await versions(odile).getByRole('button', { name: 'Decide later' }).click()
  await odile.page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Not sent yet' }).click()
  await odile.page.getByRole('row', { name: login }).click()
  await button(odile.page, 'Discard').click()
  await dialog(odile, `Discard your change to ${login}?`).getByRole('button', { name: 'Discard' }).click()
  await expect(odile.page.getByRole('row', { name: login })).toHaveCount(0)
  await expectOnBothDesks({ username: 'agent-077', password: 'Brume-81', notes: 'Call first.' })
})

test('simultaneous saves of different fields are merged, and nobody is asked', async () => {
  await startEditing(odile)
  await startEditing(ines)
  await field(odile, 'Password').fill(mine.password)
  await field(ines, 'Username').fill('agent-099')
  await Promise.all([save(odile), save(ines)])
  for (const desk of [odile, ines]) await expect(button(desk.page, 'Save login')).toBeHidden()
  await expectOnBothDesks({ username: 'agent-099', password: mine.password, notes: 'Ask the desk.' })
})

/** Odile types while Inès deletes the login; then Odile saves. */
async function meetDeletion(): Promise<void> {
  await startEditing(odile)
  await field(odile, 'Password').fill(mine.password)
  await open(ines)
  await ines.page.locator('.c-detail').getByRole('button', { name: 'More actions' }).click()
  await ines.page.getByRole('menuitem', { name: 'Delete login' }).click()
  await dialog(ines, `Delete ${login}?`).getByRole('button', { name: 'Delete login' }).click()
  await expect(odile.page.getByRole('row', { name: login })).toHaveCount(0)
  await expect(field(odile, 'Password')).toHaveValue(mine.password)
  await save(odile)
  await expect(dialog(odile, 'This login was deleted')).toContainText(`${AGENT.name} deleted this login`)
}

test('a login deleted while it is edited can be saved again, with all that was typed', async () => {
  await meetDeletion()
  await dialog(odile, 'This login was deleted').getByRole('button', { name: 'Save mine as a new login' }).click()
  await expect(dialog(odile, 'This login was deleted')).toBeHidden()
  await expectOnBothDesks({ username: 'agent-042', password: mine.password, notes: 'Ask the desk.' })
})

test('a login deleted while it is edited can also be left deleted', async () => {
  await meetDeletion()
  await dialog(odile, 'This login was deleted').getByRole('button', { name: 'Leave it deleted' }).click()
  await expect(button(odile.page, 'New login').first()).toBeVisible()
  for (const { page } of [odile, ines]) await expect(page.getByRole('row', { name: login })).toHaveCount(0)
})
