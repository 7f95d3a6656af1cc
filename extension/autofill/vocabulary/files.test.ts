import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { WORDS_FILES } from './files.ts'
import { LATIN } from './latin.ts'
import { OTHER } from './other.ts'
import { OWN } from './own.ts'

test('each words script stores its words under its name and keeps what other scripts have stored', () => {
  const world: { cloisonWords?: Record<string, string> } = {}
  for (const script of Object.values(WORDS_FILES)) runInNewContext(script, Object.assign(world, { globalThis: world }))
  expect(world.cloisonWords).toMatchObject({ own: OWN, latin: LATIN, other: OTHER })
  expect(Object.keys(world.cloisonWords ?? {}).map((name) => `words-${name}.js`)).toEqual(Object.keys(WORDS_FILES))
})

// By this words.ts decides which word lists to skip for a text in Latin letters.
test('a word list in Latin letters has no letter of another script', () => {
  const isOther = (name: string) => /[^\0-\u036f]/.test(WORDS_FILES[`words-${name}.js`] ?? '')
  const latin = ['own', 'latin', 'en', 'de', 'es', 'it', 'pt', 'nl', 'pl', 'ro', 'tr', 'cs', 'ca', 'few']
  const other = ['other', 'ar', 'fa', 'ru', 'ja', 'zh', 'ko', 'fewOther']
  expect([...latin, ...other].map((name) => `words-${name}.js`).sort()).toEqual(Object.keys(WORDS_FILES).sort())
  expect([latin.filter(isOther), other.filter((name) => !isOther(name))]).toEqual([[], []])
})
