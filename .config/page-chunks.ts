import type { Plugin } from 'vite'

type Info = (id: string) => { importers: readonly string[]; importedIds: readonly string[] } | null

/** The pages from which a module is reached, by the folders that they lie in. */
function pagesOf(id: string, info: Info, seen = new Set<string>()): string[] {
  if (seen.has(id)) return []
  seen.add(id)
  const own = /\/entrypoints\/([^/]+)\/index\.html$/.exec(id)?.[1]
  const above = (info(id)?.importers ?? []).flatMap((one) => pagesOf(one, info, seen))
  return own === undefined ? above : [own, ...above]
}

/** Whether a module stands on zod, which the popup can do without. */
function checks(id: string, info: Info, seen = new Set<string>()): boolean {
  if (seen.has(id)) return false
  seen.add(id)
  return id.includes('/node_modules/zod/') || (info(id)?.importedIds ?? []).some((one) => checks(one, info, seen))
}

/**
 * What pages share lies in few files: what the menu at a field needs too, all else that the popup needs, and what parses. Left to itself
 * the bundler makes one for each set of pages, and a browser spends longer on fetching sixteen files than on what is in them.
 */
export const pageChunks: Plugin = {
  name: 'page-chunks',
  config: ({ build }) => {
    if (build?.lib) return {}
    const manualChunks = (id: string, { getModuleInfo }: { getModuleInfo: Info }) => {
      const pages = new Set(pagesOf(id, getModuleInfo))
      if (pages.size < 2) return null
      if (checks(id, getModuleInfo)) return 'parsing'
      return pages.has('menu') ? 'every-page' : pages.has('popup') ? 'popup-and-others' : null
    }
    return { build: { rollupOptions: { output: { manualChunks } } } }
  },
}
