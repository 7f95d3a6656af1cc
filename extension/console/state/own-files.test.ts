import { expect, test } from 'vitest'
import { readFiles } from './own-files.ts'

type Tree = { [name: string]: string | Error | Tree }

/** A folder as the browser gives it: a hundred entries at each question. */
function folderOf(tree: Tree, name = 'crxfs'): FileSystemDirectoryEntry {
  const createReader = () => {
    const left = Object.entries(tree).map(([name, of]) =>
      typeof of === 'string' || of instanceof Error ? fileOf(of, name) : folderOf(of, name),
    )
    return { readEntries: (give: (entries: unknown[]) => void) => void give(left.splice(0, 100)) }
  }
  const entry: unknown = { name, isFile: false, isDirectory: true, createReader }
  return entry as FileSystemDirectoryEntry
}
const fileOf = (of: string | Error, name: string) => ({
  name,
  isFile: true,
  isDirectory: false,
  file: (give: (file: File) => void, fail: (error: Error) => void) => {
    if (of instanceof Error) fail(of)
    else give(new File([of], name))
  },
})

test('all files of all folders are read, under their paths in the package', async () => {
  const found = await readFiles(
    folderOf({ 'manifest.json': '{}', _locales: { en: { 'messages.json': 'A' } }, empty: {} }),
  )
  expect(found.map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)])).toEqual([
    ['manifest.json', '{}'],
    ['_locales/en/messages.json', 'A'],
  ])
})

test('a folder of more than a hundred files is read to its end', async () => {
  const many = Object.fromEntries(Array.from({ length: 250 }, (_, at) => [`${String(at)}.js`, String(at)]))
  expect(await readFiles(folderOf(many))).toHaveLength(250)
})

test('a folder with a file that cannot be read is refused as a whole', async () => {
  await expect(readFiles(folderOf({ 'a.js': 'a', 'b.js': new Error('gone') }))).rejects.toThrow('gone')
})
