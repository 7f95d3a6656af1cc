import { expect, test } from '@playwright/test'
import type { Frame, Page } from '@playwright/test'
import { pageUrl } from '../desk.ts'
import { signIn } from '../pages/hostile-site.ts'
import * as people from '../people.ts'
import { fieldsOf, toolbarPopups } from './fixtures.ts'
import { PASSWORD, USERNAME, chooseFirst, readValues, menuIn, openMenuAt, openScene } from './hostile-scene.ts'
import type { Scene } from './hostile-scene.ts'

// Pages that navigate at the moment of the user gesture, dispatch the events of a person, or forge the messages of our scripts.
test.describe.configure({ mode: 'serial' })

const MARKUP = '<img src=x onerror="document.title=1">'
let scene: Scene
let evil = ''
const show = (html: string, place = 'portal.example/login') => scene.page.goto(scene.site.show(place, html))
const openMenu = () => openMenuAt(scene.page, scene.page.locator('#login'))

test.beforeAll(async () => {
  scene = await openScene(async ({ keep, site }) => {
    await keep('Portail', [site.origin('portal.example')])
    await keep(`Balise ${MARKUP}`, [site.origin('markup.example')], {
      username: `user ${MARKUP}`,
      custom: [{ label: `Agence ${MARKUP}`, value: 'ATL-7' }],
    })
    for (let n = 1; n <= 9; n += 1) await keep(`Accès ${String(n)}`, [site.origin('many.example')])
  })
  evil = scene.site.show('evil.example/login', signIn())
})
test.afterAll(() => scene.close())

test('P8: a page that reloads or navigates at the choice in the menu gets nothing: the fill was for the document before', async () => {
  const { page } = scene
  for (const go of ['location.reload()', `location.replace(${JSON.stringify(evil)})`]) {
    // Without autocomplete, so that the browser itself does not restore the values of the fields.
    await show(`${signIn('autocomplete="off"')}<script>
      addEventListener('keyup', ({ key }) => { if (key === 'Enter') ${go} })
    </script>`)
    const menu = await openMenu()
    await page.keyboard.press('ArrowDown')
    await expect(menu.getByRole('option', { selected: true })).toHaveCount(1)
    const loaded = page.waitForEvent('load')
    await page.keyboard.press('Enter')
    await loaded
    await expect(page.locator('#login')).toBeVisible()
    await expect.poll(() => menuIn(page)).toBeUndefined()
    expect([go, await readValues(page)]).toEqual([go, []])
  }
})

test('P8: a tab that navigates to another site while a login is chosen in the popup: that site gets nothing', async () => {
  const { page } = scene
  for (const when of [
    'setTimeout(go, 150)',
    'setTimeout(go, 250)',
    'setTimeout(go, 350)',
    'addEventListener("focusin", go)',
  ]) {
    await show(`${signIn()}<script>const go = () => location.replace(${JSON.stringify(evil)})</script>`)
    await page.evaluate(`void ${when}`)
    await scene.fillFromPopup('Portail')
    await page.waitForURL(evil)
    expect(await readValues(page)).toEqual([])
  }
})

/** A page's script that imitates a person, at the field and at the menu's host, the one element of ours that it can find. */
const PRETENDS = `
  const host = document.querySelector('html > div[popover]')
  const field = document.getElementById('login')
  for (const at of [field, host, document.body].filter(Boolean)) {
    at.focus()
    at.click()
    for (const name of ['pointerdown', 'mousedown', 'mouseup', 'click', 'dblclick', 'pointerup', 'focusin'])
      at.dispatchEvent(new MouseEvent(name, { bubbles: true, composed: true, clientX: 40, clientY: 40, button: 0 }))
    for (const key of ['ArrowDown', 'Enter'])
      for (const name of ['keydown', 'keypress', 'keyup'])
        at.dispatchEvent(new KeyboardEvent(name, { key, code: key, bubbles: true, composed: true }))
  }
  field.focus()`
