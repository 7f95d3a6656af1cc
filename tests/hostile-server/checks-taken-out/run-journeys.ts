import { execFile } from 'node:child_process'
import { join } from 'node:path'
import * as z from 'zod/mini'
import type { Failed, Outcome } from './run-tests.ts'

/** The parts of Playwright's JSON that are looked at; describes lie in their file. */
const error = z.object({ message: z.optional(z.string()) })
const spec = z.object({
  title: z.string(),
  ok: z.boolean(),
  tests: z.array(z.object({ results: z.array(z.object({ errors: z.array(error) })) })),
})
type Suite = { specs: z.infer<typeof spec>[]; suites?: Suite[] | undefined }
const suite: z.ZodMiniType<Suite> = z.object({
  specs: z.array(spec),
  suites: z.optional(z.array(z.lazy(() => suite))),
})
const report = z.object({ suites: z.array(suite), errors: z.array(error) })

/** Builds the extension of the tree, and runs these journeys with it in a real browser, each file once. */
export async function failedJourneys(
  tree: string,
  tests: readonly { test: string; title: string }[],
  stop: AbortSignal,
): Promise<Outcome> {
  if (tests.length === 0) return { failed: [], broken: null }
  const built = await node(tree, stop, ['.config/run.mjs', 'build'])
  if (built.code !== 0) return { failed: [], broken: `it is not built: ${built.output.slice(-300)}` }
  const titles = tests.map(({ title }) => title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const { output } = await node(tree, stop, [
    ...[join(tree, 'node_modules/@playwright/test/cli.js'), 'test', '-c', '.config/playwright.config.ts'],
    ...[...new Set(tests.map(({ test }) => test)), '-g', [...new Set(titles)].join('|'), '--reporter=json'],
  ])
  try {
    return outcomeOf(output.slice(output.indexOf('{\n')))
  } catch {
    return { failed: [], broken: `it does not run: ${output.slice(-300)}` }
  }
}

function outcomeOf(json: string): Outcome {
  const { suites, errors } = report.parse(JSON.parse(json))
  const specs = suites.flatMap(specsOf)
  const failed: Failed[] = specs
    .filter(({ ok }) => !ok)
    .map(({ title, tests }) => {
      const [first] = tests.flatMap(({ results }) => results.flatMap((one) => one.errors))
      return { title, message: plain(first?.message ?? '') }
    })
  const [broken] = errors.map(({ message }) => message ?? 'it does not run')
  return { failed, broken: broken ?? (specs.length === 0 ? 'no test has such a title' : null) }
}

const specsOf = ({ specs, suites = [] }: Suite): Suite['specs'] => [...specs, ...suites.flatMap(specsOf)]

/** Without the colours of a terminal, on one line. */
const plain = (text: string) =>
  // eslint-disable-next-line no-control-regex -- the colours begin with one
  text.replace(/\u001b\[\d+m/g, '').replace(/\s+/g, ' ')

const node = (cwd: string, signal: AbortSignal, args: string[]): Promise<{ code: number; output: string }> =>
  new Promise((resolve) => {
    // A journey that stands against a check may be one that `npm test` leaves out.
    const env = { ...process.env, CLOISON_WHOLE: 'yes' }
    execFile(process.execPath, args, { cwd, signal, env, maxBuffer: 1e8 }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : 1, output: stdout + stderr })
    })
  })
