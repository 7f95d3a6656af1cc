import { askRegistry } from './audit.mjs'
import { report, tool, typescript } from './process.mjs'

// Written by drizzle-kit.
const generated = '!server/migrations/**'

/** The longest first: two run at a time. */
const checks = {
  lint: (options) => tool('eslint/bin/eslint.js', ['-c', '.config/eslint.config.js', '.'], options),
  format: (options) => tool('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.', generated], options),
  types: (options) => tool('typescript/bin/tsc', ['--noEmit'], options),
  layers: (options) => typescript('.config/check-layers.ts', [], options),
  unused: (options) => tool('knip/bin/knip.js', ['-c', '.config/knip.json'], options),
}

/** These wait for the network, and so stand in nobody's way. */
const asked = { advisories: () => askRegistry('advisories'), signatures: () => askRegistry('signatures') }

/**
 * The static checks, one line each, and the findings of those that fail. Where the registry does not answer, what only it can
 * say is skipped.
 * @param {{ behind?: boolean }} [options] as `run` takes them
 * @returns {Promise<import('./phases.mjs').Counts>} each check counts as one
 */
export async function runChecks(options = {}) {
  const sum = { passed: 0, failed: 0, skipped: 0, failures: [], files: [] }
  const left = Object.entries(checks)
  const work = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      const [name, check] = next
      const since = performance.now()
      const { code, output } = await check({ ...options, quiet: true })
      const modules = /\d+ modules/.exec(name === 'layers' ? output : '')?.[0]
      report(code === 0, name, since, modules)
      sum[code === 0 ? 'passed' : 'failed']++
      sum.files.push([name, (performance.now() - since) / 1000])
      if (code === 0) continue
      console.log(output)
      sum.failures.push(name)
    }
  }
  const ask = async ([name, question]) => {
    const since = performance.now()
    const { is, why, output } = await question()
    if (is === 'skipped') console.log(`- ${name} skipped: ${why}`)
    else report(is === 'passed', name, since, why)
    sum[is]++
    sum.files.push([name, (performance.now() - since) / 1000])
    if (is !== 'failed') return
    console.log(output)
    sum.failures.push(name)
  }
  await Promise.all([work(), work(), ...Object.entries(asked).map(ask)])
  return sum
}
