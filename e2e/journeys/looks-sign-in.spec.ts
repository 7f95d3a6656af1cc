import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import * as people from '../people.ts'
import { BOSS, endBy, newAsking, ready, row, rows, saveAt } from './asking.ts'
import type { Asking, Coming } from './asking.ts'
import { awake, button } from './fixtures.ts'
import { inTurn, judge, looks, words } from './judge.ts'
import type { Look } from './judge.ts'

// How the sign-in window for HTTP authentication looks.
test.describe.configure({ mode: 'serial' })

let asking: Asking

test.beforeAll(async () => {
  asking = await newAsking()
  const { filler, at } = asking
  for (let n = 1; n <= 12; n += 1)
    await saveAt(filler, {
      name: `Guichet ${String(n)}`,
      username: `guichet-${String(n)}@azur.example`,
      password: 'x',
      urls: [{ address: at('/', 'guichets.azur.example'), match: 'origin', realm: '' }],
    })
  await people.unlock(filler.desk, filler.pin)
})
test.afterAll(async () => {
  await asking.filler.close()
  await asking.site.close()
})

/** Opens our windows in this language from now on, whatever the browser's is. */
async function speak(lang: string): Promise<void> {
  const running = await awake(asking.filler.desk)
  await running.evaluate((lang) => {
    type Create = (how: chrome.windows.CreateData) => Promise<unknown>
    const windows: { create: Create; first?: Create } = chrome.windows
    const first = (windows.first ??= windows.create.bind(windows))
    windows.create = (how) => first({ ...how, url: `${String(how.url)}?lang=${lang}` })
  }, lang)
}

/** Follows an authentication request into our window, in the language of the look. */
async function asked(look: Look, address: string): Promise<Coming> {
  await speak(look.lang)
  const coming = await asking.asked(address)
  await dress(coming.window, look)
  return coming
}

async function dress(window: Page, { colorScheme }: Look): Promise<void> {
  await window.setViewportSize({ width: 420, height: 450 })
  await window.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
}

for (const look of looks) {
  const t = words(look.lang)

  test(`the window with the asking site and two logins, ${look.lang}`, inTurn(look), async () => {
    const { tab, window } = await asked(look, asking.at('/basic/Agents/'))
    await expect(window.getByText(t.signIn.realm('Agents'))).toBeVisible()
    await expect(rows(window).first()).toBeFocused()
    await judge(window, look, 'sign-in', 'two logins')
    await endBy(window, () => button(window, t.signIn.yourself).click())
    await tab.close()
  })

  test(`the window after a login was refused, ${look.lang}`, inTurn(look), async () => {
    const { tab, window } = await asked(look, asking.at('/basic/Agents/'))
    const again = asking.filler.desk.context.waitForEvent('page')
    await row(window, BOSS).click()
    const second = await ready(await again)
    await dress(second, look)
    await expect(second.getByRole('alert')).toContainText(t.signIn.refused(BOSS))
    await judge(second, look, 'sign-in', 'refused')
    await second.close()
    await tab.close()
  })

  test(`many logins come with a search field, ${look.lang}`, inTurn(look), async () => {
    const { tab, window } = await asked(look, asking.at('/digest/MD5/Agents/', 'guichets.azur.example'))
    const search = window.getByRole('searchbox', { name: t.signIn.search })
    await expect(search).toBeFocused()
    await judge(window, look, 'sign-in', 'many logins')
    await window.keyboard.type('guichet-11')
    await expect(rows(window)).toHaveCount(1)
    await window.keyboard.press('ArrowDown')
    await expect(row(window, 'Guichet 11')).toBeFocused()
    await window.keyboard.press('ArrowUp')
    await search.fill('zzz')
    await expect(window.getByText(t.signIn.none('zzz'))).toBeVisible()
    await judge(window, look, 'sign-in', 'none found')
    await window.close()
    await tab.close()
  })

  test(
    `P8: a realm with markup, great length and bidirectional controls is shown as plain text, ${look.lang}`,
    inTurn(look),
    async () => {
      const realm = `<b>Éspace</b> "réservé" \u202e${'https://crm.azur.example '.repeat(20)}`
      const { tab, window } = await asked(look, asking.at(`/basic/${encodeURIComponent(realm)}/`))
      const said = window.locator('.sign-in-realm')
      await expect(said).toContainText('<b>Éspace</b> "réservé" https://crm')
      await expect(said.locator('b')).toHaveCount(0)
      expect(await said.textContent()).toMatch(/^[^\u202e]{1,160}$/)
      await judge(window, look, 'sign-in', 'long realm')
      await window.close()
      await tab.close()
    },
  )
}
