import { expect, test } from '@playwright/test'
import * as z from 'zod/mini'
import type { Page } from '@playwright/test'
import { plainClient } from '../../shared/vault/about-client.ts'
import { join, newPerson } from '../../tests/headless/person.ts'
import { startStack } from '../../tests/stack.ts'
import type { Stack } from '../../tests/stack.ts'
import { pageUrl } from '../desk.ts'
import type { Desk } from '../desk.ts'
import * as people from '../people.ts'
import { AGENT, CLIENT, TEAM, TOP, agentDesk, awake, button, buildTree, heading, ownerDesk } from './fixtures.ts'
import { inTurn, judge, looks, picture, words } from './judge.ts'

// Where the console begins for who decides: each count leads to its list, each list to where one acts on it.
test.describe.configure({ mode: 'serial' })

const t = words('en')
const DAY = 24 * 3_600_000
const NEWCOMER = { name: 'Nils Berg', email: 'nils@atlas.example' }
const dayIn = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10)

let stack: Stack
let desk: Desk
let agent: Desk
test.beforeAll(async () => {
  stack = await startStack()
  desk = await ownerDesk(stack)
})
test.afterAll(async () => {
  await Promise.all([desk.close(), agent.close()])
  await stack.stop()
})

const signed = z.object({ ok: z.literal(true), value: z.object({ code: z.nullable(z.string()) }) })

/** Signs an act by the message that the console's sheet sends. Returns the code of an invitation. */
async function sign({ page }: Desk, input: object): Promise<string | null> {
  const message = { name: 'act.sign', input }
  const answer = await page.evaluate((sent): Promise<unknown> => chrome.runtime.sendMessage(sent), message)
  return signed.parse(answer).value.code
}
/** The id of the organisation's team. */
const teamId = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const port = chrome.runtime.connect({ name: JSON.stringify({ view: 'console' }) })
        port.onMessage.addListener(({ teams }: { teams: { team: string }[] }) => {
          port.disconnect()
          resolve(teams[0]?.team ?? '')
        })
      }),
  )
const count = (page: Page, name: string | RegExp) => page.getByRole('link', { name })
const overview = (page: Page) =>
  page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: t.overview.title })

test('an empty organisation begins with its first folder, and a calm one says that nothing waits', async () => {
  const { page } = desk
  await expect(heading(page, t.folder.firstTitle)).toBeVisible()
  await buildTree(desk)
  // The page comes back to where it was.
  await people.openConsole(desk)
  await overview(page).click()
  await expect(heading(page, t.overview.calmTitle)).toBeVisible()
  // The owner has one key only, which is worth a look and waits for nobody.
  await count(page, /^1 key is all that you have registered/).click()
  await expect(heading(page, t.keys.myKeys)).toBeVisible()
})

test('whoever only fills begins with the folders', async () => {
  await people.grant(desk, CLIENT, TEAM, 'Fill')
  agent = await agentDesk(desk)
  await people.openConsole(agent)
  await expect(heading(agent.page, t.console.folders)).toBeVisible()
  await expect(overview(agent.page)).toBeHidden()
})

test('what waits and what ends is counted, and each count leads to where one acts on it', async () => {
  const { page } = desk
  const client = await people.folderId(page, CLIENT)
  const login = { username: 'agent-042', password: 'Brume-81', company: null, addresses: ['https://portail.example'] }
  await people.createLogin(desk, TOP, { ...login, name: 'Portail' })
  await sign(desk, { do: 'describe-client', folder: client, about: { ...plainClient(3), end: dayIn(5) } })
  const team = await teamId(page)
  await sign(desk, {
    do: 'grant',
    folder: client,
    to: { kind: 'team', id: team },
    level: 'fill',
    until: Date.now() + 12 * DAY,
  })
  const code = await people.invite(desk, { ...NEWCOMER, team: TEAM })
  await join(newPerson(), stack.origin, code, 'pin-9x4k')
  await overview(page).click()
  await count(page, '1 person asks to be let in').click()
  await expect(page.getByRole('region', { name: 'Requests to join' })).toContainText(NEWCOMER.name)
  await overview(page).click()
  await count(page, /^1 contract ends/).click()
  await page.getByRole('grid', { name: t.overview.lists.contracts }).getByRole('row', { name: CLIENT }).click()
  await expect(heading(page, CLIENT).first()).toBeVisible()
  await overview(page).click()
  await count(page, /^1 grant ends/).click()
  await page.getByRole('grid', { name: t.overview.lists.grants }).getByRole('row', { name: TEAM }).click()
  await expect(button(page, 'Grant access').first()).toBeVisible()
  await overview(page).click()
  await count(page, /^1 folder with logins/).click()
  await expect(page.getByRole('grid', { name: t.overview.lists.single }).getByRole('row')).toContainText(TOP)
})

