import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { giveKey, pageUrl } from '../desk.ts'
import type { Desk, Key } from '../desk.ts'
import { failures } from '../../extension/words/failures.ts'
import * as people from '../people.ts'
import { startStack } from '../../tests/stack.ts'
import type { Stack } from '../../tests/stack.ts'
import * as journey from './fixtures.ts'
import { AGENT, OWNER, button, heading } from './fixtures.ts'
import { inTurn, judge, looks, words } from './judge.ts'
import type { Look } from './judge.ts'

test.describe.configure({ mode: 'serial' })

const NEW = 'opale-7283'
const SECOND = 'jade-61904'

let stack: Stack
let owner: Desk
const desks: Desk[] = []
let second: Key

test.beforeAll(async () => {
  stack = await startStack()
  owner = await journey.ownerDesk(stack)
  desks.push(owner)
  await journey.buildTree(owner)
})
test.afterAll(async () => {
  await Promise.all(desks.map((desk) => desk.close()))
  await stack.stop()
})

const myKeys = (page: Page, t = words('en')) => page.getByRole('list', { name: t.keys.myKeys })
const toMyKeys = async (desk: Desk) => {
  await people.openConsole(desk)
  await desk.page.getByRole('link', { name: 'My keys' }).click()
  await expect(myKeys(desk.page)).toBeVisible()
}
const changePin = async (page: Page, now: string, next: string, again = next) => {
  await page.getByLabel('Your Cloison PIN until now').fill(now)
  await page.getByLabel('Your new Cloison PIN').fill(next)
  await page.getByLabel('The same once more').fill(again)
  await button(page, 'Continue').click()
}
async function show(page: Page, { lang, colorScheme }: Look, file: string, hash = ''): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await page.goto('about:blank')
  await page.goto(pageUrl(`${file}.html?lang=${lang}${hash}`))
  await page.bringToFront()
}

test('a person changes the PIN of the key in use: a wrong old PIN and two that differ are reported, then the new one unlocks', async () => {
  const { page } = owner
  await toMyKeys(owner)
  await journey.followOurWindow(owner, () => button(page, 'Change its PIN').click())
  await expect(page.getByText(/This is the PIN of the key in use, registered on/)).toBeVisible()
  await page.bringToFront()
  await changePin(page, 'ambre-4418', NEW)
  await expect(page.getByText('This is not your Cloison PIN.')).toBeVisible()
  await expect(page.getByText('9 tries left')).toBeVisible()
  await expect(page.getByLabel('Your new Cloison PIN')).toHaveValue(NEW)
  await changePin(page, '', NEW)
  await expect(page.getByText('Type the PIN that holds until now.')).toBeVisible()
  await page.getByLabel('Your Cloison PIN until now').pressSequentially(OWNER.pin)
  await expect(page.getByLabel('Your Cloison PIN until now')).toHaveValue(OWNER.pin)
  await changePin(page, OWNER.pin, '123456')
  await expect(page.getByText('This PIN is too easy to guess.')).toBeVisible()
  await changePin(page, OWNER.pin, NEW, `${NEW}x`)
  await expect(page.getByText(/The two are not the same/)).toBeVisible()
  await expect(page.getByText('9 tries left')).toBeVisible()
  await changePin(page, OWNER.pin, NEW)
  await expect(heading(page, 'Your new PIN holds')).toBeVisible()
  await journey.lockByButton(owner)
  await journey.tryToUnlock(owner, OWNER.pin)
  await expect(page.getByText('9 tries left')).toBeVisible()
  await people.unlock(owner, NEW)
})

test('a second key has its own PIN, and changing one PIN does not change the other', async () => {
  const { page } = owner
  await toMyKeys(owner)
  await owner.key.hold(false)
  second = await giveKey(page)
  await journey.followOurWindow(owner, () => button(page, 'Register another key').click())
  await page.bringToFront()
  await journey.choosePin(page, SECOND)
  await button(page, 'Use my key').click()
  await expect(heading(page, 'This key is registered')).toBeVisible()
  await toMyKeys(owner)
  await expect(myKeys(page).getByRole('listitem')).toHaveCount(2)
  await expect(myKeys(page).getByRole('listitem').filter({ hasText: 'In use here' })).toHaveCount(1)
  await journey.lockByButton(owner)
  await people.unlock(owner, SECOND)
})

