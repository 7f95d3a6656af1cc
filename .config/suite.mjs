import { runChecks } from './checks.mjs'
import { runJourneys, runMutate, runVitest } from './phases.mjs'

const phases = {
  check: () => runChecks({ behind: true }),
  unit: () => runVitest('unit'),
  server: () => runVitest('server'),
  journeys: () => runJourneys(),
}
const wholePhases = { ...phases, mutate: runMutate }
/** The checks run beside the journeys, on what these leave of the processor: a fifth. */
const turns = [['unit'], ['server'], ['check', 'journeys'], ['mutate']]

/**
 * Every phase, or only those named; then a table of them, what failed by name, and on the last line the sum.
 * @param {string[]} names of phases: check, unit, server, journeys
 * @returns {Promise<number>} exit code: 0 only if something passed and nothing failed
 */
export const runSuite = (names) => runPhases(phases, names)

/**
 * The same with every matrix whole (each byte, language, zoom, hostile page, real page; thousands of random lies), and the checks
 * taken out one by one.
 * @param {string[]} names of phases, besides those of `runSuite` also mutate
 * @returns {Promise<number>} exit code
 */
export function runWhole(names) {
  process.env.CLOISON_WHOLE = 'yes'
  process.env.CLOISON_SEED ??= String(Date.now() % 2 ** 31)
  console.log(`The same random cases once more: CLOISON_SEED=${process.env.CLOISON_SEED} npm run test:whole`)
  return runPhases(wholePhases, names)
}

async function runPhases(all, names) {
  const unknown = names.filter((name) => !(name in all))
  if (unknown.length > 0)
    throw new Error(`There is no phase ${unknown.join(', ')}; say of ${Object.keys(all).join(', ')}.`)
  const isChosen = (name) => name in all && (names.length === 0 || names.includes(name))
  const rows = []
  for (const together of turns)
    rows.push(...(await Promise.all(together.filter(isChosen).map((name) => runPhase(name, all[name])))))
  const sum = (key) => rows.reduce((total, row) => total + row[key], 0)
  printTable(rows)
  // Once more by name, where a reader of the last lines looks: a phase's own words are thousands of lines above.
  for (const failure of rows.flatMap(({ failures }) => failures)) console.log(`✘ ${failure}`)
  const skipped = sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : ''
  console.log(`${sum('passed')} passed, ${sum('failed')} failed${skipped}`)
  return sum('failed') === 0 && sum('passed') > 0 ? 0 : 1
}

/** A phase that crashes counts as one failure; so does one that found nothing to run. */
async function runPhase(name, phase) {
  const since = performance.now()
  const row = (counts) => ({ name, seconds: (performance.now() - since) / 1000, ...counts })
  try {
    const counts = await phase()
    if (counts.passed + counts.failed + counts.skipped === 0) throw new Error(`${name}: no test was found`)
    return row(counts)
  } catch (error) {
    console.log(error.message)
    return row({ passed: 0, failed: 1, skipped: 0, failures: [name], files: [] })
  }
}

/** A line a phase with its time, and below it the files that took longest. */
function printTable(rows) {
  console.log('\nphase      passed  failed  skipped  seconds')
  for (const { name, passed, failed, skipped, seconds, files } of rows) {
    const cells = [
      [passed, 8],
      [failed, 8],
      [skipped, 9],
      [seconds.toFixed(1), 9],
    ]
    console.log(name.padEnd(9) + cells.map(([value, width]) => String(value).padStart(width)).join(''))
    const slowest = files.sort(([, one], [, other]) => other - one).slice(0, 3)
    for (const [file, took] of slowest) console.log(`  ${took.toFixed(1).padStart(6)}  ${file}`)
  }
  // Since the command began: with packages installed and the extension built.
  console.log(`all${(performance.now() / 1000).toFixed(1).padStart(40)}\n`)
}
