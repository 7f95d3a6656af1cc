import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { fileOf, pictures } from '../e2e/screens/pictures.ts'

const pages = ['README.md', 'ARCHITECTURE.md', 'SECURITY.md', 'CONTRIBUTING.md', 'CHANGELOG.md']
  .filter((page) => existsSync(page))
  .concat(readdirSync('docs').flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : [])))
const admin = readFileSync('docs/ADMIN.md', 'utf8')

/** The pictures that a page shows, from the clone's folder, each with the text for whoever does not see it. */
const shownBy = (page: string) =>
  [...readFileSync(page, 'utf8').matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)].map(([, alt = '', path = '']) => ({
    alt,
    path: join(dirname(page), path),
  }))
const shown = pages.flatMap(shownBy)
const drawn = pictures.map(fileOf)

test('every picture that a page shows is there, and says in words what it shows', () => {
  expect(shown.length).toBeGreaterThan(20)
  expect(shown.filter(({ alt, path }) => !existsSync(path) || alt.length < 20)).toEqual([])
})

test('npm run screens draws every picture, and a page shows each that it draws', () => {
  const kept = readdirSync('docs/screens').map((name) => `docs/screens/${name}`)
  expect(kept.filter((path) => !drawn.includes(path))).toEqual([])
  const paths = shown.map(({ path }) => path)
  expect(drawn.filter((path) => !paths.includes(path))).toEqual([])
  expect(paths.filter((path) => !drawn.includes(path))).toEqual([])
})

/** All that the product says in English: of one, and of `…`. */
async function english(): Promise<Set<string>> {
  const said = new Set<string>()
  const collect = (value: unknown): void => {
    if (typeof value === 'string') said.add(value)
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect)
    else if (typeof value === 'function')
      for (const of of [1, '…']) said.add(String(Reflect.apply(value, null, [of, of, of])).replaceAll('NaN', '…'))
  }
  for (const file of readdirSync('extension/words').filter((name) => !name.endsWith('.test.ts'))) {
    const name = file.replace(/\.ts$/, '')
    const words: Record<string, unknown> = await import(`../extension/words/${name}.ts`)
    for (const one of Object.values(words))
      if (typeof one === 'function' && 'en' in one) collect(one.en)
      else if (name.endsWith('-en')) collect(one)
  }
  return said
}

test('what ADMIN.md sets in bold is what the English console says', async () => {
  const said = await english()
  // The console goes on after it: how long ago that was.
  expect(said).toContain('Ledger: entry …,')
  said.add('Ledger: entry …')
  const names = [...admin.matchAll(/\*\*([^*]+)\*\*/g)].map(([, name = '']) => name.replace(/\s+/g, ' '))
  expect(names.length).toBeGreaterThan(80)
  expect(names.filter((name) => !said.has(name))).toEqual([])
})

test('every line that ADMIN.md explains is one that the English console says', async () => {
  const patterns = [...(await english())]
    .filter((text) => text.replace(/\P{L}/gu, '').length > 10)
    .map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('…', '.+'))
    .map((text) => new RegExp(`^${text}$`, 's'))
  const [, explained = ''] = admin.split('\n## What the console says above everything\n')
  const table = explained.split('\n## ')[0] ?? ''
  const lines = [...table.matchAll(/^\| “(.+?)” +\|/gm)].map(([, line = '']) => line)
  expect(lines.length).toBeGreaterThan(8)
  expect(lines.filter((line) => !patterns.some((pattern) => pattern.test(line)))).toEqual([])
})
