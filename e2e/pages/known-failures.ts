import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The ids of pages that are known to be detected wrongly, by reason. */
export type KnownFailures = Record<string, string[]>

/** Returns the known failures: pages that are not detected exactly as labelled. The file holds ids only, no content of the pages. */
export function readKnownFailures(): KnownFailures {
  const known: KnownFailures = JSON.parse(readFileSync(join(import.meta.dirname, 'known-failures.json'), 'utf8'))
  return known
}
