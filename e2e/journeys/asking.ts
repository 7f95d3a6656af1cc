import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { newItemId } from '../../shared/bytes/ids.ts'
import { noFields } from '../../extension/messages/item-fields.ts'
import type { ItemFields } from '../../extension/messages/views.ts'
import { newFiller } from '../filler.ts'
import type { Filler } from '../filler.ts'
import { serveAsking } from '../pages/asking-site.ts'
import type { AskingSite } from '../pages/asking-site.ts'

/** Whom the site lets in. */
export const ACCOUNT = { username: 'agent-azur', password: 'Brume-91' }
export const CRM = 'CRM Azur'
export const BOSS = 'CRM Azur, responsable'

/** A member's browser, a site that asks by HTTP itself, and two logins for it. */
export type Asking = {
  filler: Filler
  site: AskingSite
  /** A page of the site under a name: every name below `example` is this machine. */
  at(path: string, host?: string): string
  /** Goes there in a tab of its own, and follows the site's question into our window. */
  asked(address: string): Promise<Coming>
  ourWindows(): Page[]
}
export type Coming = { tab: Page; window: Page; answered: Promise<string> }

/** What a browser has sent to an area it sends again by itself: so an area for each test. */
const REALMS = ['Agents', 'Inner', 'MD5', 'SHA-256', 'Record']

/** `proxied`: the browser reaches all but this machine's own addresses through the site, which asks as a proxy. */
export async function newAsking({ proxied = false } = {}): Promise<Asking> {
  const site = await serveAsking(ACCOUNT)
  const filler = await newFiller(proxied ? { proxy: site.origin } : {})
  const { context } = filler.desk
  const at = (path: string, host = 'crm.azur.example') => `http://${host}:${String(site.port)}${path}`
  // A rule that reaches further fills pages there, and answers nobody there.
  const urls = REALMS.map((realm) => ({ address: at('/'), match: 'domain' as const, realm }))
  await saveAt(filler, { name: CRM, ...ACCOUNT, urls })
  const boss = { username: 'chef', password: 'Rosée-17' }
  await saveAt(filler, { name: BOSS, ...boss, urls: [{ address: at('/'), match: 'origin', realm: '' }] })
  await filler.grant('fill')
  return {
    filler,
    site,
    at,
    ourWindows: () => context.pages().filter((page) => page.url().includes('/sign-in.html')),
    async asked(address) {
      const tab = await context.newPage()
      const opened = context.waitForEvent('page')
      const answered = arrival(tab, address)
      return { tab, window: await ready(await opened), answered }
    },
  }
}

/** What a headless browser makes of a question that is left to it: it has nobody to ask. */
export const LEFT = 'net::ERR_INVALID_AUTH_CREDENTIALS'
/** Goes there, and gives the status, or the browser's own reason for none. */
export const arrival = (tab: Page, address: string): Promise<string> =>
  tab.goto(address).then(
    (response) => String(response?.status()),
    (error: unknown) => /net::\w+/.exec(String(error))?.[0] ?? String(error),
  )

/** Our window, once a choice in it counts. */
export async function ready(window: Page): Promise<Page> {
  await window.waitForURL(/sign-in\.html/)
  await expect(rows(window).first()).toBeEnabled()
  return window
}

export async function saveAt(
  { owner, folder }: Pick<Filler, 'owner' | 'folder'>,
  fields: Partial<ItemFields> & { name: string },
): Promise<void> {
  await owner.ask['item.save']({ folder, item: newItemId(), base: null, fields: { ...noFields, ...fields } }, '')
}

export const rows = (window: Page) => window.locator('.sign-in-rows').getByRole('button')
export const row = (window: Page, name: string) => rows(window).filter({ hasText: name }).first()
/** Does what closes our window, which may be gone before the deed has been reported as done. */
export async function endBy(window: Page, deed: () => Promise<unknown>): Promise<void> {
  const closed = gone(window)
  await deed().catch(() => undefined)
  await closed
}
export const gone = (window: Page) => (window.isClosed() ? Promise.resolve(window) : window.waitForEvent('close'))
