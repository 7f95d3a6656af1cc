import { execFile } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import type { TakenOut } from './taken-out.ts'

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
type Failed = { title: string; message: string }
/** `caught` is the test that saw the attack succeed; `why` says why nothing counts as that. */
export type Verdict = { caught: Failed } | { caught: null; why: string }

/** How vitest tells that an expectation was not met; what was thrown otherwise has another name or other words. */
const isAssertion = /^(?:AssertionError: |Error: promise (?:resolved|rejected) )/

/** A test that hangs has seen nothing. */
const PATIENCE = 120_000

/**
 * Runs the test file in the tree. Caught is what a test of that S-number sees by an assertion that says what was gained: an
 * error of any other kind, of loading or of typing, is none, nor is a refusal that is only told by another code.
 */
export async function judge(tree: string, { s, test, gains }: TakenOut): Promise<Verdict> {
  const { failed, broken } = await failures(tree, test)
  const cites = new RegExp(`\\b${s}\\b`)
  const caught = failed.find(
    ({ title, message }) => cites.test(title) && isAssertion.test(message) && message.includes(gains),
  )
  if (caught !== undefined) return { caught }
  const others = failed.map(({ title, message }) => `“${title}” fails with: ${firstLine(message)}`)
  return { caught: null, why: broken ?? (others.length === 0 ? 'every test passes' : others.join('; ')) }
}

const firstLine = (message: string) => (message.split('\n')[0] ?? '').slice(0, 200)

async function failures(tree: string, test: string): Promise<{ failed: Failed[]; broken: string | null }> {
  const file = join(tree, 'mutate-result.json')
  rmSync(file, { force: true })
  const project = /^(shared|extension|verify|\.config)\//.test(test) ? 'unit' : 'server'
  const output = await vitest(tree, [
    ...['run', test, '--config', '.config/vitest.config.ts', '--project', project],
    ...['--testTimeout', String(PATIENCE), '--reporter', 'json', `--outputFile=${file}`],
  ])
  try {
    const { testResults } = result.parse(JSON.parse(readFileSync(file, 'utf8')))
    const failed = testResults
      .flatMap(({ assertionResults }) => assertionResults)
      .filter(({ status }) => status === 'failed')
      .map(({ title, failureMessages }) => ({ title, message: failureMessages?.[0] ?? '' }))
    const error = testResults.find(({ message }) => message !== undefined && message !== '')?.message
    const isBroken = failed.length === 0 && error !== undefined
    return { failed, broken: isBroken ? `it does not run: ${firstLine(error)}` : null }
  } catch {
    return { failed: [], broken: `it does not run: ${output.slice(-300)}` }
  }
}

const vitest = (cwd: string, args: string[]): Promise<string> =>
  new Promise((resolve) => {
    const script = join(cwd, 'node_modules/vitest/vitest.mjs')
    execFile(process.execPath, [script, ...args], { cwd, maxBuffer: 1e8 }, (_, stdout, stderr) => {
      resolve(stdout + stderr)
    })
  })
