import { expect, test } from '@playwright/test'
import { callAs } from '../../extension/keeper/desk/call-as.ts'
import { pageUrl } from '../desk.ts'
import { need } from '../../tests/headless/org.ts'
import { look, sign } from '../../tests/headless/person.ts'
import { serveAsking } from '../pages/asking-site.ts'
import type { AskingSite } from '../pages/asking-site.ts'
import * as people from '../people.ts'
import { ACCOUNT, CRM, LEFT, arrival, endBy, newAsking, row, rows, saveAt } from './asking.ts'
import type { Asking } from './asking.ts'

// HTTP authentication (RFC 9110, section 11) in real Chromium. A request that is left to a headless browser fails: it has nobody to ask.
test.describe.configure({ mode: 'serial' })

let asking: Asking
let other: AskingSite
const at: Asking['at'] = (...of) => asking.at(...of)

test.beforeAll(async () => {
  ;[asking, other] = await Promise.all([newAsking(), serveAsking(ACCOUNT)])
})
test.afterAll(async () => {
  await asking.filler.close()
  await Promise.all([asking.site.close(), other.close()])
})
test.beforeEach(() => {
  asking.site.shown.length = 0
})
test.afterEach(() => {
  expect(asking.ourWindows()).toEqual([])
})

/** Opens the address and expects the browser's own handling of a 401, and no window of ours. */
async function leftToBrowser(address: string): Promise<void> {
  const tab = await asking.filler.desk.context.newPage()
  expect(await arrival(tab, address)).toBe(LEFT)
  expect([asking.site.shown, other.shown, asking.ourWindows()]).toEqual([[], [], []])
  await tab.close()
}

test('P10: while locked, a site that asks is left to the browser, and no window opens', async () => {
  await leftToBrowser(at('/basic/Agents/'))
  await people.unlock(asking.filler.desk, asking.filler.pin)
})

test('P8: Basic: our window shows which site asks, offers the matching logins, and sends nothing before a choice', async () => {
  const { tab, window, answered } = await asking.asked(at('/basic/Agents/desk'))
  await expect(window.getByText(new URL(at('/')).origin, { exact: true })).toBeVisible()
  await expect(window.getByText('It calls this area “Agents”.')).toBeVisible()
  await expect(rows(window)).toHaveText([/^CRM Azur\s*agent-azur/, /responsable/])
  await expect(rows(window).first()).toBeFocused()
  expect(asking.site.shown).toEqual([])
  await endBy(window, () => window.keyboard.press('Enter'))
  expect(await answered).toBe('200')
  await expect(tab.getByRole('heading')).toHaveText('Signed in: agent-azur')
  expect(asking.site.shown).toEqual([{ path: '/basic/Agents/desk', username: 'agent-azur', letIn: true }])
  const seen = await tab.evaluate(async () => {
    const again = await fetch(location.href)
    const own = Object.keys(window).map((key) => String(Reflect.get(window, key)))
    return [
      ...[document.documentElement.outerHTML, document.cookie, location.href, document.referrer, ...own],
      ...[JSON.stringify(performance.getEntries()), JSON.stringify([...again.headers]), await again.text()],
      ...[JSON.stringify({ ...localStorage, ...sessionStorage })],
    ].join('\n')
  })
  expect(seen).toContain('agent-azur')
  for (const secret of [ACCOUNT.password, btoa(`${ACCOUNT.username}:${ACCOUNT.password}`)])
    expect(seen).not.toContain(secret)
  await tab.close()
})

for (const algorithm of ['MD5', 'SHA-256'])
  test(`P8: Digest by ${algorithm}: a click in our window signs in`, async () => {
    const { tab, window, answered } = await asking.asked(at(`/digest/${algorithm}/${algorithm}/`))
    await endBy(window, () => row(window, CRM).click())
    expect(await answered).toBe('200')
    await expect(tab.getByRole('heading')).toHaveText('Signed in: agent-azur')
    expect(asking.site.shown).toHaveLength(1)
    await tab.close()
  })

