import { existsSync, statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { endpoints } from '../shared/protocol/endpoints.ts'
import { ids } from './evidence.ts'
import { rooms } from './layers.ts'
import {
  bulletsIn,
  citedIn,
  filesBelow,
  folders,
  linksIn,
  page,
  pages,
  pathsIn,
  read,
  rowsIn,
  under,
} from './pages-of-docs.ts'

const readme = page('README.md')
const architecture = page('ARCHITECTURE.md')
const security = page('SECURITY.md')
const attacks = page('docs/ATTACKS.md')
const evidence = page('docs/EVIDENCE.md')
const isTest = /\.(test|spec)\.tsx?$/
const files = folders.flatMap(filesBelow).filter((path) => /\.(tsx?|mts|mjs|js|css|html|json|sql|md)$/.test(path))
const isGone = (path: string) => !existsSync(path)
const linesOf = (text: string) => text.trimEnd().split('\n').length

test('every page is there, and of a length that people read', () => {
  const most = { 'README.md': 120, 'ARCHITECTURE.md': 200, 'SECURITY.md': 160, 'CONTRIBUTING.md': 60 }
  for (const [path, lines] of Object.entries(most)) expect([path, linesOf(page(path)) <= lines]).toEqual([path, true])
  const others = ['UNLOCK', 'SYNC', 'FILL', 'LEDGER', 'RESTORE', 'OPERATE', 'ATTACKS', 'EVIDENCE']
  expect(others.map((name) => `docs/${name}.md`).filter(isGone)).toEqual([])
})

test('the way of a login leads over files that are there', () => {
  const way = pathsIn(under(architecture, '## The way of a login'))
  expect(way.length).toBeGreaterThan(20)
  expect(way.filter(isGone)).toEqual([])
})

test.each([...pages])(
  'every file and folder that %s names is there, and every link leads to something',
  (path, text) => {
    expect(pathsIn(text).filter(isGone)).toEqual([])
    expect(linksIn(path).filter(isGone)).toEqual([])
  },
)

test.each([...pages])('every command that %s names is one of ours', (_, text) => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  const named = [...text.matchAll(/npm (?:run )?(?!version|audit)([a-z][\w:-]*)/g)].flatMap(([, name]) => name ?? [])
  expect(named.filter((name) => !(name in scripts))).toEqual([])
})

test.each([...pages])('%s names no registry, no folder of one machine, and does not shout', (_, text) => {
  expect(text).not.toMatch(/npmjs|yarnpkg|\/(?:work|root|home|tmp|Users)\/|[A-Za-z]!(?:\s|$)/)
})

test('every page but README is led to from README or from a page that README leads to', () => {
  const seen = new Set(['README.md'])
  for (const path of seen) for (const to of linksIn(path)) if (pages.has(to)) seen.add(to)
  expect([...pages.keys()].filter((path) => !seen.has(path))).toEqual([])
})

test('no file cites a page, or a part of a page, that is not in the repository', () => {
  const own = '.config/docs.test.ts'
  const texts = [...files.filter((path) => path !== own).map((path) => ({ path, text: read(path) }))]
  for (const [path, text] of pages) texts.push({ path, text })
  const names = [...pages.keys()].flatMap((path) => [path, path.replace('docs/', '')])
  const cited = texts.flatMap(({ path, text }) =>
    [...text.matchAll(/(?<![\w/.-])((?:docs\/)?[A-Z]{3,}\.md)(?:\)?, "([^"]+)")?/g)].map(([, to = '', part]) => ({
      path,
      to,
      part,
    })),
  )
  expect(cited.length).toBeGreaterThan(20)
  expect(cited.filter(({ to }) => !names.includes(to))).toEqual([])
  const lacks = (to: string, part: string) => {
    const text = pages.get(to) ?? pages.get(`docs/${to}`) ?? ''
    return !['# ', '**', '_'].some((before) => text.includes(`${before}${part}`))
  }
  expect(cited.filter(({ to, part }) => part !== undefined && lacks(to, part))).toEqual([])
  const absent =
    /\b(?:DESIGN|ORGANISATION|HOUSE|LOOK)(?:\.md| \d|, ")|\bissues? #?\d+\b|\bthe design (?:says|fixes|has)\b/
  expect(texts.filter(({ text }) => absent.test(text)).map(({ path }) => path)).toEqual([])
})

test.each(ids.promises)('%s is explained, held by tests, and cited in the code', (promise) => {
  const said = under(security, `### ${promise} ·`).trim()
  expect([said.length > 100, linesOf(said) <= 5]).toEqual([true, true])
  expect(pathsIn(under(evidence, `### ${promise}\n`)).filter((path) => isTest.test(path)).length).toBeGreaterThan(0)
  const name = new RegExp(`\\b${promise}\\b`)
  const code = files.filter(
    (file) => !isTest.test(file) && !file.includes('/testing/') && /^(shared|server|extension).*\.tsx?$/.test(file),
  )
  expect(code.some((file) => name.test(read(file)))).toBe(true)
})

test('every finding of the review stands in the table and has its tests, or is said to be left as it is', () => {
  const found = under(attacks, '## What a review found')
  const mended = rowsIn(found).map(([id = '']) => id)
  const left = (found.split('\nLeft as it is:')[1] ?? '').replaceAll('\n', ' ')
  const isLeft = (id: string) => new RegExp(`\\b${id} \\([^)]{40,}\\)`).test(left)
  expect(ids.findings.filter((id) => mended.includes(id) === isLeft(id))).toEqual([])
  expect(mended.filter((id) => pathsIn(under(evidence, `### ${id}\n`)).length === 0)).toEqual([])
})

