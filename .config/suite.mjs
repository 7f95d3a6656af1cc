import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { ensureExtension } from './build.mjs'
import { runChecks } from './checks.mjs'
import { ensureChromium } from './chromium.mjs'
import { report, root, tool } from './process.mjs'

const phases = {
  check: runChecks,
  unit: () => vitest('unit'),
  server: () => vitest('server'),
  journeys: () => journeys(),
}

/**
 * Everything, or only the phases named. The last line is the sum.
 * @param {string[]} names of phases: check, unit, server, journeys
 * @returns {Promise<number>} exit code: 0 only if something passed and nothing failed
 */
export async function runSuite(names) {
  const sum = { passed: 0, failed: 0, skipped: 0 }
  const named = []
  for (const [name, phase] of Object.entries(phases)) {
    if (names.length > 0 && !names.includes(name)) continue
    const { failures, ...counts } = await counted(name, phase)
    for (const [outcome, count] of Object.entries(counts)) sum[outcome] += count
    named.push(...failures)
  }
  told(named)
  const skipped = sum.skipped > 0 ? `, ${sum.skipped} skipped` : ''
  console.log(`${sum.passed} passed, ${sum.failed} failed${skipped}`)
  return sum.failed === 0 && sum.passed > 0 ? 0 : 1
}

/**
 * The whole of what a malicious server can try: every byte, every field, thousands of random lies; the last line is the sum.
 * @returns {Promise<number>} exit code
 */
export async function runHostile() {
  process.env.CLOISON_HOSTILE = 'whole'
  process.env.CLOISON_SEED ??= String(Date.now() % 2 ** 31)
  console.log(`The same lies once more: CLOISON_SEED=${process.env.CLOISON_SEED} npm run test:hostile`)
  const sum = await counted('hostile', () => vitest('server', ['e2e/hostile-server']))
  const screens = await counted('screens', () => journeys(['hostile']))
  told([...sum.failures, ...screens.failures])
  const [passed, failed] = [sum.passed + screens.passed, sum.failed + screens.failed]
  console.log(`${passed} passed, ${failed} failed`)
  return failed === 0 && passed > 0 ? 0 : 1
}

/** Once more by name, where a reader of the last lines looks: a phase's own words are thousands of lines above. */
const told = (failures) => failures.forEach((failure) => console.log(`✘ ${failure}`))

/** A phase that crashes counts as one failure; so does one that found nothing to run. */
async function counted(name, phase) {
  const since = performance.now()
  try {
    const sum = await phase()
    if (sum.passed + sum.failed + sum.skipped === 0) throw new Error(`${name}: no test was found`)
    if (name !== 'check') report(sum.failed === 0, name, since, `${sum.passed} passed, ${sum.failed} failed`)
    return sum
  } catch (error) {
    console.log(error.message)
    report(false, name, since)
    return { passed: 0, failed: 1, skipped: 0, failures: [name] }
  }
}

async function vitest(project, files = []) {
  const { code, result } = await withResult((file) =>
    tool('vitest/vitest.mjs', [
      'run',
      ...files,
      ...['--config', '.config/vitest.config.ts', '--project', project],
      ...['--reporter', 'default', '--reporter', 'json', `--outputFile.json=${file}`],
    ]),
  )
  const failures = result.testResults.flatMap(({ name, status, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName)
    // A file that cannot be loaded has no tests that could fail.
    return failed.length > 0 || status !== 'failed' ? failed : [`cannot be loaded: ${relative(root, name)}`]
  })
  return checked(code, {
    passed: result.numPassedTests,
    failed: failures.length,
    skipped: result.numPendingTests + result.numTodoTests,
    failures,
  })
}

async function journeys(files = []) {
  await ensureChromium()
  await ensureExtension()
  const { code, result } = await withResult((file) =>
    tool(
      '@playwright/test/cli.js',
      ['test', ...files, '--config', '.config/playwright.config.ts', '--workers', '2', '--reporter', 'list,json'],
      { env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file } },
    ),
  )
  const { expected, unexpected, flaky, skipped } = result.stats
  const failures = specsOf(result.suites).flatMap(({ ok, file, title }) => (ok ? [] : [`${file}: ${title}`]))
  return checked(code, { passed: expected, failed: unexpected + flaky, skipped, failures })
}

const specsOf = (suites = []) => suites.flatMap(({ specs, suites }) => [...specs, ...specsOf(suites)])

/** What a runner says by its exit code counts too: an error outside of all tests is a failure. */
const checked = (code, sum) =>
  code !== 0 && sum.failed === 0 ? { ...sum, failed: 1, failures: ['an error outside of all tests'] } : sum

async function withResult(runner) {
  const folder = mkdtempSync(join(tmpdir(), 'cloison-result-'))
  try {
    const file = join(folder, 'result.json')
    const { code } = await runner(file)
    return { code, result: JSON.parse(readFileSync(file, 'utf8')) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
