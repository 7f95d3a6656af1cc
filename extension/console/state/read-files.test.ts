import { expect, test } from 'vitest'
import { addFiles } from './read-files.ts'

const file = (name: string, size: number) => new File([new Uint8Array(size)], name, { type: 'text/plain' })

test('files are added up to 100 kB together; one that does not fit, or is empty, is named and the others are kept', async () => {
  const first = await addFiles(
    [],
    [file('a.pem', 60_000), file('b.bin', 40_001), file('empty.txt', 0), file('c.txt', 40_000)],
  )
  expect(first.files.map(({ name }) => name)).toEqual(['a.pem', 'c.txt'])
  expect(first.refused).toEqual([
    'b.bin was not added: with it the files would come to 100 kB, and a login keeps 100 kB at most.',
    'empty.txt is empty, so it was not added.',
  ])
  expect((await addFiles(first.files, [file('d', 1)])).files).toEqual(first.files)
})

test('a file keeps its bytes, and its name without what a screen chokes on', async () => {
  const odd = new File([Uint8Array.of(0, 255)], 'clé\n.pem', { type: '' })
  expect((await addFiles([], [odd])).files).toEqual([{ name: 'clé.pem', type: '', bytes: 'AP8' }])
})
