import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { toBase64url } from '../../shared/bytes/base64url.ts'
import { fingerprint } from '../../shared/bytes/fingerprint.ts'
import { checkEvidence } from '../../shared/ledger/fork-evidence.ts'
import { signReceipt } from '../../shared/ledger/receipt.ts'
import { answer } from '../../verify/answer.ts'
import { backupsOf } from '../../tests/backups.ts'
import type { Backups } from '../../tests/backups.ts'
import type { Page } from '@playwright/test'
import { run } from '../../.config/process.mjs'
import { developmentExtensionId } from '../../server/extension-id.ts'
import { extension, openDesk, pageUrl } from '../desk.ts'
import type { Desk } from '../desk.ts'
import { newPerson, join, look, refresh, sign, unlock } from '../../tests/headless/person.ts'
import * as people from '../people.ts'
import { startStack } from '../../tests/stack.ts'
import type { Stack } from '../../tests/stack.ts'
import { OWNER, button, heading, lockByButton, ownerDesk } from './fixtures.ts'
import { judge, looks, words } from './judge.ts'

// What a person sees about the ledgers that others see: the head, a restored backup, a fork, a new desk. tests/headless
// checks, without a screen, that each is detected.
test.describe.configure({ mode: 'serial' })

const PIN = 'corail-9035'
const ASSURANCE = 'Assurance Boréale'
let stack: Stack
let backups: Backups
let owner: Desk
const mona = newPerson()

test.beforeAll(async () => {
  stack = await startStack()
  backups = backupsOf(stack)
  owner = await ownerDesk(stack)
  const code = await inviteOwner('Mona Petit')
  await join(mona, stack.origin, code, PIN)
  // Letting in an owner is reviewed first.
  const requests = owner.page.getByRole('region', { name: 'Requests to join' })
  await button(owner.page, 'Review').click()
  await owner.page.getByRole('dialog').getByRole('button', { name: 'Sign' }).click()
  await expect(requests).toBeHidden()
  await unlock(mona, PIN)
})
/** Invites an owner; `people.invite` invites a member. */
async function inviteOwner(name: string): Promise<string> {
  const { page } = owner
  await page.goto(pageUrl('console.html#/people/invite'))
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Full name').fill(name)
  await dialog.getByLabel('E-mail').fill('mona@atlas.example')
  await dialog.getByLabel('Role').selectOption({ label: 'Owner' })
  await button(page, 'Create the invitation').click()
  const code = await dialog.getByLabel('Invitation code').inputValue()
  await button(page, 'I have handed it over').click()
  return code
}

test.afterAll(async () => {
  await owner.close()
  await backups.close()
  await stack.stop()
})

/** Checks a screen in dark mode in French, in light mode in English, and at 200 %. */
async function inBothLooks(
  { page }: Desk,
  file: 'console' | 'unlock',
  screen: string,
  open: (page: Page, t: ReturnType<typeof words>) => Promise<void>,
): Promise<void> {
  for (const look of looks) {
    await page.emulateMedia({ colorScheme: look.colorScheme, reducedMotion: 'reduce' })
    await page.goto('about:blank')
    await page.goto(pageUrl(`${file}.html?lang=${look.lang}`))
    await page.bringToFront()
    await open(page, words(look.lang))
    await judge(page, look, file, screen)
  }
}
const told = ({ page }: Desk, text: string) => page.locator('.ui-banner').filter({ hasText: text })

test('one click shows the ledger’s head, who has signed for it, and the policy that pins it', async () => {
  const { page } = owner
  await people.openConsole(owner)
  await people.createFolder(owner, ASSURANCE)
  await refresh(mona)
  await page.reload()
  const head = button(page, /^Ledger: entry \d+/)
  await head.click()
  const dialog = page.getByRole('dialog', { name: 'Where the ledger stands' })
  await expect(dialog).toBeVisible()
  await expect(dialog).toContainText('Compare with a colleague')
  await expect(dialog).toContainText('Fingerprint of the organisation')
  const { vault } = mona.keeper.needOpen()
  const own = vault.chain.last?.head.hash ?? ''
  await expect(dialog.locator('.ui-fingerprint').first()).toHaveText(fingerprint(own).join(' '))
  await page.keyboard.press('Escape')
  await expect(head).toBeFocused()
  await inBothLooks(owner, 'console', 'ledger head', async (at, t) => {
    await button(at, /^(Ledger|Registre)/).click()
    await expect(at.getByRole('dialog', { name: t.witness.headTitle })).toBeVisible()
  })
})

