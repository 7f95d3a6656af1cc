import type { Desk } from '../desk/desk.ts'
import type { Session } from '../desk/session.ts'
import type { Vault } from '../vault/vault.ts'

/** A vault whose objects are sent to a server that lacks them. */
export type RepairSource = { desk: Desk; session: Session; vault: Vault }
/** Called with how much of a long task is done. */
export type Progress = (done: number, total: number) => void
