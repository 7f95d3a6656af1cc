import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import { endingWords } from '../../extension/words/endings.ts'
import { findWords } from '../../extension/words/find-person.ts'
import { need } from '../../tests/headless/org.ts'
import { sizeFor } from '../../tests/seed/plan.ts'
import { startSeeded } from '../../tests/seed/seeded.ts'
import type { Seeded } from '../../tests/seed/seeded.ts'
import type { Desk } from '../desk.ts'
import * as people from '../people.ts'
import { SEATED, seatInBrowser } from '../seeded.ts'
import { button, heading } from './fixtures.ts'
import { picture, words } from './judge.ts'

// People, access and whole files of logins, on an organisation of a plan: an owner's desk, then the desk of a direction's manager.
test.describe.configure({ mode: 'serial' })

const t = words('en')
const endings = endingWords.en

let seeded: Seeded
let desk: Desk
let page: Page
test.beforeAll(async () => {
  test.setTimeout(0)
  seeded = await startSeeded(sizeFor({ members: 60 }))
  desk = await seatInBrowser(seeded, 'owner')
  page = desk.page
  await people.openConsole(desk)
})
test.afterAll(async () => {
  await desk.close()
  await seeded.stack.stop()
})

const dialog = (of = page) => of.getByRole('dialog')
const act = (name: string | RegExp, of = page) =>
  dialog(of).getByRole('button', { name, exact: typeof name === 'string' })
const section = (name: string | RegExp, of = page) =>
  of.getByRole('navigation', { name: t.console.sections }).getByRole('link', { name })
const team = (at: number) => need(seeded.plan.teams[at])
const person = (at: number) => need(seeded.plan.people[at])
const inState = (state: string) => need(seeded.plan.people.find((one) => one.state === state))

/** Goes to what Ctrl+K finds first for these words. */
async function goTo(typed: string, first = typed): Promise<void> {
  await page.keyboard.press('Control+k')
  await expect(page.getByText('Reading the logins')).toBeHidden()
  await dialog().getByRole('combobox').fill(typed)
  await expect(dialog().getByRole('row').first()).toContainText(first)
  await page.keyboard.press('Enter')
  await expect(dialog()).toBeHidden()
}
const chooseAct = async (row: Locator, name: string) => {
  await row.getByRole('button', { name: /^Acts on/ }).click()
  await page.getByRole('menuitem', { name }).click()
}

test('the overview counts who asks, and leads to them', async () => {
  const asking = seeded.plan.people.filter(({ state }) => state === 'asked').length
  await section(t.overview.title).click()
  await page.getByRole('link', { name: t.overview.requests(asking) }).click()
  await expect(page.getByRole('region', { name: t.people.requests }).getByRole('listitem')).toHaveCount(asking)
})

test('one of those who ask is refused; an invitation gets a new code, and another one is cancelled', async () => {
  await section(/^People/).click()
  const asks = inState('asked')
  const request = page.getByRole('region', { name: t.people.requests }).getByRole('listitem')
  await request.filter({ hasText: asks.email }).getByRole('button', { name: endings.refuse }).click()
  await act(endings.refuse).click()
  await expect(request.filter({ hasText: asks.email })).toHaveCount(0)
  const pending = page.getByRole('region', { name: t.people.pending }).getByRole('listitem')
  const [again, gone] = seeded.plan.people.filter(({ state }) => state === 'invited').map(({ name }) => name)
  await chooseAct(pending.filter({ hasText: need(again) }), endings.newCode)
  await expect(dialog().getByLabel('Invitation code')).toHaveValue(/\S{100}/)
  await button(page, 'I have handed it over').click()
  await chooseAct(pending.filter({ hasText: need(gone) }), endings.cancelInvitation)
  await act(endings.cancelInvitation).click()
  await expect(pending.filter({ hasText: need(gone) })).toHaveCount(0)
  await expect(pending.filter({ hasText: need(again) })).toHaveCount(1)
})

test('a person’s page says what they can open, each folder once, and by which team or grant', async () => {
  const at = need(team(13).members[0])
  await goTo(person(at).email, person(at).name)
  await expect(heading(page, person(at).name)).toBeVisible()
  const opens = page.locator('.c-detail').getByRole('grid').getByRole('row')
  const client = need(seeded.plan.folders[team(13).home]).name
  await expect(opens.filter({ hasText: client })).toHaveCount(1)
  await expect(opens.filter({ hasText: client })).toContainText(
    `as a member of ${team(13).name}, by a grant on ${client}`,
  )
})

test('the sheet of a grant to a team counts who gains and who has it already, and names each', async () => {
  const [to, on] = [team(8).name, 'Habitation']
  await goTo(on)
  await button(page, t.folder.grant).first().click()
  await dialog().getByRole('combobox', { name: t.folder.to }).fill(to)
  await dialog().getByRole('row', { name: to }).first().click()
  await act(t.folder.review).click()
  const gains = team(8).members.length
  const isIn = (at: number) => team(10).members.includes(at)
  const fresh = team(8).members.filter((at) => !isIn(at)).length
  expect([gains, fresh]).toEqual([11, 11])
  await expect(dialog().getByRole('heading', { name: t.many.gains(fresh) })).toBeVisible()
  await dialog()
    .getByLabel(t.many.find(t.many.gains(fresh)))
    .fill('munteanu')
  await expect(dialog().getByRole('grid').getByRole('row').first()).toContainText(/Fill on Habitation/)
  await act(t.common.sign).click()
  await expect(dialog()).toBeHidden()
  await expect(page.getByRole('list', { name: t.folder.accessTo(on) })).toContainText(to)
})