test('a person saves the ledger as a file, and a stand-alone program replays it', async () => {
  const { page } = owner
  await page.goto(pageUrl('console.html'))
  await page.locator('.c-ledger').click()
  const saving = page.waitForEvent('download')
  await button(page, 'Export the ledger').click()
  const file = await saving
  const { head } = await look(mona).then(({ status }) => {
    if (status.state !== 'unlocked') throw new Error('locked')
    return status
  })
  expect(file.suggestedFilename()).toBe(`cloison-ledger-entry-${String(head.sequence)}.json`)
  const { code, said } = await answer([await file.path()], '')
  expect(code).toBe(0)
  expect(said).toContain(`Head          entry ${String(head.sequence)} of`)
  expect(said).toContain(head.hash)
  await page.keyboard.press('Escape')
})

test('the console shows the hash of the running build, equal to the one that a command computes from its folder', async () => {
  const { page } = owner
  const { code, output } = await run(process.execPath, ['.config/run.mjs', 'build:hash', extension], { quiet: true })
  expect([code, output]).toEqual([0, expect.stringMatching(/^[0-9a-f]{64}\n$/)])
  await page.goto(pageUrl('console.html'))
  await page.locator('.c-ledger').click()
  const shown = page.getByRole('dialog').getByLabel('Hash of the build (SHA-256)')
  await expect(shown).toHaveValue(output.trim())
  await expect(page.getByRole('dialog')).toContainText(developmentExtensionId)
  await page.keyboard.press('Escape')
})

test('a restored backup is reported, nothing is lost on screen, and an owner repairs the server', async () => {
  const { page } = owner
  await people.openConsole(owner)
  await backups.take()
  await people.createFolder(owner, 'Mutuelle Alpine')
  await people.createFolder(owner, 'Crédit Lémanique')
  await backups.restore()
  await expect(told(owner, 'The server lacks 2 entries that this desk has seen')).toBeVisible()
  for (const name of [ASSURANCE, 'Mutuelle Alpine', 'Crédit Lémanique'])
    await expect(page.getByRole('treeitem', { name })).toBeVisible()
  await inBothLooks(owner, 'console', 'restored', async (at, t) => {
    await expect(told(owner, t.witness.restoredTitle(2))).toBeVisible()
    await expect(button(at, t.witness.repair)).toBeVisible()
  })
  await inBothLooks(owner, 'console', 'repair', async (at, t) => {
    await button(at, t.witness.repair).click()
    await expect(at.getByRole('dialog', { name: t.witness.repairTitle })).toBeVisible()
  })
  await people.openConsole(owner)
  await button(page, 'Repair the server').click()
  const sheet = page.getByRole('dialog', { name: 'Repair the server from this desk' })
  await expect(sheet).toContainText('The server gets 2 entries of the ledger back')
  await expect(sheet).toContainText('Ask whoever runs the server')
  await sheet.getByRole('button', { name: 'Repair the server' }).click()
  await expect(page.getByText('The server holds all that this desk has seen.')).toBeVisible()
  await expect(told(owner, 'The server lacks')).toHaveCount(0)
  await people.createFolder(owner, 'Après')
  await refresh(mona)
  const { status } = await look(mona)
  // Two owners with one key each: that stays said.
  expect(status.state === 'unlocked' && status.warnings.map(({ kind }) => kind)).toEqual(['only-one-key'])
})

