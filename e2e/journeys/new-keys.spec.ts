import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { giveKey, openDesk, pageUrl } from '../desk.ts'
import type { Desk } from '../desk.ts'
import { hire, need, newFolder, save } from '../../tests/headless/org.ts'
import { look as seen, newPerson, refresh, setUp, sign } from '../../tests/headless/person.ts'
import type { Person } from '../../tests/headless/person.ts'
import { failures } from '../../extension/words/failures.ts'
import * as people from '../people.ts'
import { startStack } from '../../tests/stack.ts'
import type { Stack } from '../../tests/stack.ts'
import * as journey from './fixtures.ts'
import { AGENT, CLIENT, TOP, button, heading } from './fixtures.ts'
import { inTurn, judge, looks, words } from './judge.ts'
import type { Look } from './judge.ts'

// Somebody saw a person's PIN and used their key: a key rotation, from the console to the next unlock.
test.describe.configure({ mode: 'serial' })

const PIN = 'ambre-4417'
const NEW = 'opale-7283'
const SECOND = 'jade-61904'
const WORKSHOP = 'Atelier'

let stack: Stack
let desk: Desk
let odile: Person

test.beforeAll(async () => {
  stack = await startStack()
  odile = newPerson()
  await setUp(odile, stack.origin, stack.setupCode, PIN)
  const top = await newFolder(odile, TOP)
  const client = await newFolder(odile, CLIENT, top)
  await save(odile, client, 'Portail')
  const team = need((await sign(odile, { do: 'create-team', name: 'Équipe Nord', home: top })).team)
  await sign(odile, { do: 'grant', folder: client, to: { kind: 'team', id: team }, level: 'read' })
  await hire(stack, odile, 'Paul Petit', 'member', [team])
  desk = await openDesk()
  const { name, email, pin } = AGENT
  const { code } = await sign(odile, { do: 'invite', name, email, role: 'member', teams: [team] })
  await people.join(desk, { code: need(code), pin })
  await refresh(odile)
  const asked = need((await seen(odile)).invitations.find(({ state }) => state === 'asked'))
  await sign(odile, { do: 'approve', invitation: asked.invitation })
  const ines = need((await seen(odile)).people.find((one) => one.name === name)).member
  const workshop = await newFolder(odile, WORKSHOP)
  await save(odile, workshop, 'Extranet')
  await sign(odile, { do: 'grant', folder: workshop, to: { kind: 'member', id: ines }, level: 'manage' })
  await people.unlock(desk, pin)
})
test.afterAll(async () => {
  await desk.close()
  await stack.stop()
})

async function show(page: Page, { lang, colorScheme }: Look, file: string, hash: string): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await page.goto('about:blank')
  await page.goto(pageUrl(`${file}.html?lang=${lang}${hash}`))
  await page.bringToFront()
}
const fillPins = async (page: Page, lang: Look['lang'], now: string, next: string) => {
  const t = words(lang)
  await page.getByLabel(t.keys.pinNow).fill(now)
  await page.getByLabel(t.keys.pinNext).fill(next)
  await page.getByLabel(t.unlock.pinAgain).fill(next)
  await button(page, t.rotation.sign).click()
}

test('a second key is registered, which the rotation will revoke', async () => {
  const { page } = desk
  await show(page, { lang: 'en', colorScheme: 'light' }, 'console', '#/keys')
  await desk.key.hold(false)
  const second = await giveKey(page)
  await journey.followOurWindow(desk, () => button(page, 'Register another key').click())
  await page.bringToFront()
  await journey.choosePin(page, SECOND)
  await button(page, 'Use my key').click()
  await expect(heading(page, 'This key is registered')).toBeVisible()
  await second.hold(false)
  await desk.key.hold(true)
})

