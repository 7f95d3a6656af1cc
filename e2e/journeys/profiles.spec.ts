import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { openDesk, pageUrl } from '../desk.ts'
import type { Desk } from '../desk.ts'
import { hire, need } from '../../tests/headless/org.ts'
import { look as seen, newPerson, refresh, setUp, sign } from '../../tests/headless/person.ts'
import type { Person } from '../../tests/headless/person.ts'
import * as people from '../people.ts'
import { startStack } from '../../tests/stack.ts'
import type { Stack } from '../../tests/stack.ts'
import { OWNER, button, heading } from './fixtures.ts'
import { inTurn, judge, looks, words } from './judge.ts'
import type { Look } from './judge.ts'

// A changed name, seen on another desk; the name of a former member, erased for good.
test.describe.configure({ mode: 'serial' })

const LENA = 'Lena Moreau'
const GONE = 'Théo Saisonnier'

const PIN = 'corail-9035'

let stack: Stack
let desk: Desk
let odile: Person

test.beforeAll(async () => {
  stack = await startStack()
  odile = newPerson()
  await setUp(odile, stack.origin, stack.setupCode, PIN)
  await hire(stack, odile, LENA)
  const { member } = await hire(stack, odile, GONE)
  desk = await openDesk()
  const { name, email, pin } = OWNER
  const { code } = await sign(odile, { do: 'invite', name, email, role: 'owner', teams: [] })
  await people.join(desk, { code: need(code), pin })
  await refresh(odile)
  const asked = need((await seen(odile)).invitations.find(({ state }) => state === 'asked'))
  await sign(odile, { do: 'approve', invitation: asked.invitation })
  await people.unlock(desk, pin)
  await sign(odile, { do: 'remove-member', member })
})
test.afterAll(async () => {
  await desk.close()
  await stack.stop()
})

async function show(page: Page, { lang, colorScheme }: Look): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await page.goto('about:blank')
  await page.goto(pageUrl(`console.html?lang=${lang}#/people`))
  await page.bringToFront()
}
const dialog = (page: Page) => page.getByRole('dialog')
const ofOdile = async (name: string | null) => {
  await refresh(odile)
  return (await seen(odile)).people.find((one) => one.name === name)
}
const openPerson = (page: Page, name: string) => page.getByRole('row', { name }).first().click()

for (const look of looks)
  test(`how names, e-mails and former members look, ${look.lang}`, inTurn(look), async () => {
    const { page } = desk
    const t = words(look.lang)
    await show(page, look)
    // The desk has received the removal: the screen no longer changes under the mouse.
    await expect(page.getByRole('link', { name: t.profiles.showLeft(1) })).toBeVisible()
    await openPerson(page, LENA)
    await button(page, t.common.moreActs).click()
    await judge(page, look, 'console', 'person menu')
    await page.getByRole('menuitem', { name: t.profiles.change }).click()
    await expect(dialog(page).getByLabel(t.people.fullName)).toHaveValue(LENA)
    await button(page, t.profiles.save).click()
    await expect(dialog(page)).toContainText(t.profiles.same)
    // The e-mail is changed and changed back while the name is unchanged too: the focus stays in the field.
    const email = dialog(page).getByRole('textbox', { name: t.people.email })
    await email.press('End')
    await email.press('x')
    await email.press('Backspace')
    await expect(email).toBeFocused()
    await dialog(page).getByLabel(t.people.fullName).fill(' ')
    await email.fill('lena')
    await button(page, t.profiles.save).click()
    await expect(dialog(page)).toContainText(t.people.nameMissing)
    await expect(dialog(page)).toContainText(t.people.emailWrong)
    await judge(page, look, 'console', 'profile wrong')
    await button(page, t.common.cancel).click()
    await page.getByRole('link', { name: t.profiles.showLeft(1) }).click()
    await expect(heading(page, t.profiles.pickLeft)).toBeVisible()
    await judge(page, look, 'console', 'people who left')
    await openPerson(page, GONE)
    await button(page, t.profiles.erase).click()
    await expect(dialog(page)).toContainText(t.profiles.eraseDesks)
    await judge(page, look, 'console', 'erase')
    await button(page, t.common.cancel).click()
  })

test('an owner corrects somebody’s name, and a colleague’s desk shows it', async () => {
  const { page } = desk
  await show(page, { lang: 'en', colorScheme: 'light' })
  await openPerson(page, LENA)
  await button(page, 'More actions').click()
  await page.getByRole('menuitem', { name: 'Change name or e-mail' }).click()
  await dialog(page).getByLabel('Full name').fill('Léna Moreau-Diallo')
  await button(page, 'Sign the change').click()
  await expect(dialog(page)).toBeHidden()
  await expect(heading(page, 'Léna Moreau-Diallo')).toBeVisible()
  await expect(page.getByText('Name and e-mail are changed')).toBeVisible()
  expect(await ofOdile('Léna Moreau-Diallo')).toMatchObject({ email: 'lena.moreau@atlas.example' })
})

test('a person changes their own name', async () => {
  const { page } = desk
  await show(page, { lang: 'en', colorScheme: 'light' })
  await openPerson(page, `${OWNER.name} (you)`)
  await button(page, 'More actions').click()
  await page.getByRole('menuitem', { name: 'Change name or e-mail' }).click()
  await expect(heading(page, 'Your name and e-mail')).toBeVisible()
  await dialog(page).getByRole('textbox', { name: 'E-mail' }).fill('direction@atlas.example')
  await button(page, 'Sign the change').click()
  await expect(page.getByText('direction@atlas.example').first()).toBeVisible()
  expect(await ofOdile(OWNER.name)).toMatchObject({ email: 'direction@atlas.example' })
})

test('a former member is erased after a review, and then shown as erased, on this and other desks', async () => {
  const { page } = desk
  await show(page, { lang: 'en', colorScheme: 'light' })
  await page.getByRole('link', { name: 'Show 1 person who left' }).click()
  await openPerson(page, GONE)
  await button(page, 'Erase name and e-mail').click()
  await expect(dialog(page)).toContainText('This cannot be undone')
  await dialog(page).getByRole('button', { name: 'Erase name and e-mail' }).click()
  await expect(dialog(page)).toBeHidden()
  await expect(heading(page, 'Erased member')).toBeVisible()
  await expect(page.getByText(GONE)).toBeHidden()
  await expect(button(page, 'Erase name and e-mail')).toBeHidden()
  await judge(page, { lang: 'en', colorScheme: 'light' }, 'console', 'erased')
  expect(await ofOdile(null)).toMatchObject({ erased: true, email: null })
  await show(page, { lang: 'fr', colorScheme: 'dark' })
  await page.getByRole('link', { name: words('fr').profiles.showLeft(1) }).click()
  await openPerson(page, 'Membre effacé')
  await judge(page, { lang: 'fr', colorScheme: 'dark' }, 'console', 'erased')
})
