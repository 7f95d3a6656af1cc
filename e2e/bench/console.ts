/**
 * What the console costs on an organisation of 10,000 people and 20,000 logins, beside the same console on an empty organisation, in the
 * same run: until the tree is usable, until a list shows rows, from a key to the filtered list, frames while a list scrolls, the review
 * of a grant to the largest team, an import until the server has confirmed it, and the page's memory. Times are of this machine, whose
 * load is printed with them; the last column is the share of the empty one.
 * `npm run bench -- console [--members 10000] [--turns 10] [--import 20000]`
 */
import { loadavg } from 'node:os'
import type { Page } from 'playwright'
import { plainClient } from '../../shared/vault/about-client.ts'
import { need, newFolder, newOrg } from '../../tests/headless/org.ts'
import { look, refresh, sign } from '../../tests/headless/person.ts'
import type { Person } from '../../tests/headless/person.ts'
import { sizeFor } from '../../tests/seed/plan.ts'
import { startSeeded } from '../../tests/seed/seeded.ts'
import { importLogins, openLargeFolder } from './console-import.ts'
import {
  noteTree,
  typedClients,
  typedLogins,
  typedWords,
  scrollFrames,
  untilFiltered,
  untilShown,
  untilTree,
  heapOf,
} from './console-page.ts'
import { openDesk, pageUrl } from '../desk.ts'
import type { Desk } from '../desk.ts'
import * as people from '../people.ts'
import { SEATED, seatInBrowser, unlockHowever } from '../seeded.ts'
import { median, percentile } from './page-load.ts'

const argument = (name: string, usual: number) =>
  process.argv.includes(name) ? Number(process.argv[process.argv.indexOf(name) + 1]) : usual
const turns = argument('--turns', 10)
const imported = argument('--import', 20_000)
const size = sizeFor({ members: argument('--members', 10_000) })

/** The same frame with next to nothing in it: an owner, one folder that is a client, one team. */
async function openEmpty() {
  const { stack, owner } = await newOrg()
  const folder = await newFolder(owner, 'Banque')
  await sign(owner, { do: 'describe-client', folder, about: { ...plainClient(4), contact: 'Zoé' } })
  const desk = await openDesk()
  const email = 'seule@atlas.example'
  const { code } = await sign(owner, { do: 'invite', name: SEATED.name, email, role: 'owner', teams: [] })
  await people.join(desk, { code: need(code), pin: SEATED.pin })
  await letIn(owner, email)
  const { member } = need((await look(owner)).people.find((one) => one.email === email))
  await sign(owner, { do: 'grant', folder, to: { kind: 'member', id: member }, level: 'manage' })
  const team = need((await sign(owner, { do: 'create-team', name: 'Nord', home: folder })).team)
  await sign(owner, { do: 'set-members', team, added: [member], removed: [] })
  await unlockHowever(desk, SEATED.pin)
  return { desk, team, folder, stop: () => stack.stop() }
}

async function letIn(owner: Person, email: string): Promise<void> {
  await refresh(owner)
  const { invitation } = need((await look(owner)).invitations.find((one) => one.email === email))
  await sign(owner, { do: 'approve', invitation })
}

/** An owner on the large organisation, with its largest team and a folder that this team has nothing in. */
async function openLarge() {
  const seeded = await startSeeded(size)
  const desk = await seatInBrowser(seeded, 'owner')
  const { plan, kept, stack } = seeded
  const largest = plan.teams.reduce((best, { members }, i) => {
    return members.length > need(plan.teams[best]).members.length ? i : best
  }, 0)
  const top = plan.folders.findLastIndex(({ kind }) => kind === 'direction')
  const of = { team: need(kept.teams[largest]), folder: need(kept.folders[top]) }
  return { desk, ...of, stop: () => stack.stop() }
}

type Side = Awaited<ReturnType<typeof openEmpty>>

/** Milliseconds until the worker has judged a grant to this team: what the review sheet waits for. */
const reviewGrant = (page: Page, { team, folder }: Pick<Side, 'team' | 'folder'>): Promise<number> =>
  page.evaluate(
    async (input) => {
      const from = performance.now()
      const answer: { ok: boolean } = await chrome.runtime.sendMessage({ name: 'act.review', input })
      if (!answer.ok) throw new Error(`no review: ${JSON.stringify(answer)}`)
      return performance.now() - from
    },
    { do: 'grant', folder, to: { kind: 'team', id: team }, level: 'fill' },
  )

