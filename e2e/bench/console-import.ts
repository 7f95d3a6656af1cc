import type { Page } from 'playwright'
import { importWords } from '../../extension/words/importing.ts'

const t = importWords.en
/** A loaded machine takes minutes; what takes longer hangs. */
const LONGEST = 600_000

/** The folder of an import that holds one login in ten. */
const LARGE_FOLDER = 'Lot 000'

/** Returns a table as LockPass writes it: so many logins, a tenth of them in one folder and the others in two hundred. */
function tableOf(logins: number, name: string): Buffer {
  const lines = Array.from({ length: logins }, (_, at) => {
    const lot = at % 10 === 0 ? 0 : 1 + (at % 200)
    const path = `${name}/Lot ${String(lot).padStart(3, '0')}`
    return `Portail ${String(at)},https://p${String(at)}.example/login,agent-${String(at)},Mot-${String(at)},${path},voix,Note ${String(at)},,,,`
  })
  const heads = 'Name,URL,Username,Password,Category/Subcategory,Tags,Description,Opt1,Opt2,Opt3,TOTP'
  return Buffer.from([heads, ...lines].join('\n'))
}

/**
 * Imports so many logins by the console's own dialog, at the top of the tree. Returns the milliseconds from the file to what goes where,
 * and from the click that begins it until all are confirmed by the server.
 */
export async function importLogins(page: Page, logins: number, name: string): Promise<{ read: number; made: number }> {
  const act = (label: string) => page.getByRole('dialog').getByRole('button', { name: label, exact: true })
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Folders' }).click()
  await page.getByRole('button', { name: t.title, exact: true }).click()
  const file = { name: `${name}.csv`, mimeType: 'text/csv', buffer: tableOf(logins, name) }
  await page.getByRole('dialog').locator('input[type=file]').first().setInputFiles(file)
  const chosen = performance.now()
  await act(t.read).click()
  await act(t.review).waitFor({ timeout: LONGEST })
  const read = performance.now() - chosen
  await act(t.review).click()
  await act(t.start(logins)).waitFor({ timeout: LONGEST })
  const begun = performance.now()
  await act(t.start(logins)).click()
  await page.getByText(t.doneTitle).waitFor({ timeout: LONGEST })
  const made = performance.now() - begun
  await act('Done').click()
  return { read, made }
}

/** Opens the largest folder of an import, and waits for its rows. */
export async function openLargeFolder(page: Page, name: string): Promise<void> {
  await page.getByRole('treeitem', { name }).first().click({ timeout: LONGEST })
  await page.getByRole('row', { name: LARGE_FOLDER }).click({ timeout: LONGEST })
  await page.getByRole('grid', { name: 'Logins' }).getByRole('row').first().waitFor({ timeout: LONGEST })
}
