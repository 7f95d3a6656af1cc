import { expect, test } from '@playwright/test'
import { openDesk, pageUrl } from '../desk.ts'
import type { Desk } from '../desk.ts'
import { hire, need, newFolder, newOrg, save } from '../../tests/headless/org.ts'
import { look as seen, refresh, sign } from '../../tests/headless/person.ts'
import type { Person } from '../../tests/headless/person.ts'
import * as people from '../people.ts'
import type { Stack } from '../../tests/stack.ts'
import { CLIENT, OWNER, TOP } from './fixtures.ts'
import { inTurn, judge, looks, words } from './judge.ts'
import type { Look } from './judge.ts'

// Folders and teams that wait for a new key, seen by an owner who cannot renew all of them.
test.describe.configure({ mode: 'serial' })

let stack: Stack
let odile: Person
let desk: Desk
test.beforeAll(async () => {
  ;({ stack, owner: odile } = await newOrg())
  desk = await openDesk()
  const { name, email } = OWNER
  const { code } = await sign(odile, { do: 'invite', name, email, role: 'owner', teams: [] })
  await people.join(desk, { code: need(code), pin: OWNER.pin })
  await refresh(odile)
  const asked = need((await seen(odile)).invitations.find(({ state }) => state === 'asked'))
  await sign(odile, { do: 'approve', invitation: asked.invitation })
  await people.unlock(desk, OWNER.pin)
})
test.afterAll(async () => {
  await desk.close()
  await stack.stop()
})

async function show({ lang, colorScheme }: Look, hash: string): Promise<void> {
  const { page } = desk
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await page.goto('about:blank')
  await page.goto(pageUrl(`console.html?lang=${lang}${hash}`))
  await page.bringToFront()
}

for (const look of looks)
  test(`the list of renewals when nothing waits, ${look.lang}`, inTurn(look), async () => {
    await show(look, '#/renewals')
    await expect(desk.page.getByText(words(look.lang).renewals.noneTitle)).toBeVisible()
    await judge(desk.page, look, 'console', 'no renewals')
  })

test('P7: somebody leaves while the manager’s desk is closed', async () => {
  const { member: laurent } = need((await seen(odile)).people.find(({ name }) => name === OWNER.name))
  const top = await newFolder(odile, TOP)
  const client = await newFolder(odile, CLIENT, top)
  await save(odile, client, 'Portail')
  await newFolder(odile, 'Hors de vue')
  const hidden = await newFolder(odile, 'Hors de vue aussi')
  const { member } = await hire(stack, odile, 'Paul Petit')
  const { person: admin } = await hire(stack, odile, 'Ada Admin', 'admin')
  const team = need((await sign(odile, { do: 'create-team', name: 'Équipe Nord', home: top })).team)
  await sign(odile, { do: 'set-members', team, added: [member], removed: [] })
  await sign(odile, { do: 'grant', folder: top, to: { kind: 'member', id: laurent }, level: 'read' })
  await sign(odile, { do: 'grant', folder: client, to: { kind: 'team', id: team }, level: 'fill' })
  await sign(odile, { do: 'grant', folder: hidden, to: { kind: 'member', id: member }, level: 'read' })
  await refresh(admin)
  await sign(admin, { do: 'remove-member', member })
})

for (const look of looks)
  test(`P7: the list shows what waits, since when, and for whom, ${look.lang}`, inTurn(look), async () => {
    const { page } = desk
    const t = words(look.lang).renewals
    await show(look, '#/folders')
    await page.getByRole('button', { name: t.see }).click()
    const rows = page.getByRole('list', { name: t.section }).getByRole('listitem')
    await expect(rows).toHaveCount(3)
    await expect(rows.filter({ hasText: CLIENT })).toContainText(t.by('Odile Owner'))
    await expect(rows.filter({ hasText: 'Hors de vue aussi' })).toContainText(t.by('Odile Owner'))
    await judge(page, look, 'console', 'renewals')
  })

test('P7: the list empties once the manager’s desk has renewed the keys', async () => {
  await show({ lang: 'en', colorScheme: 'light' }, '#/renewals')
  await refresh(odile)
  await expect(desk.page.getByText(words('en').renewals.noneTitle)).toBeVisible({ timeout: 40_000 })
})

test('people who leave together go in one signed act, chosen from a list', async () => {
  const { page } = desk
  const leavers = ['Lea Marin', 'Léo Marin', 'Lou Marin']
  for (const name of leavers) await hire(stack, odile, name)
  const dialog = page.getByRole('dialog')
  for (const look of looks) {
    const t = words(look.lang)
    await show(look, '#/people')
    await expect(page.getByRole('row', { name: 'Lou Marin' })).toBeVisible()
    await page.getByRole('button', { name: t.people.removeSeveral }).click()
    await expect(dialog.getByText(OWNER.name)).toHaveCount(0)
    await dialog.getByRole('button', { name: t.folder.review }).click()
    await expect(dialog.getByText(t.people.chooseSome)).toBeVisible()
    for (const name of leavers.slice(0, 2)) await dialog.getByLabel(name, { exact: true }).check()
    await expect(dialog.getByText(t.people.chosen(2))).toBeVisible()
    await judge(page, look, 'console', 'leavers')
    await dialog.getByRole('button', { name: t.folder.review }).click()
    await expect(dialog.getByText(t.act.removeManyTitle(2))).toBeVisible()
    await expect(dialog.getByRole('button', { name: t.common.sign, exact: true })).toBeEnabled()
    await judge(page, look, 'console', 'leavers review')
  }
  await dialog.getByRole('button', { name: 'Sign', exact: true }).click()
  await expect(page.getByRole('row', { name: 'Lea Marin' })).toHaveCount(0)
  await expect(page.getByRole('row', { name: 'Lou Marin' })).toBeVisible()
  await refresh(odile)
  const left = (await seen(odile)).people.filter(({ removed }) => removed).map(({ name }) => name)
  expect(left).toEqual(expect.arrayContaining(leavers.slice(0, 2)))
})
