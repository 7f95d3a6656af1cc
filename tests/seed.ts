import { sizeFrom } from './seed/arguments.ts'
import { ensureSnapshot } from './seed/seeded.ts'

// Makes an organisation to look at and measure with, and keeps it: `npm run seed -- --members 10000 --clients 200 --items 20000 --seed 1`.

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
