/**
 * What the extension costs the pages of a browser: ours, an empty extension, one with an empty script on every page, and none
 * at all, load after load in turn; each figure is the median of the differences to the browser without one in the same turn.
 * Locked, then as a member who only fills, with a login for the page's host, then as one who may edit. Bytes are exact; times
 * are of this machine.
 * `npm run bench -- page [--loads 20] [--only KIND]`
 */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { wordScriptsFor } from '../../extension/keeper/fill/words-for.ts'
import { pageUrl } from '../desk.ts'
import { newFiller } from '../filler.ts'
import { registeredPages } from '../journeys/fixtures.ts'
import * as people from '../people.ts'
import { ownPages } from './own-pages.ts'
import { keepQuiet } from './quiet.ts'
import { isPressed, kinds, serveHeavyPages } from './heavy-pages.ts'
import { costOf, median, plainBrowser } from './page-load.ts'
import type { Cost } from './page-load.ts'

const argument = (name: string) => process.argv[process.argv.indexOf(name) + 1]
const loads = process.argv.includes('--loads') ? Number(argument('--loads')) : 20
const only = process.argv.includes('--only') ? argument('--only') : ''
/** Milliseconds over the empty extension's own figure that a page may cost. */
const allowed: Readonly<Record<string, number>> = {
  empty: 1,
  login: 5,
  'login, focused': 5,
  'login, first key': 5,
  'login, first key, of no language': 5,
  '5,000 nodes, 200 inputs': 3,
  '1,000 nodes a second': 2,
}

const site = await serveHeavyPages()
const [none, empty, script, filler] = await Promise.all([
  plainBrowser('nothing'),
  plainBrowser('empty extension'),
  plainBrowser('empty script'),
  newFiller(),
])
const ours = filler.desk
await filler.save({ name: 'Guichet', username: 'ines', password: 'Zibeline-6042', urls: [site.origin] })

const output = join(import.meta.dirname, '../../.output/chrome-mv3')
const size = (file: string) => statSync(join(output, file)).size
const everywhere = size('sentinel.js')
console.log(`bytes on a page without a login: locked 0, else ${String(everywhere)} (target 4,000)`)
/** With the words that a page is given which calls itself so, and sounds so. */
const withLogin = (said: string) => {
  const words = wordScriptsFor({ said, heard: said === '' ? [] : [said], letters: [0] })
  return everywhere + [...words, 'field-menu.js'].map(size).reduce((all, bytes) => all + bytes)
}
for (const said of ['en', 'fr', 'de', 'ru', 'ja', ''])
  console.log(
    `bytes where a login has the focus, ${said || 'of no language'}: ${String(withLogin(said))} (target 40,000)`,
  )

const shown = (value: number) => `${value < 0 ? '' : '+'}${value.toFixed(1)}`
async function compare(state: string): Promise<void> {
  console.log(`\n${state}, median of ${String(loads)} loads, over a browser without extensions`)
  console.log('page | main thread ms: empty, empty script, ours (target) | load ms | heap kB: the same')
  for (const kind of kinds.filter((one) => one.includes(only ?? ''))) {
    const costs: Cost[][] = [[], [], [], []]
    // The first is to warm up.
    for (let turn = 0; turn <= loads; turn += 1)
      for (const [at, { context }] of [none, empty, script, ours].entries()) {
        const cost = await costOf(context, site.addressOf('blank'), site.addressOf(kind), isPressed(kind))
        if (turn > 0) costs[at]?.push(cost)
      }
    const [without = [], ...others] = costs
    const over = (of: keyof Cost) =>
      others.map((one) => median(one.map((cost, turn) => cost[of] - (without[turn]?.[of] ?? NaN))))
    const [byEmpty = NaN, byScript = NaN, byOurs = NaN] = over('task')
    const target = byEmpty + (allowed[kind] ?? 0)
    const missed = byOurs > target ? ' MISSED' : ''
    const load = over('load').map(shown).join(', ')
    const heap = over('heap')
      .map((bytes) => shown(bytes / 1_000))
      .join(', ')
    console.log(
      `${kind} | ${shown(byEmpty)}, ${shown(byScript)}, ${shown(byOurs)} (${shown(target)})${missed} | ${load} | ${heap}`,
    )
  }
}

await compare('locked')
await filler.grant('fill')
await people.unlock(ours, filler.pin)
await settled(`${site.origin}/*`)
await compare('unlocked, fills only')
await filler.grant('edit')
await settled('http://*/*')
await compare('unlocked, may edit')

async function settled(place: string): Promise<void> {
  while (!(await registeredPages(ours)).includes(place)) await ours.page.waitForTimeout(50)
}

const asking = await ours.context.newPage()
await asking.goto(pageUrl('console.html'))
await keepQuiet(ours, asking)
const idle = await empty.context.newPage()
await idle.goto(pageUrl('popup.html'))
const turns = Math.min(loads, 20)
const plain = await ownPages({ context: empty.context, page: idle }, idle, turns)
const own = await ownPages(ours, asking, turns)
console.log('\nthe extension itself, ms | empty, ours (target)')
console.log(`worker start | ${plain.start.toFixed(0)}, ${own.start.toFixed(0)} (40)`)
console.log(`popup usable | ${plain.popup.toFixed(0)}, ${own.popup.toFixed(0)} (60)`)

await Promise.all([none.close(), empty.close(), script.close(), filler.close()])
site.close()
