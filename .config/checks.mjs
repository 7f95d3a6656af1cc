import { report, tool, typescript } from './process.mjs'

const quiet = { quiet: true }
// Written by drizzle-kit.
const generated = '!server/migrations/**'

/** The longest first: two run at a time. */
const checks = {
  lint: () => tool('eslint/bin/eslint.js', ['-c', '.config/eslint.config.js', '.'], quiet),
  format: () => tool('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.', generated], quiet),
  types: () => tool('typescript/bin/tsc', ['--noEmit'], quiet),
  layers: () => typescript('.config/check-layers.ts', [], quiet),
  unused: () => tool('knip/bin/knip.js', ['-c', '.config/knip.json'], quiet),
}

/**
 * The static checks, one line each, and the findings of those that fail.
 * @returns {Promise<import('./phases.mjs').Counts>} each check counts as one
 */
export async function runChecks() {
  const sum = { passed: 0, failed: 0, skipped: 0, failures: [], files: [] }
  const left = Object.entries(checks)
  const work = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      const [name, check] = next
      const since = performance.now()
      const { code, output } = await check()
      const modules = /\d+ modules/.exec(name === 'layers' ? output : '')?.[0]
      report(code === 0, name, since, modules)
      sum[code === 0 ? 'passed' : 'failed']++
      sum.files.push([name, (performance.now() - since) / 1000])
      if (code === 0) continue
      console.log(output)
      sum.failures.push(name)
    }
  }
  await Promise.all([work(), work()])
  return sum
}
