import { expect, test } from '@playwright/test'
import * as people from '../people.ts'
import { BOSS, LEFT, arrival, endBy, gone, newAsking, ready, row, rows } from './asking.ts'
import type { Asking } from './asking.ts'
import { button, lockByButton } from './fixtures.ts'
import { kill } from './mortal.ts'

// Every way in which the window for HTTP authentication closes. Each leaves the site's request to the browser.
test.describe.configure({ mode: 'serial' })

let asking: Asking
const at: Asking['at'] = (...of) => asking.at(...of)

test.beforeAll(async () => {
  asking = await newAsking()
  await people.unlock(asking.filler.desk, asking.filler.pin)
})
test.afterAll(async () => {
  await asking.filler.close()
  await asking.site.close()
})
test.beforeEach(() => {
  asking.site.shown.length = 0
})
test.afterEach(() => {
  expect(asking.ourWindows()).toEqual([])
})

test('a login that the site refuses is named and not sent again, and another one can be chosen', async () => {
  const { tab, window, answered } = await asking.asked(at('/basic/Neuf/'))
  await expect(rows(window)).toHaveText([/responsable/])
  const again = asking.filler.desk.context.waitForEvent('page')
  await endBy(window, () => row(window, BOSS).click())
  const second = await again
  await second.waitForURL(/sign-in\.html/)
  await expect(second.getByRole('alert')).toContainText(`The site refused ${BOSS}.`)
  await expect(row(second, BOSS)).toContainText('refused')
  expect(asking.site.shown).toEqual([{ path: '/basic/Neuf/', username: 'chef', letIn: false }])
  await endBy(second, () => second.keyboard.press('Escape'))
  expect(await answered).toBe(LEFT)
  expect(asking.site.shown).toHaveLength(1)
  await tab.close()
})

for (const how of ['Escape', 'Sign in yourself', 'its own close'])
  test(`${how} sends nothing, and leaves the request to the browser`, async () => {
    const { tab, window, answered } = await asking.asked(at('/basic/Clos/'))
    await endBy(window, () => {
      if (how === 'its own close') return window.close()
      return how === 'Escape' ? window.keyboard.press(how) : button(window, how).click()
    })
    expect(await answered).toBe(LEFT)
    expect(asking.site.shown).toEqual([])
    await tab.close()
  })

test('the window closes with its tab, and when the tab loads another page', async () => {
  const closed = await asking.asked(at('/basic/Clos/'))
  await closed.tab.close()
  await gone(closed.window)
  const left = await asking.asked(at('/basic/Clos/'))
  await left.tab.goto(at('/free/')).catch(() => null)
  await gone(left.window)
  await left.tab.close()
  expect(asking.site.shown).toEqual([])
})

test('P10: a lock closes the window, and leaves the request to the browser', async () => {
  const { tab, window, answered } = await asking.asked(at('/basic/Clos/'))
  await lockByButton(asking.filler.desk)
  await gone(window)
  expect(await answered).toBe(LEFT)
  expect(asking.site.shown).toEqual([])
  await tab.close()
  await people.unlock(asking.filler.desk, asking.filler.pin)
})

test('there is one window at a time, and for a background tab none until it is in the foreground', async () => {
  const { context, page } = asking.filler.desk
  const [first, second] = [await context.newPage(), await context.newPage()]
  await page.bringToFront()
  const going = [first, second].map((tab, at_) => arrival(tab, at(`/basic/Clos/${String(at_)}`)))
  await expect.poll(() => [asking.site.asked('/basic/Clos/0'), asking.site.asked('/basic/Clos/1')]).toEqual([1, 1])
  expect(asking.ourWindows()).toEqual([])
  for (const [at_, tab] of [first, second].entries()) {
    const opened = context.waitForEvent('page')
    await tab.bringToFront()
    const window = await opened
    await ready(window)
    expect(asking.ourWindows()).toHaveLength(1)
    await endBy(window, () => window.keyboard.press('Escape'))
    expect(await going[at_]).toBe(LEFT)
  }
  await Promise.all([first.close(), second.close()])
})

test('if the worker ends while the window is open, the window closes and the request is left to the browser', async () => {
  const { tab, window, answered } = await asking.asked(at('/basic/Clos/'))
  await kill(asking.filler.desk)
  await gone(window)
  expect(await answered).toBe(LEFT)
  expect(asking.site.shown).toEqual([])
  await tab.close()
})
