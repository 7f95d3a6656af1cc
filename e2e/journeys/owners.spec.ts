import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { openDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'
import { join, look, newPerson, unlock } from '../../tests/headless/person.ts'
import * as people from '../people.ts'
import { pick } from '../pick.ts'
import { startStack } from '../../tests/stack.ts'
import type { Stack } from '../../tests/stack.ts'
import * as journey from './fixtures.ts'
import { AGENT, CLIENT, OWNER, TEAM, TOP, button, heading } from './fixtures.ts'
import { words } from './judge.ts'

// Two owners on two desks: what one signs alone, what waits for the other, and how both see it live.
test.describe.configure({ mode: 'serial' })

const MONA = { name: 'Mona Kaci', email: 'mona@atlas.example', pin: 'violet-5521' }
const OTHER = 'Direction Assurance'
const inClear = words('en').plainExport

let stack: Stack
let odile: Desk
let mona: Desk

test.beforeAll(async () => {
  stack = await startStack()
  odile = await journey.ownerDesk(stack)
  await journey.buildTree(odile)
})
test.afterAll(async () => {
  await Promise.all([odile.close(), mona.close()])
  await stack.stop()
})

const dialog = (page: Page) => page.getByRole('dialog')
const section = (page: Page, name: string | RegExp) =>
  page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name })
async function sign(page: Page, verb = 'Sign'): Promise<void> {
  await dialog(page).getByRole('button', { name: verb, exact: true }).click()
}
/** Signs an act that another owner must approve, and reads until when it waits. */
async function signAndAsk(page: Page): Promise<void> {
  await sign(page, 'Sign and ask a second owner')
  await expect(heading(page, 'Signed, and it waits')).toBeVisible()
  await expect(dialog(page).getByText(/^It waits for a second owner until \d+ \w+ \d{4}\./)).toBeVisible()
  await button(page, 'Done').click()
}
async function act(page: Page, name: string): Promise<void> {
  await button(page, 'More actions').first().click()
  await page.getByRole('menuitem', { name, exact: true }).click()
}
/** The waiting proposals as a person reads them. */
const waiting = (page: Page) => page.getByRole('grid', { name: 'Waiting' }).getByRole('row')
async function openWaiting(page: Page, sentence: string): Promise<void> {
  await section(page, /^Waiting/).click()
  await waiting(page).filter({ hasText: sentence }).click()
  await expect(heading(page, sentence)).toBeVisible()
}
async function approve(page: Page, sentence: string, truth = sentence): Promise<void> {
  await openWaiting(page, sentence)
  await button(page, 'Approve').click()
  await expect(dialog(page).getByText(truth)).toBeVisible()
  await sign(page)
  await expect(page.getByText('Approved: it is done')).toBeVisible()
}

test('with one owner the console recommends three, and one signature lets the second in', async () => {
  mona = await openDesk()
  const { page } = odile
  await section(page, 'People').click()
  await expect(page.getByText('You are 1 owner: make it three')).toBeVisible()
  const code = await people.invite(odile, { ...MONA, team: TEAM, role: 'Owner' })
  await people.join(mona, { code, pin: MONA.pin })
  const request = page.getByRole('region', { name: 'Requests to join' })
  await button(page, 'Review').click()
  await expect(dialog(page).getByText(`${MONA.name} will be an owner of the organisation.`)).toBeVisible()
  await expect(dialog(page).getByText('If either loses their only key, nobody can let them back in')).toBeVisible()
  await sign(page)
  await expect(request).toBeHidden()
  await expect(page.getByText('You are 2 owners: make it three')).toBeVisible()
  await button(page, 'Dismiss').click()
  await expect(page.getByText('You are 2 owners: make it three')).toBeHidden()
  await people.unlock(mona, MONA.pin)
  await people.openConsole(mona)
  for (const desk of [odile, mona])
    await expect(desk.page.getByText('the other owner cannot let you back in: that takes two owners')).toBeVisible()
})

