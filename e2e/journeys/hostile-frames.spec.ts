import { expect, test } from '@playwright/test'
import { signIn } from '../pages/hostile-site.ts'
import { fieldsOf, pressShortcut, toolbarPopups } from './fixtures.ts'
import {
  PASSWORD,
  USERNAME,
  chooseFirst,
  readValues,
  menuIn,
  openMenuAt,
  openScene,
  scriptsByFrame,
} from './hostile-scene.ts'
import type { Scene } from './hostile-scene.ts'

// Frames within frames, and documents without an origin of their own: a frame inside another site's page is not filled.
test.describe.configure({ mode: 'serial' })

let scene: Scene
let own = ''
let evil = ''
const show = (place: string, html: string, headers?: Record<string, string>) =>
  scene.page.goto(scene.site.show(place, html, headers))
const frame = (src: string, more = '') => `<iframe src="${src}" ${more} width="600" height="300"></iframe>`
const NOT_HERE = 'is not for this page.'
const NO_FIELD = 'There is no sign-in field on this page.'

test.beforeAll(async () => {
  scene = await openScene(async ({ keep, site }) => {
    await keep('Portail', [site.origin('portal.example')])
    await keep('Chez Hub', [site.origin('sso.example'), site.origin('hub.example')])
    await keep('Seul', [site.origin('alone.example')])
    await keep('Voisin', [{ address: site.origin('a.github.io'), match: 'domain', realm: '' }])
    await keep('Sûr', [{ address: site.origin('safe.example').replace('http:', 'https:'), match: 'domain', realm: '' }])
    await keep('Bizarre', ['javascript:alert(1)', 'data:text/html,x', 'file:///', 'about:blank', 'blob:x'])
  })
  own = scene.site.origin('portal.example')
  evil = scene.site.origin('evil.example')
  scene.site.show('portal.example/login', signIn())
  scene.site.show('sso.example/login', signIn())
  scene.site.show('alone.example/login', signIn())
})
test.afterAll(() => scene.close())

test('P8: the login’s page in a frame of another site gets nothing, by popup or keyboard, and no menu opens in it', async () => {
  const { page } = scene
  const inner = () => page.frameLocator('iframe').first()
  for (const [html, said] of [
    [frame(`${own}/login`), NOT_HERE],
    [frame(`${own}/login`, 'sandbox="allow-scripts allow-same-origin allow-forms"'), NOT_HERE],
  ] as const) {
    await show('evil.example/', html)
    await expect(inner().locator('#login')).toBeVisible()
    expect(await scene.fillFromPopup('Portail')).toContain(said)
    await inner().locator('#login').click()
    await page.keyboard.press('ArrowDown')
    expect(await scriptsByFrame(scene)).toContainEqual({ url: `${own}/login`, watching: 'sentinel', engine: false })
    expect(menuIn(page)).toBeUndefined()
    await pressShortcut(scene.filler.desk, page)
    await expect.poll(() => toolbarPopups(scene.filler.desk)).toBe(1)
    expect(await readValues(page)).toEqual([])
  }
})

test('P8: with another site’s frame between, a frame of the login’s own site gets nothing (A in B in A)', async () => {
  const { page, site } = scene
  site.show('evil.example/between', frame(`${own}/login`))
  await show('portal.example/', `<h1>Portal</h1>${frame(`${evil}/between`)}`)
  const inner = page.frameLocator('iframe').frameLocator('iframe')
  await expect(inner.locator('#login')).toBeVisible()
  expect(await scene.fillFromPopup('Portail')).toContain(NO_FIELD)
  await inner.locator('#login').click()
  await page.keyboard.press('ArrowDown')
  expect(await scriptsByFrame(scene)).toContainEqual({ url: `${own}/login`, watching: 'sentinel', engine: false })
  expect(menuIn(page)).toBeUndefined()
  expect(await readValues(page)).toEqual([])
})

test('P8: documents without an address of their own (srcdoc, blob, data) get nothing, even in the login’s page', async () => {
  const form = JSON.stringify(signIn())
  for (const [name, html] of Object.entries({
    srcdoc: `<iframe id="f" srcdoc="${signIn().replaceAll('"', '&quot;')}"></iframe>`,
    'about:blank': `<iframe id="f"></iframe><script>f.contentDocument.body.innerHTML = ${form}</script>`,
    'a script': `<script>var form = ${form}</script><iframe id="f" src="javascript:parent.form"></iframe>`,
    'a blob': `<iframe id="f"></iframe><script>f.src = URL.createObjectURL(new Blob([${form}], { type: 'text/html' }))</script>`,
    data: `<iframe id="f" src="data:text/html,${encodeURIComponent(signIn())}"></iframe>`,
    sandboxed: frame(`${own}/login`, 'id="f" sandbox="allow-scripts allow-forms"'),
  })) {
    await show('portal.example/', `<h1>Portal</h1>${html}`)
    await expect(scene.page.frameLocator('#f').locator('#login')).toBeVisible()
    expect([name, await scene.fillFromPopup('Portail')]).toEqual([name, expect.stringContaining(NO_FIELD)])
    expect([name, await readValues(scene.page)]).toEqual([name, []])
  }
})

