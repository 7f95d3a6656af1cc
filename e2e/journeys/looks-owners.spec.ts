import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { openDesk, pageUrl } from '../desk.ts'
import type { Desk } from '../desk.ts'
import { hire, need, newFolder, save } from '../../tests/headless/org.ts'
import { join, look as seen, newPerson, refresh, setUp, sign, unlock } from '../../tests/headless/person.ts'
import * as people from '../people.ts'
import { startStack } from '../../tests/stack.ts'
import type { Stack } from '../../tests/stack.ts'
import { CLIENT, OWNER, TOP, button, heading } from './fixtures.ts'
import { inTurn, judge, looks, words } from './judge.ts'
import type { Look } from './judge.ts'
import { firstPolicy } from '../../shared/ledger/replay/owners.ts'

// The screens for acts that need two owners, dated grants, moved and closed folders, and people who rejoin.
test.describe.configure({ mode: 'serial' })

const DAY = 24 * 3_600_000
const PIN = 'corail-9035'
const INES = 'Inès Martin'
const MODEL = '01020304-0506-0708-0102-030405060708'
const THEO = 'Théo Saisonnier'

let stack: Stack
let desk: Desk
test.beforeAll(async () => {
  stack = await startStack()
  await prepare()
})
test.afterAll(async () => {
  await desk.close()
  await stack.stop()
})

/** An org with all of these: the first owner without a screen, the second at the desk under test. */
async function prepare(): Promise<void> {
  const odile = newPerson()
  await setUp(odile, stack.origin, stack.setupCode, PIN)
  const top = await newFolder(odile, TOP)
  const client = await newFolder(odile, CLIENT, top)
  await save(odile, client, 'Portail')
  const team = need((await sign(odile, { do: 'create-team', name: 'Équipe Nord', home: top })).team)
  desk = await openDesk()
  const { code } = await sign(odile, {
    do: 'invite',
    name: OWNER.name,
    email: OWNER.email,
    role: 'owner',
    teams: [team],
  })
  await people.join(desk, { code: need(code), pin: OWNER.pin })
  await refresh(odile)
  const asked = need((await seen(odile)).invitations.find(({ state }) => state === 'asked'))
  await sign(odile, { do: 'approve', invitation: asked.invitation })
  await people.unlock(desk, OWNER.pin)
  const laurent = need((await seen(odile)).people.find(({ name }) => name === OWNER.name)).member
  await sign(odile, { do: 'grant', folder: top, to: { kind: 'member', id: laurent }, level: 'manage' })

  const other = await newFolder(odile, 'Direction Assurance')
  await newFolder(odile, 'Mutuelles', other)
  await sign(odile, { do: 'grant', folder: other, to: { kind: 'member', id: laurent }, level: 'manage' })

  const theo = (await hire(stack, odile, THEO)).member
  const [from, until] = [Date.now() + 3 * DAY, Date.now() + 90 * DAY]
  await sign(odile, { do: 'grant', folder: client, to: { kind: 'member', id: theo }, level: 'read', from, until })
  await sign(odile, { do: 'witness-folder', folder: client, witnessed: true })
  const closed = await newFolder(odile, 'Assurance Résiliée', top)
  await save(odile, closed, 'Portail')
  await sign(odile, { do: 'close-folder', folder: closed })

  const ines = (await hire(stack, odile, INES, 'member', [team])).member
  await sign(odile, { do: 'grant', folder: client, to: { kind: 'member', id: ines }, level: 'edit', until })
  const again = newPerson()
  const invited = await sign(odile, {
    do: 'invite',
    name: INES,
    email: 'ines@atlas.example',
    role: 'member',
    teams: [],
    replaces: ines,
  })
  await join(again, stack.origin, need(invited.code), PIN)
  await refresh(odile)
  const back = need((await seen(odile)).invitations.find(({ state }) => state === 'asked'))
  await sign(odile, { do: 'approve', invitation: back.invitation })
  await unlock(again, PIN)

  const alone = await hire(stack, odile, 'Paul Petit')
  const left = await newFolder(odile, 'Fonds de Paul')
  await sign(odile, { do: 'grant', folder: left, to: { kind: 'member', id: alone.member }, level: 'manage' })
  await refresh(odile)
  const me = odile.keeper.needOpen().vault.me
  await sign(odile, { do: 'revoke', folder: left, to: { kind: 'member', id: me } })
  await sign(odile, { do: 'remove-member', member: alone.member })
  await sign(odile, {
    do: 'set-policy',
    policy: { ...firstPolicy, shiftHours: 8, keepDays: 60 },
  })
  await sign(odile, { do: 'reopen-folder', folder: closed })
}

