import { expect, test } from '@playwright/test'
import type { Frame, Page } from '@playwright/test'
import { newFiller } from '../filler.ts'
import type { Filler } from '../filler.ts'
import { servePages } from '../pages/serve.ts'
import type { PagesServer } from '../pages/serve.ts'
import * as people from '../people.ts'
import { button, fieldsOf, registeredPages } from './fixtures.ts'
import { expectSeen, findMenu } from './menu.ts'

// A generated password from the menu at the field; attacks on the menu itself are in hostile-menu.
test.describe.configure({ mode: 'serial' })

let filler: Filler
let site: PagesServer
let page: Page

test.beforeAll(async () => {
  ;[site, filler] = await Promise.all([servePages(), newFiller()])
  await filler.save({ name: 'Guichet', username: 'ines', password: 'Zibeline-6042', urls: [site.origin] })
  await filler.grant('read')
  await people.unlock(filler.desk, filler.pin)
  await expect.poll(() => registeredPages(filler.desk)).toEqual([`${site.origin}/*`])
})
test.afterAll(async () => {
  await site.close()
  await filler.close()
})
test.beforeEach(async () => {
  page = await filler.desk.context.newPage()
})
test.afterEach(async () => {
  await page.close()
})

/** Clicks a field and returns its menu, once so many rows have been visible for long enough. */
async function openAt(field: string, rows: number): Promise<Frame> {
  await page.locator(field).click()
  await expect.poll(() => findMenu(page) !== undefined).toBe(true)
  const menu = findMenu(page) as Frame
  await expectSeen(menu, rows)
  return menu
}
/** Rests the pointer on the first row below the field, then clicks. */
async function clickFirstRow(field: string): Promise<void> {
  const box = await page.locator(field).boundingBox()
  if (box === null) throw new Error('no field')
  const [x, y] = [box.x + 80, box.y + box.height + 32]
  await page.mouse.move(x + 3, y + 3)
  await page.mouse.move(x, y)
  await page.waitForTimeout(300)
  await page.mouse.click(x, y)
}

test('a member who may save no login gets no menu at a field for a new password', async () => {
  await page.goto(`${site.origin}/new-password/rules.html`)
  await page.locator('#p1').click()
  await page.keyboard.press('ArrowDown')
  await page.waitForTimeout(500)
  expect(findMenu(page)).toBeUndefined()
  await filler.grant('edit')
  await expect.poll(() => registeredPages(filler.desk)).toEqual(['http://*/*', 'https://*/*'])
})

test('P8: at a field for a new password the menu offers a generated one and no login, and a click fills both fields', async () => {
  await page.goto(`${site.origin}/new-password/rules.html`)
  const menu = await openAt('#p1', 1)
  await expect(menu.getByText('Use a generated password')).toBeVisible()
  await expect(menu.getByText('Guichet')).toBeHidden()
  await clickFirstRow('#p1')
  await expect.poll(async () => (await fieldsOf(page))['p2']).toMatch(/^[A-Za-z\d\-!?]{14,24}$/)
  const { p1, p2, email } = await fieldsOf(page)
  expect([p2, email]).toEqual([p1, ''])
  await expect.poll(() => findMenu(page)).toBeUndefined()
  const popup = await people.openPopup(filler.desk, page)
  await expect(popup.getByRole('heading', { name: /^Generated for/ })).toBeVisible()
  await expect(button(popup, 'Save in Cloison')).toBeVisible()
  await popup.close()
})

test('a generated password is offered first at the new password of a change, and not at the current one or a sign-in', async () => {
  await page.goto(`${site.origin}/change-password.html`)
  const menu = await openAt('#p2', 2)
  await expect(menu.getByRole('option').first()).toContainText('Use a generated password')
  await page.keyboard.press('ArrowDown')
  await expect(menu.getByRole('option', { selected: true })).toContainText('Use a generated password')
  await page.keyboard.press('Enter')
  await expect.poll(() => fieldsOf(page)).toMatchObject({ p1: '', p2: /^\S{20}$/, p3: /^\S{20}$/ })
  await page.reload()
  await expect((await openAt('#p1', 1)).getByRole('option')).toContainText('Guichet')
  await page.goto(`${site.origin}/login.html`)
  await expect((await openAt('#secret', 1)).getByRole('option')).toContainText('Guichet')
})

test('P8: a menu that the page has covered fills no generated password', async () => {
  await page.goto(`${site.origin}/new-password/rules.html`)
  await openAt('#p1', 1)
  await page.evaluate(() => {
    const cover = document.createElement('div')
    cover.popover = 'manual'
    cover.style.cssText = 'pointer-events: none; inset: 0; width: 100vw; height: 100vh; background: white; border: 0'
    document.documentElement.append(cover)
    cover.showPopover()
  })
  await page.waitForTimeout(700)
  await clickFirstRow('#p1')
  await page.waitForTimeout(700)
  expect(await fieldsOf(page)).toMatchObject({ p1: '', p2: '' })
})

test('a page whose rules cannot be met says so in the menu, and stays as it was', async () => {
  await page.goto(`${site.origin}/new-password/hostile.html`)
  const menu = await openAt('#p1', 1)
  await clickFirstRow('#p1')
  await expect(menu.getByText(/^Nothing was filled/)).toBeVisible()
  expect(await fieldsOf(page)).toEqual({ email: '', p1: '', p2: '' })
})
