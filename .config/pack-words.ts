import { tsImport } from 'tsx/esm/api'
import type { Plugin } from 'vite'

const FILES = '../extension/autofill/vocabulary/files.ts'
const PACKED = /\/vocabulary\/(?:own|latin|other)\.ts$/

const exportsOf = async (id: string): Promise<[string, unknown][]> => {
  const exported: unknown = await tsImport(id, import.meta.url)
  if (typeof exported !== 'object' || exported === null) throw new Error(`nothing packed in ${id}`)
  return Object.entries(exported)
}

/** Puts in the words as they are packed, instead of the lists and what packs them: a page with a login carries these words. */
export const packWords: Plugin = {
  name: 'pack-words',
  enforce: 'pre',
  async load(id) {
    if (!PACKED.test(id)) return null
    return (await exportsOf(id)).map(([name, words]) => `export const ${name} = ${JSON.stringify(words)}`).join('\n')
  },
}

/** The scripts of words that the extension puts into pages, as WXT takes them. */
export async function wordsFiles(): Promise<{ relativeDest: string; contents: string }[]> {
  const [[, files] = []] = await exportsOf(FILES)
  if (typeof files !== 'object' || files === null) throw new Error('no files of words')
  return Object.entries(files).map(([relativeDest, contents]) => ({ relativeDest, contents: String(contents) }))
}
