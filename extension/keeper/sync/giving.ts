import type { Desk } from '../desk/desk.ts'
import type { Session } from '../desk/session.ts'
import type { Vault } from '../vault/vault.ts'

/** A vault whose objects are given to the server. */
export type Giving = { desk: Desk; session: Session; vault: Vault }
/** Told how much of it is done. */
export type Progress = (done: number, total: number) => void