test('the toolbar counts what waits within a week, and the popup leads to the overview', async () => {
  const { page, context } = desk
  // A newcomer, and a contract that ends in five days; the grant ends later.
  const badge = async () => (await awake(desk)).evaluate(() => chrome.action.getBadgeText({}))
  await expect.poll(badge).toBe('2')
  const popup = await people.openPopup(desk, page)
  await expect(popup.getByText('2 things wait for you.')).toBeVisible()
  await picture(popup, 'popup-waits')
  await popup.getByRole('button', { name: 'Open the overview' }).click()
  await expect(heading(page, t.overview.groups.soon)).toBeVisible()
  await popup.close()
  expect(context.pages().filter((one) => one.url().includes('console.html'))).toHaveLength(1)
})

for (const look of looks)
  test(`the overview and a list behind it, ${look.lang}`, inTurn(look), async () => {
    const { page } = desk
    const w = words(look.lang)
    await page.emulateMedia({ colorScheme: look.colorScheme, reducedMotion: 'reduce' })
    await page.goto('about:blank')
    await page.goto(pageUrl(`console.html?lang=${look.lang}`))
    await page.bringToFront()
    await expect(heading(page, w.overview.groups.soon)).toBeVisible()
    await judge(page, look, 'console', 'overview')
    await page.locator('a[href="#/overview/grants"]').click()
    await expect(page.getByRole('grid', { name: w.overview.lists.grants })).toBeVisible()
    await judge(page, look, 'console', 'overview grants')
  })

const OTHERS = ['Abel', 'Bea', 'Carl', 'Dora', 'Emil', 'Fanny', 'Gaël', 'Hugo', 'Ida']

/** Opens the sheet on which everybody who asks is let in together. */
async function letInAll(page: Page, lang: 'en' | 'fr' = 'en') {
  const w = words(lang)
  await page.getByRole('navigation').getByRole('link', { name: w.console.people }).first().click()
  await page.getByLabel(w.batches.chooseAll).check()
  await button(page, w.batches.letIn(OTHERS.length + 1)).click()
  return page.getByRole('dialog', { name: w.batches.letIn(OTHERS.length + 1) })
}

test('several newcomers ask to be let in, and can be chosen', async () => {
  const { page } = desk
  const team = await teamId(page)
  for (const name of OTHERS) {
    const email = `${name.toLowerCase()}@atlas.example`
    const code = await sign(desk, { do: 'invite', name: `${name} Roux`, email, role: 'member', teams: [team] })
    await join(newPerson(), stack.origin, code ?? '', 'pin-9x4k')
  }
  await people.openConsole(desk)
  await page.getByRole('navigation').getByRole('link', { name: t.console.people }).first().click()
  await expect(page.getByRole('toolbar', { name: t.batches.letInSeveral })).toBeVisible()
  await page.getByLabel(t.batches.choose('Abel Roux')).check()
  await expect(button(page, t.batches.letIn(1))).toBeVisible()
  await page.getByLabel(t.batches.choose('Abel Roux')).uncheck()
})