test('S14: a weaker policy waits for the other owner, who sees it arrive and approves; then both desks show it', async () => {
  const { page } = odile
  await section(page, 'Policy').click()
  await expect(page.getByText('Nothing is changed yet.')).toBeVisible()
  await page.getByLabel('Key alone after an unlock').selectOption({ label: '8 hours' })
  await expect(page.getByText('Weaker: it takes a second owner.')).toBeVisible()
  await page.getByLabel(inClear.policy).selectOption({ label: inClear.allows.bulk })
  await button(page, 'Review the change').click()
  await expect(dialog(page).getByText(inClear.changed(inClear.allows.bulk, inClear.allows.never))).toBeVisible()
  await expect(dialog(page).getByText('Key alone after an unlock: 8 hours (until now: never)')).toBeVisible()
  await signAndAsk(page)
  await expect(page.getByLabel('Key alone after an unlock')).toHaveValue('0')
  await expect(page.getByText('A change waits for a second owner')).toBeVisible()
  await openWaiting(page, 'The policy becomes weaker')
  await expect(page.getByText(`${OWNER.name} proposed this on`)).toBeVisible()
  await expect(button(page, 'Approve')).toHaveCount(0)
  await expect(button(page, 'Take back')).toBeVisible()

  await expect(section(mona.page, 'Waiting 1')).toBeVisible()
  await approve(mona.page, 'The policy becomes weaker', 'Key alone after an unlock: 8 hours (until now: never)')
  await expect(section(mona.page, 'Waiting 1')).toHaveCount(0)
  await expect(page.getByText('This no longer waits')).toBeVisible()
  await expect(page.getByText('Nothing waits')).toBeVisible()

  await section(mona.page, 'Policy').click()
  await expect(mona.page.getByLabel(inClear.policy)).toHaveValue('bulk')
  await expect(mona.page.getByLabel('Key alone after an unlock')).toHaveValue('8')
  await mona.page.getByLabel('Days that a desk keeps sealed data').fill('7')
  await expect(mona.page.getByText('Stricter: your signature is enough.')).toBeVisible()
  await button(mona.page, 'Review the change').click()
  await sign(mona.page)
  await section(page, 'Policy').click()
  await expect(page.getByLabel('Days that a desk keeps sealed data')).toHaveValue('7')
})

test('a withdrawn proposal no longer waits, and with two owners neither can be demoted', async () => {
  const { page } = odile
  await section(page, 'People').click()
  await page.getByRole('row', { name: MONA.name }).click()
  await act(page, 'Make member')
  await expect(dialog(page).getByText('This would leave too few owners')).toBeVisible()
  await button(page, 'Close').last().click()
  await section(page, 'Policy').click()
  await page.getByLabel('Key alone after an unlock').selectOption({ label: '12 hours' })
  await button(page, 'Review the change').click()
  await signAndAsk(page)
  await openWaiting(page, 'The policy becomes weaker')
  await expect(waiting(page)).toHaveCount(1)
  await button(page, 'Take back').click()
  await sign(page)
  await expect(page.getByText('Nothing waits')).toBeVisible()
})

test('a manager moves a folder by keyboard', async () => {
  const { page } = odile
  await people.createFolder(odile, OTHER)
  await people.createLogin(odile, CLIENT, {
    name: 'Portail',
    username: 'agent',
    password: 'Brume-81',
    company: null,
    addresses: ['https://portail.example/login'],
  })
  await people.openFolder(odile, CLIENT)
  await act(page, 'Move')
  const tree = page.getByRole('tree', { name: 'New place' })
  await tree.getByRole('treeitem').first().focus()
  for (const key of ['d', 'Enter']) await page.keyboard.press(key)
  await expect(dialog(page).getByText(`Goes to: ${OTHER}`)).toBeVisible()
  await button(page, 'Review').click()
  await expect(dialog(page).getByText(`${CLIENT}, with every folder below, will be in ${OTHER}.`)).toBeVisible()
  await sign(page)
  const trail = page.getByRole('navigation', { name: 'Where you are' })
  await expect(trail.getByRole('link', { name: OTHER })).toBeVisible()
})

