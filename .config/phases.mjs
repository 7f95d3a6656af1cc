import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { ensureExtension } from './build.mjs'
import { ensureChromium } from './chromium.mjs'
import { root, tool, typescript } from './process.mjs'

/**
 * `files`: each file with its seconds.
 * @typedef {{ passed: number, failed: number, skipped: number, failures: string[], files: [string, number][] }} Counts
 */

/**
 * Unit or server tests, all or those of these files (parts of their paths).
 * @param {'unit' | 'server'} project
 * @param {string[]} [files]
 * @returns {Promise<Counts>}
 */
export async function runVitest(project, files = []) {
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
    files: result.testResults.map(({ name, startTime, endTime }) => [
      relative(root, name),
      (endTime - startTime) / 1000,
    ]),
  })
}

/**
 * Journeys in a real browser, all or those of these files.
 * @param {string[]} [files]
 * @returns {Promise<Counts>}
 */
export async function runJourneys(files = []) {
  await ensureChromium()
  await ensureExtension()
  const { code, result } = await withResult((file) =>
    tool(
      '@playwright/test/cli.js',
      ['test', ...files, '--config', '.config/playwright.config.ts', '--reporter', 'list,json'],
      { env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file } },
    ),
  )
  const { expected, unexpected, flaky, skipped } = result.stats
  const specs = specsOf(result.suites)
  const failures = specs.flatMap(({ ok, file, title }) => (ok ? [] : [`${file}: ${title}`]))
  const seconds = {}
  for (const { file, tests } of specs)
    for (const { duration } of tests.flatMap(({ results }) => results))
      seconds[file] = (seconds[file] ?? 0) + duration / 1000
  return checked(code, {
    passed: expected,
    failed: unexpected + flaky,
    skipped,
    failures,
    files: Object.entries(seconds),
  })
}

const specsOf = (suites = []) => suites.flatMap(({ specs, suites }) => [...specs, ...specsOf(suites)])

/**
 * Takes each check out of a copy of the product and runs the test that stands against it.
 * @returns {Promise<Counts>} passed: checks whose test saw it
 */
export async function runMutate() {
  const { code, output } = await typescript('tests/mutate.ts', [], { tee: true })
  const [, caught, survived] = /^(\d+) caught, (\d+) survived$/m.exec(output) ?? []
  return checked(code, {
    passed: Number(caught ?? 0),
    failed: Number(survived ?? 0),
    skipped: 0,
    files: [],
    failures: Number(survived ?? 0) > 0 ? [`${survived} checks that no test misses`] : [],
  })
}

/** What a runner says by its exit code counts too: an error outside of all tests is a failure. */
const checked = (code, counts) =>
  code !== 0 && counts.failed === 0 ? { ...counts, failed: 1, failures: ['an error outside of all tests'] } : counts

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