for (const look of looks)
  test(`new keys of one’s own, as they look, ${look.lang}`, inTurn(look), async () => {
    const { page } = desk
    const t = words(look.lang)
    await show(page, look, 'console', '#/keys')
    await expect(heading(page, t.rotation.seenTitle)).toBeVisible()
    await expect(page.getByRole('list', { name: t.keys.myKeys }).getByRole('listitem')).toHaveCount(2)
    await judge(page, look, 'console', 'my keys seen')
    await page.setViewportSize({ width: 420, height: 600 })
    await show(page, look, 'unlock', '#/new-keys')
    await expect(page.getByText(t.rotation.renewed(t.rotation.folders(1)))).toBeVisible()
    await expect(page.getByText(t.rotation.waits(`Équipe Nord, ${CLIENT}`))).toBeVisible()
    await judge(page, look, 'unlock', 'new keys review')
    await button(page, t.common.continue).click()
    await expect(page.getByLabel(t.keys.pinNow)).toBeFocused()
    await judge(page, look, 'unlock', 'new keys pins')
    await fillPins(page, look.lang, AGENT.pin, AGENT.pin)
    await expect(page.getByText(failures[look.lang]['same-pin'].what)).toBeVisible()
    await judge(page, look, 'unlock', 'new keys same pin')
    await desk.key.hold(false)
    await fillPins(page, look.lang, AGENT.pin, NEW)
    await expect(page.getByText(t.rotation.meanwhile)).toBeVisible()
    await judge(page, look, 'unlock', 'new keys touch')
    await button(page, t.common.cancel).click()
    await desk.key.hold(true)
    await expect(button(page, t.rotation.sign)).toBeVisible()
    await expect(page.getByText(t.rotation.meanwhile)).toBeHidden()
    await page.setViewportSize({ width: 1280, height: 800 })
  })

test('a person whose PIN was seen rotates their keys: one touch, and the vault stays open', async () => {
  const { page } = desk
  await show(page, { lang: 'en', colorScheme: 'light' }, 'console', '#/keys')
  await journey.followOurWindow(desk, () => button(page, 'Make new keys').click())
  await page.bringToFront()
  await expect(page.getByText(/Your other key, registered on .* is revoked/)).toBeVisible()
  await button(page, 'Continue').click()
  await fillPins(page, 'en', 'corail-0000', NEW)
  await expect(page.getByText('9 tries left')).toBeVisible()
  await fillPins(page, 'en', AGENT.pin, NEW)
  await expect(heading(page, 'Your new keys hold')).toBeVisible()
  await judge(page, { lang: 'en', colorScheme: 'light' }, 'unlock', 'new keys done')
  await expect(button(page, 'Register another key')).toBeVisible()
  await people.openConsole(desk)
  await people.openFolder(desk, WORKSHOP)
  await expect(page.getByRole('row', { name: 'Extranet' })).toBeVisible()
  await people.openFolder(desk, CLIENT)
  await expect(page.getByRole('row', { name: 'Portail' })).toBeVisible()
  await show(page, { lang: 'en', colorScheme: 'light' }, 'console', '#/keys')
  await expect(page.getByRole('list', { name: 'My keys' }).getByRole('listitem')).toHaveCount(1)
})

test('the old PIN no longer unlocks, and the window says so; the new one unlocks', async () => {
  const { page } = desk
  await journey.lockByButton(desk)
  await journey.tryToUnlock(desk, AGENT.pin)
  await expect(page.getByText('9 tries left')).toBeVisible()
  await people.unlock(desk, NEW)
  await people.openConsole(desk)
})

test('managers re-key the folders that waited, and the person writes nothing under old keys', async () => {
  const renewed = async () => {
    await refresh(odile)
    return (await seen(odile)).folders.filter(({ stale }) => stale).length
  }
  await expect.poll(renewed).toBe(0)
  await people.openFolder(desk, CLIENT)
  await expect(desk.page.getByRole('row', { name: 'Portail' })).toBeVisible()
})

test('when the answer is lost the window says which PIN to try, and the new one unlocks', async () => {
  const { page } = desk
  const LAST = 'quartz-5521'
  await show(page, { lang: 'fr', colorScheme: 'dark' }, 'unlock', '#/new-keys')
  await button(page, words('fr').common.continue).click()
  await page.getByLabel(words('fr').keys.pinNow).waitFor()
  await page.setViewportSize({ width: 420, height: 600 })
  // The server carries out the rotation, but its answers are lost.
  const running = await journey.awake(desk)
  await running.evaluate(() => {
    const real = globalThis.fetch
    globalThis.fetch = async (url, init) => {
      const answer = await real(url, init)
      if (!String(url).endsWith('/api/keys/rotate')) return answer
      throw new TypeError('the network is gone')
    }
  })
  await fillPins(page, 'fr', NEW, LAST)
  await expect(page.getByText(words('fr').unlock.because.unclear)).toBeVisible()
  await judge(page, { lang: 'fr', colorScheme: 'dark' }, 'unlock', 'new keys unclear')
  await page.setViewportSize({ width: 1280, height: 800 })
  await journey.tryToUnlock(desk, NEW)
  await expect(page.getByText('9 tries left')).toBeVisible()
  await people.unlock(desk, LAST)
})
