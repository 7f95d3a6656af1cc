import { tsImport } from 'tsx/esm/api'
import type { Plugin } from 'vite'

const PACKED = /\/vocabulary\/(?:own|latin|other)\.ts$/

/** Puts in the words as they are packed, instead of the lists and what packs them: a page with a login carries these words. */
export const packWords: Plugin = {
  name: 'pack-words',
  enforce: 'pre',
  async load(id) {
    if (!PACKED.test(id)) return null
    const exported: unknown = await tsImport(id, import.meta.url)
    if (typeof exported !== 'object' || exported === null) throw new Error(`nothing packed in ${id}`)
    return Object.entries(exported)
      .map(([name, words]) => `export const ${name} = ${JSON.stringify(words)}`)
      .join('\n')
  },
}
