import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import type { Desk } from '../desk.ts'
import * as people from '../people.ts'
import { startStack } from '../stack.ts'
import type { Stack } from '../stack.ts'
import { AGENT, CLIENT, TEAM, agentDesk, buildTree, button, heading, ownerDesk } from './fixtures.ts'

// Two people with the right to edit, each at a desk of their own, at one and the same login.
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
  await expect(versions(odile)).toContainText(`${AGENT.name} saved this login while you were editing it.`)
}

const mine = { password: 'Orage-26', notes: 'Ask Odile.' }

test('whoever saves second sees both versions, and may go back to a form that holds all they typed', async () => {
  await meet(mine)
  for (const text of ['agent-042', 'agent-077', 'Ask Odile.', 'Call first.'])
    await expect(versions(odile).getByText(text, { exact: true })).toBeVisible()
  await expect(versions(odile).getByText(mine.password)).toBeHidden()
  await versions(odile).getByRole('button', { name: 'Show the secrets' }).click()
  for (const text of ['Brume-81', mine.password])
    await expect(versions(odile).getByText(text, { exact: true })).toBeVisible()
  await odile.page.keyboard.press('Escape')
  await expect(versions(odile)).toBeHidden()
  await expect(field(odile, 'Password')).toHaveValue(mine.password)
  await expect(field(odile, 'Notes')).toHaveValue(mine.notes)
  await expect(field(odile, 'Username')).toHaveValue('agent-042')
  await save(odile)
  await versions(odile).getByRole('button', { name: 'Keep mine' }).click()
  await expect(versions(odile)).toBeHidden()
  await expectOnBothDesks({ username: 'agent-042', ...mine })
})

test('field by field: what only the other has changed is theirs unless one says otherwise', async () => {
  await meet(mine)
  const one = (name: string, side: RegExp) => versions(odile).getByRole('group', { name }).getByLabel(side)
  await expect(one('Username', /^Theirs/)).toBeChecked()
  await expect(one('Password', /^Yours/)).toBeChecked()
  await expect(one('Notes', /^Yours/)).toBeChecked()
  await one('Notes', /^Theirs/).check()
  await versions(odile).getByRole('button', { name: 'Save what I chose' }).click()
  await expect(versions(odile)).toBeHidden()
  await expectOnBothDesks({ username: 'agent-077', password: mine.password, notes: 'Call first.' })
})

test('their version can be taken whole', async () => {
  await meet(mine)
  await versions(odile).getByRole('button', { name: 'Take theirs' }).click()
  await expect(versions(odile)).toBeHidden()
  await expectOnBothDesks({ username: 'agent-077', password: 'Brume-81', notes: 'Call first.' })
})

test('two who save at the same moment lose nothing: one is asked', async () => {
  await startEditing(odile)
  await startEditing(ines)
  await field(odile, 'Password').fill(mine.password)
  await field(ines, 'Username').fill('agent-099')
  await Promise.all([save(odile), save(ines)])
  const asked = async () =>
    (await versions(odile).isVisible()) ? odile : (await versions(ines).isVisible()) ? ines : null
  await expect.poll(asked).not.toBeNull()
  const loser = (await asked()) ?? odile
  await expect(versions(loser === odile ? ines : odile)).toBeHidden()
  // An agent knows the names of her team, which the owner is not in.
  const by = loser === odile ? AGENT.name : 'Somebody'
  await expect(versions(loser)).toContainText(`${by} saved this login`)
  await versions(loser).getByRole('button', { name: 'Save what I chose' }).click()
  await expect(versions(loser)).toBeHidden()
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

test('or it is left deleted', async () => {
  await meetDeletion()
  await dialog(odile, 'This login was deleted').getByRole('button', { name: 'Leave it deleted' }).click()
  await expect(button(odile.page, 'New login').first()).toBeVisible()
  for (const { page } of [odile, ines]) await expect(page.getByRole('row', { name: login })).toHaveCount(0)
})
