import type { Page } from '@playwright/test'
import { signReceipt } from '../../shared/ledger/receipt.ts'
import { need, save } from '../../tests/headless/org.ts'
import { refresh, sign } from '../../tests/headless/person.ts'
import { bending, flipped } from '../../tests/hostile-server/attacks.ts'
import { pageUrl } from '../desk.ts'
import { expect, show, take, wide } from './camera.ts'
import { ODILE, signAt } from './stage.ts'
import type { Organisation, Stage } from './stage.ts'

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' })
const dialog = (page: Page) => page.getByRole('dialog')
const banner = (page: Page, text: string) => page.locator('.ui-banner').filter({ hasText: text })

/** Where the ledger stands. A desk takes receipts once for each new entry: here it is made to ask after its colleagues have left theirs. */
export async function lookAtLedger({ odile: { page }, hostile }: Stage, of: Organisation): Promise<void> {
  let leave: () => void = () => undefined
  const left = new Promise<void>((resolve) => (leave = resolve))
  hostile.attack(async ({ endpoint, headers }, pass) => {
    if (endpoint === 'seen' && /Chrome/.test(headers['user-agent'] ?? '')) await left
    return pass()
  })
  await sign(of.mona.person, { do: 'create-folder', parent: null, name: 'Drafts' })
  for (const { person } of [of.mona, of.helene, of.chloe]) await refresh(person)
  leave()
  await show(page, '/folders', { ...wide, height: 1400 })
  await button(page, /^Ledger: entry .* seen by 3/).click()
  await expect(dialog(page).getByLabel('Hash of the build (SHA-256)')).toBeVisible()
  // The whole of it, where a person scrolls.
  await dialog(page).evaluate((element) => {
    element.style.maxHeight = 'none'
  })
  await take(page, 'ledger', dialog(page))
  hostile.attack(null)
}

/** A folder's data changed on its way from the server, and then the truth again. */
export async function tamper({ odile: { page }, hostile }: Stage, { chloe, folders }: Organisation): Promise<void> {
  const name = 'Crédit Boréal'
  const folder = need(folders.get(name))
  await show(page, `/folders/${need(folders.get('Banque Méridienne'))}`)
  await refresh(chloe.person)
  const lie = <J extends { folder: string; parts: { sealed: string }[] }>(journal: J): J =>
    journal.folder === folder
      ? { ...journal, parts: journal.parts.map((part) => ({ ...part, sealed: flipped(part.sealed) })) }
      : journal
  hostile.attack(bending({ fetch: (reply) => ({ ...reply, journals: reply.journals.map(lie) }) }))
  await save(chloe.person, folder, 'Extranet')
  await expect(banner(page, `The server’s data for “${name}”`)).toBeVisible()
  await page.getByRole('treeitem', { name }).click()
  await expect(page.getByText('This folder is refused', { exact: true })).toBeVisible()
  await take(page, 'tampered')
  hostile.attack(null)
  await save(chloe.person, folder, 'Contracts')
  await expect(banner(page, `The server’s data for “${name}”`)).toBeHidden()
}

/** A server put back to an older backup, and its repair. */
export async function restore({ odile: { page }, backups }: Stage, { folders }: Organisation): Promise<void> {
  await show(page, `/folders/${need(folders.get('Banque Méridienne'))}`)
  await backups.take()
  const parent = need(folders.get('Travel'))
  for (const name of ['Lignes Express', 'Ports du Ponant', 'Rail Alpin'])
    await signAt(page, { do: 'create-folder', parent, name })
  await backups.restore()
  await expect(banner(page, 'The server lacks 3 entries that this desk has seen')).toBeVisible()
  await take(page, 'restored')
  await button(page, 'Repair the server').click()
  await expect(dialog(page)).toBeVisible()
  await take(page, 'repair')
  await dialog(page).getByRole('button', { name: 'Repair the server' }).click()
  await expect(banner(page, 'The server lacks')).toHaveCount(0)
}

/** Two histories of one organisation, each signed: Mona's desk was shown another than Odile's. */
export async function fork(stage: Stage, { mona: { person: mona } }: Organisation): Promise<void> {
  const { backups } = stage
  const { page } = stage.odile
  await show(page, '/folders')
  await button(page, 'Lock').click()
  await expect(page.getByRole('heading', { name: 'Cloison is locked' })).toBeVisible()
  await refresh(mona)
  await backups.take()
  await sign(mona, { do: 'create-folder', parent: null, name: 'Branch' })
  const { keys, org, me: member, chain } = mona.keeper.needOpen().vault
  const { head: ledger } = need(chain.last)
  const receipt = await signReceipt(keys.sign, { org, member, ledger, time: Date.now() })
  await backups.restore()
  await page.goto(pageUrl('unlock.html#/unlock'))
  await page.bringToFront()
  await page.getByLabel('Cloison PIN', { exact: true }).fill(ODILE.pin)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Unlocked' })).toBeVisible()
  await show(page, '/folders')
  await signAt(page, { do: 'create-folder', parent: null, name: 'Insurance' })
  await backups.sql`
    insert into receipts (member, serial, head, at, receipt)
    values (${Buffer.from(member, 'base64url')}, 1000, ${ledger.sequence}, ${Date.now()}, ${Buffer.from(receipt)})
    on conflict (member) do update set serial = 1000, receipt = excluded.receipt`
  // The desk may have heard of the fork before: then it signs nothing more.
  await signAt(page, { do: 'create-folder', parent: null, name: 'Retail' }).catch(() => null)
  await expect(banner(page, 'The server shows different members different histories')).toBeVisible()
  await button(page, 'See the evidence').click()
  await expect(dialog(page)).toBeVisible()
  await take(page, 'fork')
}
