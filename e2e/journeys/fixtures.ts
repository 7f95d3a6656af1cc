import { expect } from '@playwright/test'
import type { Frame, Locator, Page } from '@playwright/test'
import { openDesk, pageUrl, worker } from '../desk.ts'
import type { Desk, Look } from '../desk.ts'
import * as people from '../people.ts'
import { need } from '../../tests/headless/org.ts'
import type { Stack } from '../../tests/stack.ts'

/** The people and words of the journeys. */
export const ORG = 'Atlas Relation'
export const TEAM = 'Team Atlas'
export const TOP = 'Direction Banque'
export const CLIENT = 'Banque Méridienne'
export const OWNER = { name: 'Odile Laurent', email: 'odile@atlas.example', pin: 'ambre-4417' }
export const AGENT = { name: 'Inès Martin', email: 'ines@atlas.example', pin: 'corail-9035' }

/** A desk whose person has set the organisation up, with the console open. */
export async function ownerDesk(stack: Stack, org = ORG, look: Look = {}): Promise<Desk> {
  const owner = await openDesk(look)
  // Where the server's own page leads, as `set-up.spec.ts` sees it do.
  await owner.page.goto(pageUrl(`unlock.html#/open?server=${encodeURIComponent(stack.origin)}`))
  await people.setUp(owner, { code: stack.setupCode, org, ...OWNER })
  await people.openConsole(owner)
  return owner
}

/** A team with a folder two levels down; whoever is in the team has nothing yet. */
export async function buildTree(owner: Desk): Promise<void> {
  await people.createFolder(owner, TOP)
  await people.createSubfolder(owner, TOP, CLIENT)
  await people.createTeam(owner, TEAM, TOP)
}

/** A desk whose person was invited into the team, has joined, was let in, and has unlocked. */
export async function agentDesk(owner: Desk, who = AGENT, team = TEAM): Promise<Desk> {
  const agent = await openDesk()
  const code = await people.invite(owner, { name: who.name, email: who.email, team })
  await people.join(agent, { code, pin: who.pin })
  await people.letIn(owner, who.name)
  await people.unlock(agent, who.pin)
  return agent
}

/** Any page of ours wakes the worker, should it sleep. */
export async function awake({ context, page }: Desk) {
  const waker = page.url().startsWith(pageUrl('')) ? null : await context.newPage()
  await waker?.goto(pageUrl('console.html'))
  const running = await worker(context)
  await waker?.close()
  return running
}

/** What the browser would do at the shortcut: no key press reaches `chrome.commands` in a headless browser. */
export async function pressShortcut(desk: Desk, tab: Page): Promise<void> {
  const running = await awake(desk)
  await tab.bringToFront()
  await running.evaluate(async (url) => {
    const tab = (await chrome.tabs.query({})).find((one) => one.url === url)
    const shortcut: object & { dispatch?: (command: string, tab: unknown) => void } = chrome.commands.onCommand
    shortcut.dispatch?.('fill', tab)
  }, tab.url())
}

/** Nobody has been here for a while, says the browser. */
export async function goIdle(desk: Desk): Promise<void> {
  const running = await awake(desk)
  await running.evaluate(() => {
    const idle: object & { dispatch?: (state: string) => void } = chrome.idle.onStateChanged
    idle.dispatch?.('idle')
  })
}

/** The pages that the browser puts our scripts into, by its own register. */
export const registeredPages = async (desk: Desk): Promise<string[]> =>
  (await awake(desk)).evaluate(async () =>
    (await chrome.scripting.getRegisteredContentScripts()).flatMap(({ matches = [] }) => matches).sort(),
  )

/** Everything that the extension's own stores hold, as the extension itself reads it. */
export async function stores(desk: Desk): Promise<{ local: unknown; session: unknown; blobs: number }> {
  return (await awake(desk)).evaluate(async () => {
    const blobs = await new Promise<number>((resolve, reject) => {
      const opening = indexedDB.open('cloison')
      opening.onerror = () => {
        reject(new Error('no database'))
      }
      opening.onsuccess = () => {
        const database = opening.result
        if (!database.objectStoreNames.contains('blobs')) {
          resolve(0)
          return
        }
        const counting = database.transaction('blobs').objectStore('blobs').count()
        counting.onsuccess = () => {
          database.close()
          resolve(counting.result)
        }
      }
    })
    return { local: await chrome.storage.local.get(null), session: await chrome.storage.session.get(null), blobs }
  })
}

/** What a page's own script reads in its fields, by name or id. */
export const fieldsOf = (page: Page | Frame): Promise<Record<string, string>> =>
  page.evaluate(() =>
    Object.fromEntries([...document.querySelectorAll('input')].map((field) => [field.name || field.id, field.value])),
  )

/** How many popups of the toolbar are open: the real one, which gives a headless test no page to look at. */
export async function toolbarPopups(desk: Desk): Promise<number> {
  const open = (await awake(desk)).evaluate(() => chrome.runtime.getContexts({ contextTypes: ['POPUP'] }))
  return (await open).length
}

/** Types the PIN and touches the key, whatever comes of it. */
export async function tryToUnlock({ page }: Desk, pin: string): Promise<void> {
  await page.goto('about:blank')
  await page.goto(pageUrl('unlock.html#/unlock'))
  await page.bringToFront()
  await page.getByLabel('Cloison PIN', { exact: true }).fill(pin)
  await page.keyboard.press('Enter')
}

/** The product opens its window as one of its own, without this person's key: its address, walked in the keyed tab. */
export async function followOurWindow({ context, page }: Desk, opening: () => Promise<void>): Promise<string> {
  const opened = context.waitForEvent('page')
  await opening()
  const window = await opened
  await window.waitForURL(/unlock\.html/)
  const address = window.url()
  await window.close()
  await page.goto(address)
  return address
}

export const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' })

export const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name })

/** Types a new PIN twice and goes on. */
export async function choosePin(page: Page, pin: string, again = pin): Promise<void> {
  await page.getByLabel(/^(Cloison PIN|The Cloison PIN for this key)$/).fill(pin)
  await page.getByLabel('The same once more').fill(again)
  await button(page, 'Continue').click()
}

export async function lockByButton(desk: Desk): Promise<void> {
  await people.openConsole(desk)
  await button(desk.page, /^Lock/).click()
  await expect(heading(desk.page, 'Cloison is locked')).toBeVisible()
}

/** Everything that lies sealed on this desk is gone, as on a new one. */
export async function forgetBlobs(desk: Desk): Promise<void> {
  const running = await awake(desk)
  await running.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('cloison')
      opening.onsuccess = () => {
        resolve(opening.result)
      }
    })
    const clearing = database.transaction('blobs', 'readwrite').objectStore('blobs').clear()
    await new Promise((resolve) => {
      clearing.onsuccess = resolve
    })
    database.close()
  })
}

/** Takes something up with the mouse and holds it over something else. By the mouse alone: a drag hides what lies below from tests. */
export async function hold(page: Page, from: Locator, to: Locator): Promise<void> {
  const middle = async (of: Locator) => {
    const { x, y, width, height } = need(await of.boundingBox())
    return [x + width / 2, y + height / 2] as const
  }
  await to.scrollIntoViewIfNeeded()
  await from.scrollIntoViewIfNeeded()
  const [x, y] = await middle(from)
  await page.mouse.move(x, y)
  await page.mouse.move(x + 1, y + 1)
  await page.mouse.down()
  await page.mouse.move(x + 9, y + 9, { steps: 3 })
  const [toX, toY] = await middle(to)
  await page.mouse.move(toX, toY, { steps: 8 })
}
