import { Download } from 'lucide-preact'
import type { ImportProblem } from '../../import/imported.ts'
import { Button } from '../../ui/button.tsx'
import { List } from '../../ui/list.tsx'
import { importWords } from '../../words/importing.ts'
import { saveTable } from '../state/save-file.ts'
import { source } from './import-state.ts'

/** Says one problem. */
export const sayProblem = ({ code, what }: ImportProblem): string => importWords().problem[code](what)

/** Where something is: its line in a table, else its number among the entries. */
export const sayAt = (at: number): string =>
  source.value?.inLines === true ? importWords().line(at) : importWords().entry(at)

/** Where it is: the line or entry, and the login's name. */
const placeOfProblem = ({ at, name }: ImportProblem): string =>
  [at === null ? importWords().whole : sayAt(at), name].filter((one) => one !== '').join(', ')

/** Folded where there are more than this: the folders come first. */
const FEW = 20

/** What of the source is not taken over as it was, line by line. */
export function Problems() {
  const t = importWords()
  const problems = source.value?.problems ?? []
  if (problems.length === 0) return null
  const rows = problems.map((problem, index) => ({ problem, id: String(index) }))
  return (
    <details class="c-import-problems" open={problems.length <= FEW}>
      <summary>{t.problems(problems.length)}</summary>
      <div class="c-import-list" data-few={rows.length < 4}>
        <List
          label={t.problems(problems.length)}
          rows={rows}
          rowHeight={60}
          idOf={({ id }) => id}
          render={({ problem }) => (
            <div class="c-import-problem" title={sayProblem(problem)}>
              <strong>{placeOfProblem(problem)}</strong>
              <span>{sayProblem(problem)}</span>
            </div>
          )}
          onEnter={() => undefined}
        />
      </div>
      <p class="c-import-save">
        <Button size="small" icon={Download} onClick={saveProblems}>
          {t.saveProblems}
        </Button>
      </p>
    </details>
  )
}

/** Saves the list of what is not taken over as it was, without a secret. */
function saveProblems(): void {
  const { heads } = importWords()
  const rows = (source.value?.problems ?? []).map((one) => [String(one.at ?? ''), one.name, sayProblem(one)])
  saveTable('cloison-import-lines.csv', [[heads.line, heads.name, heads.why], ...rows])
}
