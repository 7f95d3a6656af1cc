import * as z from 'zod/mini'
import { browser } from '../../browser.ts'
import { newPasswordForm } from '../../messages/new-password.ts'
import type { NewPasswordForm } from '../../messages/new-password.ts'
import type { AllowedForGenerated } from '../fill/authorize-fill.ts'
import { ENGINE } from '../fill/frames.ts'

/** How the browser reaches a document's form for a new password; handed in by the worker. */
export type NewPasswords = {
  /** Returns what the document's form asks for; null if it has none, or the document is gone. */
  look(tab: number, at: AllowedForGenerated): Promise<NewPasswordForm | null>
  /** Fills the password field and its confirmation. Returns how many fields hold it: all or none; null if the page does not answer. */
  fill(tab: number, at: AllowedForGenerated, password: string): Promise<number | null>
}

/** How long a page may take, in ms: a page that hangs in its own pattern never answers. */
const PATIENCE = 5_000

const withTimeout = <T>(work: Promise<T>): Promise<T | null> =>
  Promise.race([work, new Promise<null>((resolve) => setTimeout(resolve, PATIENCE, null))]).catch(() => null)

/** Fills as logins are filled: a document id names one document, and the injected code compares its own origin once more (P8). */
export const chromeNewPasswords: NewPasswords = {
  async look(tab, { documentId }) {
    const target = { tabId: tab, documentIds: [documentId] }
    const found = await withTimeout(
      browser.scripting
        .executeScript({ target, files: ENGINE })
        .then(() =>
          browser.scripting.executeScript({ target, func: () => globalThis.cloisonFill?.describeNew() ?? null }),
        ),
    )
    const parsed = newPasswordForm.safeParse(found?.[0]?.result)
    return parsed.success ? parsed.data : null
  },
  async fill(tab, { documentId, origin }, password) {
    const done = await withTimeout(
      browser.scripting.executeScript({
        target: { tabId: tab, documentIds: [documentId] },
        func: (input) => globalThis.cloisonFill?.fillNew(input) ?? 0,
        args: [{ password, expectedOrigin: origin }],
      }),
    )
    const parsed = z.number().safeParse(done?.[0]?.result)
    return parsed.success ? parsed.data : null
  },
}
