import { readdirSync, readFileSync } from 'node:fs'

/** A file of the repository as text; `path` from its root. */
export const read = (path: string): string => readFileSync(path, 'utf8')

/** Every file of ours below a folder, as a path from the root. */
export const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name}`.replaceAll('\\', '/'))

export const folders = ['shared', 'server', 'extension', 'verify', 'tests', 'e2e', '.config']

const pagesIn = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.md'))

/** Every page that people read, by its path: those at the root and those in docs. */
export const pages: ReadonlyMap<string, string> = new Map(
  [...pagesIn('.'), ...pagesIn('docs').map((name) => `docs/${name}`)].map((path) => [path, read(path)]),
)

/** The text of a page. Throws where there is no such page. */
export function page(path: string): string {
  const text = pages.get(path)
  if (text === undefined) throw new Error(`There is no ${path}`)
  return text
}

/** The part of a text under a heading, up to the next heading of its depth or above. */
export function under(text: string, heading: string): string {
  const depth = heading.indexOf(' ')
  const [, rest = ''] = text.split(`\n${heading}`)
  return rest.split(new RegExp(`\\n#{1,${String(depth)}} `))[0] ?? ''
}

const firsts = (matches: Iterable<RegExpMatchArray>) => [...matches].flatMap(([, first]) => first ?? [])

/** What stands in backticks and looks like a file, or a folder, of ours. */
export const pathsIn = (text: string): string[] => [
  ...firsts(text.matchAll(/`([\w.-]+(?:\/[\w.-]+)+\.\w+)`/g)),
  ...firsts(text.matchAll(new RegExp(`\`((?:${folders.join('|').replace('.', '\\.')}|docs)(?:/[\\w-]+)+/?)\``, 'g'))),
]

/** Where the links of a page lead, without those to other sites: paths from the root. */
export const linksIn = (path: string): string[] =>
  firsts(page(path).matchAll(/\]\(([^)#\s]+)[^)]*\)/g))
    .filter((to) => !/^\w+:/.test(to))
    .map((to) => new URL(to, `file:///${path}`).pathname.slice(1))

/** Where a text cites a test: its file and its title. */
export const citedIn = (text: string): { file: string; title: string }[] =>
  [...text.matchAll(/^- `([^`]+)`: _(.+)_$/gm)].map(([, file = '', title = '']) => ({ file, title }))

/** The bullets of a text, each on one line. */
export const bulletsIn = (text: string): string[] =>
  text
    .split(/\n(?=- )/)
    .filter((bullet) => bullet.startsWith('- '))
    .map((bullet) => (bullet.split('\n\n')[0] ?? '').replace(/\s+/g, ' ').trim())

/** The rows of the tables of a text, as cells, heads and rules left out. */
export const rowsIn = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((row) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .filter((cells) => !cells.every((cell) => /^:?-+:?$/.test(cell)))
    .slice(1)
