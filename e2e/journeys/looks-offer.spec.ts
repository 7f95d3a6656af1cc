import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { pageUrl, tabId } from '../desk.ts'
import { newFolder } from '../../tests/headless/org.ts'
import { judge, looks, words } from './judge.ts'
import type { Look } from './judge.ts'
import { newOffering } from './offers.ts'
import type { Offering } from './offers.ts'

// How the offer to save looks after a sign-in: light in English, dark in French, at 200 %.
test.describe.configure({ mode: 'serial' })

let o: Offering
test.beforeAll(async () => {
  o = await newOffering()
})
test.afterAll(() => o.close())
test.afterEach(() => o.closeTabs())

/** The popup over a tab, in that look. */
async function popupOver(page: Page, { lang, colorScheme }: Look): Promise<Page> {
  const id = await tabId(o.filler.desk.context, page.url())
  const popup = await o.filler.desk.context.newPage()
  await popup.setViewportSize({ width: 380, height: 560 })
  await popup.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await popup.goto(pageUrl(`popup.html?lang=${lang}&tab=${String(id)}`))
  return popup
}
/** Signs in, and waits for the offer. */
async function asked(username: string, password: string): Promise<Page> {
  o.site.accounts.set(username, password)
  const page = await o.open('/login')
  await o.signIn(page, username, password)
  await expect(page.getByText('Signed in')).toBeVisible()
  await o.offered(page)
  return page
}

test('the offers to save a new login and to update one of two', async () => {
  const { owner, folder } = o.filler
  const cards = await newFolder(owner, 'Cartes et moyens de paiement', folder)
  await newFolder(owner, 'Recouvrement', cards)
  const page = await asked('agent.recouvrement-042', 'Brume-1')
  for (const look of looks) {
    const t = words(look.lang)
    const popup = await popupOver(page, look)
    const offer = popup.getByRole('region', { name: t.offer.saveTitle(new URL(o.site.origin).host) })
    await expect(offer).toBeFocused()
    await judge(popup, look, 'popup', 'offer new')
    await popup.close()
  }
  await o.dismiss(page, 'Not now')

  await o.filler.save({ name: 'Guichet', username: 'ines', password: 'Brume-2', urls: [o.site.origin] })
  const known = await asked('ines', 'Brume-3')
  for (const look of looks) {
    const t = words(look.lang)
    const popup = await popupOver(known, look)
    await expect(popup.getByRole('heading', { name: t.offer.updateTitle('Guichet') })).toBeVisible()
    await judge(popup, look, 'popup', 'offer update')
    await popup.close()
  }
  await o.dismiss(known, 'Not now')
  await known.close()

  await o.filler.save({ name: 'Guichet, nuit', username: 'ines', password: 'Brume-4', urls: [o.site.origin] })
  const either = await asked('ines', 'Brume-5')
  for (const look of looks) {
    const t = words(look.lang)
    const popup = await popupOver(either, look)
    await expect(popup.getByLabel(t.offer.login, { exact: true })).toBeVisible()
    await judge(popup, look, 'popup', 'offer choice')
    // In a popup too low for all of it, the question is what one sees first.
    await popup.setViewportSize({ width: 380, height: 240 })
    await popup.reload()
    await expect(popup.getByRole('row').first()).toBeAttached()
    await expect(popup.getByRole('region', { name: t.offer.whichTitle(new URL(o.site.origin).host) })).toBeFocused()
    await expect(popup.locator('#offer-title')).toBeInViewport()
    if (look.lang === 'en') {
      await popup.getByRole('button', { name: t.offer.update, exact: true }).click()
      await expect(popup.getByText(/is updated\.$/)).toBeVisible()
      await judge(popup, look, 'popup', 'offer done')
    }
    await popup.close()
  }

  const quiet = await asked('noe', 'Brume-6')
  await o.dismiss(quiet, 'Never for this site')
  for (const look of looks) {
    const popup = await popupOver(quiet, look)
    await expect(popup.getByRole('button', { name: words(look.lang).offer.again })).toBeVisible()
    await judge(popup, look, 'popup', 'offer quiet')
    await popup.close()
  }
})
