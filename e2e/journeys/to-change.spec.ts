import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { join, newPerson } from '../../tests/headless/person.ts'
import { pageUrl } from '../desk.ts'
import type { Desk } from '../desk.ts'
import * as people from '../people.ts'
import { startStack } from '../../tests/stack.ts'
import type { Stack } from '../../tests/stack.ts'
import { AGENT, CLIENT, OWNER, TEAM, button, buildTree, heading, ownerDesk } from './fixtures.ts'
import { inTurn, judge, looks, words } from './judge.ts'

// Somebody leaves: the passwords that they could use stay on the screen, through a reload and a lock, until each is another one.
test.describe.configure({ mode: 'serial' })

const t = words('en')
let stack: Stack
let desk: Desk

test.beforeAll(async () => {
  stack = await startStack()
  desk = await ownerDesk(stack)
  await buildTree(desk)
  const login = { username: 'agent-042', password: 'Brume-81', company: null }
  await people.createLogin(desk, CLIENT, { ...login, name: 'Portail', addresses: ['https://portail.example/login'] })
  await people.createLogin(desk, CLIENT, { ...login, name: 'Extranet', addresses: ['https://extranet.example'] })
})
test.afterAll(async () => {
  await desk.close()
  await stack.stop()
})

const section = (page: Page) =>
  page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: /^Passwords to change/ })
const rows = (page: Page) => page.getByRole('grid', { name: t.toChange.title }).getByRole('row')
const openList = async (page: Page) => {
  await section(page).click()
  await expect(heading(page, t.toChange.title).first()).toBeVisible()
}

test('D1 P7: after a removal the list is a click away, and there after a reload and a lock', async () => {
  const { page } = desk
  await people.grant(desk, CLIENT, TEAM, 'Fill')
  const code = await people.invite(desk, { ...AGENT, team: TEAM })
  await join(newPerson(), stack.origin, code, 'pin-9x4k')
  await people.letIn(desk, AGENT.name)
  await expect(section(page)).toBeHidden()
  await people.removePerson(desk, AGENT.name)
  await button(page, t.toChange.see).click()
  await expect(rows(page)).toHaveCount(2)
  await expect(rows(page).first()).toContainText(`${AGENT.name} left the organisation`)
  await page.reload()
  await openList(page)
  await expect(rows(page)).toHaveCount(2)
  await button(page, t.common.lock).click()
  await expect(heading(page, t.console.lockedTitle)).toBeVisible()
  await people.unlock(desk, OWNER.pin)
  await people.openConsole(desk)
  await expect(section(page)).toContainText('2')
  await openList(page)
  await expect(rows(page)).toHaveCount(2)
})

for (const look of looks)
  test(`the passwords to change, and the mark on a login, ${look.lang}`, inTurn(look), async () => {
    const { page } = desk
    const w = words(look.lang)
    await page.emulateMedia({ colorScheme: look.colorScheme, reducedMotion: 'reduce' })
    await page.goto('about:blank')
    await page.goto(pageUrl(`console.html?lang=${look.lang}#/to-change`))
    await page.bringToFront()
    await expect(page.getByRole('grid', { name: w.toChange.title }).getByRole('row')).toHaveCount(2)
    await judge(page, look, 'console', 'to change')
    await page.getByRole('row', { name: 'Portail' }).click()
    await expect(page.getByText(w.toChange.change)).toBeVisible()
    await judge(page, look, 'console', 'login to change')
  })

test('D1 P7: a row leads to its login, and a new password takes the login off the list', async () => {
  const { page } = desk
  await people.openConsole(desk)
  await openList(page)
  await page.getByLabel(t.toChange.filter).fill('porta')
  await expect(rows(page)).toHaveCount(1)
  await rows(page).first().click()
  await expect(heading(page, 'Portail')).toBeVisible()
  await expect(page.getByText(t.toChange.change)).toBeVisible()
  await people.changePassword(desk, CLIENT, 'Portail', 'Marée-17')
  await expect(page.getByText(t.toChange.change)).toBeHidden()
  const logins = page.getByRole('grid', { name: t.folder.logins })
  await expect(logins.getByRole('row', { name: 'Extranet' })).toContainText(t.toChange.mark)
  await expect(logins.getByRole('row', { name: 'Portail' })).not.toContainText(t.toChange.mark)
  await openList(page)
  await expect(rows(page)).toHaveCount(1)
  await people.changePassword(desk, CLIENT, 'Extranet', 'Marée-18')
  await expect(section(page)).toBeHidden()
})
