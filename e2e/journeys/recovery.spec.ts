import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import type { FolderId, MemberId } from '../../shared/bytes/ids.ts'
import { openDesk, pageUrl } from '../desk.ts'
import type { Desk } from '../desk.ts'
import { itemsIn, join, look as seen, newPerson, refresh, setUp, sign, unlock } from '../../tests/headless/person.ts'
import type { Person } from '../../tests/headless/person.ts'
import { need } from '../../tests/headless/org.ts'
import * as people from '../people.ts'
import { startStack } from '../../tests/stack.ts'
import type { Stack } from '../../tests/stack.ts'
import { AGENT, OWNER, button, heading } from './fixtures.ts'
import { judge, looks, words } from './judge.ts'
import type { Look } from './judge.ts'

// A personal folder, from joining to the loss of every key and its recovery: the person at one desk, an owner at another,
// two more owners without a screen.
test.describe.configure({ mode: 'serial' })

const PIN = 'corail-9035'
let stack: Stack
let odile: Person
let nora: Person
let owner: Desk
let agent: Desk
let own: FolderId
let lost: MemberId

const askedOf = async (by: Person) => need((await seen(by)).invitations.find(({ state }) => state === 'asked'))
const approve = async (by: Person) => {
  await refresh(by)
  await sign(by, { do: 'approve-proposal', proposed: need((await seen(by)).proposals.at(-1)).proposed })
}
const invite = async (name: string, email: string, role: 'owner' | 'member', replaces: MemberId | null = null) =>
  need((await sign(odile, { do: 'invite', name, email, role, teams: [], replaces })).code)

test.beforeAll(async () => {
  stack = await startStack()
  odile = newPerson()
  nora = newPerson()
  await setUp(odile, stack.origin, stack.setupCode, PIN)
  await join(nora, stack.origin, await invite('Nora Petit', 'nora@atlas.example', 'owner'), PIN)
  await refresh(odile)
  await sign(odile, { do: 'approve', invitation: (await askedOf(odile)).invitation })
  await unlock(nora, PIN)
  owner = await openDesk()
  await people.join(owner, { code: await invite('Odile Laurent', OWNER.email, 'owner'), pin: OWNER.pin })
  await refresh(odile)
  await sign(odile, { do: 'approve', invitation: (await askedOf(odile)).invitation })
  await approve(nora)
  await people.unlock(owner, OWNER.pin)
})
test.afterAll(async () => {
  await Promise.all([owner.close(), agent.close()])
  await stack.stop()
})

