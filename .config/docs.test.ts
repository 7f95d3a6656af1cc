import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { expect, test } from 'vitest'

const read = (path: string) => readFileSync(path, 'utf8')
const below = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path}`)
    .filter((path) => /\.(tsx?|html)$/.test(path))

const readme = read('README.md')
const architecture = read('ARCHITECTURE.md')
const security = read('SECURITY.md')
const documents = { readme, architecture, security, operate: read('docs/OPERATE.md') }
const promises = Array.from({ length: 10 }, (_, i) => `P${String(i + 1)}`)
const isTest = /\.(test|spec)\.tsx?$/
const files = ['shared', 'server', 'extension', 'verify', 'tests', 'e2e', '.config'].flatMap(below)

/** The part of a page under a heading, up to the next heading of its depth or above. */
function under(page: string, heading: string): string {
  const depth = heading.indexOf(' ')
  const [, rest = ''] = page.split(`\n${heading}`)
  return rest.split(new RegExp(`\\n#{1,${String(depth)}} `))[0] ?? ''
}
/** What stands in backticks and looks like a file of ours. */
const pathsIn = (page: string) =>
  [...page.matchAll(/`([\w.-]+(?:\/[\w.-]+)+\.\w+)`/g)].flatMap(([, path]) => (path === undefined ? [] : [path]))
/** Where a page cites a test: its file and its title. */
const citedIn = (page: string) =>
  [...page.matchAll(/^- `([^`]+)`: _(.+)_$/gm)].map(([, file = '', title = '']) => ({ file, title }))

test('the way of a login leads over files that are there', () => {
  const way = pathsIn(under(architecture, '## The way of a login'))
  expect(way.length).toBeGreaterThan(20)
  expect(way.filter((path) => !existsSync(path))).toEqual([])
})

test.each(Object.entries(documents))('every file that %s names is there', (_, page) => {
  expect(pathsIn(page).filter((path) => !existsSync(path))).toEqual([])
})

test.each(Object.entries(documents))('every command that %s names is one of ours', (_, page) => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  const named = [...page.matchAll(/npm run ([\w:-]+)/g)].flatMap(([, name]) => name ?? [])
  expect(named.length).toBeGreaterThan(0)
  expect(named.filter((name) => !(name in scripts))).toEqual([])
})

test('every test that SECURITY.md cites by its title is there', () => {
  const cited = citedIn(security)
  expect(cited.length).toBeGreaterThan(100)
  expect(cited.filter(({ file, title }) => !existsSync(file) || !read(file).includes(title))).toEqual([])
})

test.each(promises)('%s is explained, held by tests that exist, cited in the code and in a title', (promise) => {
  const cited = citedIn(under(security, `### ${promise} ·`))
  expect(cited.length).toBeGreaterThan(0)
  expect(cited.filter(({ file, title }) => !existsSync(file) || !read(file).includes(title))).toEqual([])
  const name = new RegExp(`\\b${promise}\\b`)
  const code = files.filter(
    (file) => !isTest.test(file) && !file.includes('/testing/') && /^(shared|server|extension)/.test(file),
  )
  expect(code.some((file) => name.test(read(file)))).toBe(true)
  const title = new RegExp(`^\\s*(?:test(?:\\.each)?\\b.*\\(|)['\`](?:[PS]\\d+:? )*${promise}\\b`, 'm')
  expect(files.some((file) => isTest.test(file) && title.test(read(file)))).toBe(true)
})

test('every finding of the review has its test by name, or is said to be left as it is', () => {
  const found = under(security, '## What a review found')
  const cited = citedIn(found)
  expect(cited.filter(({ file, title }) => !existsSync(file) || !read(file).includes(title))).toEqual([])
  const left = found.split('\nLeft as it is:')[1] ?? ''
  const all = Object.entries({ H: 7, M: 8, L: 11 }).flatMap(([letter, n]) =>
    Array.from({ length: n }, (_, i) => `${letter}${String(i + 1)}`),
  )
  const isSaid = (id: string) =>
    cited.some(({ title }) => title.startsWith(id)) || new RegExp(`\\b${id} \\(`).test(left.replaceAll('\n', ' '))
  expect(all.filter((id) => !isSaid(id))).toEqual([])
})

const attacks = Array.from({ length: 14 }, (_, i) => `S${String(i + 1)}`)
test.each(attacks)('%s has its place in the table of attacks, and is held by tests that exist by name', (attack) => {
  const published = under(security, '## The published attacks')
  const cited = citedIn(published).filter(({ title }) => new RegExp(`^(?:[PS]\\d+ )*${attack}\\b`).test(title))
  expect(cited.length).toBeGreaterThan(0)
  expect(cited.filter(({ file, title }) => !existsSync(file) || !read(file).includes(title))).toEqual([])
  const rows = published.split('\n').filter((line) => line.startsWith('| '))
  const file = `tests/hostile-server/s${attack.slice(1).padStart(2, '0')}-`
  expect(rows.filter((row) => row.includes(file)).length).toBeGreaterThan(0)
})

test('every class of attack says whom it hit, why it fails here, and where that is tried', () => {
  const rows = under(security, '## The published attacks')
    .split('\n')
    .filter((line) => line.startsWith('| '))
  const cells = rows.slice(2).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
  expect(cells.length).toBeGreaterThan(10)
  for (const row of cells) expect([row, row.length, row.every((cell) => cell !== '')]).toEqual([row, 4, true])
  expect(cells.filter(([, , , tests = '']) => pathsIn(tests).length === 0)).toEqual([])
})

test('the README fits on two screens, and shows one picture that is not heavy', () => {
  const lines = readme.trimEnd().split('\n').length
  expect([lines >= 80, lines <= 120]).toEqual([true, true])
  const pictures = [...readme.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, path = '']) => path)
  expect(pictures).toHaveLength(1)
  expect(pictures.every((path) => statSync(path).size < 200_000)).toBe(true)
})

test.each(Object.entries(documents))(
  '%s names no registry, no folder of one machine, and does not shout',
  (_, page) => {
    expect(page).not.toMatch(/npmjs|yarnpkg|\/(?:work|root|home|tmp|Users)\/|[A-Za-z]!(?:\s|$)/)
  },
)
