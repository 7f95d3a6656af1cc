import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { newFiller } from '../filler.ts'
import type { Filler } from '../filler.ts'
import { servePages } from '../pages/serve.ts'
import type { PagesServer } from '../pages/serve.ts'
import * as people from '../people.ts'
import { fieldsOf, lockByButton, registeredPages } from './fixtures.ts'
import { HOST, clickAt, findMenu, openMenu } from './menu.ts'

// Pages that try to detect the extension, load the menu in a frame themselves, or add a hundred frames with login forms.
test.describe.configure({ mode: 'serial' })

const USERNAME = 'ines-du-guichet'
let filler: Filler
let site: PagesServer
let page: Page

test.beforeAll(async () => {
  ;[site, filler] = await Promise.all([servePages(), newFiller()])
  await filler.save({ name: 'Guichet', username: USERNAME, password: 'Zibeline-6042', urls: [site.origin] })
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

const menuId = () => new URL(filler.desk.context.serviceWorkers()[0]?.url() ?? '').host

test('P8: a page that loads the menu in its own frame gets an empty one, by its secret address and by the fixed one', async () => {
  const { menu } = await openMenu(page)
  const address = await menu.evaluate<string>('chrome.runtime.getURL("/menu.html")')
  await page.keyboard.press('Escape')
  const fixed = address.replace(/\/\/[^/]+/, `//${menuId()}`)
  expect(fixed).not.toBe(address)
  await page.evaluate(
    (urls) => {
      for (const url of urls) {
        const frame = document.createElement('iframe')
        frame.src = url
        frame.style.cssText = 'position: fixed; left: 0; bottom: 0; width: 400px; height: 200px'
        frame.onload = () => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = (event) => (document.title = `heard ${String(event.data)}`)
          frame.contentWindow?.postMessage({ ticket: 'A'.repeat(43) }, '*', [port2])
        }
        document.body.append(frame)
      }
    },
    [address, fixed],
  )
  await page.waitForTimeout(1_500)
  for (const frame of page.frames().filter((one) => one !== page.mainFrame()))
    expect(await frame.evaluate<string>('document.body?.innerText ?? ""').catch(() => '')).not.toContain(USERNAME)
  await page.mouse.click(100, 700)
  await page.waitForTimeout(500)
  expect(await fieldsOf(page)).toMatchObject({ login: '', secret: '' })
})

test('before a login field has the focus, a page finds no trace of us: no element, attribute, global, file or answer', async () => {
  await page.goto(`${site.origin}/newsletter.html`)
  const look = `JSON.stringify([
    document.documentElement.outerHTML.length,
    Object.getOwnPropertyNames(window).sort(),
    performance.getEntries().map((one) => one.name).filter((name) => name.includes('extension')),
  ])`
  const id = menuId()
  await page.mouse.click(5, 5)
  const unlocked = await page.evaluate<string>(look)
  const answers = await page.evaluate<string>(`(async () => {
    const tries = ['menu.html', 'sentinel.js', 'fill.js', 'field-menu.js', 'manifest.json', 'icon/16.png', 'popup.html']
    const found = []
    for (const one of tries) await fetch('chrome-extension://${id}/' + one).then(() => found.push(one), () => null)
    let heard = 0
    addEventListener('message', () => (heard += 1))
    for (const one of [{ name: 'frame.load' }, { ticket: 'x' }]) postMessage(one, '*')
    await new Promise((resolve) => setTimeout(resolve, 300))
    return JSON.stringify([found, heard, typeof chrome === 'undefined' || chrome.runtime === undefined])
  })()`)
  expect(answers).toBe('[[],2,true]')
  await lockByButton(filler.desk)
  await page.reload()
  await page.mouse.click(5, 5)
  expect(await page.evaluate<string>(look)).toBe(unlocked)
  await people.unlock(filler.desk, filler.pin)
  await expect.poll(() => registeredPages(filler.desk)).toEqual([`${site.origin}/*`])
})

test('P8: a hundred frames that a page adds get nothing, when the page itself is filled', async () => {
  await page.evaluate(() => {
    for (let i = 0; i < 100; i += 1) {
      const frame = document.createElement('iframe')
      if (i % 2 === 0) frame.src = '/login.html'
      else frame.srcdoc = '<input name="login"><input name="secret" type="password">'
      document.body.append(frame)
    }
  })
  await page.waitForTimeout(1_000)
  const at = await openMenu(page)
  await clickAt(page, at)
  await expect.poll(() => fieldsOf(page)).toMatchObject({ login: USERNAME })
  for (const frame of page.frames().slice(1, 40))
    expect(
      Object.values(await fieldsOf(frame).catch(() => ({}))).filter((value) => value !== '' && value !== 'on'),
    ).toEqual([])
})

test('P10: a lock removes the menu from the page', async () => {
  await openMenu(page)
  await lockByButton(filler.desk)
  await expect.poll(() => findMenu(page)).toBeUndefined()
  expect(await page.evaluate(`${HOST} === null`)).toBe(true)
})