const FORGES = `
  const language = { said: 'en', heard: [], letters: [] }
  for (const said of [{ name: 'frame.menu' }, { name: 'frame.load', language }, { ticket: 'A'.repeat(43) }, { do: 'fill' }, 'ArrowDown',
    1e15, 'focused'])
    for (const at of [window, ...Array.from({ length: frames.length }, (_, n) => frames[n])]) {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = ({ data }) => { document.title = 'heard ' + JSON.stringify(data) }
      at.postMessage(said, '*', [port2])
      port1.postMessage(1e15)
    }
  for (const name of ['menu', 'cloison', 'frame']) new BroadcastChannel(name).postMessage({ do: 'fill' })
  document.querySelector('html > div[popover]')?.dispatchEvent(new MessageEvent('message', { data: 1e15 }))`

test('P8: events and messages that a page forges open no menu, choose no row, and reach nothing inside the menu', async () => {
  const { page } = scene
  // The page reports the end by itself, since whatever a test evaluates meanwhile would count as a user gesture.
  const done = page.waitForEvent('console', (message) => message.text() === 'done')
  await show(`${signIn()}<script>
    addEventListener('load', () => setTimeout(() => { ${PRETENDS}; ${FORGES}; setTimeout(() => console.log('done'), 300) }, 300))</script>`)
  await done
  expect(menuIn(page)).toBeUndefined()
  const menu = await openMenu()
  // Run by the page's own timer, since what a test evaluates would count as a user gesture.
  await page.evaluate(
    `setTimeout(() => { ${PRETENDS.replace('field.focus()', '')}; ${FORGES}; document.title += ' ' + frames.length }, 0)`,
  )
  await expect(page).toHaveTitle(/0$/)
  expect(await page.evaluate(`document.querySelector('html > div[popover]')?.shadowRoot ?? null`)).toBeNull()
  expect(
    await menu
      .getByRole('option', { selected: true })
      .count()
      .catch(() => 0),
  ).toBe(0)
  expect(await page.title()).not.toContain('heard')
  expect(await readValues(page)).toEqual([])
})

/** Stores the ticket of each menu for the test. `isTaken`: the menu itself does not get it. */
const listenIn = (page: Page, isTaken: boolean) =>
  page.addInitScript((isTaken) => {
    if (location.pathname !== '/menu.html') return
    addEventListener('message', (event: MessageEvent<{ ticket?: string }>) => {
      Object.assign(globalThis, { heard: event.data.ticket })
      if (isTaken) event.stopImmediatePropagation()
    })
  }, isTaken)
/** Sends a ticket to the worker from one of our pages and returns the worker's answer. */
const showTicket = (at: { evaluate: Page['evaluate'] }, ticket: string, within: string): Promise<string> =>
  at.evaluate(
    ([ticket, within]) =>
      new Promise<string>((resolve) => {
        const port = chrome.runtime.connect({ name: 'menu' })
        port.onMessage.addListener((heard) => resolve(JSON.stringify(heard)))
        port.onDisconnect.addListener(() => resolve('refused'))
        port.postMessage({ do: 'show', ticket, within })
      }),
    [ticket, within] as const,
  )

test('P8: a ticket is accepted once, in the tab and the document that asked for it, and from a menu only', async () => {
  const { filler, site } = scene
  const own = site.origin('portal.example')
  const address = site.show('portal.example/login', signIn())
  const ticketOf = async (page: Page, isTaken: boolean) => {
    await listenIn(page, isTaken)
    await page.goto(address)
    await page.locator('#login').click()
    const heard: { menu: Frame; ticket: string }[] = []
    const hear = async () => {
      const menu = menuIn(page)
      const ticket = await menu?.evaluate<string>('globalThis.heard ?? ""').catch(() => '')
      if (menu !== undefined && ticket) heard.push({ menu, ticket })
      return heard.length
    }
    await expect.poll(hear).toBeGreaterThan(0)
    const [first] = heard
    if (first === undefined) throw new Error('no ticket')
    return first
  }
  const [used, other, third] = await Promise.all([1, 2, 3].map(() => filler.desk.context.newPage()))
  if (used === undefined || other === undefined || third === undefined) throw new Error('no page')
  await used.bringToFront()
  const once = await ticketOf(used, false)
  await expect(once.menu.getByRole('option')).toHaveCount(1)
  expect(await showTicket(once.menu, once.ticket, own)).toBe('refused')
  await other.bringToFront()
  const fresh = await ticketOf(other, true)
  expect(await showTicket(once.menu, fresh.ticket, own)).toBe('refused')
  await third.bringToFront()
  const moved = await ticketOf(third, true)
  expect(await showTicket(filler.desk.page, moved.ticket, own)).toBe('refused')
  expect(await showTicket(moved.menu, moved.ticket, site.origin('evil.example'))).toBe('refused')
  const right = await ticketOf(third, true)
  expect(await showTicket(right.menu, right.ticket, own)).toContain('"rows"')
  await Promise.all([used, other, third].map((one) => one.close()))
  await scene.page.bringToFront()
})

