import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { wordScriptsFor } from '../../extension/keeper/fill/words-for.ts'
import { tabId } from '../desk.ts'
import { newFiller } from '../filler.ts'
import type { Filler } from '../filler.ts'
import { servePages } from '../pages/serve.ts'
import type { PagesServer } from '../pages/serve.ts'
import * as people from '../people.ts'
import { awake, lockByButton, registeredPages } from './fixtures.ts'
import { findMenu } from './menu.ts'

// Where our scripts run, by the browser's own list of registered content scripts and by the isolated world of each document.
test.describe.configure({ mode: 'serial' })

let filler: Filler
let site: PagesServer
let other: PagesServer

test.beforeAll(async () => {
  ;[site, other, filler] = await Promise.all([servePages(), servePages(), newFiller()])
  await filler.save({
    name: 'Guichet',
    username: 'ines',
    password: 'Zibeline-6042',
    urls: [`${site.origin}/login.html`],
  })
  // A host that would match every host if it were taken as a pattern.
  await filler.save({ name: 'Joker', urls: ['http://*.example/', 'javascript:alert(1)', 'file:///etc/passwd'] })
  await filler.grant('fill')
})
test.afterAll(async () => {
  await Promise.all([site.close(), other.close()])
  await filler.close()
})

const registered = () => registeredPages(filler.desk)
const EVERYWHERE = ['http://*/*', 'https://*/*']

/** Returns which of our scripts runs in each frame of a tab: `none`, `sentinel` or `menu`. */
async function scriptsIn(page: Page): Promise<string[]> {
  const tab = await tabId(filler.desk.context, page.url())
  const running = await awake(filler.desk)
  return running.evaluate(async (tabId) => {
    const results = await chrome.scripting.executeScript({
      target: { tabId, allFrames: true },
      func: () => globalThis.cloisonWatching ?? 'none',
    })
    return results.map(({ result }) => String(result)).sort()
  }, tab)
}

/** Returns the names of the word lists in a tab's main frame. */
async function wordsIn(page: Page): Promise<string> {
  const tab = await tabId(filler.desk.context, page.url())
  return (await awake(filler.desk)).evaluate(async (tabId) => {
    const func = () => Object.keys(globalThis.cloisonWords ?? {})
    const [first] = await chrome.scripting.executeScript({ target: { tabId }, func })
    return [...(first?.result ?? [])].sort().join(' ')
  }, tab)
}

async function open(address: string): Promise<Page> {
  const page = await filler.desk.context.newPage()
  await page.goto(address)
  return page
}

const built = (file: string) => join(import.meta.dirname, '../../.output/chrome-mv3', file)
/** Returns the bytes of a script that is injected into pages. */
const size = (file: string) => statSync(built(file)).size

test('a page without a login gets at most 4 kB, a filled one 92 kB, and one of unknown language all words in Latin letters', () => {
  expect(size('sentinel.js')).toBeLessThanOrEqual(4_000)
  // Loaded for a fill: one user gesture, in one document.
  expect(size('fill.js') + size('words-own.js')).toBeLessThanOrEqual(46_000)
  expect(size('words-latin.js') + size('words-other.js')).toBeLessThanOrEqual(46_000)
  expect(wordScriptsFor({ said: '', heard: [], letters: [0] })).toEqual(['/words-own.js', '/words-latin.js'])
})

for (const said of ['en', 'fr', 'es', 'pt', 'de', 'it', 'nl', 'pl', 'ro', 'tr', 'ar', 'ru', 'zh', 'ja'])
  test(`a page with the focus in a login field gets at most 40 kB, with the words of its language: ${said}`, () => {
    const files = ['sentinel.js', ...wordScriptsFor({ said, heard: [said], letters: [0] }), 'field-menu.js']
    expect(files.map(size).reduce((all, bytes) => all + bytes)).toBeLessThanOrEqual(40_000)
  })

test('the public suffix list is not in the file that the worker loads at its start', () => {
  const holdsList = (file: string) => readFileSync(built(file), 'utf8').includes('blogspot')
  expect([holdsList('background.js'), holdsList('domains.js')]).toEqual([false, true])
})

test('locked: no content script is registered, and no page has a script of ours', async () => {
  expect(await registered()).toEqual([])
  const page = await open(`${site.origin}/login.html`)
  await page.getByLabel('Username').click()
  expect(await scriptsIn(page)).toEqual(['none'])
  await page.close()
})

test('M8: a page’s process can neither read nor write the stored address of the server', async () => {
  const page = await open(`${site.origin}/login.html`)
  const tab = await tabId(filler.desk.context, page.url())
  const running = await awake(filler.desk)
  const seen = await running.evaluate(async (tabId) => {
    const func = async () => {
      const tried = [
        () => chrome.storage.local.get(null),
        () => chrome.storage.local.set({ server: 'http://evil.example' }),
        () => chrome.storage.session.get(null),
      ]
      return Promise.all(
        tried.map((one) =>
          one().then(
            () => 'done',
            () => 'refused',
          ),
        ),
      )
    }
    const [first] = await chrome.scripting.executeScript({ target: { tabId }, func })
    return first?.result
  }, tab)
  expect(seen).toEqual(['refused', 'refused', 'refused'])
  expect(await running.evaluate(async () => Object.keys(await chrome.storage.local.get(null)).length)).toBeGreaterThan(
    0,
  )
  await page.close()
})

test('a member who only fills has the sentinel on the hosts of their logins, in open tabs too', async () => {
  const [mine, foreign] = [await open(`${site.origin}/login.html`), await open(`${other.origin}/login.html`)]
  await people.unlock(filler.desk, filler.pin)
  await expect.poll(registered).toEqual([`${site.origin}/*`])
  await expect.poll(() => scriptsIn(mine)).toEqual(['sentinel'])
  await foreign.reload()
  await foreign.getByLabel('Username').click()
  expect(await scriptsIn(foreign)).toEqual(['none'])
  const later = await open(`${site.origin}/login.html`)
  expect(await scriptsIn(later)).toEqual(['sentinel'])
  for (const page of [mine, foreign, later]) await page.close()
})

