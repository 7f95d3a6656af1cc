import { failures } from './run-tests.ts'
import type { Failed } from './run-tests.ts'
import type { TakenOut } from './taken-out.ts'

/** `caught` is the test that saw the attack succeed, with what it saw; where there is none, `why`. */
export type Verdict = { caught: Failed } | { caught: null; why: string }

/** How vitest and Playwright tell that an expectation was not met; what was thrown otherwise has another name or other words. */
const isAssertion = /^(?:AssertionError: |Error: promise (?:resolved|rejected) |Error: (?:.*: )?expect\()/

/**
 * Runs the test in a tree without the check. Caught is what a test of that number sees by an assertion that says what was gained:
 * an error of any other kind, of loading or of typing, is none, nor is a refusal that is only told by another code.
 */
export async function judge(tree: string, { s, test, title, gains }: TakenOut, stop: AbortSignal): Promise<Verdict> {
  const { failed, broken } = await failures(tree, [{ test, title }], stop)
  const cites = new RegExp(`\\b${s}\\b`)
  const caught = failed.find(
    ({ title: of, message }) => cites.test(of) && isAssertion.test(message) && message.includes(gains),
  )
  if (caught !== undefined) return { caught }
  const others = failed.map(({ title: of, message }) => `“${of}” fails with: ${firstLine(message)}`)
  return { caught: null, why: broken ?? (others.length === 0 ? 'every test passes' : others.join('; ')) }
}

/** What an assertion says, in short. */
export const firstLine = (message: string) =>
  (message.split('\n')[0] ?? '').replace('AssertionError: ', '').replaceAll('|', '\\|').slice(0, 160)
