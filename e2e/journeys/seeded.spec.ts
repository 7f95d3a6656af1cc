import { expect, test } from '@playwright/test'
import { need } from '../../tests/headless/org.ts'
import { sizeFor } from '../../tests/seed/plan.ts'
import { startSeeded } from '../../tests/seed/seeded.ts'
import type { Seeded } from '../../tests/seed/seeded.ts'
import * as people from '../people.ts'
import { seatInBrowser } from '../seeded.ts'
import type { Seat } from '../seeded.ts'
import { button } from './fixtures.ts'
import { judge } from './judge.ts'

const english = { lang: 'en', colorScheme: 'light' } as const

// The console on an organisation of a plan, made once and copied: what a person of each kind sees of it.

let seeded: Seeded
test.beforeAll(async () => {
  test.setTimeout(0)
  seeded = await startSeeded(sizeFor({ members: 60 }))
})
test.afterAll(() => seeded.stack.stop())

const directions = ['Direction Banque', 'Direction Assurance']

const seats: Readonly<Record<Seat, readonly string[]>> = {
  owner: directions,
  admin: directions,
  auditor: [],
  manager: ['Direction Banque'],
  agent: [],
}

for (const seat of ['owner', 'manager', 'agent'] as const)
  test(`a seeded organisation seats the ${seat} in a browser, who sees their part of the tree`, async () => {
    const desk = await seatInBrowser(seeded, seat)
    await people.openConsole(desk)
    const { page } = desk
    const tree = page.getByRole('tree')
    for (const name of seats[seat]) await expect(tree.getByRole('treeitem', { name }).first()).toBeVisible()
    for (const name of directions.filter((one) => !seats[seat].includes(one)))
      await expect(tree.getByRole('treeitem', { name })).toHaveCount(0)
    await expect(tree.getByRole('treeitem').first()).toBeVisible()
    await expect(button(page, /^Lock/)).toBeVisible()
    await desk.close()
  })

test('Ctrl+K finds a client, a person, a team, a login and an act, with the keyboard alone', async () => {
  const desk = await seatInBrowser(seeded, 'admin')
  await people.openConsole(desk)
  const { page } = desk
  const field = page.getByRole('combobox', { name: /^Find a person, folder/ })
  const found = page.getByRole('grid', { name: 'What was found' })
  const find = async (typed: string, first: string) => {
    await page.keyboard.press('Control+k')
    await expect(field).toBeFocused()
    await expect(page.getByText('Reading the logins')).toBeHidden()
    await page.keyboard.type(typed)
    await expect(found.getByRole('row').first()).toContainText(first)
    await page.keyboard.press('Enter')
    await expect(field).toBeHidden()
  }
  const { plan } = seeded
  const client = need(plan.folders.find(({ kind }) => kind === 'client'))
  await find(client.name.toUpperCase(), client.name)
  await expect(page.getByRole('heading', { name: client.name }).first()).toBeVisible()
  const person = need(plan.people.findLast(({ state }) => state === 'member'))
  await find(person.email, person.name)
  await expect(page.getByRole('heading', { name: person.name })).toBeVisible()
  const team = need(plan.teams.at(-1))
  await find(team.name, team.name)
  await expect(page.getByRole('heading', { name: team.name })).toBeVisible()
  const login = need(plan.logins.find(({ folder }) => !need(plan.folders[folder]).isClosed)).fields.name
  await find(login, login)
  await expect(page.getByRole('heading', { name: login }).first()).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('zzzzz nobody')
  await expect(page.getByText('Nothing for “zzzzz nobody”')).toBeVisible()
  await judge(page, english, 'console', 'find nothing')
  await page.keyboard.press('Escape')
  await page.keyboard.type('banq')
  await judge(page, english, 'console', 'find')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await find('go to deleted', 'Go to Deleted logins')
  await expect(page.getByRole('heading', { name: 'Deleted logins' })).toBeVisible()
  await find('lock', 'Lock')
  await expect(page.getByText('Cloison is locked')).toBeVisible()
  await desk.close()
})