test('logins come in by the wizard, and go out in an encrypted file', async () => {
  const w = t.importing
  await section('Folders').click()
  await button(page, w.title).click()
  const heads = 'Name,URL,Username,Password,Category/Subcategory,Tags,Description,Opt1,Opt2,Opt3,TOTP'
  const lines = ['Azur', 'Boréal', 'Cobalt'].map(
    (name) => `${name},https://p.example,a-1,Brume-81,Reprise/${name},,,,,,`,
  )
  const file = { name: 'lockpass.csv', mimeType: 'text/csv', buffer: Buffer.from([heads, ...lines].join('\n')) }
  await dialog().locator('input[type=file]').first().setInputFiles(file)
  await act(w.read).click()
  await expect(dialog().getByRole('row', { name: 'Reprise' }).first()).toContainText('New folder: Reprise')
  await act(w.review).click()
  await act(w.start(3)).click()
  await expect(dialog().getByText(w.doneTitle)).toBeVisible()
  await act('Done').click()
  await goTo('Reprise')
  await button(page, t.common.moreActs).first().click()
  await page.getByRole('menuitem', { name: new RegExp(t.exporting.verb) }).click()
  for (const label of [t.exporting.passphrase, t.exporting.repeat])
    await page.getByLabel(label, { exact: true }).fill('cinq mots sans aucun lien')
  const download = page.waitForEvent('download')
  await act(t.exporting.start(3)).click()
  const saved = readFileSync(await (await download).path(), 'latin1')
  expect(saved.startsWith('age-encryption.org/v1')).toBe(true)
  expect(saved).not.toContain('Brume-81')
  await act('Done').click()
})

test('a direction’s manager makes a team, and takes somebody into it whom they find by the whole address', async () => {
  const manager = await seatInBrowser(seeded, 'manager')
  const own = manager.page
  await people.openConsole(manager)
  // Whoever makes a team is in it, and holds its key: only so can they give it to others.
  await people.createTeam(manager, 'Renfort Crédit', 'Crédit')
  await button(own, t.people.addMember).first().click()
  const outside = person(need(team(8).members[0]))
  await dialog(own).getByLabel(findWords.en.label).fill(outside.email)
  await act(findWords.en.find, own).click()
  await expect(dialog(own).getByText(findWords.en.found(outside.name))).toBeVisible()
  await act(t.folder.review, own).click()
  await expect(dialog(own)).toContainText('Renfort Crédit will be 2 people')
  await act(t.common.sign, own).click()
  await expect(dialog(own)).toBeHidden()
  const detail = own.locator('.c-detail')
  await expect(detail).toContainText(outside.name)

  // Out of it again they hold its key no more: they may still take people out, and the page says who brings people in.
  await detail.getByRole('listitem').filter({ hasNotText: outside.name }).getByRole('button').first().click()
  await act(t.common.sign, own).click()
  await expect(detail).toContainText(t.people.notInTeam('Crédit'))
  await expect(button(own, t.people.addMember)).toHaveCount(0)
  await picture(own, 'team-from-outside')
  await expect(button(own, t.people.removeFrom(outside.name, 'Renfort Crédit'))).toBeVisible()
  await manager.close()
})

test('people who leave together are found by a word each, and go under one signature', async () => {
  const leavers = team(13)
    .members.slice(-2)
    .map((at) => person(at).name)
  await section(/^People/).click()
  await button(page, t.people.removeSeveral).click()
  for (const name of leavers) {
    await dialog().getByRole('combobox').fill(name)
    await dialog().getByLabel(name, { exact: true }).check()
  }
  await expect(dialog().getByText(t.people.chosen(2))).toBeVisible()
  await act(t.folder.review).click()
  await expect(dialog().getByText(t.act.removeManyTitle(2))).toBeVisible()
  await act(t.common.sign).click()
  await expect(dialog()).toBeHidden()
  await goTo(team(13).name)
  const members = page.getByRole('list', { name: t.people.members })
  await expect(members).toContainText(person(need(team(13).members[0])).name)
  for (const name of leavers) await expect(members).not.toContainText(name)
})

test('a key gets a name, and the settings hold on this desk', async () => {
  await section(t.keys.myKeys).click()
  await button(page, t.keys.name).click()
  await page.getByLabel(t.keys.nameLabel, { exact: true }).fill('Tiroir du haut')
  await button(page, t.keys.nameVerb).click()
  await expect(page.getByRole('list', { name: t.keys.myKeys })).toContainText('Tiroir du haut')
  await section(t.settings.title).click()
  await page.getByLabel(t.settings.idle, { exact: true }).selectOption('1 minute')
  await page.reload()
  await section(t.settings.title).click()
  await expect(page.getByLabel(t.settings.idle, { exact: true })).toHaveValue('1')
  await expect(page.getByText(SEATED.name).first()).toBeVisible()
})
