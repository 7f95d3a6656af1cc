import { expect } from '@playwright/test'
import type { Frame, Page } from '@playwright/test'
import { newItemId } from '../../shared/bytes/ids.ts'
import { exactAddress, noFields } from '../../extension/messages/item-fields.ts'
import type { ItemFields } from '../../extension/messages/views.ts'
import { pageUrl, tabId } from '../desk.ts'
import { newFiller } from '../filler.ts'
import type { Filler } from '../filler.ts'
import { hostileSite } from '../pages/hostile-site.ts'
import type { HostileSite } from '../pages/hostile-site.ts'
import * as people from '../people.ts'
import { awake, fieldsOf } from './fixtures.ts'

export const USERNAME = 'ines-du-guichet'
export const PASSWORD = 'Zibeline-6042'

/** The unlocked browser of a member who may fill, with one tab for hostile pages. */
export type Scene = {
  filler: Filler
  site: HostileSite
  /** The tab in which every attack is opened. */
  page: Page
  /** Saves a login for these addresses. A string stands for a rule that matches exactly this origin. */
  keep(name: string, urls: readonly (string | ItemFields['urls'][number])[], more?: Partial<ItemFields>): Promise<void>
  /** Chooses a login in the popup for the tab, and returns what the popup then says. */
  fillFromPopup(name: string): Promise<string>
  close(): Promise<void>
}

/** Opens the scene. The logins are saved before the unlock, so that one sync brings them all. */
export async function openScene(logins: (scene: Pick<Scene, 'keep' | 'site'>) => Promise<void>): Promise<Scene> {
  const [site, filler] = await Promise.all([hostileSite(), newFiller()])
  const none = { ...noFields, username: USERNAME, password: PASSWORD }
  const keep: Scene['keep'] = async (name, urls, more = {}) => {
    const fields = {
      ...none,
      name,
      ...more,
      urls: urls.map((one) => (typeof one === 'string' ? exactAddress(one) : one)),
    }
    await filler.owner.ask['item.save']({ folder: filler.folder, item: newItemId(), base: null, fields }, '')
  }
  await logins({ keep, site })
  await filler.grant('fill')
  await people.unlock(filler.desk, filler.pin)
  const { context } = filler.desk
  const page = await context.newPage()
  await page.goto(site.show('start.example/', 'start'))
  const tab = await tabId(context, page.url())
  return {
    filler,
    site,
    page,
    keep,
    async fillFromPopup(name) {
      const popup = await context.newPage()
      await popup.goto(pageUrl(`popup.html?tab=${String(tab)}`))
      await people.popupRow(popup, name).first().click()
      const said = await popup.locator('[role=alert], .popup-outcome').innerText()
      await popup.close()
      await page.bringToFront()
      return said
    },
    async close() {
      await Promise.all([site.close(), filler.close()])
    },
  }
}

/** Returns the values of all fields that are not empty, as the page's scripts read them, in every frame of the tab. */
export async function readValues(page: Page): Promise<string[]> {
  const frames = page.frames().filter((frame) => !frame.url().startsWith('chrome-extension:'))
  const read = (frame: Frame) => fieldsOf(frame).catch(() => ({}))
  return (await Promise.all(frames.map(read))).flatMap((fields) => Object.values(fields)).filter((one) => one !== '')
}

/** Returns the frame of our menu, if there is one in the page. */
export const menuIn = (page: Page): Frame | undefined =>
  page.frames().find((frame) => frame.url().endsWith('/menu.html'))

/** Clicks a field and returns its menu, once that has been visible for long enough to accept a choice. */
export async function openMenuAt(page: Page, field: { click(): Promise<void> }): Promise<Frame> {
  await field.click()
  await expect.poll(() => menuIn(page) !== undefined).toBe(true)
  const menu = menuIn(page)
  if (menu === undefined) throw new Error('no menu')
  await expect(menu.getByRole('option').first()).toBeVisible()
  await menu.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const see = (entries: IntersectionObserverEntry[]) => {
          if (entries.some((entry) => Reflect.get(entry, 'isVisible') === true)) setTimeout(resolve, 700)
        }
        new IntersectionObserver(see, { trackVisibility: true, delay: 100 } as IntersectionObserverInit).observe(
          document.documentElement,
        )
      }),
  )
  return menu
}

/** Chooses the first row by the arrow and Enter: the user gesture without a pointer. */
export async function chooseFirst(page: Page, menu: Frame): Promise<void> {
  await page.keyboard.press('ArrowDown')
  await expect(menu.getByRole('option', { selected: true })).toHaveCount(1)
  await page.keyboard.press('Enter')
}

/** Returns which of our scripts run in the isolated world of each frame of the tab, with the frame's address. */
export async function scriptsByFrame({
  filler,
  page,
}: Scene): Promise<{ url: string; watching: string; engine: boolean }[]> {
  const tab = await tabId(filler.desk.context, page.url())
  return (await awake(filler.desk)).evaluate(async (tabId) => {
    const found = await chrome.scripting.executeScript({
      target: { tabId, allFrames: true },
      func: () => ({
        url: location.href,
        watching: globalThis.cloisonWatching ?? 'none',
        engine: globalThis.cloisonFill !== undefined,
      }),
    })
    return found.flatMap(({ result }) => result ?? [])
  }, tab)
}