test('P8: a page that its Content-Security-Policy sandboxes has no origin, and gets nothing', async () => {
  await show('portal.example/box', signIn(), { 'content-security-policy': 'sandbox allow-scripts allow-forms' })
  expect(await scene.fillFromPopup('Portail')).toContain(NO_FIELD)
  expect(await readValues(scene.page)).toEqual([])
})

test('P8: a sibling under a public suffix, the http twin of an https login, a file and a data page get nothing', async () => {
  const { page, site } = scene
  await show('b.github.io/login', signIn())
  expect(await scene.fillFromPopup('Voisin')).toContain(NOT_HERE)
  await show('www.a.github.io/login', signIn())
  expect(await scene.fillFromPopup('Voisin')).toContain('Filled')
  await show('safe.example/login', signIn())
  expect(await scene.fillFromPopup('Sûr')).toContain(NOT_HERE)
  expect(await readValues(page)).toEqual([])
  for (const url of [
    `file://${import.meta.dirname}/../pages/login.html`,
    `data:text/html,${signIn()}`,
    'about:blank',
  ]) {
    await page.goto(url)
    expect([url, await scene.fillFromPopup('Bizarre')]).toEqual([url, expect.stringContaining(NOT_HERE)])
    expect((await readValues(page)).filter((one) => one !== 'on')).toEqual([])
  }
  await page.goto(site.show('portal.example/login', signIn()))
  expect(await scene.fillFromPopup('Bizarre')).toContain(NOT_HERE)
  expect(await readValues(page)).toEqual([])
})

test('P8: a sign-in frame within a portal is filled, by popup and by menu, if the login has the addresses of both', async () => {
  const { page } = scene
  const sso = scene.site.origin('sso.example')
  await show('hub.example/', `<h1>Hub</h1>${frame(`${sso}/login`)}`)
  const inner = page.frameLocator('iframe')
  await expect(inner.locator('#login')).toBeVisible()
  expect(await scene.fillFromPopup('Chez Hub')).toContain('Filled')
  expect(await readValues(page)).toEqual([USERNAME, PASSWORD])
  await page.reload()
  const menu = await openMenuAt(page, inner.locator('#login'))
  await expect(menu.getByRole('option')).toHaveCount(1)
  await chooseFirst(page, menu)
  await expect.poll(() => readValues(page)).toEqual([USERNAME, PASSWORD])
  const alone = `${scene.site.origin('alone.example')}/login`
  await show('hub.example/', `<h1>Hub</h1>${frame(alone)}`)
  await expect(inner.locator('#login')).toBeVisible()
  expect(await scene.fillFromPopup('Seul')).toContain(NOT_HERE)
  expect(await readValues(page)).toEqual([])
})

test('P8: of a hundred frames only the one with the focus is filled; other sites’ frames get no script, and work is limited', async () => {
  const { page, site } = scene
  site.show('evil.example/login', signIn())
  const frames = Array.from({ length: 100 }, (_, at) => frame(`${at % 2 === 0 ? own : evil}/login`, 'loading="eager"'))
  await show('portal.example/', `${signIn()}${frames.join('')}`)
  await expect.poll(() => page.frames().length).toBe(101)
  await page.waitForLoadState('load')
  expect(await scene.fillFromPopup('Portail')).toContain('Filled')
  expect(await fieldsOf(page)).toMatchObject({ login: USERNAME, secret: PASSWORD })
  expect(await readValues(page)).toEqual([USERNAME, PASSWORD])
  const worlds = await scriptsByFrame(scene)
  expect(worlds).toHaveLength(101)
  expect(worlds.filter(({ url, watching, engine }) => url.startsWith(evil) && (engine || watching !== 'none'))).toEqual(
    [],
  )
  expect(worlds.filter(({ engine }) => engine).length).toBeLessThanOrEqual(32)
  await page.reload()
  const [inFrame] = page.frames().slice(1)
  await inFrame?.locator('#secret').click()
  expect(await scene.fillFromPopup('Portail')).toContain('Filled')
  expect(inFrame === undefined ? null : await fieldsOf(inFrame)).toMatchObject({ login: USERNAME, secret: PASSWORD })
  expect(await readValues(page)).toEqual([USERNAME, PASSWORD])
})
