import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { pageUrl } from '../desk.ts'
import type { Desk } from '../desk.ts'
import * as people from '../people.ts'
import { startStack } from '../../tests/stack.ts'
import type { Stack } from '../../tests/stack.ts'
import * as journey from './fixtures.ts'
import { CLIENT, TEAM, TOP, button, heading } from './fixtures.ts'
import { inTurn, judge, looks, words } from './judge.ts'

// What a new organisation's owner is led through, and the help that says where things are.
test.describe.configure({ mode: 'serial' })

let stack: Stack
let owner: Desk
const desks: Desk[] = []
test.beforeAll(async () => {
  stack = await startStack()
  owner = await journey.ownerDesk(stack)
  desks.push(owner)
})
test.afterAll(async () => {
  await Promise.all(desks.map((desk) => desk.close()))
  await stack.stop()
})

const t = words('en').firstSteps
const step = (page: Page, name: keyof typeof t.steps) =>
  page.getByRole('listitem').filter({ hasText: t.steps[name].name })
const isDone = (page: Page, name: keyof typeof t.steps) =>
  expect(step(page, name).getByRole('img', { name: t.done })).toBeVisible()

/** The page comes back to where it was: the overview is one step further. */
async function openOverview(): Promise<void> {
  await people.openConsole(owner)
  await owner.page
    .getByRole('link', { name: words('en').overview.title })
    .first()
    .click()
}

for (const look of looks)
  test(`an empty console leads an owner to the first steps, ${look.lang}`, inTurn(look), async () => {
    const { page } = owner
    await page.emulateMedia({ colorScheme: look.colorScheme, reducedMotion: 'reduce' })
    await page.goto('about:blank')
    await page.goto(pageUrl(`console.html?lang=${look.lang}`))
    await expect(heading(page, words(look.lang).firstSteps.title)).toBeVisible()
    await judge(page, look, 'console', 'first steps')
  })

test('each step leads to its act, and is ticked once it is true', async () => {
  const { page } = owner
  await openOverview()
  await expect(page.getByText(t.progress(0, 6))).toBeVisible()
  await button(page, t.steps.folder.name).click()
  await page.getByRole('dialog').getByLabel('Folder name').fill(TOP)
  await button(page, 'Create folder').click()
  await people.createSubfolder(owner, TOP, CLIENT)
  await openOverview()
  await isDone(page, 'folder')
  await button(page, t.steps.team.name).click()
  await people.createTeam(owner, TEAM, TOP)
  await openOverview()
  await isDone(page, 'team')
  await button(page, t.steps.invite.name).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  desks.push(await journey.agentDesk(owner))
  await openOverview()
  await isDone(page, 'invite')
  await expect(page.getByText(t.progress(3, 6))).toBeVisible()
})

test('put away, the steps are gone from the first screen, also after a reload, and are found under Help', async () => {
  const { page } = owner
  await button(page, t.away).click()
  await expect(heading(page, t.title)).toBeHidden()
  await openOverview()
  await expect(heading(page, words('en').overview.pickTitle)).toBeVisible()
  await button(page, t.help).click()
  await page.getByRole('dialog').getByRole('link', { name: t.title }).click()
  await expect(heading(page, t.title)).toBeVisible()
  await expect(page.getByRole('dialog')).toBeHidden()
})

test('the help says where things are, to each what they may do', async () => {
  const agent = desks.at(-1)
  if (agent === undefined) throw new Error('nobody was hired')
  await people.openConsole(agent)
  await agent.page.keyboard.press('?')
  const help = agent.page.getByRole('dialog', { name: t.help })
  await expect(help.getByText(t.where.settings.do)).toBeVisible()
  await expect(help.getByText(t.where.invite.do)).toBeHidden()
  await expect(help.getByText(t.title)).toBeHidden()
  await help.getByRole('link', { name: t.where.settings.do }).click()
  await expect(heading(agent.page, words('en').settings.title)).toBeVisible()
})

for (const look of looks)
  test(`the help, ${look.lang}`, inTurn(look), async () => {
    const { page } = owner
    await page.emulateMedia({ colorScheme: look.colorScheme, reducedMotion: 'reduce' })
    await page.goto('about:blank')
    await page.goto(pageUrl(`console.html?lang=${look.lang}`))
    await button(page, words(look.lang).firstSteps.help).click()
    await judge(page, look, 'console', 'help')
  })
