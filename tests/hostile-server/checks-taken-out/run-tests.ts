import { execFile } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { failedJourneys } from './run-journeys.ts'

/** The parts of vitest's JSON that are looked at. */
const result = z.object({
  testResults: z.array(
    z.object({
      message: z.optional(z.string()),
      assertionResults: z.array(
        z.object({ title: z.string(), status: z.string(), failureMessages: z.nullable(z.array(z.string())) }),
      ),
    }),
  ),
})
export type Failed = { title: string; message: string }
/** `broken` says why no test has run: a file that cannot be loaded, or a set-up that fails. */
export type Outcome = { failed: Failed[]; broken: string | null }

/** A test that hangs has seen nothing. */
const PATIENCE = 120_000

const isJourney = (test: string) => test.startsWith('e2e/journeys/')
const isUnit = (test: string) => /^(?:shared|extension|verify|\.config)\//.test(test)

/** Runs these tests in the tree, each file once, and gives those that fail. */
export async function failures(
  tree: string,
  tests: readonly { test: string; title: string }[],
  stop: AbortSignal,
): Promise<Outcome> {
  const unit = tests.filter(({ test }) => isUnit(test))
  const server = tests.filter(({ test }) => !isUnit(test) && !isJourney(test))
  const journeys = tests.filter(({ test }) => isJourney(test))
  const outcomes = [
    await run(tree, 'unit', unit, stop),
    await run(tree, 'server', server, stop),
    await failedJourneys(tree, journeys, stop),
  ]
  return {
    failed: outcomes.flatMap(({ failed }) => failed),
    broken: outcomes.find(({ broken }) => broken !== null)?.broken ?? null,
  }
}

async function run(
  tree: string,
  project: string,
  tests: readonly { test: string; title: string }[],
  stop: AbortSignal,
): Promise<Outcome> {
  if (tests.length === 0) return { failed: [], broken: null }
  const file = join(tree, 'mutate-result.json')
  rmSync(file, { force: true })
  const titles = tests.map(({ title }) => title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const output = await vitest(tree, stop, [
    ...['run', ...new Set(tests.map(({ test }) => test)), '--config', '.config/vitest.config.ts'],
    ...['--project', project, '-t', [...new Set(titles)].join('|'), '--testTimeout', String(PATIENCE)],
    ...['--reporter', 'json', `--outputFile=${file}`],
  ])
  try {
    return outcomeOf(readFileSync(file, 'utf8'))
  } catch {
    return { failed: [], broken: `it does not run: ${output.slice(-300)}` }
  }
}

function outcomeOf(json: string): Outcome {
  const { testResults } = result.parse(JSON.parse(json))
  const all = testResults.flatMap(({ assertionResults }) => assertionResults)
  const failed = all
    .filter(({ status }) => status === 'failed')
    .map(({ title, failureMessages }) => ({ title, message: failureMessages?.[0] ?? '' }))
  if (failed.length > 0) return { failed, broken: null }
  const error = testResults.find(({ message }) => message !== undefined && message !== '')?.message
  if (error !== undefined) return { failed, broken: `it does not run: ${error.slice(0, 300)}` }
  const ran = all.some(({ status }) => status === 'passed')
  return { failed, broken: ran ? null : 'no test has such a title' }
}

const vitest = (cwd: string, signal: AbortSignal, args: string[]): Promise<string> =>
  new Promise((resolve) => {
    const script = join(cwd, 'node_modules/vitest/vitest.mjs')
    // The few cases of `npm test` are enough, also where mutate is part of a whole run.
    const env = { ...process.env, CLOISON_WHOLE: 'no' }
    execFile(process.execPath, [script, ...args], { cwd, signal, env, maxBuffer: 1e8 }, (_, stdout, stderr) => {
      resolve(stdout + stderr)
    })
  })