test.each(ids.attacks)(
  '%s has its place in both tables of attacks, and is held by tests in a file of its own',
  (attack) => {
    const own = `tests/hostile-server/s${attack.slice(1).padStart(2, '0')}-`
    const classes = rowsIn(under(attacks, '## The published attacks'))
    expect(classes.filter((cells) => cells.at(-1)?.includes(own)).length).toBeGreaterThan(0)
    expect(pathsIn(under(evidence, `### ${attack}\n`)).filter((path) => path.startsWith(own)).length).toBeGreaterThan(0)
    expect(rowsIn(under(attacks, '## The attacks by number')).filter(([id]) => id === attack)).toHaveLength(1)
  },
)

test('every class of attack says whom it hit, why it fails here, and where that is tried', () => {
  const classes = rowsIn(under(attacks, '## The published attacks'))
  expect(classes.length).toBeGreaterThan(10)
  for (const row of classes) expect([row, row.length, row.every((cell) => cell !== '')]).toEqual([row, 4, true])
  expect(classes.filter(([, , , tests = '']) => pathsIn(tests).length === 0)).toEqual([])
})

test('what strangers can do is held by tests that exist by name', () => {
  const cited = citedIn(under(attacks, '## What strangers can do'))
  expect(cited.length).toBeGreaterThan(12)
  expect(cited.filter(({ file, title }) => isGone(file) || !read(file).includes(title))).toEqual([])
})

test('the pages count the endpoints that strangers may call', () => {
  const open = Object.values(endpoints).filter(({ open }) => open)
  const words = ['six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
  expect(security).toContain(`every endpoint but ${String(words[open.length - 6])} refuses them`)
  expect(attacks).toContain(`the ${String(words[open.length - 6])} endpoints that are open`)
})

test('the README shows one picture that is not heavy', () => {
  const pictures = [...readme.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, path = '']) => path)
  expect(pictures).toHaveLength(1)
  expect(pictures.every((path) => statSync(path).size < 200_000)).toBe(true)
})

test('whatever the README says is there has a test that shows it', () => {
  const there = bulletsIn(under(readme, '## What is there\n'))
  expect(there.length).toBeGreaterThan(10)
  const shows = (bullet: string) => pathsIn(bullet).some((path) => isTest.test(path) && existsSync(path))
  expect(there.filter((bullet) => !shows(bullet))).toEqual([])
})

test('whatever the README says is not there names words that are in no such folder, or a test', () => {
  const lacking = bulletsIn(under(readme, '## What is not there'))
  expect(lacking.length).toBeGreaterThan(7)
  const quoted = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word)
  const claims = lacking.flatMap((bullet) => {
    const found = [...bullet.matchAll(/\(no ((?:`[^`]+`(?:, )?)+) in ((?:`[^`]+`(?:, )?)+)\)/g)]
    if (found.length === 0) expect([bullet, pathsIn(bullet).some((path) => isTest.test(path))]).toEqual([bullet, true])
    return found.map(([, words = '', places = '']) => ({ words: quoted(words), places: quoted(places) }))
  })
  expect(claims.flatMap(({ places }) => places).filter(isGone)).toEqual([])
  const below = (place: string) =>
    statSync(place).isFile() ? [place] : files.filter((file) => file.startsWith(`${place}/`))
  const broken = claims.flatMap(({ words, places }) =>
    places
      .flatMap(below)
      .filter((file) => !isTest.test(file))
      .flatMap((file) =>
        words
          .filter((word) => read(file).toLowerCase().includes(word.toLowerCase()))
          .map((word) => `${word} in ${file}`),
      ),
  )
  expect(broken).toEqual([])
})

test('ARCHITECTURE has its two drawings, names the rooms as the layers do, and finds a place for every one', () => {
  expect(architecture.match(/^```mermaid$/gm)).toHaveLength(2)
  const listed = (part: 'keeper' | 'console') => rooms[part].map((room) => room ?? 'its files at the top').join(' → ')
  expect(architecture).toContain(`keeper: ${listed('keeper')}\n`)
  expect(architecture).toContain(`console: ${listed('console')}\n`)
  const map = rowsIn(under(architecture, '## Which room'))
  for (const deed of ['fill a login', 'remove a person', 'append an entry'])
    expect([deed, map.filter(([to = '']) => to.includes(`**${deed}**`)).length]).toEqual([deed, 1])
  const named = map.map(([, place = '']) => place).join(' ')
  expect(rooms.keeper.filter((room) => room !== null && !named.includes(`\`extension/keeper/${room}\``))).toEqual([])
  expect(
    rooms.console.filter((room) => room !== null && !new RegExp(`\`(?:extension/console/)?${room}\``).test(named)),
  ).toEqual([])
})

test('OPERATE lists every setting that the server reads, and no other', () => {
  const inCode = [...read('server/config.ts').matchAll(/\bread\('([A-Z_]+)'/g)].map(([, name = '']) => name)
  const told = rowsIn(under(page('docs/OPERATE.md'), '### Settings')).flatMap(
    ([names = '']) => names.match(/[A-Z_]{4,}/g) ?? [],
  )
  expect([...new Set(told)].sort()).toEqual([...new Set(inCode)].sort())
})

test('CHANGELOG begins with the version that package.json has', () => {
  const { version } = JSON.parse(read('package.json')) as { version: string }
  const [, newest] = /^## (\S+)/m.exec(page('CHANGELOG.md')) ?? []
  expect(newest).toBe(version)
})
