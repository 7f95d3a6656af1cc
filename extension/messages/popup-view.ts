import type { FolderId } from '../../shared/bytes/ids.ts'
import type { ClientView } from './client-view.ts'
import type { NearLogin } from './match-view.ts'
import type { OfferView } from './offer-view.ts'
import type { LoginRow } from './login-row.ts'
import type { Status } from './status-view.ts'

/** Why nothing was filled in a tab that was opened to fill the login `name`. `address`: the origin that it is about. */
export type VisitView = { name: string; code: string; address: string | null }

export type PopupView = {
  status: Status
  /** The tab was opened to be filled, and was not. */
  visit: VisitView | null
  /** How many things wait for this person: requests, decisions, and what ends within a week. */
  waits: number
  /** The login submitted in this tab that may be saved now, or null. */
  offer: OfferView | null
  /** Whether this person has turned off offers for the tab's page. */
  isQuiet: boolean
  /** The tab's main page, null where nothing can be filled (browser pages, no tab). */
  page: { origin: string } | null
  /** The login whose one-time code this tab waits for, or none. */
  next: LoginRow[]
  /** The active client, null for all; `clients` are those that can be chosen. */
  client: { folder: FolderId; name: string; hue: number } | null
  clients: ClientView[]
  /** Some of the logins need the server for each use, because it is recorded. */
  needsServer: boolean
  here: LoginRow[]
  /** Where `here` is empty: other clients with a login for this page. */
  elsewhere: ClientView[]
  /** Where `here` is empty: the logins that nearly match. */
  near: NearLogin[]
  recent: LoginRow[]
  all: LoginRow[]
}