test('P8: another realm, port or host gets no login, even if the login’s rule would match it for a form', async () => {
  await leftToBrowser(at('/basic/Clients/', 'www.azur.example'))
  await leftToBrowser(at('/basic/Agents/', 'azur.example'))
  await leftToBrowser(`http://crm.azur.example:${String(other.port)}/basic/Agents/`)
  await leftToBrowser(at('/digest/MD5/Agents/', 'crm.azur.evil.example'))
  const { tab, window } = await asking.asked(at('/basic/Clients/'))
  await expect(rows(window)).toHaveText([/responsable/])
  await window.close()
  await tab.close()
})

test('P8: a site that asks in an image or a frame of another site, or in an image of its own page, opens no window', async () => {
  const tab = await asking.filler.desk.context.newPage()
  const target = at('/basic/Inner/embedded')
  const embedding = (host: string, as: string, of = target) => at(`/free/?${as}=${encodeURIComponent(of)}`, host)
  for (const address of [
    embedding('evil.example', 'img'),
    embedding('evil.example', 'frame'),
    embedding('crm.azur.example', 'img'),
    // A frame of the site in a frame of another site in the site (A in B in A).
    embedding('crm.azur.example', 'frame', embedding('evil.example', 'frame')),
  ]) {
    const before = asking.site.asked('/basic/Inner/embedded')
    // For an image of the page's own site the browser asks by itself, and the page's load waits for that.
    await tab.goto(address, { waitUntil: address.includes('?img') ? 'commit' : 'load' })
    await expect.poll(() => asking.site.asked('/basic/Inner/embedded')).toBeGreaterThan(before)
    await tab.goto('about:blank')
    expect([asking.ourWindows(), asking.site.shown]).toEqual([[], []])
  }
  await tab.close()
})

test('P8: a frame of the site in its own page gets the login', async () => {
  const { tab, window } = await asking.asked(at(`/free/?frame=${encodeURIComponent(at('/basic/Inner/frame'))}`))
  await endBy(window, () => row(window, CRM).click())
  await expect(tab.frameLocator('iframe').getByRole('heading')).toHaveText('Signed in: agent-azur')
  await tab.close()
})

test('P8: only logins of the active client are offered; a site of another client is left to the browser', async () => {
  const { owner, desk } = asking.filler
  const mobile = need((await sign(owner, { do: 'create-folder', parent: null, name: 'Mobile Plus' })).folder)
  const { member } = need((await look(owner)).people.find(({ name }) => name === 'Inès Martin'))
  await sign(owner, { do: 'grant', folder: mobile, to: { kind: 'member', id: member }, level: 'fill' })
  const urls = [{ address: at('/'), match: 'origin' as const, realm: 'Clos' }]
  await saveAt({ owner, folder: mobile }, { name: 'Comptoir', username: 'vendeur', password: 'Brume-92', urls })
  for (const [client, offered] of [
    ['Mobile Plus', /Comptoir/],
    ['Banque Méridienne', /responsable/],
  ] as const) {
    await people.workFor(desk, client)
    const { tab, window } = await asking.asked(at('/basic/Clos/'))
    await expect(rows(window)).toHaveText([offered])
    await window.close()
    await tab.close()
    if (client === 'Mobile Plus') await leftToBrowser(at('/basic/Autre/'))
  }
})

test('P5 P8: in a folder with recorded use the server records it as a fill', async () => {
  const { owner, desk, folder } = asking.filler
  await sign(owner, { do: 'witness-folder', folder, witnessed: true })
  const console = await desk.context.newPage()
  await console.goto(pageUrl('console.html'))
  await expect(console.getByRole('navigation', { name: 'Sections' })).toBeVisible()
  await console.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const port = chrome.runtime.connect({ name: '{"view":"console"}' })
        port.onMessage.addListener((view: { folders: { witnessed: boolean }[] }) => {
          if (view.folders.some(({ witnessed }) => witnessed)) resolve()
        })
      }),
  )
  await console.close()
  const { tab, window, answered } = await asking.asked(at('/basic/Record/'))
  await row(window, CRM).click()
  expect(await answered).toBe('200')
  const { session } = owner.keeper.needOpen()
  const { uses } = await callAs(owner.desk, session, 'uses', { folder, before: null })
  expect(uses.map(({ purpose }) => purpose)).toEqual(['fill'])
  await tab.close()
})
