import type { Page } from '@playwright/test'
import { PIN, need } from '../../tests/headless/org.ts'
import { join, newPerson } from '../../tests/headless/person.ts'
import { pick } from '../pick.ts'
import { expect, show, take, wide } from './camera.ts'
import { emailOf, signAt } from './stage.ts'
import type { Organisation, Stage } from './stage.ts'

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' })
const dialog = (page: Page) => page.getByRole('dialog')
const CLIENT = 'Banque Méridienne'

/** A login of a client, Odile's keys, and what a team is. */
export async function lookAround({ odile: { page } }: Stage, { teams }: Organisation): Promise<void> {
  await show(page, '/folders')
  await page.getByRole('treeitem', { name: CLIENT }).click()
  await page.getByRole('row', { name: 'Claims portal' }).click()
  await expect(page.getByRole('heading', { name: 'Claims portal' })).toBeVisible()
  await take(page, 'console')
  await show(page, '/keys')
  await expect(page.getByRole('list', { name: 'My keys' }).getByRole('listitem')).toHaveCount(2)
  await take(page, 'my-keys')
  await show(page, `/teams/${need(teams.get('Banking, first line'))}`)
  await expect(page.getByRole('heading', { name: 'Banking, first line' })).toBeVisible()
  await take(page, 'team')
}

/** Invites Théo, who registers a key: his code, and then his request beside an invitation that nobody has used yet. */
export async function inviteSomebody({ odile: { page }, hostile }: Stage): Promise<void> {
  const name = 'Théo Blanc'
  await show(page, '/people')
  await button(page, 'Invite a person').click()
  await dialog(page).getByLabel('Full name').fill(name)
  await dialog(page).getByLabel('E-mail').fill(emailOf(name))
  await dialog(page).getByLabel('Telecom, first line').check()
  await take(page, 'invite')
  await button(page, 'Create the invitation').click()
  const code = dialog(page).getByLabel('Invitation code')
  await expect(code).toBeVisible()
  await take(page, 'invitation-code')
  const theo = newPerson()
  await join(theo, hostile.origin, await code.inputValue(), PIN)
  await button(page, 'I have handed it over').click()
  const pending = 'Nadia Cherif'
  await signAt(page, { do: 'invite', name: pending, email: emailOf(pending), role: 'member', teams: [] })
  await show(page, '/people')
  await expect(button(page, 'Let in')).toBeVisible()
  await page.getByRole('row', { name: 'Chloé Bernard' }).click()
  await expect(page.getByRole('list', { name: 'Keys of Chloé Bernard' })).toBeVisible()
  await take(page, 'people')
  await button(page, 'Let in').click()
  await expect(page.getByRole('region', { name: 'Requests to join' })).toBeHidden()
}

/** Days of the next year, as the console's fields take them and as a grant holds them. */
const nextYear = new Date().getFullYear() + 1
const day = (rest: string) => `${String(nextYear)}-${rest}`

/** Who reaches a client, and a dated grant on its way to the signature. */
export async function grantSomething({ odile: { page } }: Stage, { folders, helene }: Organisation): Promise<void> {
  const folder = need(folders.get(CLIENT))
  const to = { kind: 'member' as const, id: helene.member }
  const [from, until] = [Date.parse(`${day('02-01')}T00:00`), Date.parse(`${day('07-01')}T00:00`) - 1]
  await signAt(page, { do: 'grant', folder, to, level: 'read', from, until })
  await show(page, `/folders/${folder}/access`)
  await expect(page.getByText('To come')).toBeVisible()
  await take(page, 'access')
  await button(page, 'Grant access').click()
  await pick(page, 'To', 'Telecom, first line')
  await dialog(page).getByLabel('Level').selectOption({ label: 'Fill' })
  await dialog(page).getByLabel('Until').fill(day('03-31'))
  await take(page, 'grant')
  await button(page, 'Review').click()
  await expect(button(page, 'Sign')).toBeEnabled()
  await take(page, 'review')
  await button(page, 'Cancel').click()
}

/** The form of a login that agents are to have. */
export async function addLogin({ odile: { page } }: Stage, { folders }: Organisation): Promise<void> {
  await show(page, `/folders/${need(folders.get('Opale Mobile'))}/new`, { ...wide, height: 1010 })
  await expect(page.getByLabel('Name', { exact: true })).toBeFocused()
  await page.getByLabel('Name', { exact: true }).fill('Number transfer')
  await page.getByLabel('Username').fill('opale-port-11')
  await page.getByLabel('Password', { exact: true }).fill('Brume-verte-81')
  await page
    .getByRole('group', { name: 'Web addresses' })
    .getByRole('textbox')
    .fill('https://transfer.opale.example/login')
  await take(page, 'new-login')
  await button(page, 'Save login').click()
  await expect(page.getByRole('heading', { name: 'Number transfer' })).toBeVisible()
}

/** What an import would make of a table, before it makes anything; and what an export holds and leaves out. */
export async function bringAlong({ odile: { page } }: Stage): Promise<void> {
  const table = [
    'Name,URL,Username,Password,Category/Subcategory,Tags,Description,Opt1,Opt2,Opt3,TOTP',
    'Card limits,https://limits.meridienne.example,agent-043,Brume-81,Banking/Banque Méridienne,,,,,,',
    'Contracts,https://contracts.meridienne.example,agent-044,Orage-26,Banking/Banque Méridienne,,,Zone 2,,,',
    'Subscribers,https://subs.nord.example,nord-7,Nuage-55,Telecom/Nord Mobile,,,,,,',
    'Invoices,https://invoices.nord.example,nord-8',
  ]
  await show(page, '/folders')
  await button(page, 'Import logins').click()
  const file = { name: 'lockpass.csv', mimeType: 'text/csv', buffer: Buffer.from(table.join('\n')) }
  await dialog(page).locator('input[type=file]').first().setInputFiles(file)
  await button(page, 'Read the file').click()
  await expect(button(page, 'Look at what will be true')).toBeEnabled()
  await take(page, 'import')
  page.once('dialog', (asked) => void asked.accept())
  await show(page, '/folders')
  await button(page, 'Export logins').click()
  await expect(dialog(page)).toBeVisible()
  await take(page, 'export')
}
