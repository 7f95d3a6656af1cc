/**
 * What trust in the ledger costs, measured in one run with the shipped keeper against a real server, in Node and in a
 * page of Chromium. Bytes and wraps are exact, and decide the exit code; times are of this machine, beside what it needs at the
 * same place, right after, for one seal and one signature.
 * `npm run bench -- trust [--small]`
 */
import { fileURLToPath } from 'node:url'
import { cpus } from 'node:os'
import { chromium } from 'playwright'
import { ensureChromium } from '../../.config/chromium.mjs'
import { stateOf } from '../../extension/keeper/vault/vault.ts'
import { get } from '../../shared/bytes/table.ts'
import type { MemberId } from '../../shared/bytes/ids.ts'
import { hire, need, newFolder, newOrg, save } from '../../tests/headless/org.ts'
import { refresh, sign } from '../../tests/headless/person.ts'
import type { Person } from '../../tests/headless/person.ts'
import { bundle } from '../pages/bundle.ts'
import { growLedger } from './big-ledger.ts'
import { benchDesk } from './desk.ts'
import type { Kept, Opened } from './desk.ts'
import { fairness } from './fairness.ts'
import { grantSubtree } from './grant-subtree.ts'
import { storeLedger } from './store-ledger.ts'
import { countingWire } from './wire.ts'

const small = process.argv.includes('--small')
const sizes = small
  ? { people: 300, teams: 20, folders: 60, grants: 120, removals: 50, withKeys: 100 }
  : { people: 5_000, teams: 300, folders: 1_000, grants: 2_000, removals: 1_500, withKeys: 1_500 }
const granted = small ? 20 : 200
const below = small ? 100 : 1_000
const mostSent = 3_000_000
/** ms that the reference machine, on which the targets were set, needs for one: so a ratio is the same everywhere. */
const reference = { Node: { seal: 2.6, verify: 0.12 }, Chromium: { seal: 0.8, verify: 0.05 } }

type Row = { what: string; target: string; measured: string; missed: boolean }
const rows: Row[] = []
const note = (what: string, target: string, measured: string, missed = false) => {
  rows.push({ what, target, measured, missed })
  console.log(`${missed ? 'MISSED ' : ''}${what} | ${target} | ${measured}`)
}
const seconds = (ms: number) => `${(ms / 1_000).toFixed(2)} s`
async function keptBy({ desk }: Person): Promise<Kept> {
  const { privateKey, publicKey } = need(await desk.sessionKey.get())
  const sessionKey = { privateKey: await crypto.subtle.exportKey('jwk', privateKey), publicKey }
  return { local: [...desk.kept.local], session: [...desk.kept.session], sessionKey }
}

// The key of a session cannot be exported, and here it must go into another process: in this one alone, all can.
const generate = crypto.subtle.generateKey.bind(crypto.subtle)
crypto.subtle.generateKey = ((algorithm: AlgorithmIdentifier, _: boolean, uses: KeyUsage[]) =>
  generate(algorithm, true, uses)) as typeof generate

const { stack, owner } = await newOrg()
const { person: other, member: author } = await hire(stack, owner, 'Bo', 'owner')
console.log(`${String(cpus().length)} cores, Node ${process.version}`)

// A whole organisation's years, signed by the other owner; a few folders and logins of this one's.
const home = await newFolder(owner, 'Siège')
await save(owner, home, 'Portail')
await refresh(other)
const grown = await growLedger(stateOf(vaultOf(other)), author, vaultOf(other).keys.sign, sizes)
await storeLedger(stack, grown)
const wire = await countingWire(Number(new URL(stack.origin).port))

// A team of 1,500 with 200 folders, by this owner's own desk.
await refresh(owner)
const team = need((await sign(owner, { do: 'create-team', name: 'Plateau', home })).team)
const people = grown.keyed.slice(0, sizes.withKeys - 1)
await sign(owner, { do: 'set-members', team, added: people, removed: [] })
for (let i = 0; i < granted; i++) {
  const folder = await newFolder(owner, `Client ${String(i + 1)}`)
  await sign(owner, { do: 'grant', folder, to: { kind: 'team', id: team }, level: 'fill' })
}

function vaultOf({ keeper }: Person) {
  return keeper.needOpen().vault
}
const countOf = (entries: number) => `ledger of ${entries.toLocaleString('en')} entries`

