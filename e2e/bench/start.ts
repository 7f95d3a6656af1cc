/**
 * What a person waits for when something of ours starts: the milliseconds until a stopped worker answers its first message, and until
 * the popup shows its first row while the worker runs; and the bytes of what is built. With the folder of another build, of the same
 * id, the two are measured in turn, and the last column is this build's share of the other: times are of this machine.
 * `npm run bench -- start [--turns 20] [--before FOLDER]`, FOLDER a copy of `.output/chrome-mv3`
 */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { developmentExtensionId } from '../../server/extension-id.ts'
import { extension, pageUrl } from '../desk.ts'
import { newFiller } from '../filler.ts'
import type { Filler } from '../filler.ts'
import * as people from '../people.ts'
import { popupUsable, workerStart } from './own-pages.ts'
import { median } from './page-load.ts'
import { keepQuiet } from './quiet.ts'

const argument = (name: string) =>
  process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined
const turns = Number(argument('--turns') ?? 20)
const before = argument('--before')
const builds = [...(before === undefined ? [] : [before]), extension]

/** Bytes of a script, of all scripts that a page loads by its own tags, or of the words of every language. */
function sizeOf(build: string, file: string): number {
  const path = join(build, file)
  if (file === 'words-*.js')
    return readdirSync(build)
      .filter((name) => name.startsWith('words-'))
      .reduce((all, name) => all + sizeOf(build, name), 0)
  if (!existsSync(path)) return NaN
  if (!file.endsWith('.html')) return statSync(path).size
  const named = [...readFileSync(path, 'utf8').matchAll(/(?:src|href)="\/([^"]+)"/g)].map(([, name]) => name ?? '')
  return named.filter((name) => name.endsWith('.js')).reduce((all, name) => all + sizeOf(build, name), 0)
}

function print(name: string, figures: readonly number[], digits: number): void {
  const shown = figures.map((one) => one.toFixed(digits)).join(' | ')
  const [first = NaN, second] = figures
  console.log(`${name} | ${shown}${second === undefined ? '' : ` | ${(second / first).toFixed(2)}`}`)
}

const scripts = readdirSync(extension).filter((file) => /^(?!words-).*\.(?:js|html)$/.test(file))
console.log('bytes of scripts | ' + builds.join(' | '))
for (const file of [...scripts, 'words-*.js', 'content-scripts/open.js'].sort())
  print(
    file,
    builds.map((build) => sizeOf(build, file)),
    0,
  )

/** An unlocked member with a login, and a page from which the worker is asked. */
async function open(folder: string) {
  const filler = await newFiller({ build: { folder, id: developmentExtensionId } })
  await filler.save({
    name: 'Guichet',
    username: 'ines',
    password: 'Zibeline-6042',
    urls: ['https://guichet.example/'],
  })
  await filler.grant('fill')
  await people.unlock(filler.desk, filler.pin)
  const asking = await filler.desk.context.newPage()
  await asking.goto(pageUrl('console.html'))
  await keepQuiet(filler.desk, asking)
  return { filler, asking }
}

const sides: Awaited<ReturnType<typeof open>>[] = []
for (const folder of builds) sides.push(await open(folder))
const figures: { start: number[]; popup: number[] }[] = sides.map(() => ({ start: [], popup: [] }))
// The first turn is to warm up; every second one goes the other way round.
for (let turn = 0; turn <= turns; turn += 1) {
  const order = [...sides.entries()]
  for (const [at, { filler, asking }] of turn % 2 === 0 ? order : order.reverse()) {
    const popup = await popupUsable(filler.desk.context)
    const start = await workerStart(filler.desk, asking)
    if (turn === 0) continue
    figures[at]?.start.push(start)
    figures[at]?.popup.push(popup)
  }
}
console.log(`\nmilliseconds, median of ${String(turns)} turns`)
print(
  'worker: stopped to first answer',
  figures.map(({ start }) => median(start)),
  1,
)
print(
  'popup: address to first row',
  figures.map(({ popup }) => median(popup)),
  1,
)
await Promise.all(sides.map(({ filler }: { filler: Filler }) => filler.close()))
