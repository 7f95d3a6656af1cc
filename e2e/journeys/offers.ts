import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { tabId } from '../desk.ts'
import { newFiller } from '../filler.ts'
import type { Filler } from '../filler.ts'
import { itemsIn, refresh } from '../../tests/headless/person.ts'
import { serveAccounts } from '../pages/accounts.ts'
import type { AccountsSite } from '../pages/accounts.ts'
import * as people from '../people.ts'
import { awake, button, registeredPages } from './fixtures.ts'

export type Offering = Awaited<ReturnType<typeof newOffering>>

/** The browser of a member who may edit, unlocked, and a site with accounts. */
export async function newOffering() {
  const [site, filler] = await Promise.all([serveAccounts(), newFiller()])
  await filler.grant('edit')
  await people.unlock(filler.desk, filler.pin)
  const made = { ...deedsOf(filler, site), site, filler }
  await made.everywhere()
  return made
}

function deedsOf(filler: Filler, site: AccountsSite) {
  const { desk } = filler
  /** No two tabs show the same address. */
  let visits = 0

  const everywhere = () => expect.poll(() => registeredPages(desk)).toContain('https://*/*')
  const open = async (path: string, origin = site.origin): Promise<Page> => {
    const page = await desk.context.newPage()
    await page.goto(`${origin}${path}?visit=${String((visits += 1))}`)
    return page
  }
  /** What the extension knows of a tab, asked in its own worker. */
  const inWorker = async <T>(page: Page, ask: (tabId: number) => Promise<T>): Promise<T> => {
    const tab = await tabId(desk.context, page.url())
    return (await awake(desk)).evaluate(ask, tab)
  }
  const badgeOf = (page: Page) => inWorker(page, (tabId) => chrome.action.getBadgeText({ tabId }))
  const offered = (page: Page) => expect.poll(() => badgeOf(page)).toBe('+')

  /** What notices is in the page. */
  const expectWatching = async (page: Page): Promise<void> => {
    const watching = (tabId: number) =>
      chrome.scripting
        .executeScript({ target: { tabId }, func: () => globalThis.cloisonWatching ?? 'none' })
        .then((results) => results[0]?.result)
    await expect.poll(() => inWorker(page, watching)).toBe('menu')
    await page.bringToFront()
  }
  /** A person comes to the field; by the time they type, what notices is there. */
  const comeTo = async (page: Page, label: string): Promise<void> => {
    await page.bringToFront()
    await page.getByLabel(label, { exact: true }).click()
    await expectWatching(page)
  }
  const type = async (page: Page, values: Record<string, string>): Promise<void> => {
    const [first = ''] = Object.keys(values)
    await comeTo(page, first)
    for (const [label, value] of Object.entries(values)) await page.getByLabel(label, { exact: true }).fill(value)
  }
  const signIn = async (page: Page, username: string, password: string): Promise<void> => {
    await type(page, { Username: username, Password: password })
    await page.keyboard.press('Enter')
  }

  const dismiss = async (page: Page, how: 'Not now' | 'Never for this site'): Promise<void> => {
    const popup = await people.openPopup(desk, page)
    await button(popup, how).click()
    await expect(popup.getByRole('region', { name: /\?$/ })).toBeHidden()
    await popup.close()
    await expect.poll(() => badgeOf(page)).toBe('')
  }
  /** Nothing is offered here, though somebody who signed in later, in another tab, is asked by now. */
  const expectNoOffer = async (page: Page): Promise<void> => {
    const username = `witness-${String(visits)}`
    site.accounts.set(username, 'Quai-12')
    const later = await open('/login')
    await signIn(later, username, 'Quai-12')
    await expect(later.getByText('Signed in')).toBeVisible()
    await offered(later)
    expect(await badgeOf(page)).toBe('')
    await dismiss(later, 'Not now')
    await later.close()
  }

  /** A login as a colleague's desk reads it. */
  const read = async (name: string) => {
    await refresh(filler.owner)
    const found = await itemsIn(filler.owner, filler.folder)
    const row = 'items' in found ? found.items.find((one) => one.name === name) : undefined
    if (row === undefined) return null
    return (await filler.owner.ask['item.read']({ folder: row.folder, item: row.item }, '')).fields
  }
  /** Saves what is offered in a tab under this name. */
  const saveAs = async (page: Page, name: string): Promise<void> => {
    const popup = await people.openPopup(desk, page)
    await popup.getByLabel('Name', { exact: true }).fill(name)
    await button(popup, 'Save login').click()
    await expect(popup.getByText(`${name} is saved.`)).toBeVisible()
    await popup.close()
  }
  const closeTabs = async () => {
    for (const page of desk.context.pages()) if (page !== desk.page) await page.close()
  }
  const close = async () => {
    await site.close()
    await filler.close()
  }
  return {
    everywhere,
    open,
    badgeOf,
    offered,
    expectWatching,
    comeTo,
    type,
    signIn,
    dismiss,
    expectNoOffer,
    read,
    saveAs,

    closeTabs,
    close,
  }
}
