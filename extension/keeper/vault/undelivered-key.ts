import type { Stored } from '../desk/session-store.ts'

/**
 * A new key that a re-keying could not seal to somebody entitled to it: the server withheld their receive key, or it is none
 * (S10). Named in a warning until whoever holds the key has delivered it.
 */
export type Undelivered = Stored<'undelivered'>[number]
