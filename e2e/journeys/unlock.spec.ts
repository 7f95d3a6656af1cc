import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { giveKey, pageUrl } from '../desk.ts'
import type { Desk, Key } from '../desk.ts'
import * as people from '../people.ts'
import { startStack } from '../../tests/stack.ts'
import type { Stack } from '../../tests/stack.ts'
import * as journey from './fixtures.ts'
import { OWNER, button, heading } from './fixtures.ts'

test.describe.configure({ mode: 'serial' })

const WRONG = 'ambre-4418'

let stack: Stack
let otherStack: Stack
let owner: Desk
let otherKey: Key

test.beforeAll(async () => {
  ;[stack, otherStack] = await Promise.all([startStack(), startStack()])
  owner = await journey.ownerDesk(stack)
  await journey.lockByButton(owner)
})
test.afterAll(async () => {
  await owner.close()
  await Promise.all([stack.stop(), otherStack.stop()])
})

const pinField = () => owner.page.getByLabel('Cloison PIN', { exact: true })

/** Nobody is unlocked, and the worker's stores hold nothing of a person. */
async function expectLocked(): Promise<void> {
  const { session } = await journey.stores(owner)
  expect(session).not.toHaveProperty('unlocked')
  await owner.page.goto(pageUrl('console.html'))
  await expect(heading(owner.page, 'Cloison is locked')).toBeVisible()
}

test('the console and the popup each open the unlock window, at its address and size', async () => {
  const { context, page } = owner
  const isOurs = (one: Page) => one.url() === pageUrl('unlock.html#/unlock')
  const popup = await context.newPage()
  const opens = [() => button(page, 'Unlock').click(), () => popup.goto(pageUrl('popup.html?tab=1'))]
  // Playwright resizes every window: the size that the product asked for can only be read at creation.
  await page.evaluate(() => {
    chrome.windows.onCreated.addListener(({ type, width, height }) => {
      document.title = `${String(type)} ${String(width)} x ${String(height)}`
    })
  })
  for (const open of opens) {
    await open()
    await expect.poll(() => context.pages().filter(isOurs).length).toBe(1)
    const window = context.pages().find(isOurs)
    await expect(page).toHaveTitle('popup 420 x 600')
    await page.evaluate(() => void (document.title = ''))
    await window?.close()
  }
  await popup.close()
})

test('a wrong PIN shows the tries left, one fewer each time, and refocuses the field; the right one resets them to ten', async () => {
  const { page } = owner
  await journey.tryToUnlock(owner, WRONG)
  for (const left of [9, 8, 7]) {
    await expect(page.getByText(`${String(left)} tries left`)).toBeVisible()
    await expect(page.getByText('This is not your Cloison PIN.')).toBeVisible()
    await expect(pinField()).toBeFocused()
    await page.keyboard.press('Control+A')
    await page.keyboard.type(left === 7 ? OWNER.pin : WRONG)
    await page.keyboard.press('Enter')
  }
  await expect(heading(page, 'Unlocked')).toBeVisible()
  await journey.lockByButton(owner)
  await journey.tryToUnlock(owner, WRONG)
  await expect(page.getByText('9 tries left')).toBeVisible()
  await expectLocked()
})

test('the right PIN with an unregistered key opens nothing', async () => {
  const { page } = owner
  await owner.key.hold(false)
  otherKey = await giveKey(page)
  await journey.tryToUnlock(owner, OWNER.pin)
  await expect(page.getByText('The key was not used.')).toBeVisible()
  await expect(pinField()).toHaveValue(OWNER.pin)
  await expectLocked()
})

test('the key of another organisation opens nothing, even with the same PIN', async () => {
  const { page } = owner
  const trust = async (stack: Stack) => {
    await page.goto(pageUrl(`unlock.html#/open?server=${encodeURIComponent(stack.origin)}`))
    await page.reload()
  }
  await trust(otherStack)
  await people.setUp(owner, { code: otherStack.setupCode, org: 'Autre Relation', ...OWNER })
  await trust(stack)
  await expect(page.getByText(`This browser profile uses ${otherStack.origin} now.`)).toBeVisible()
  await button(page, 'Trust this server').click()
  await expect(pinField()).toBeVisible()
  await journey.tryToUnlock(owner, OWNER.pin)
  await expect(page.getByText('The server does not know this key.')).toBeVisible()
  await expectLocked()
})

test("of two colleagues, neither key unlocks with the other one's PIN", async () => {
  await otherKey.hold(false)
  await owner.key.hold(true)
  await people.unlock(owner, OWNER.pin)
  await people.openConsole(owner)
  await journey.buildTree(owner)
  const agent = await journey.agentDesk(owner)
  try {
    await journey.lockByButton(agent)
    await journey.tryToUnlock(agent, OWNER.pin)
    await expect(agent.page.getByText('9 tries left')).toBeVisible()
    await expect(heading(agent.page, 'Unlocked')).toBeHidden()
    expect((await journey.stores(agent)).session).toEqual({})
  } finally {
    await agent.close()
  }
})

test('ten wrong PINs block the key for good, and the person is told what to do', async () => {
  const { page } = owner
  await journey.lockByButton(owner)
  await journey.tryToUnlock(owner, WRONG)
  for (let left = 9; left > 0; left -= 1) {
    await expect(page.getByText(left === 1 ? '1 try left' : `${String(left)} tries left`)).toBeVisible()
    await pinField().press('Enter')
  }
  const blocked = page.getByText('This key is blocked: too many wrong PINs.')
  await expect(blocked).toBeVisible()
  await expect(page.getByText('Use your other key, or ask an administrator for a new invitation.')).toBeVisible()
  await journey.tryToUnlock(owner, OWNER.pin)
  await expect(blocked).toBeVisible()
  await expectLocked()
})
