import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const late = fileURLToPath(new URL('../extension/keeper/match/late-domains.ts', import.meta.url))

/** The worker has the list of public suffixes from a file of its own, when it needs it: reading it costs an eighth of the worker's start. */
export const lateDomains: Plugin = {
  name: 'late-domains',
  enforce: 'pre',
  resolveId: (id, importer) =>
    id === 'tldts' && importer?.endsWith('/keeper/match/match-rules.ts') === true ? late : null,
}
