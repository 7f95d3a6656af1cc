import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Pages that are known to come out wrong, by the reason why. */
export type KnownFailures = Record<string, string[]>

/** The index of pages that do not come out exactly as their labels say: by id only, nothing of the pages themselves. */
export function readKnownFailures(): KnownFailures {
  const known: KnownFailures = JSON.parse(readFileSync(join(import.meta.dirname, 'known-failures.json'), 'utf8'))
  return known
}
