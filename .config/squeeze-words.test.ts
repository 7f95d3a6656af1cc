import { readdirSync, readFileSync } from 'node:fs'
import { transpile, ModuleKind } from 'typescript'
import { expect, test } from 'vitest'
import { plain } from '../extension/autofill/vocabulary/words.ts'
import { squeezeWords } from './squeeze-words.ts'

const folder = 'extension/autofill/vocabulary'
const squeezed = (path: string, code: string): string | null => {
  const { transform } = squeezeWords
  if (typeof transform !== 'function') throw new Error('the plugin does nothing')
  const made: unknown = Reflect.apply(transform, null, [code, `/${path}`])
  return typeof made === 'string' ? made : null
}
const wordsIn = async (code: string): Promise<string[]> => {
  const plainly = transpile(code, { module: ModuleKind.ESNext })
  const module: Record<string, Record<string, string>> = await import(
    `data:text/javascript,${encodeURIComponent(plainly)}`
  )
  return Object.values(module).flatMap((language) =>
    Object.entries(language).flatMap(([concept, list]) => list.split(',').map((word) => `${concept} ${plain(word)}`)),
  )
}

const lists = readdirSync(folder).filter((name) => /^[a-z]{2}\.ts$/.test(name))

test.each(lists)('%s says the same to pages as it does to people', async (name) => {
  const code = readFileSync(`${folder}/${name}`, 'utf8')
  const made = squeezed(`${folder}/${name}`, code)
  expect(made?.length).toBeLessThan(code.length)
  expect(await wordsIn(made ?? '')).toEqual(await wordsIn(code))
})

test('nothing but the lists is squeezed', () => {
  for (const name of readdirSync(folder).filter((one) => !lists.includes(one)))
    expect([name, squeezed(`${folder}/${name}`, readFileSync(`${folder}/${name}`, 'utf8'))]).toEqual([name, null])
})
