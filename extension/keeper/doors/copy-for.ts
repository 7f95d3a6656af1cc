import type { Copied } from '../../messages/settings.ts'
import type { Clipboard } from '../fill/clipboard.ts'
import type { Keeper } from '../keeper.ts'

/** Puts a secret on the clipboard, for as long as the person has set. Returns how long that is. Throws Failure `locked`. */
export async function copyFor(keeper: Keeper, clipboard: Clipboard, text: string): Promise<Copied> {
  const seconds = keeper.needOpen().vault.settings.desk.clipboardSeconds
  await clipboard.put(text, seconds)
  return { seconds }
}