const rows = [
  ['console opened → tree usable', 400],
  ['Teams → first rows', 100],
  ['People → first rows', 100],
  ['Clients → first rows', 100],
  ['a folder → its rows', 100],
  ['key → filtered people', 16],
  ['key → filtered people, p95', 50],
  ['key → filtered logins', 16],
  ['key → filtered logins, p95', 50],
  ['key → filtered clients, p95', 50],
  ['scroll of people, frame p95', 20],
  ['review of a grant to the largest team', 300],
  ['import: file read → what goes where', NaN],
  ['import to confirmed on the server', 60_000],
  ['memory of the page, MB', 120],
] as const
type Row = (typeof rows)[number][0]

async function measure({ desk, ...side }: Side): Promise<Map<Row, number>> {
  const found = new Map<Row, number[]>(rows.map(([row]) => [row, []]))
  const note = (row: Row, ...values: number[]) => found.get(row)?.push(...values)
  const page = await desk.context.newPage()
  await page.setViewportSize({ width: 1280, height: 800 })
  // What runs in the page was compiled with names of functions kept, by a function that the page has not got.
  await page.addInitScript('globalThis.__name = (of) => of')
  await page.addInitScript(noteTree)
  // The first turn is to warm up.
  for (let turn = 0; turn <= turns; turn += 1) {
    const opened = await untilTree(page, pageUrl('console.html'))
    const teams = await untilShown(page, 'Teams')
    const all = await untilShown(page, 'People')
    const keys: number[] = []
    for (const typed of typedWords) keys.push(await untilFiltered(page, typed))
    const frames = await scrollFrames(page)
    const clients = await untilShown(page, 'Clients')
    const keysOfClients: number[] = []
    for (const typed of typedClients) keysOfClients.push(await untilFiltered(page, typed))
    const folder = await untilShown(page, null)
    const review = await reviewGrant(page, side)
    if (turn === 0) continue
    note('console opened → tree usable', opened)
    note('Teams → first rows', teams)
    note('People → first rows', all)
    note('Clients → first rows', clients)
    note('a folder → its rows', folder)
    note('key → filtered people', ...keys)
    note('key → filtered people, p95', percentile(keys, 95))
    note('key → filtered clients, p95', percentile(keysOfClients, 95))
    note('scroll of people, frame p95', percentile(frames, 95))
    note('review of a grant to the largest team', review)
  }
  note('memory of the page, MB', (await heapOf(page)) / 1e6)
  const { read, made } = await importLogins(page, imported, 'Import')
  note('import: file read → what goes where', read)
  note('import to confirmed on the server', made)
  await openLargeFolder(page, 'Import')
  for (let turn = 0; turn <= turns; turn += 1) {
    const keys: number[] = []
    for (const typed of typedLogins) keys.push(await untilFiltered(page, typed))
    if (turn === 0) continue
    note('key → filtered logins', ...keys)
    note('key → filtered logins, p95', percentile(keys, 95))
  }
  await page.close()
  return new Map([...found].map(([row, values]) => [row, median(values)]))
}

const load = () => loadavg()[0]?.toFixed(1) ?? ''
const empty = await openEmpty()
const large = await openLarge()
const loads = [load()]
const few = await measure(empty)
loads.push(load())
const many = await measure(large)
loads.push(load())
console.log(
  `${size.members.toLocaleString('en')} people, ${size.items.toLocaleString('en')} logins, ${imported.toLocaleString('en')} imported; ms, ` +
    `median of ${String(turns)}; load of this machine before, between and after: ${loads.join(', ')}`,
)
console.table(
  rows.map(([row, target]) => {
    const [here, bare] = [many.get(row) ?? NaN, few.get(row) ?? NaN]
    return {
      what: row,
      target: Number.isNaN(target) ? '' : target,
      here: here.toFixed(1),
      empty: bare.toFixed(1),
      ratio: (here / bare).toFixed(1),
    }
  }),
)
const missed = rows.filter(([row, target]) => (many.get(row) ?? NaN) > target)
for (const [row, target] of missed) console.log(`MISSED ${row}: the target is ${String(target)}`)
const close = async ({ desk, stop }: { desk: Desk; stop: () => Promise<void> }) => {
  await desk.close()
  await stop()
}
await close(empty)
await close(large)
process.exitCode = missed.length > 0 ? 1 : 0