async function show(page: Page, { lang, colorScheme }: Look): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await page.goto('about:blank')
  await page.goto(pageUrl(`console.html?lang=${lang}`))
  await page.bringToFront()
}

for (const look of looks) {
  const t = words(look.lang)
  const dialog = (page: Page) => page.getByRole('dialog')
  const section = (page: Page, name: string) =>
    page.getByRole('navigation', { name: t.console.sections }).getByRole('link', { name }).click()
  const cancel = (page: Page) => dialog(page).getByRole('button', { name: t.common.cancel, exact: true }).click()
  const act = async (page: Page, name: string) => {
    await button(page, t.common.moreActs).first().click()
    await page.getByRole('menuitem', { name, exact: true }).click()
    await expect(dialog(page)).toBeVisible()
  }

  test(`waiting proposals, ${look.lang}`, inTurn(look), async () => {
    const { page } = desk
    await show(page, look)
    await section(page, t.owners.waiting)
    await expect(page.getByRole('row')).toHaveCount(4)
    await judge(page, look, 'console', 'waiting')
    await page.getByRole('row').filter({ hasText: t.owners.forYou }).last().click()
    await expect(button(page, t.owners.approve)).toBeVisible()
    await judge(page, look, 'console', 'proposal')
    await button(page, t.owners.approve).click()
    await expect(dialog(page).getByRole('button', { name: t.common.sign, exact: true })).toBeEnabled()
    await judge(page, look, 'console', 'approve')
    await cancel(page)
    await page.getByRole('row').filter({ hasText: t.owners.toPutBack }).click()
    await expect(heading(page, t.owners.returnedTitle(INES))).toBeVisible()
    await judge(page, look, 'console', 'returned')
    await page.getByRole('row').filter({ hasText: t.owners.noManager }).click()
    await expect(page.getByLabel(t.owners.adopter)).toBeVisible()
    await judge(page, look, 'console', 'orphan')
    await button(page, t.folder.review).click()
    await expect(dialog(page).getByRole('button', { name: t.owners.signAndAsk })).toBeEnabled()
    await judge(page, look, 'console', 'adopt')
  })

  test(`the policy, ${look.lang}`, inTurn(look), async () => {
    const { page } = desk
    await show(page, look)
    await section(page, t.owners.policy)
    await page.getByLabel(t.owners.keepDays).fill('45')
    await expect(page.getByText(t.owners.weaker)).toBeVisible()
    await judge(page, look, 'console', 'policy')
    await page.getByLabel(t.owners.keepDays).fill('0')
    await judge(page, look, 'console', 'policy wrong')
    await page.getByLabel(t.owners.keepDays).fill('30')
    await page.getByLabel(t.limits.withoutServer).fill('721')
    await expect(page.getByText(t.limits.withoutServerWrong(720))).toBeVisible()
    await expect(button(page, t.owners.reviewPolicy)).toBeDisabled()
    await expect(page.getByLabel(t.limits.withoutServer)).toHaveValue('721')
    await judge(page, look, 'console', 'policy wrong hours')
    await page.getByLabel(t.limits.withoutServer).fill('48')
    await page.getByLabel(t.limits.unlockedHours).selectOption('8')
    await expect(page.getByText(t.owners.stricter)).toBeVisible()
    await page.getByLabel(t.owners.keepDays).fill('7')
    await expect(page.getByText(t.owners.stricter)).toBeVisible()
    await button(page, t.owners.reviewPolicy).click()
    await expect(dialog(page).getByRole('button', { name: t.common.sign, exact: true })).toBeEnabled()
    await judge(page, look, 'console', 'policy review')
  })

  test(`key models in the policy, ${look.lang}`, inTurn(look), async () => {
    const { page } = desk
    await show(page, look)
    await section(page, t.owners.policy)
    await expect(page.getByText(t.attestation.unattestedHint)).toBeVisible()
    const check = page.getByLabel(t.attestation.attested)
    const models = page.getByLabel(t.attestation.models)
    await expect(models).toBeHidden()
    await check.check()
    await expect(page.getByText(t.attestation.noMetadata)).toBeVisible()
    await models.fill(`${MODEL.toUpperCase()}\nYubiKey`)
    await expect(page.getByText(t.attestation.notAaguid('YubiKey'))).toBeVisible()
    await expect(button(page, t.owners.reviewPolicy)).toBeDisabled()
    await judge(page, look, 'console', 'policy wrong model')
    await models.fill(MODEL)
    await check.uncheck()
    await expect(page.getByText(t.attestation.nothingProves)).toBeVisible()
    await expect(models).toHaveValue(MODEL)
    await expect(button(page, t.owners.reviewPolicy)).toBeDisabled()
    await judge(page, look, 'console', 'policy models unproved')
    await check.check()
    await expect(page.getByText(t.owners.stricter)).toBeVisible()
    await judge(page, look, 'console', 'policy attested')
    await button(page, t.owners.reviewPolicy).click()
    await expect(dialog(page).getByRole('button', { name: t.common.sign, exact: true })).toBeEnabled()
    await expect(dialog(page).getByText(MODEL)).toBeVisible()
    await judge(page, look, 'console', 'policy attested review')
    await cancel(page)
  })

  test(`witnessed, moved and closed folders, and dated grants, ${look.lang}`, inTurn(look), async () => {
    const { page } = desk
    await show(page, look)
    await page.getByRole('treeitem', { name: CLIENT }).click()
    await expect(page.getByText(t.folder.witnessedMeans)).toBeVisible()
    await judge(page, look, 'console', 'witnessed')
    await button(page, t.common.moreActs).first().click()
    await judge(page, look, 'console', 'folder menu')
    await page.getByRole('menuitem', { name: t.folder.move, exact: true }).click()
    await page.getByRole('tree', { name: t.folder.moveWhere }).getByRole('treeitem').first().focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(dialog(page).getByRole('status')).toHaveText(t.folder.moveTo('Direction Assurance › Mutuelles'))
    await judge(page, look, 'console', 'move')
    await cancel(page)
    await act(page, t.folder.closeClient)
    // Its button is the act's own name, in red: one signs, two undo.
    await expect(
      dialog(page).getByRole('button', {
        name: look.lang === 'fr' ? `Clore ${CLIENT}` : `Close ${CLIENT}`,
        exact: true,
      }),
    ).toBeEnabled()
    await judge(page, look, 'console', 'close')
    await cancel(page)
    await page.getByRole('link', { name: t.folder.manageAccess }).click()
    await expect(page.getByText(t.folder.grantToCome)).toBeVisible()
    await judge(page, look, 'console', 'dated')
    await button(page, t.folder.changeLevelFor(THEO)).click()
    await judge(page, look, 'console', 'dates')
    await dialog(page).getByLabel(t.folder.until).fill('2020-01-31')
    await dialog(page).getByRole('button', { name: t.folder.review }).click()
    await expect(page.getByText(t.folder.untilPast)).toBeVisible()
    await judge(page, look, 'console', 'dates wrong')
    await cancel(page)
    await page.getByRole('treeitem', { name: 'Assurance Résiliée' }).click()
    await expect(page.getByText(t.folder.closedTitle)).toBeVisible()
    await page.getByRole('row', { name: 'Portail' }).click()
    await expect(heading(page, 'Portail')).toBeVisible()
    await expect(button(page, t.common.edit)).toHaveCount(0)
    await judge(page, look, 'console', 'closed')
  })

  test(`roles, lost keys, and three owners, ${look.lang}`, inTurn(look), async () => {
    const { page } = desk
    await show(page, look)
    await section(page, t.console.people)
    await expect(page.getByText(t.owners.threeHint)).toBeVisible()
    await page.getByRole('row', { name: THEO }).click()
    await expect(heading(page, THEO)).toBeVisible()
    await button(page, t.common.moreActs).first().click()
    await judge(page, look, 'console', 'person menu')
    await page.getByRole('menuitem', { name: t.people.makeRole.owner }).click()
    await expect(dialog(page).getByRole('button', { name: t.owners.signAndAsk })).toBeEnabled()
    await judge(page, look, 'console', 'role')
    await cancel(page)
    await act(page, t.people.lostKeys)
    await judge(page, look, 'console', 'lost keys')
    await dialog(page).getByRole('button', { name: t.people.inviteAgain }).click()
    await expect(dialog(page).getByLabel(t.people.fullName)).toHaveValue(THEO)
    await judge(page, look, 'console', 'invite again')
  })
}