for (const look of looks)
  test(`the sheet of many people, ${look.lang}`, inTurn(look), async () => {
    const { page } = desk
    const w = words(look.lang)
    await page.emulateMedia({ colorScheme: look.colorScheme, reducedMotion: 'reduce' })
    await page.goto('about:blank')
    await page.goto(pageUrl(`console.html?lang=${look.lang}`))
    await page.bringToFront()
    const sheet = await letInAll(page, look.lang)
    await expect(sheet.getByRole('heading', { name: w.many.gains(OTHERS.length + 1) })).toBeVisible()
    await judge(page, look, 'console', 'sheet of many')
    await button(page, w.common.cancel).click()
    await judge(page, look, 'console', 'requests chosen')
  })

test('one of several is taken back from the sheet, the others are let in under one signature', async () => {
  const { page } = desk
  await people.openConsole(desk)
  const sheet = await letInAll(page)
  const gains = (n: number) => sheet.getByRole('grid', { name: t.many.gains(n) })
  await sheet.getByLabel(t.many.find(t.many.gains(OTHERS.length + 1))).fill('carl')
  await expect(gains(OTHERS.length + 1).getByRole('row')).toContainText(['Carl Roux'])
  await button(page, t.takeBack.takeBack('Carl Roux')).click()
  const fewer = page.getByRole('dialog', { name: t.batches.letIn(OTHERS.length) })
  await expect(fewer.getByRole('heading', { name: t.many.gains(OTHERS.length) })).toBeVisible()
  await button(page, t.takeBack.undo).click()
  await expect(sheet).toBeVisible()
  await button(page, t.takeBack.takeBack(NEWCOMER.name)).click()
  await button(page, 'Sign').click()
  await expect(page.getByText(t.batches.letInDone(OTHERS.length))).toBeVisible()
  // Who was taken back still asks.
  const requests = page.getByRole('region', { name: 'Requests to join' })
  await expect(requests.getByRole('listitem')).toContainText([NEWCOMER.name])
  await expect(page.getByRole('toolbar', { name: t.batches.letInSeveral })).toBeHidden()
})

const INVITED = ['Jan', 'Kim', 'Lou']

test('several invitations are cancelled under one signature, but for the one that is taken back', async () => {
  const { page } = desk
  for (const name of INVITED) {
    const email = `${name.toLowerCase()}@atlas.example`
    await sign(desk, { do: 'invite', name: `${name} Blanc`, email, role: 'member', teams: [] })
  }
  await people.openConsole(desk)
  await page.getByRole('navigation').getByRole('link', { name: t.console.people }).first().click()
  const pending = page.getByRole('region', { name: t.people.pending })
  await pending.getByLabel(t.batches.chooseAll).check()
  await pending.getByLabel(t.batches.choose('Lou Blanc')).uncheck()
  await picture(page, 'invitations-chosen')
  await button(page, t.batches.cancel(2)).click()
  await expect(page.getByRole('dialog', { name: t.batches.cancel(2) })).toContainText('Kim Blanc')
  await button(page, t.takeBack.takeBack('Kim Blanc')).click()
  await expect(page.getByRole('dialog', { name: t.batches.cancel(1) })).not.toContainText('Kim Blanc')
  await picture(page, 'invitations-sheet')
  await button(page, 'Sign').click()
  await expect(page.getByText(t.batches.cancelled(1))).toBeVisible()
  await expect(pending.getByRole('listitem')).toHaveCount(2)
  await expect(pending).not.toContainText('Jan Blanc')
})

test('a removal puts the passwords to change on the overview, for as long as they are not changed', async () => {
  const { page } = desk
  await people.openConsole(desk)
  await people.createLogin(desk, CLIENT, {
    name: 'Extranet',
    username: 'agent-042',
    password: 'Brume-81',
    company: null,
    addresses: ['https://extranet.example'],
  })
  await people.removePerson(desk, AGENT.name)
  await overview(page).click()
  await count(page, /^1 password is to be changed/).click()
  await page.getByRole('grid', { name: t.toChange.title }).getByRole('row', { name: 'Extranet' }).click()
  await people.changePassword(desk, CLIENT, 'Extranet', 'Marée-18')
  await overview(page).click()
  await expect(count(page, '1 person asks to be let in')).toBeVisible()
  await expect(count(page, /password is to be changed/)).toBeHidden()
})
