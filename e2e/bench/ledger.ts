/**
 * What a ledger costs whoever holds it: memory and time by its length, in shapes that somebody would choose to do harm too, and an
 * organisation of ten thousand at its end. Sizes of memory decide the exit code; times are of this machine.
 * `npm run bench -- ledger [--small]`
 */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { lengthOf, newChain } from '../../shared/ledger/replay/chain.ts'
import { replay } from '../../shared/ledger/replay/ledger.ts'
import { appendsAtTheEnd } from './ledger-appends.ts'
import { historyOf, shapes, wholeOrganisation } from './ledger-shapes.ts'

const small = process.argv.includes('--small')
const lengths = small ? [500, 1_000, 5_000] : [1_000, 10_000, 50_000]
/** Megabytes for the organisation of ten thousand; how much more an entry may cost in a ledger that is ever so long. */
const targets = { server: 150, desk: 80, growth: 1.5, append: 10 }

setFlagsFromString('--expose-gc')
const gc = runInNewContext('gc') as () => void
const mb = (bytes: number) => (bytes / 1e6).toFixed(1)
const missed: string[] = []

/** Bytes that live on after the garbage is collected, with those outside of the heap. */
function alive(): number {
  gc()
  gc()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

/** Replays entries as a desk does that verified them once: rules and links, no signatures. */
async function held(entries: readonly Uint8Array<ArrayBuffer>[]) {
  const before = alive()
  const start = performance.now()
  const { chain, refused } = await replay(newChain(), entries, { checked: entries.length })
  const ms = performance.now() - start
  if (refused !== null) throw refused
  const bytes = alive() - before
  return { chain, ms, bytes, entryBytes: entries.reduce((sum, one) => sum + one.length, 0) }
}

const rows: object[] = []
for (const [name, shape] of Object.entries(shapes)) {
  const all = await historyOf(shape, lengths.at(-1) ?? 0)
  let first: number | null = null
  for (const length of lengths) {
    const { chain, ms, bytes } = await held(all.slice(0, length))
    const each = bytes / length
    // The shortest is noise beside what a process holds anyhow.
    if (length > (lengths[0] ?? 0)) first ??= each
    if (first !== null && each > targets.growth * first)
      missed.push(`${name}: an entry costs ${(each / first).toFixed(2)} times as much`)
    rows.push({
      shape: name,
      entries: lengthOf(chain),
      'state MB': mb(bytes),
      'B an entry': Math.round(each),
      'replay s': (ms / 1_000).toFixed(2),
      'us an entry': Math.round((ms * 1_000) / length),
    })
  }
}
console.table(rows)

const length = 20_000
const entries = await historyOf(wholeOrganisation, length)
const { chain, ms, bytes, entryBytes } = await held(entries)
const { members, folders } = chain.last ?? {}
console.log(`
${String(members?.count)} members, ${String(folders?.count)} folders, ${String(lengthOf(chain))} entries of ${mb(entryBytes)} MB, replayed in ${(ms / 1_000).toFixed(2)} s:`)
const judge = (what: string, measured: number, target: number, unit: string) => {
  if (measured > target) missed.push(`${what}: ${measured.toFixed(1)} of ${String(target)} ${unit}`)
  console.log(`${what}: ${measured.toFixed(1)} ${unit}, at most ${String(target)}`)
}
judge('a server holds its state', bytes / 1e6, targets.server, 'MB')
judge('a desk holds its state and its entries', (bytes + entryBytes) / 1e6, targets.desk, 'MB')
const { append, insert, start } = await appendsAtTheEnd(length)
judge('an append at its end, over HTTP, median of fifty', append, targets.append, 'ms')
console.log(
  `beside a bare INSERT: ${insert.toFixed(1)} ms; a server that starts on it is ready after ${(start / 1_000).toFixed(1)} s`,
)
for (const one of missed) console.log(`MISSED ${one}`)
process.exitCode = missed.length > 0 ? 1 : 0
