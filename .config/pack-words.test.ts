import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packWords } from './pack-words.ts'

const folder = join(import.meta.dirname, '../extension/autofill/vocabulary')
const loaded = async (name: string): Promise<unknown> => {
  const { load } = packWords
  if (typeof load !== 'function') throw new Error('the plugin does nothing')
  return await Reflect.apply(load, null, [join(folder, name)])
}

test.each(['own.ts', 'latin.ts', 'other.ts'])(
  'what is built of %s is what the module gives, and nothing else',
  async (name) => {
    const code = String(await loaded(name))
    expect(code).toMatch(/^export const [A-Z]+ = ".{9000,}"$/)
    const built: unknown = await import(`data:text/javascript,${encodeURIComponent(code)}`)
    expect({ ...Object(built) }).toEqual({ ...(await import(join(folder, name))) })
  },
)

test('nothing but the packed words is put in', async () => {
  for (const name of ['en.ts', 'pack.ts', 'words.ts']) expect([name, await loaded(name)]).toEqual([name, null])
})