test('a person revokes the key they lost, and it no longer unlocks', async () => {
  const { page } = owner
  for (const look of looks) {
    const t = words(look.lang)
    await show(page, look, 'console', '#/keys')
    await expect(myKeys(page, t).getByRole('listitem')).toHaveCount(2)
    await judge(page, look, 'console', 'my keys')
    await button(page, t.keys.revoke).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await judge(page, look, 'console', 'revoke')
    await button(page, t.common.cancel).click()
  }
  await button(page, 'Revoke').click()
  await expect(page.getByRole('dialog')).toContainText('every desk that it opened locks at once')
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click()
  await expect(myKeys(page).getByRole('listitem')).toHaveCount(1)
  await expect(page.getByText('The key is revoked')).toBeVisible()
  await journey.lockByButton(owner)
  await second.hold(false)
  await owner.key.hold(true)
  await journey.tryToUnlock(owner, NEW)
  await expect(page.getByText('This key was revoked.')).toBeVisible()
  await owner.key.hold(false)
  await second.hold(true)
  await people.unlock(owner, SECOND)
})

test('an owner revokes the only key of somebody who lost it: the desk that it opened locks, and says why', async () => {
  await people.openConsole(owner)
  const agent = await journey.agentDesk(owner)
  desks.push(agent)
  await people.openConsole(agent)
  await people.openConsole(owner)
  await owner.page.getByRole('link', { name: 'People' }).click()
  await owner.page.getByRole('row', { name: AGENT.name }).first().click()
  await expect(owner.page.getByRole('list', { name: `Keys of ${AGENT.name}` })).toBeVisible()
  await judge(owner.page, { lang: 'en', colorScheme: 'light' }, 'console', 'keys of somebody')
  await button(owner.page, 'Revoke').click()
  await expect(owner.page.getByRole('dialog')).toContainText('the last key of')
  await owner.page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click()
  await expect(owner.page.getByText(/No key is left/)).toBeVisible()
  await expect(heading(agent.page, 'Cloison is locked')).toBeVisible()
  await expect(agent.page.getByText('The key that opened this desk was revoked.')).toBeVisible()
  expect((await journey.stores(agent)).session).toEqual({})
  await journey.tryToUnlock(agent, AGENT.pin)
  await expect(agent.page.getByText('This key was revoked.')).toBeVisible()
})

for (const look of looks)
  test(`how changing the PIN looks, ${look.lang}`, inTurn(look), async () => {
    const t = words(look.lang)
    const { page } = owner
    await page.setViewportSize({ width: 420, height: 600 })
    await show(page, look, 'unlock', '#/pin')
    await expect(page.getByLabel(t.keys.pinNow)).toBeVisible()
    await judge(page, look, 'unlock', 'change pin')
    await button(page, t.common.continue).click()
    await expect(page.getByText(t.keys.pinTyped)).toBeVisible()
    await page.getByLabel(t.keys.pinNow).fill('ambre-4418')
    await page.getByLabel(t.keys.pinNext).fill(NEW)
    await page.getByLabel(t.unlock.pinAgain).fill(NEW)
    await second.hold(false)
    await button(page, t.common.continue).click()
    await expect(page.getByText(t.keys.pinStays)).toBeVisible()
    await judge(page, look, 'unlock', 'change pin touch')
    await button(page, t.common.cancel).click()
    await second.hold(true)
    await button(page, t.common.continue).click()
    await expect(page.getByText(failures[look.lang]['wrong-pin'].what)).toBeVisible()
    await judge(page, look, 'unlock', 'change pin wrong')
    await page.setViewportSize({ width: 1280, height: 800 })
  })
