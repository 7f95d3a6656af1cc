import { expect, test } from '@playwright/test'
import type { Frame, Page } from '@playwright/test'
import { newFiller } from '../filler.ts'
import type { Filler } from '../filler.ts'
import { servePages } from '../pages/serve.ts'
import type { PagesServer } from '../pages/serve.ts'
import * as people from '../people.ts'
import { fieldsOf, lockByButton, registeredPages } from './fixtures.ts'

// The menu at the field, on pages that attack it. Each attack must leave the fields empty; the same deeds without one fill them.
test.describe.configure({ mode: 'serial' })

const USERNAME = 'ines-du-guichet'
const PASSWORD = 'Zibeline-6042'
const EMPTY = { login: '', secret: '' }
let filler: Filler
let site: PagesServer
let page: Page

test.beforeAll(async () => {
  ;[site, filler] = await Promise.all([servePages(), newFiller()])
  await filler.save({ name: 'Guichet <b>Améthyste</b>', username: USERNAME, password: PASSWORD, urls: [site.origin] })
  await filler.grant('fill')
  await people.unlock(filler.desk, filler.pin)
  await expect.poll(() => registeredPages(filler.desk)).toEqual([`${site.origin}/*`])
})
test.afterAll(async () => {
  await site.close()
  await filler.close()
})
test.beforeEach(async () => {
  page = await filler.desk.context.newPage()
  await page.goto(`${site.origin}/login.html`)
})
test.afterEach(async () => {
  await page.close()
})

const menuOf = (at: Page): Frame | undefined => at.frames().find((frame) => frame.url().endsWith('/menu.html'))

/** A person comes to the field; gives the menu once it shows its rows, and the middle of its first row. */
async function openMenu(): Promise<{ menu: Frame; x: number; y: number }> {
  await page.getByLabel('Username').click()
  await expect.poll(() => menuOf(page) !== undefined).toBe(true)
  const menu = menuOf(page) as Frame
  await expect(menu.getByRole('option')).toHaveCount(1)
  const box = await page.getByLabel('Username').boundingBox()
  if (box === null) throw new Error('no field')
  return { menu, x: box.x + 80, y: box.y + box.height + 32 }
}
/** The pointer comes to rest on a place, as a person's does before they click. */
async function restOn(x: number, y: number): Promise<void> {
  await page.mouse.move(x + 3, y + 3)
  await page.mouse.move(x, y)
  await page.waitForTimeout(300)
}

test('P8: the menu fills when it has been seen for half a second and is clicked', async () => {
  const { menu, x, y } = await openMenu()
  await expect(menu.getByText('Guichet <b>Améthyste</b>')).toBeVisible()
  await page.waitForTimeout(800)
  await restOn(x, y)
  await page.mouse.click(x, y)
  await page.screenshot({ path: '/tmp/menu.png' })
  await expect.poll(() => fieldsOf(page)).toMatchObject({ login: USERNAME, secret: PASSWORD })
  await expect.poll(() => menuOf(page)).toBeUndefined()
})
