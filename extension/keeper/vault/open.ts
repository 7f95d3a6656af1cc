import type { Desk } from '../desk/desk.ts'
import type { Session } from '../desk/session.ts'
import type { Vault } from './vault.ts'

/** An unlocked vault, with the device that it is open on and the session for requests to the server. */
export type Open = { desk: Desk; session: Session; vault: Vault }