test('the menu script is loaded when a field that could be a login gets the focus, in that frame only', async () => {
  const page = await open(`${site.origin}/framed.html`)
  const inner = page.frames().find((frame) => frame !== page.mainFrame())
  expect(await scriptsIn(page)).toEqual(['sentinel', 'sentinel'])
  await inner?.locator('input').first().click()
  await expect.poll(() => scriptsIn(page)).toEqual(['menu', 'sentinel'])
  await page.close()
  const search = await open(`${site.origin}/newsletter.html`)
  await search.evaluate(() => {
    document.body.innerHTML = '<input id="q" aria-label="Search">'
  })
  await search.getByLabel('Search').click()
  await search.keyboard.type('larks')
  expect(await scriptsIn(search)).toEqual(['sentinel'])
  await search.close()
})

for (const { page: said, words, text } of [
  { page: 'en', words: 'own', text: 'Sign in' },
  { page: 'de-AT', words: 'de en', text: 'Anmelden' },
  {
    page: 'en',
    words: 'de own',
    text: 'Bitte melden Sie sich mit Ihrem Benutzernamen und Ihrem Kennwort an, um Ihre Bestellungen zu sehen.',
  },
  { page: '', words: 'latin own', text: 'Anmelden' },
  { page: 'en', words: 'own ru', text: 'Вход' },
])
  test(`a page that declares “${said}” and says “${text.slice(0, 20)}” gets these word lists: ${words}`, async () => {
    const page = await open(`${site.origin}/login.html`)
    await page.evaluate(
      ([lang, label]) => {
        document.documentElement.lang = lang
        document.body.innerHTML = '<form><label></label><input type="password" name="x"></form>'
        document.querySelector('label')?.append(label)
      },
      [said, text] as const,
    )
    await page.locator('input').click()
    await expect.poll(() => wordsIn(page)).toBe(words)
    await page.close()
  })

test('the sentinel notices fields that are added later or in a closed shadow root, though nothing observes the page', async () => {
  const page = await open(`${site.origin}/newsletter.html`)
  await page.evaluate(() => {
    document.body.innerHTML = '<div id="host"></div>'
    const root = (document.getElementById('host') as HTMLElement).attachShadow({ mode: 'closed' })
    root.innerHTML = '<input type="password" style="width: 300px; height: 40px">'
  })
  expect(await scriptsIn(page)).toEqual(['sentinel'])
  await page.mouse.click(100, 20)
  await expect.poll(() => scriptsIn(page)).toEqual(['menu'])
  await page.close()
})

test('a field that the page focuses loads nothing until the person does something, in a closed shadow root too', async () => {
  for (const isClosed of [false, true]) {
    const page = await filler.desk.context.newPage()
    await page.addInitScript((closed) => {
      addEventListener('load', () => {
        const at = closed ? document.body.appendChild(document.createElement('div')) : document.body
        const root = closed ? at.attachShadow({ mode: 'closed' }) : at
        root.innerHTML = '<input aria-label="Username"><input type="password">'
        // Back and forth, so that the sentinel gets focus events too.
        for (const name of ['password', 'text', 'password', 'text'])
          [...root.querySelectorAll('input')].find(({ type }) => type === name)?.focus()
      })
    }, isClosed)
    await page.goto(`${site.origin}/login.html`)
    expect(await scriptsIn(page)).toEqual(['sentinel'])
    // A letter key comes from a person, but no menu opens while they type; the arrow key opens it.
    await page.keyboard.press('i')
    await expect.poll(() => scriptsIn(page)).toEqual(['menu'])
    await page.waitForTimeout(500)
    expect(findMenu(page)).toBeUndefined()
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => findMenu(page)).toBeDefined()
    await page.close()
  }
})

test('the arrow key opens the menu at a field that the page has focused', async () => {
  const page = await filler.desk.context.newPage()
  await page.addInitScript(() => addEventListener('load', () => document.querySelector('input')?.focus()))
  await page.goto(`${site.origin}/login.html`)
  expect(await scriptsIn(page)).toEqual(['sentinel'])
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => findMenu(page)).toBeDefined()
  await page.close()
})

test('a new login adds its host, and a member who may edit has the sentinel everywhere', async () => {
  await filler.save({ name: 'Extranet', username: 'ines', password: 'Zibeline-6043', urls: [`${other.origin}/`] })
  await expect.poll(registered).toEqual([`${site.origin}/*`, `${other.origin}/*`].sort())
  await filler.grant('edit')
  await expect.poll(registered).toEqual(EVERYWHERE)
  await filler.grant('fill')
  await expect.poll(registered).toEqual([`${site.origin}/*`, `${other.origin}/*`].sort())
})

test('P10: a lock unregisters the content scripts, and those that run in pages get no answer and stop', async () => {
  const page = await open(`${site.origin}/login.html`)
  expect(await scriptsIn(page)).toEqual(['sentinel'])
  await lockByButton(filler.desk)
  await expect.poll(registered).toEqual([])
  await page.bringToFront()
  await page.getByLabel('Password').click()
  await expect.poll(() => scriptsIn(page)).toEqual(['none'])
  // The focus is still in the field when the sentinel is injected again.
  await people.unlock(filler.desk, filler.pin)
  await expect.poll(() => scriptsIn(page)).toEqual(['sentinel'])
  await page.bringToFront()
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => scriptsIn(page)).toEqual(['menu'])
  await page.close()
})