test('labels and usernames with HTML in them are plain text in the menu, in the popup and in the page', async () => {
  const { page, site } = scene
  const label = `Agence ${MARKUP}`.replaceAll('<', '&lt;')
  await page.goto(site.show('markup.example/login', signIn('', `<label>${label} <input name="code"></label>`)))
  const menu = await openMenu()
  await expect(menu.getByText(`Balise ${MARKUP}`)).toBeVisible()
  await expect(menu.getByText(`user ${MARKUP}`)).toBeVisible()
  expect(await menu.locator('img').count()).toBe(0)
  await page.keyboard.press('Escape')
  const popup = await people.openPopup(scene.filler.desk, page)
  await expect(people.popupRow(popup, `Balise ${MARKUP}`).first()).toContainText(`user ${MARKUP}`)
  expect(await popup.locator('img').count()).toBe(0)
  await popup.close()
  expect(await scene.fillFromPopup('Balise')).toContain(`Balise ${MARKUP}`)
  expect(await fieldsOf(page)).toEqual({ login: `user ${MARKUP}`, secret: PASSWORD, code: 'ATL-7' })
  expect(await page.title()).toBe('')
})

test('P8: a page cannot load our pages in its frames', async () => {
  const { page } = scene
  const files = ['popup.html', 'console.html', 'unlock.html', 'clipboard.html', 'menu.html']
  await show(files.map((file) => `<iframe src="${pageUrl(file)}" width="400" height="300"></iframe>`).join(''))
  await page.waitForLoadState('load')
  const inner = page.frames().slice(1)
  expect(inner).toHaveLength(files.length)
  for (const frame of inner) {
    expect(frame.url()).not.toMatch(/^chrome-extension:/)
    expect(await frame.evaluate('document.body.innerText').catch(() => '')).not.toContain('Portail')
  }
})

test('a menu with more logins than it has room for scrolls, and offers the popup for a search', async () => {
  const { page } = scene
  await show(signIn(), 'many.example/login')
  const menu = await openMenu()
  await expect(menu.getByRole('option')).toHaveCount(9)
  const more = menu.getByRole('button', { name: 'Open Cloison' })
  const box = await more.boundingBox()
  if (box === null) throw new Error('no row')
  await page.mouse.move(box.x + 43, box.y + 18)
  await page.mouse.move(box.x + 40, box.y + 18)
  await page.waitForTimeout(300)
  await page.mouse.click(box.x + 40, box.y + 18)
  await expect.poll(() => toolbarPopups(scene.filler.desk)).toBe(1)
  expect(await readValues(page)).toEqual([])
})

test('fields in a closed shadow root are filled, by the menu and by the popup', async () => {
  const { page } = scene
  const closed = `<div id="host"></div><script>
    const root = document.getElementById('host').attachShadow({ mode: 'closed' })
    root.innerHTML = ${JSON.stringify(signIn())}
    setInterval(() => { document.title = [...root.querySelectorAll('input')].map(({ value }) => value).join('|') }, 20)</script>`
  const filled = `${USERNAME}|${PASSWORD}`
  await show(closed)
  await expect(page).toHaveTitle('|')
  expect(await scene.fillFromPopup('Portail')).toContain('Filled')
  await expect(page).toHaveTitle(filled)
  await show(closed)
  await expect(page).toHaveTitle('|')
  const [x, y] = await page.evaluate<[number, number]>(
    `(({ left, top }) => [left + 20, top + 8])(root.getElementById('login').getBoundingClientRect())`,
  )
  const menu = await openMenuAt(page, { click: () => page.mouse.click(x, y) })
  await chooseFirst(page, menu)
  await expect(page).toHaveTitle(filled)
})
