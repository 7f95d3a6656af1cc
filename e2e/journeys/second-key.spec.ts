import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { giveKey, openDesk, pageUrl } from '../desk.ts'
import type { Desk } from '../desk.ts'
import { fieldsOf as loginOf, need } from '../../tests/headless/org.ts'
import { furtherKey, look, newPerson, refresh, setUp, sign } from '../../tests/headless/person.ts'
import { servePages } from '../pages/serve.ts'
import type { PagesServer } from '../pages/serve.ts'
import * as people from '../people.ts'
import { startStack } from '../../tests/stack.ts'
import type { Stack } from '../../tests/stack.ts'
import * as journey from './fixtures.ts'
import { AGENT, CLIENT, button, heading } from './fixtures.ts'
import { judge, looks, words } from './judge.ts'
import type { Look } from './judge.ts'
import { exactAddress } from '../../extension/messages/item-fields.ts'
import { firstPolicy } from '../../shared/ledger/replay/owners.ts'
import { newItemId } from '../../shared/bytes/ids.ts'

// The policy requires two keys of everybody, and a newcomer has registered one.
test.describe.configure({ mode: 'serial' })

const LOGIN = 'Portail Atlas'
const SECOND = 'jade-61904'
const policy = { ...firstPolicy, twoKeys: true }
const owner = newPerson()
let stack: Stack
let site: PagesServer
let agent: Desk
let tab: Page
let code = ''

test.beforeAll(async () => {
  ;[stack, site] = await Promise.all([startStack(), servePages()])
  await setUp(owner, stack.origin, stack.setupCode, 'ambre-4417')
  await furtherKey(owner, 'ambre-4418')
  await sign(owner, { do: 'set-policy', policy })
  const { name, email } = AGENT
  code = need((await sign(owner, { do: 'invite', name, email, role: 'member', teams: [] })).code)
  agent = await openDesk()
  tab = await agent.context.newPage()
  await tab.goto(`${site.origin}/portal/`)
})
test.afterAll(async () => {
  await agent.close()
  await Promise.all([stack.stop(), site.close()])
})

/** The owner lets the newcomer in and grants a folder with a login. */
async function letIn(): Promise<void> {
  await refresh(owner)
  const asked = need((await look(owner)).invitations.find(({ state }) => state === 'asked'))
  await sign(owner, { do: 'approve', invitation: asked.invitation })
  const folder = need((await sign(owner, { do: 'create-folder', parent: null, name: CLIENT })).folder)
  const fields = { ...loginOf(LOGIN), urls: [exactAddress(`${site.origin}/portal/`)] }
  await owner.ask['item.save']({ folder, item: newItemId(), base: null, fields }, '')
  const member = need((await look(owner)).people.find(({ name }) => name === AGENT.name)).member
  await sign(owner, { do: 'grant', folder, to: { kind: 'member', id: member }, level: 'fill' })
}

async function show(page: Page, { lang, colorScheme }: Look, file: string): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await page.goto('about:blank')
  const [path = '', hash = ''] = file.split('#')
  await page.goto(pageUrl(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}#${hash}`))
  await page.bringToFront()
}
const small = (page: Page) => page.setViewportSize({ width: 420, height: 600 })

test('the joining window says that two keys are needed before it registers one', async () => {
  const { page } = agent
  await small(page)
  for (const look of looks) {
    const t = words(look.lang)
    await show(page, look, 'unlock.html#/join')
    await page.getByLabel(t.unlock.joinCode).fill(code)
    await button(page, t.common.continue).click()
    await expect(page.getByText(t.secondKey.atJoining)).toBeVisible()
    await judge(page, look, 'unlock', 'join with two keys')
  }
  expect((await journey.stores(agent)).local).toEqual({})
  await people.join(agent, { code, pin: AGENT.pin })
  await letIn()
})

test('P8: the first unlock leads to registering the second key: nothing is shown, offered or filled, and the screen says why', async () => {
  const { page, context } = agent
  await journey.tryToUnlock(agent, AGENT.pin)
  await expect(heading(page, 'A second key is needed')).toBeVisible()
  await expect(page.getByText('nothing is shown or filled until your second one is registered')).toBeVisible()
  for (const look of looks) {
    const t = words(look.lang)
    await show(page, look, 'unlock.html#/unlock')
    await expect(heading(page, t.secondKey.title)).toBeVisible()
    await judge(page, look, 'unlock', 'second key')
  }
  const popup = await people.openPopup(agent, tab)
  const address = popup.url().slice(pageUrl('').length)
  for (const look of looks) {
    const t = words(look.lang)
    await show(popup, look, address)
    await expect(heading(popup, t.secondKey.title)).toBeVisible()
    await expect(popup.getByRole('row')).toHaveCount(0)
    await expect(popup.getByText(LOGIN)).toHaveCount(0)
    await judge(popup, look, 'popup', 'second key')
  }
  await page.setViewportSize({ width: 1280, height: 800 })
  for (const look of looks) {
    await show(page, look, 'console.html')
    await expect(heading(page, words(look.lang).secondKey.title)).toBeVisible()
    await expect(page.getByText(CLIENT)).toHaveCount(0)
    await judge(page, look, 'console', 'second key')
  }
  const opened = context.waitForEvent('page')
  await journey.pressShortcut(agent, tab)
  const window = await opened
  await expect(heading(window, 'A second key is needed')).toBeVisible()
  await window.close()
  expect(Object.values(await journey.fieldsOf(tab)).filter((value) => value !== '')).toEqual([])
  await popup.close()
})

test('with one key the desk can be locked from popup and console, and asks for the second key at the next unlock', async () => {
  const { page } = agent
  const popup = await people.openPopup(agent, tab)
  await button(popup, 'Lock').click()
  await expect(heading(popup, 'Cloison is locked')).toBeVisible()
  await popup.close()
  for (const file of ['unlock.html#/unlock', 'console.html']) {
    await journey.tryToUnlock(agent, AGENT.pin)
    await expect(heading(page, 'A second key is needed')).toBeVisible()
    await show(page, { lang: 'en', colorScheme: 'light' }, file)
    await button(page, 'Lock').click()
    await expect(heading(page, 'A second key is needed')).toBeHidden()
    await expect(button(page, 'Unlock')).toBeVisible()
  }
})

test('with the second key registered everything is there, and either key unlocks', async () => {
  const { page } = agent
  await small(page)
  await journey.tryToUnlock(agent, AGENT.pin)
  await button(page, 'Register the second key').click()
  await agent.key.hold(false)
  await giveKey(page)
  await page.bringToFront()
  await journey.choosePin(page, SECOND)
  await button(page, 'Use my key').click()
  await expect(heading(page, 'This key is registered')).toBeVisible()
  await judge(page, { lang: 'en', colorScheme: 'light' }, 'unlock', 'second key registered')
  const popup = await people.openPopup(agent, tab)
  await people.fillFromPopup(popup, LOGIN)
  expect(Object.values(await journey.fieldsOf(tab))).toContain(`${LOGIN}-user`)
  await page.setViewportSize({ width: 1280, height: 800 })
  await people.openConsole(agent)
  await expect(page.getByRole('treeitem', { name: CLIENT })).toBeVisible()
  await journey.lockByButton(agent)
  await people.unlock(agent, SECOND)
})
