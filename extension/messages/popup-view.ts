import type { FolderId } from '../../shared/bytes/ids.ts'
import type { ClientView } from './client-view.ts'
import type { NearLogin } from './match-view.ts'
import type { OfferView } from './offer-view.ts'
import type { LoginRow } from './login-row.ts'
import type { Status } from './status-view.ts'

export type PopupView = {
  status: Status
  /** What may be saved now, of what was sent in this tab. */
  offer: OfferView | null
  /** This person wants no offers for the tab's page, of those that could be made. */
  isQuiet: boolean
  /** The tab's main page, null where nothing can be filled (browser pages, no tab). */
  page: { origin: string } | null
  /** The login whose one-time code this tab waits for, or none. */
  next: LoginRow[]
  /** The client that is worked for now, null for all; and those that can be chosen. */
  client: { folder: FolderId; name: string } | null
  clients: ClientView[]
  here: LoginRow[]
  /** Where nothing is here: other clients whose page it is. */
  elsewhere: ClientView[]
  /** Where nothing is here: the logins that were nearest. */
  near: NearLogin[]
  recent: LoginRow[]
  all: LoginRow[]
}
