import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'

/** Picks from the searchable list of this label in the dialog. */
export async function pick(page: Page, label: string, name: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  const field = dialog.getByRole('combobox', { name: label, exact: true })
  if ((await field.getAttribute('aria-expanded')) === 'false') await field.click()
  await field.fill(name)
  await dialog.getByRole('row', { name }).first().click()
  await expect(field).toHaveAttribute('aria-expanded', 'false')
}
