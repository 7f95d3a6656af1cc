import type { ImportProblem } from '../../import/imported.ts'
import { importWords } from '../../words/importing.ts'
import { source } from './import-state.ts'

/** More than this many are in the report alone. */
const MOST = 200

/** Says one problem. */
export const sayProblem = ({ code, what }: ImportProblem): string => importWords().problem[code](what)

/** Where it is: the line or entry, and the login's name. */
export const placeOfProblem = ({ at, name }: ImportProblem): string =>
  [at === null ? importWords().whole : importWords().line(at), name].filter((one) => one !== '').join(', ')

/** What of the source is not taken over as it was, line by line. */
export function Problems() {
  const t = importWords()
  const problems = source.value?.problems ?? []
  if (problems.length === 0) return null
  return (
    <details class="c-import-problems" open={problems.length <= 20}>
      <summary>{t.problems(problems.length)}</summary>
      <ul>
        {problems.slice(0, MOST).map((problem, index) => (
          <li key={index}>
            <span class="c-soft">{placeOfProblem(problem)}</span> {sayProblem(problem)}
          </li>
        ))}
      </ul>
      {problems.length > MOST && <p class="c-soft">{t.problemsMore(problems.length - MOST)}</p>}
    </details>
  )
}
