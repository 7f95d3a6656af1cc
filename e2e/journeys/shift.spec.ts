import { expect, test } from '@playwright/test'
import { pageUrl } from '../desk.ts'
import type { Desk } from '../desk.ts'
import * as people from '../people.ts'
import { startStack } from '../../tests/stack.ts'
import type { Stack } from '../../tests/stack.ts'
import * as journey from './fixtures.ts'
import { AGENT, OWNER, button, heading } from './fixtures.ts'
import { inTurn, judge, looks, words } from './judge.ts'
import { firstPolicy } from '../../shared/ledger/replay/owners.ts'

// Unlocking with the key alone, within the shift that the organisation's policy allows.
test.describe.configure({ mode: 'serial' })

let stack: Stack
let owner: Desk
test.beforeAll(async () => {
  stack = await startStack()
  owner = await journey.ownerDesk(stack)
  await setHours(8)
})
test.afterAll(async () => {
  await owner.close()
  await stack.stop()
})

/** The owner signs another policy, by the message that a console sends. */
async function setHours(shiftHours: number): Promise<void> {
  const input = {
    do: 'set-policy',
    policy: { ...firstPolicy, shiftHours },
  }
  const answer = await owner.page.evaluate((message): Promise<unknown> => chrome.runtime.sendMessage(message), {
    name: 'act.sign',
    input,
  })
  expect(answer).toMatchObject({ ok: true })
}
const toUnlock = async (query = '') => {
  await owner.page.goto('about:blank')
  await owner.page.goto(pageUrl(`unlock.html${query}#/unlock`))
  await owner.page.bringToFront()
}

test('after a lock within the shift the key alone unlocks, as soon as the window opens', async () => {
  const { page } = owner
  await journey.lockByButton(owner)
  await people.unlock(owner, OWNER.pin)
  await journey.lockByButton(owner)
  await toUnlock()
  await expect(heading(page, 'Unlocked')).toBeVisible()
})

for (const look of looks)
  test(`the window that waits for the key, and the way to the PIN, ${look.lang}`, inTurn(look), async () => {
    const { page } = owner
    const t = words(look.lang)
    await journey.lockByButton(owner)
    await page.setViewportSize({ width: 420, height: 600 })
    await owner.key.hold(false)
    await page.emulateMedia({ colorScheme: look.colorScheme, reducedMotion: 'reduce' })
    await toUnlock(`?lang=${look.lang}`)
    await expect(page.getByText(t.unlock.touchNow)).toBeVisible()
    await judge(page, look, 'unlock', 'touch alone')
    await button(page, t.keys.usePin).click()
    const field = page.getByLabel(t.unlock.pinCloison, { exact: true })
    await expect(field).toBeFocused()
    await owner.key.hold(true)
    await field.fill(OWNER.pin)
    await field.press('Enter')
    await expect(heading(page, t.unlock.unlockedTitle)).toBeVisible()
    await page.setViewportSize({ width: 1280, height: 800 })
  })

test('when the policy ends the shift, a locked desk asks for the PIN and says why', async () => {
  await people.openConsole(owner)
  await journey.buildTree(owner)
  const agent = await journey.agentDesk(owner)
  try {
    const { page } = agent
    await journey.lockByButton(agent)
    await people.openConsole(owner)
    await setHours(0)
    await page.goto(pageUrl('unlock.html#/unlock'))
    await page.bringToFront()
    await expect(page.getByText('The touch alone opens nothing now.')).toBeVisible()
    expect((await journey.stores(agent)).session).toEqual({})
    await page.getByLabel('Cloison PIN', { exact: true }).fill(AGENT.pin)
    await page.keyboard.press('Enter')
    await expect(heading(page, 'Unlocked')).toBeVisible()
  } finally {
    await agent.close()
  }
})
