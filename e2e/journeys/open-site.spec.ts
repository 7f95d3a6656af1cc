import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { pageUrl, tabId } from '../desk.ts'
import { signIn } from '../pages/hostile-site.ts'
import * as people from '../people.ts'
import { button, fieldsOf, heading } from './fixtures.ts'
import { PASSWORD, USERNAME, openScene, readValues } from './hostile-scene.ts'
import type { Scene } from './hostile-scene.ts'
import { judge } from './judge.ts'

// "Open and fill": one click opens a login's site in a new tab and fills it there, and nowhere else.
test.describe.configure({ mode: 'serial' })

let scene: Scene
let console: Page
const english = { lang: 'en', colorScheme: 'light' } as const

test.beforeAll(async () => {
  scene = await openScene(async ({ keep, site }) => {
    await keep('Portail', [`${site.origin('portal.example')}/login`])
    await keep('Lent', [`${site.origin('slow.example')}/login`])
    await keep('Dévié', [`${site.origin('gone.example')}/login`])
    await keep('Rebond', [`${site.origin('bounce.example')}/login`])
    await keep('Deux pages', [`${site.origin('two.example')}/start`])
  })
  const { site } = scene
  site.show('portal.example/login', signIn())
  site.show('evil.example/login', signIn())
  site.show('bounce.example/back', signIn())
  // The form comes by script, a while after the page.
  site.show(
    'slow.example/login',
    `<main></main><script>setTimeout(() => { document.querySelector('main').innerHTML = ${JSON.stringify(signIn())} }, 900)</script>`,
  )
  site.show('gone.example/login', `<script>location.replace('${site.origin('evil.example')}/login')</script>`)
  site.show('bounce.example/login', `<script>location.replace('${site.origin('evil.example')}/bounce')</script>`)
  site.show('evil.example/bounce', `<script>location.replace('${site.origin('bounce.example')}/back')</script>`)
  site.show('two.example/start', `<a href="/login">Sign in</a><script>location.href = '/login'</script>`)
  site.show('two.example/login', signIn())
  console = scene.filler.desk.page
})
test.afterAll(() => scene.close())

/** Presses "Open and fill" of a login in the console, and returns the tab that it opens. */
async function openFrom(name: string): Promise<Page> {
  await console.bringToFront()
  await people.openConsole(scene.filler.desk)
  await people.openFolder(scene.filler.desk, 'Banque Méridienne')
  await console.getByRole('row', { name }).first().click()
  await expect(heading(console, name)).toBeVisible()
  const opened = scene.filler.desk.context.waitForEvent('page')
  await button(console, 'Open and fill').click()
  return opened
}
const isFilled = (tab: Page) =>
  expect.poll(() => fieldsOf(tab).catch(() => ({}))).toMatchObject({ login: USERNAME, secret: PASSWORD })
/** What the popup over this tab says. */
async function saidOver(tab: Page): Promise<string> {
  const { context } = scene.filler.desk
  const popup = await context.newPage()
  await popup.goto(pageUrl(`popup.html?tab=${String(await tabId(context, tab.url()))}`))
  await expect(popup.locator('[role=alert]')).toBeVisible()
  await judge(popup, english, 'popup', 'opened site led elsewhere')
  const said = await popup.locator('[role=alert]').innerText()
  await popup.close()
  return said
}

test('a login’s site is opened from the console and filled; also one that draws its form late, or leads on at its own address', async () => {
  for (const name of ['Portail', 'Lent', 'Deux pages']) {
    const tab = await openFrom(name)
    await isFilled(tab)
    await tab.close()
  }
  await people.openFolder(scene.filler.desk, 'Banque Méridienne')
  await console.getByRole('row', { name: 'Portail' }).first().hover()
  await judge(console, english, 'console', 'open and fill')
})

test('P8: the same tab is not filled a second time, and another tab at the same page not at all', async () => {
  const tab = await openFrom('Portail')
  await isFilled(tab)
  const other = await scene.filler.desk.context.newPage()
  await other.goto(tab.url())
  await tab.goto(`${scene.site.origin('portal.example')}/login`)
  // As long as the first fill took, and more: nothing comes by itself.
  await other.waitForTimeout(2_000)
  expect([await readValues(tab), await readValues(other)]).toEqual([[], []])
  await Promise.all([tab.close(), other.close()])
})

test('P8: a site that leads elsewhere gets nothing there, nor where it leads back to, and the popup says where it led', async () => {
  const evil = scene.site.origin('evil.example')
  for (const [name, end] of [
    ['Dévié', 'evil.example/login'],
    ['Rebond', 'bounce.example/back'],
  ] as const) {
    const tab = await openFrom(name)
    await tab.waitForURL((url) => `${url.hostname}${url.pathname}` === end)
    await tab.waitForTimeout(2_000)
    expect(await readValues(tab)).toEqual([])
    expect(await saidOver(tab)).toContain(`“${name}” was not filled: its site led to ${evil}.`)
    await tab.close()
  }
})

test('the popup opens the site of a login that is not for the page below it, and the row in the console does too', async () => {
  const { context } = scene.filler.desk
  const popup = await context.newPage()
  await popup.goto(pageUrl(`popup.html?tab=${String(await tabId(context, scene.page.url()))}`))
  await people.popupRow(popup, 'Portail').first().click()
  await expect(popup.locator('[role=alert]')).toContainText('is not for this page')
  await judge(popup, english, 'popup', 'not for this page')
  const opened = context.waitForEvent('page')
  await button(popup, 'Open and fill').click()
  await isFilled(await opened)
  await (await opened).close()

  await people.openConsole(scene.filler.desk)
  await people.openFolder(scene.filler.desk, 'Banque Méridienne')
  const again = context.waitForEvent('page')
  await button(console, 'Open the site of Lent and fill').click({ force: true })
  await isFilled(await again)
})