test('a closed client can only be read, and two owners reopen it, one of whom cannot open it', async () => {
  const { page } = odile
  await people.openFolder(odile, CLIENT)
  await act(page, 'Close this client')
  await expect(dialog(page).getByText('To undo it, two owners sign')).toBeVisible()
  await expect(dialog(page).getByText('Who can fill there no more')).toBeVisible()
  await sign(page, `Close ${CLIENT}`)
  await expect(page.getByText('This client is closed')).toBeVisible()
  await expect(page.getByRole('treeitem', { name: `${CLIENT} Closed` })).toBeVisible()
  await page.getByRole('row', { name: 'Portail' }).click()
  await expect(heading(page, 'Portail')).toBeVisible()
  await button(page, 'Show: Password').click()
  await expect(page.getByText('Brume-81')).toBeVisible()
  await expect(button(page, 'Edit')).toHaveCount(0)
  await expect(button(page, 'New login')).toHaveCount(0)
  await page.keyboard.press('e')
  await page.keyboard.press('n')
  await expect(page.getByLabel('Name', { exact: true })).toHaveCount(0)
  await act(page, 'Reopen this client')
  await signAndAsk(page)
  await approve(mona.page, `${CLIENT} is reopened`)
  await expect(button(page, 'New login')).toBeVisible()
  await expect(page.getByText('This client is closed')).toBeHidden()
})

test('a person who lost their keys is invited again, and one click restores what this owner manages', async () => {
  const { page } = odile
  const before = newPerson()
  const first = await people.invite(odile, { ...AGENT, team: TEAM })
  await join(before, stack.origin, first, AGENT.pin)
  await people.letIn(odile, AGENT.name)
  await page.getByRole('row', { name: AGENT.name }).click()
  await act(page, 'Lost their keys')
  await button(page, 'Invite again').click()
  await expect(dialog(page).getByLabel('Full name')).toHaveValue(AGENT.name)
  await button(page, 'Create the invitation').click()
  const code = await dialog(page).getByLabel('Invitation code').inputValue()
  await button(page, 'I have handed it over').click()

  const after = newPerson()
  await join(after, stack.origin, code, AGENT.pin)
  await expect(page.getByText(`Comes back with new keys: ${AGENT.name}`)).toBeVisible()
  await button(page, 'Review').click()
  await expect(dialog(page).getByText(`The old keys of ${AGENT.name} are removed in the same entry`)).toBeVisible()
  await sign(page)
  await expect(dialog(page)).toBeHidden()
  await unlock(after, AGENT.pin)
  expect((await look(after)).teams).toEqual([])
  await openWaiting(page, `${AGENT.name} has new keys`)
  await button(page, 'Put 1 back').click()
  await expect(page.getByText('Nothing waits')).toBeVisible()
  await after.keeper.wake()
  expect((await look(after)).teams.map(({ name }) => name)).toEqual([TEAM])
  await expect(unlock(before, AGENT.pin)).rejects.toMatchObject({ code: expect.any(String) })
})

test('the access list shows until when a grant lasts, and its dates are changed there', async () => {
  const { page } = odile
  await people.openFolder(odile, TOP)
  const list = page.getByRole('list', { name: `Access to ${TOP}` })
  await button(page, 'Grant access').click()
  await pick(page, 'To', AGENT.name)
  await dialog(page).getByLabel('Until').fill('2020-01-31')
  await button(page, 'Review').click()
  await expect(dialog(page).getByText('This day is over already.')).toBeVisible()
  await dialog(page).getByLabel('Until').fill('2099-01-31')
  await button(page, 'Review').click()
  await expect(dialog(page).getByText(`The grant to ${AGENT.name} counts until 31 Jan 2099.`)).toBeVisible()
  await sign(page)
  await expect(list.getByText('on this folder, until 31 Jan 2099')).toBeVisible()
  await button(page, `Change level and dates: ${AGENT.name}`).click()
  await expect(dialog(page).getByLabel('Until')).toHaveValue('2099-01-31')
  await dialog(page).getByLabel('From').fill('2098-12-03')
  await button(page, 'Review').click()
  await sign(page)
  await expect(list.getByText('on this folder, from 3 Dec 2098 to 31 Jan 2099')).toBeVisible()
  await expect(list.getByText('To come')).toBeVisible()
  await dialog(page).waitFor({ state: 'hidden' })
})