test('P5 S8: a fork is shown with both heads, survives a lock, can be saved as a file, and stops all signing', async () => {
  const { page } = owner
  await lockByButton(owner)
  await refresh(mona)
  await backups.take()
  // Another branch, which the server hides from this desk; one of its receipts gets through.
  await sign(mona, { do: 'create-folder', parent: null, name: 'Branche' })
  const { keys, org, me: member, chain } = mona.keeper.needOpen().vault
  const ledger = chain.last?.head
  if (ledger === undefined) throw new Error('no head')
  const receipt = await signReceipt(keys.sign, { org, member, ledger, time: Date.now() })
  await backups.restore()
  await people.unlock(owner, OWNER.pin)
  await people.openConsole(owner)
  await people.createFolder(owner, 'Ici')
  await backups.sql`
    insert into receipts (member, serial, head, at, receipt)
    values (${Buffer.from(member, 'base64url')}, 1000, ${ledger.sequence}, ${Date.now()}, ${Buffer.from(receipt)})
    on conflict (member) do update set serial = 1000, receipt = excluded.receipt`
  // The desk may sync first; then it signs nothing more, and its form says the same.
  await people.createFolder(owner, 'Encore').catch(() => null)

  await expect(told(owner, 'The server shows different members different histories').first()).toBeVisible()
  await inBothLooks(owner, 'console', 'forked', async (_, t) => {
    await expect(told(owner, t.witness.forkedTitle)).toBeVisible()
  })
  await inBothLooks(owner, 'console', 'evidence', async (at, t) => {
    await button(at, t.witness.seeEvidence).click()
    await expect(at.getByRole('dialog', { name: t.witness.forkTitle })).toBeVisible()
  })
  await people.openConsole(owner)
  await button(page, 'See the evidence').click()
  const dialog = page.getByRole('dialog', { name: 'Two histories of one organisation' })
  await expect(dialog).toContainText(`At entry ${String(ledger.sequence)} of the ledger`)
  await expect(dialog).toContainText('Signed by Mona Petit')
  await expect(dialog.locator('.ui-fingerprint').nth(1)).toHaveText(fingerprint(ledger.hash).join(' '))
  const saving = page.waitForEvent('download')
  await button(page, 'Save the evidence').click()
  const file = await saving
  expect(file.suggestedFilename()).toBe(`cloison-fork-entry-${String(ledger.sequence)}.json`)
  const evidence = await checkEvidence(await readFile(await file.path(), 'utf8'))
  expect(evidence.other).toMatchObject({ ...ledger, member, signed: toBase64url(receipt) })
  await page.keyboard.press('Escape')

  await lockByButton(owner)
  await people.unlock(owner, OWNER.pin)
  await people.openConsole(owner)
  await expect(told(owner, 'The server shows different members different histories')).toBeVisible()
  await expect(page.getByRole('treeitem', { name: ASSURANCE })).toBeVisible()
  await button(page, 'New folder').first().click()
  await page.getByRole('dialog').getByRole('textbox').fill('Jamais')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'nothing is signed from it any more' })).toBeVisible()
})

test('a desk that has never opened the organisation shows the server’s fingerprint until the key confirms it', async () => {
  const fresh = await openDesk()
  const { page } = fresh
  await people.openServer(fresh, stack.origin)
  await button(page, 'Trust this server').click()
  const note = told(fresh, 'Not confirmed yet')
  await expect(note).toBeVisible()
  const { org } = mona.keeper.needOpen().vault
  await expect(note.locator('.ui-fingerprint')).toHaveText(fingerprint(org).join(' '))
  await inBothLooks(fresh, 'unlock', 'unconfirmed', async (_, t) => {
    await expect(told(fresh, t.witness.newHereTitle)).toBeVisible()
  })
  await fresh.close()

  await lockByButton(owner)
  await owner.page.goto(pageUrl('unlock.html#/unlock'))
  await expect(heading(owner.page, 'Atlas Relation')).toBeVisible()
  await expect(told(owner, 'Not confirmed yet')).toHaveCount(0)
})
