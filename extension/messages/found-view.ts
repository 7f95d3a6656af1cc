import type { MemberId } from '../../shared/bytes/ids.ts'

/** Somebody whom the server found by e-mail, with the name that the ledger vouches for. */
export type FoundView = { member: MemberId; name: string; email: string }
