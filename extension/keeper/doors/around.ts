import type { Clipboard } from '../fill/clipboard.ts'
import type { Frames } from '../fill/fill.ts'
import type { SiteVisits } from '../fill/site-visits.ts'
import type { NewPasswords } from '../offers/new-passwords.ts'
import type { Offers } from '../offers/offers.ts'

/** What the worker hands to the handlers besides the keeper: the browser's parts that they act on. */
export type HandlerDependencies = {
  rpId: string
  frames: Frames
  newPasswords: NewPasswords
  clipboard: Clipboard
  offers: Offers
  visits: SiteVisits
  showUnlock(hash: string): Promise<void>
  showConsole(hash?: string): Promise<void>
}