type Runner = {
  /** `known`: with the person's own receipt for its head; else every signature is checked. */
  cold(known: boolean): Promise<Opened>
  wake(): Promise<Opened>
  unit(): ReturnType<typeof fairness>
  remove(member: MemberId): Promise<{ review: number; sign: number; rekeys: { teams: number; folders: number } }>
}
/** How many of one thing a time is, here and where the target was set. */
const ratio = (ms: number, count: number, unit: number) => (ms / (count * unit)).toFixed(2)

async function measure(where: keyof typeof reference, desk: Runner, leaver: MemberId) {
  const cold = await desk.cold(false)
  const atFirst = await desk.unit()
  const known = await desk.cold(true)
  const claims = cold.entries + 2 * sizes.people
  note(
    `${where}: cold, ${countOf(cold.entries)}, ${String(cold.folders)} folders, ${String(cold.people)} people`,
    `2 s, ${ratio(2_000, claims, reference[where].verify)} on the reference machine`,
    `${seconds(cold.ms)}, ${ratio(cold.ms, claims, atFirst.verify)} of its ${String(claims)} signatures one by one, at ${atFirst.verify.toFixed(3)} ms`,
  )
  note(
    `${where}: cold, on a new desk of somebody who has verified it before`,
    '2 s',
    `${seconds(known.ms)}, ${(known.ms / cold.ms).toFixed(2)} of the first`,
  )
  const woken = await desk.wake()
  note(
    `${where}: worker wakes, signatures not checked again`,
    '',
    `${seconds(woken.ms)}, ${(woken.ms / cold.ms).toFixed(2)} of cold`,
  )
  await wire.take()
  const { review, sign: signed, rekeys } = await desk.remove(leaver)
  const atLast = await desk.unit()
  const sent = await wire.take()
  const seals = people.length + 2 * granted
  const whole = rekeys.teams === 1 && rekeys.folders === granted
  note(
    `${where}: one of ${String(people.length + 1)} removed, ${String(granted)} folders granted to the team`,
    `5 s, ${ratio(5_000, seals, reference[where].seal)} on the reference machine`,
    `${seconds(signed)}, ${ratio(signed, seals, atLast.seal)} of its ${String(seals)} seals one by one, at ${atLast.seal.toFixed(2)} ms; review ${seconds(review)}`,
    !whole,
  )
  note(`${where}: sent for it, all requests`, 'under 3 MB', `${(sent / 1e6).toFixed(2)} MB`, sent >= mostSent)
}

// Otherwise left within the minutes that ten thousand desks share.
vaultOf(owner).forkWatch.left = { hash: stateOf(vaultOf(owner)).head.hash, due: 0 }
await refresh(owner)
const [inNode, inChromium] = [need(people[0]), need(people[1])]
await measure('Node', { ...benchDesk(await keptBy(owner), wire.origin), unit: fairness }, inNode)
await owner.keeper.run(() => owner.keeper.refresh())
const afterOne = get(stateOf(vaultOf(owner)).teams, team)
note(
  'after it, the team is new, in one entry',
  'generation 2',
  `generation ${String(afterOne?.generations.length)}`,
  afterOne?.generations.length !== 2 || afterOne.staleSince !== null,
)

const script = await bundle(fileURLToPath(import.meta.resolve('./in-page.ts')))
const browser = await chromium.launch({ executablePath: await ensureChromium(), args: ['--no-sandbox'] })
const page = await browser.newPage({ bypassCSP: true })
await page.goto(`${wire.origin}/.cloison/open`)
await page.evaluate(script)
await page.evaluate(([kept, through]) => void (globalThis.bench = globalThis.benchDesk(kept, through)), [
  await keptBy(owner),
  wire.origin,
] as const)
await measure(
  'Chromium',
  {
    cold: (known) => page.evaluate((isKnown) => globalThis.bench.cold(isKnown), known),
    wake: () => page.evaluate(() => globalThis.bench.wake()),
    unit: () => page.evaluate(() => globalThis.fairness()),
    remove: (member) => page.evaluate((one) => globalThis.bench.remove(one), member),
  },
  inChromium,
)
await browser.close()

await refresh(owner)
const subtree = await grantSubtree(owner, home, below, team)
note(
  `a subtree of ${String(below)} folders granted to a team: wraps`,
  'exactly 1',
  String(subtree.wraps),
  subtree.wraps !== 1,
)
note('the same, bytes sent', '', `${String(subtree.bytes)} B, in ${seconds(subtree.ms)}`)

wire.close()
await stack.stop()
console.table(rows.map(({ what, target, measured }) => ({ what, target, measured })))
process.exitCode = rows.some(({ missed }) => missed) ? 1 : 0