async function show(page: Page, { lang, colorScheme }: Look, address = 'console.html'): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await page.goto('about:blank')
  const [file = '', place = ''] = address.split('#')
  await page.goto(pageUrl(`${file}?lang=${lang}${place === '' ? '' : `#${place}`}`))
  await page.bringToFront()
}
const dialog = (page: Page) => page.getByRole('dialog')
const section = (page: Page, name: string) => page.getByRole('navigation').getByRole('link', { name }).first().click()

test('S14: two owners allow recovery of personal folders; the policy says that this is weaker, and needs both', async () => {
  const { page } = owner
  for (const look of looks) {
    const t = words(look.lang)
    await show(page, look)
    await section(page, t.owners.policy)
    await page.getByLabel(t.recovery.policy).check()
    await expect(page.getByText(t.owners.weaker)).toBeVisible()
    await judge(page, look, 'console', 'recovery policy')
    await button(page, t.owners.reviewPolicy).click()
    await expect(dialog(page).getByText(t.recovery.changed(t.recovery.on, t.recovery.off))).toBeVisible()
    await judge(page, look, 'console', 'recovery policy review')
  }
  await dialog(page).getByRole('button', { name: 'Sign and ask a second owner' }).click()
  await button(page, 'Done').click()
  await approve(nora)
  await refresh(odile)
})

test('S1: the invitation itself tells a newcomer that owners can recover a folder', async () => {
  agent = await openDesk()
  const code = await invite(AGENT.name, AGENT.email, 'member')
  const { page } = agent
  for (const look of looks) {
    const t = words(look.lang)
    await show(page, look, 'unlock.html#/join')
    await page.getByLabel(t.unlock.joinCode).fill(code)
    await button(page, t.common.continue).click()
    await expect(page.getByText(t.recovery.atJoining)).toBeVisible()
    await judge(page, look, 'unlock', 'join with recovery')
  }
  await people.join(agent, { code, pin: AGENT.pin })
  await refresh(odile)
  await sign(odile, { do: 'approve', invitation: (await askedOf(odile)).invitation })
  lost = need((await seen(odile)).people.find(({ name }) => name === AGENT.name)).member
  await people.unlock(agent, AGENT.pin)
})

test('a person creates a personal folder, reads who could recover it, and agrees', async () => {
  const { page } = agent
  for (const look of looks) {
    const t = words(look.lang)
    await show(page, look)
    await expect(page.getByText(t.folder.noneTitle)).toBeVisible()
    await button(page, t.recovery.create).click()
    await expect(page.getByText(t.recovery.agreeHint(3))).toBeVisible()
    await judge(page, look, 'console', 'personal create')
    if (look.lang === 'fr') await page.keyboard.press('Escape')
  }
  await dialog(page).getByLabel('Folder name').fill('')
  await dialog(page).getByRole('button', { name: 'Make my personal folder' }).click()
  await expect(dialog(page).getByText('Give it a name.')).toBeVisible()
  await dialog(page).getByLabel('Folder name').fill('Mon coffre')
  await page.getByLabel('Owners may give it back to me').uncheck()
  await page.keyboard.press('Enter')
  await expect(heading(page, 'Mon coffre')).toBeVisible()
  await expect(page.getByText('If you lose your keys, this folder is lost')).toBeVisible()
  for (const look of looks) {
    const t = words(look.lang)
    await show(page, look)
    await page.getByRole('treeitem', { name: 'Mon coffre' }).click()
    await expect(page.getByText(t.recovery.offeredHint(3))).toBeVisible()
    await judge(page, look, 'console', 'personal offered')
  }
  await button(page, 'Let two owners give it back').click()
  await expect(page.getByText('two of 3 owners together can give it back')).toBeVisible()
  await people.createLogin(agent, 'Mon coffre', {
    name: 'Portail',
    username: 'ines',
    password: 'Brume-81',
    company: null,
    addresses: ['https://portail.example/login'],
  })
  for (const look of looks) {
    await show(page, look)
    await page.getByRole('treeitem', { name: 'Mon coffre' }).click()
    await judge(page, look, 'console', 'personal set')
  }
  await button(page, 'More actions').first().click()
  await expect(page.getByRole('menuitem')).toHaveText(['Rename folder', 'Deleted logins', 'Export'])
  await page.keyboard.press('Escape')
})

test('P4 S14: after every key is lost, two owners recover the folder; each reads what it means, and neither sees the folder', async () => {
  const again = newPerson()
  await join(again, stack.origin, await invite(AGENT.name, AGENT.email, 'member', lost), PIN)
  await refresh(odile)
  await sign(odile, { do: 'approve', invitation: (await askedOf(odile)).invitation })
  await unlock(again, PIN)
  await expect(agent.page.getByText('no longer have access')).toBeVisible()

  const { page } = owner
  for (const look of looks) {
    const t = words(look.lang)
    await show(page, look)
    await section(page, t.owners.waiting)
    await page.getByRole('row').filter({ hasText: t.recovery.waitState }).click()
    await expect(page.getByText(t.recovery.waitFirst(AGENT.name))).toBeVisible()
    await judge(page, look, 'console', 'recoverable')
    await button(page, t.recovery.review).click()
    await expect(dialog(page).getByText(t.recovery.truthKeys)).toBeVisible()
    await expect(dialog(page).getByRole('button', { name: t.owners.signAndAsk })).toBeEnabled()
    await judge(page, look, 'console', 'recover review')
  }
  await dialog(page).getByRole('button', { name: 'Sign and ask a second owner' }).click()
  await button(page, 'Done').click()
  await section(page, 'Waiting')
  await page.getByRole('row').filter({ hasText: 'gets the personal folder' }).click()
  await expect(button(page, 'Take back')).toBeVisible()
  await approve(nora)
  await refresh(nora)
  await expect(page.getByText('This no longer waits')).toBeVisible()
  await expect
    .poll(async () => {
      await refresh(again)
      own = need((await seen(again)).folders[0]).folder
      const held = await itemsIn(again, own)
      return 'items' in held ? held.items.map(({ name }) => name) : held.refused
    })
    .toEqual(['Portail'])
  await expect(page.getByText('Mon coffre')).toHaveCount(0)
})
