import type { Desk } from '../desk/desk.ts'
import type { Session } from '../desk/session.ts'
import type { Vault } from './vault.ts'

/** An unlocked vault, with the desk that it is open on and the session that it may ask the server by. */
export type Open = { desk: Desk; session: Session; vault: Vault }
