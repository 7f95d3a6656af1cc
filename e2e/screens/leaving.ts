import type { Page } from '@playwright/test'
import { firstPolicy } from '../../shared/ledger/replay/owners.ts'
import { need, newFolder } from '../../tests/headless/org.ts'
import { look, refresh, sign } from '../../tests/headless/person.ts'
import { expect, show, take, wide } from './camera.ts'
import { ODILE, approveLast, invitedBy, letIn, signAt } from './stage.ts'
import type { Organisation, Stage } from './stage.ts'

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' })
const dialog = (page: Page) => page.getByRole('dialog')
const openPerson = async (page: Page, name: string) => {
  await show(page, '/people')
  await page.getByRole('row', { name }).click()
  await expect(page.getByRole('heading', { name })).toBeVisible()
}

/** Yanis leaves: what Odile signs, and the passwords that she is then told to change. */
export async function removeSomebody({ odile: { page } }: Stage): Promise<void> {
  await openPerson(page, 'Yanis Roux')
  await button(page, 'Remove from the organisation').click()
  await expect(button(page, 'Sign')).toBeEnabled()
  await take(page, 'remove')
  await button(page, 'Sign').click()
  await expect(dialog(page)).toBeHidden()
  await button(page, 'See the list').click()
  await expect(page.getByRole('row').filter({ hasText: 'Yanis Roux left the organisation' }).first()).toBeVisible()
  await take(page, 'passwords-to-change')
}

/** An administrator removes Lucas while Mona, who manages what he read, is away; and Paul leaves a folder that nobody else manages. */
export async function leaveKeysWaiting({ odile: { page }, hostile }: Stage, of: Organisation): Promise<void> {
  const { person: mona } = of.mona
  await refresh(mona)
  const member = (name: string) => look(mona).then((seen) => need(seen.people.find((one) => one.name === name)).member)
  const paul = await letIn(mona, hostile.origin, { name: 'Paul Girard' })
  const left = await newFolder(mona, 'Head office')
  const grant = async (id: typeof paul.member, level: 'read' | 'manage') =>
    sign(mona, { do: 'grant', folder: left, to: { kind: 'member', id }, level })
  await grant(await member(ODILE.name), 'read')
  await grant(paul.member, 'manage')
  await sign(mona, { do: 'revoke', folder: left, to: { kind: 'member', id: of.mona.member } })
  await sign(mona, { do: 'remove-member', member: paul.member })
  const lucas = await member('Lucas Moreau')
  await refresh(of.helene.person)
  await sign(of.helene.person, { do: 'remove-member', member: lucas })
  await show(page, '/renewals')
  await expect(page.getByRole('list', { name: 'Keys to renew' }).getByRole('listitem')).toHaveCount(3)
  await take(page, 'renewals')
}

/** Inès has lost her keys and comes back; Mona proposes what takes a second owner. */
export async function comeBack(stage: Stage, of: Organisation): Promise<void> {
  const { page } = stage.odile
  const { origin } = stage.hostile
  await openPerson(page, 'Inès Martin')
  await button(page, 'More actions').click()
  await page.getByRole('menuitem', { name: 'Lost their keys' }).click()
  await expect(dialog(page)).toBeVisible()
  await take(page, 'lost-keys')
  await button(page, 'Close').last().click()
  await letIn(of.mona.person, origin, { name: 'Inès Martin', replaces: of.ines.member })
  await invitedBy(of.mona.person, origin, { name: 'Nora Petit', role: 'owner' })
  const policy = { ...firstPolicy, recovery: true, shiftHours: 8, unlockedHours: 10 }
  await sign(of.mona.person, { do: 'set-policy', policy })
}

const waitingRow = (page: Page, text: string) =>
  page.getByRole('grid', { name: 'Waiting' }).getByRole('row').filter({ hasText: text })

/** What waits: for Odile to decide, to put back, to give back. */
export async function lookAtWaiting({ odile: { page } }: Stage, of: Organisation): Promise<void> {
  await show(page, '/waiting')
  await expect(waitingRow(page, 'Nora Petit is let in as an owner')).toBeVisible()
  await waitingRow(page, 'The policy becomes weaker').click()
  await expect(button(page, 'Approve')).toBeVisible()
  await take(page, 'waiting')
  await waitingRow(page, 'Inès Martin has new keys').click()
  await expect(button(page, /^Put .* back$/)).toBeVisible()
  await take(page, 'put-back')
  await waitingRow(page, 'The personal folder of Inès Martin').click()
  await expect(button(page, 'Review and propose')).toBeVisible()
  await take(page, 'recovery')
  await settle(page, of)
}

/** Nothing waits any more. */
async function settle(page: Page, { mona: { person: mona } }: Organisation): Promise<void> {
  await waitingRow(page, 'The policy becomes weaker').click()
  await button(page, 'Turn down').click()
  await button(page, 'Sign').click()
  await expect(dialog(page)).toBeHidden()
  const { orphans, people } = await look(mona)
  const odile = need(people.find(({ name }) => name === ODILE.name)).member
  for (const { folder } of orphans) {
    await signAt(page, { do: 'adopt-folder', folder, by: odile })
    await approveLast(mona)
  }
}

/** The policy, with a stricter change in the form. */
export async function lookAtPolicy({ odile: { page } }: Stage): Promise<void> {
  await show(page, '/policy', { ...wide, height: 1080 })
  await page.getByLabel('Two keys each').check()
  await expect(page.getByText('Stricter: your signature is enough.')).toBeVisible()
  // Odile's desk renews the keys of what she has just taken over.
  await expect(page.locator('.ui-banner')).toHaveCount(0)
  await take(page, 'policy')
}
