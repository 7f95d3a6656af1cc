import { sizeFor } from './seed/plan.ts'
import type { Size } from './seed/plan.ts'
import { ensureSnapshot } from './seed/seeded.ts'

// Makes an organisation to look at and measure with, and keeps it: `npm run seed -- --members 10000 --clients 200 --items 20000 --seed 1`.

const names = ['members', 'clients', 'items', 'seed', 'keyed'] as const

function sizeFrom(args: readonly string[]): Size {
  const said: Partial<Size> = {}
  for (let at = 0; at < args.length; at += 2) {
    const name = names.find((one) => args[at] === `--${one}`)
    const value = Number(args[at + 1])
    if (name === undefined || !Number.isInteger(value) || value < 0)
      throw new Error('Say: npm run seed -- --members 10000 [--clients 200] [--items 20000] [--seed 1] [--keyed 100]')
    said[name] = value
  }
  const { members = 10_000 } = said
  if (members < 20) throw new Error('An organisation has at least 20 members here: seven of them run it.')
  return sizeFor({ ...said, members })
}

const since = performance.now()
const seconds = () => `${((performance.now() - since) / 1_000).toFixed(0)} s`
let shown = 0
const place = await ensureSnapshot(sizeFrom(process.argv.slice(2)), (step, done, total) => {
  // A line where a step ends, and every ten seconds within it.
  const now = performance.now()
  if (done < total && now < shown + 10_000) return
  shown = now
  console.log(`${seconds().padStart(6)}  ${step}: ${String(done)} of ${String(total)}`)
})
console.log(`${seconds().padStart(6)}  kept in ${place}`)
