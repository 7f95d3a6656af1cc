import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const late = fileURLToPath(new URL('../extension/keeper/match/late-domains.ts', import.meta.url))

/** Keeps the list of public suffixes in a file of its own, which the worker loads when it needs it: an eighth of its start. */
export const lateDomains: Plugin = {
  name: 'late-domains',
  enforce: 'pre',
  resolveId: (id, importer) =>
    id === 'tldts' && importer?.endsWith('/keeper/match/match-rules.ts') === true ? late : null,
}
