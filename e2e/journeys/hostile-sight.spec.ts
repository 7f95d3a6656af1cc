import { expect, test } from '@playwright/test'
import { signIn } from '../pages/hostile-site.ts'
import { fieldsOf } from './fixtures.ts'
import { PASSWORD, USERNAME, chooseFirst, readValues, openMenuAt, openScene } from './hostile-scene.ts'
import type { Scene } from './hostile-scene.ts'

// Fields that a person cannot see, on the login's own page; and a page that has replaced the browser's functions by its own.
test.describe.configure({ mode: 'serial' })

let scene: Scene
const show = (html: string) => scene.page.goto(scene.site.show('portal.example/login', html))

test.beforeAll(async () => {
  scene = await openScene(({ keep, site }) => keep('Portail', [site.origin('portal.example')]))
})
test.afterAll(() => scene.close())

const layer = (of: string, style: string, inner = '') => `
  <script>
    const box = document.getElementById('${of}').getBoundingClientRect()
    document.body.insertAdjacentHTML('beforeend', \`<div id="layer" style="position: absolute; left: \${box.left - 2}px;
      top: \${box.top - 2}px; width: \${box.width + 4}px; height: \${box.height + 4}px; ${style}">${inner}</div>\`)
  </script>`
const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'

for (const [name, html] of Object.entries({
  'a box over the form': layer('form', 'background: white', 'Enter the prize draw'),
  'a picture over the form': layer('form', '', `<img src="${PIXEL}" style="width: 100%; height: 100%">`),
  'a page over the page': '<div style="position: fixed; inset: 0; background: #fff">Welcome</div>',
  'a pseudo-element over the form': `
    <style>#layer::after { content: ""; position: absolute; inset: 0; background: #fff }</style>${layer('form', '')}`,
  'a closed root over the form': `${layer('form', '')}<script>
    document.getElementById('layer').attachShadow({ mode: 'closed' }).innerHTML =
      '<div style="height: 100%; background: white">Win</div>'</script>`,
  'the form’s own box, over fields put behind it': `
    <style>form { background: white } input { position: relative; z-index: -1 }</style>`,
}))
  test(`P8: ${name}: fields that are wholly covered get nothing`, async () => {
    await show(signIn() + html)
    expect(await scene.fillFromPopup('Portail')).toContain('There is no sign-in field on this page.')
    expect(await readValues(scene.page)).toEqual([])
  })

test('P8: a covered password field gets nothing, and neither does one that is covered at the focus', async () => {
  await show(signIn() + layer('secret', 'background: white', 'Your e-mail here'))
  expect(await scene.fillFromPopup('Portail')).toContain('Filled: username')
  expect(await fieldsOf(scene.page)).toEqual({ login: USERNAME, secret: '' })
  await show(`${signIn()}<script>
    const secret = document.getElementById('secret')
    secret.addEventListener('focus', () => {
      document.body.insertAdjacentHTML('beforeend', '<p style="position: fixed; inset: 0; margin: 0; background: white"></p>')
    })</script>`)
  expect(await scene.fillFromPopup('Portail')).toContain('Filled: username')
  expect(await fieldsOf(scene.page)).toEqual({ login: USERNAME, secret: '' })
})

test('a field under its label, a tint, a decoration or a bar over a part of it is filled, and so is one far down a page', async () => {
  for (const html of [
    `<style>p { position: relative; width: 300px } input { width: 100%; height: 40px }
      label { position: absolute; inset: 0; background: white; height: 44px }</style>${signIn()}`,
    signIn() + layer('form', 'pointer-events: none; background: white'),
    signIn() + layer('form', 'background: rgb(0 0 0 / 60%)'),
    signIn() + layer('form', 'opacity: 0; background: black'),
    `${signIn()}<div style="position: fixed; left: 170px; right: 0; bottom: 0; top: 0; background: #fff">Cookies</div>`,
    `<p style="height: 4000px">Terms</p>${signIn()}<p style="height: 4000px">More terms</p>`,
    `<div style="height: 300px; overflow: auto"><p style="height: 400px">Terms</p>${signIn()}</div>`,
    `<style>input { pointer-events: none }</style>${signIn()}`,
    `<div id="host"></div><script>document.getElementById('host').attachShadow({ mode: 'open' }).innerHTML =
      ${JSON.stringify(signIn())}</script>`,
  ]) {
    await show(html)
    expect([html, await scene.fillFromPopup('Portail')]).toEqual([
      html,
      expect.stringMatching(/Filled: username, password/),
    ])
  }
})

/** Replaces the functions and properties that a script would use: each reports its use to the page and returns a wrong result. */
const PATCHED = `<script>
  const heard = []
  const told = Object.getOwnPropertyDescriptor(Document.prototype, 'title').set.bind(document)
  const every = setInterval.bind(window)
  let isArmed = false
  const spy = (name, lie) => function () { if (isArmed) heard.push(name); return lie === undefined ? undefined : lie(this) }
  const patch = (owner, names, lie) => { for (const name of names) owner[name] = spy(name, lie) }
  for (const [kind, name] of [[HTMLInputElement, 'value'], [HTMLInputElement, 'type'], [HTMLInputElement, 'form'],
    [HTMLFormElement, 'action'], [Document, 'activeElement'], [Node, 'baseURI']]) {
    const real = Object.getOwnPropertyDescriptor(kind.prototype, name)
    Object.defineProperty(kind.prototype, name, { configurable: true,
      get() { if (isArmed) heard.push('get ' + name); return real.get.call(this) },
      set(to) { if (isArmed) heard.push('set ' + name); real.set?.call(this, 'stolen ' + to) } })
  }
  const none = () => null
  patch(Document.prototype, ['querySelector', 'querySelectorAll', 'getElementById', 'elementFromPoint', 'elementsFromPoint',
    'createElement'], none)
  patch(Element.prototype, ['querySelector', 'querySelectorAll', 'attachShadow', 'checkVisibility', 'getAttribute', 'matches',
    'closest', 'getBoundingClientRect'], none)
  patch(HTMLElement.prototype, ['focus', 'showPopover', 'click'], none)
  patch(EventTarget.prototype, ['addEventListener', 'dispatchEvent'], () => true)
  patch(Promise.prototype, ['then', 'catch'], (self) => self)
  patch(MessagePort.prototype, ['postMessage'])
  patch(Array.prototype, ['map', 'filter', 'flatMap', 'some', 'find', 'includes'], () => [])
  patch(JSON, ['parse', 'stringify'], () => ({}))
  patch(window, ['getComputedStyle', 'requestAnimationFrame', 'setTimeout', 'postMessage', 'MessageChannel', 'IntersectionObserver',
    'KeyboardEvent', 'InputEvent', 'CSSStyleSheet'], () => ({}))
  for (const name of ['username', 'password', 'values', 'sendsOnlyTo', 'expectedOrigin', 'filled', 'kind', 'ticket', 'mode'])
    Object.defineProperty(Object.prototype, name, { configurable: true, get: spy('get ' + name), set: spy('set ' + name) })
  isArmed = true
  every(() => told('heard ' + heard.join(' ')), 20)
</script>`

test('P8: a page that has replaced the browser’s functions learns nothing, and its fields get the right values', async () => {
  const { page } = scene
  await show(signIn() + PATCHED)
  const menu = await openMenuAt(page, page.locator('#login'))
  expect(await page.title()).toBe('heard')
  await chooseFirst(page, menu)
  await expect(page.locator('#secret')).toHaveValue(PASSWORD)
  await expect(page.locator('#login')).toHaveValue(USERNAME)
  expect(await page.title()).toBe('heard')
})
