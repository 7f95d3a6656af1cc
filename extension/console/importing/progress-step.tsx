import { Download } from 'lucide-preact'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { FailureBanner } from '../../ui/failure-banner.tsx'
import { sayFailure } from '../../words/failures.ts'
import { importWords } from '../../words/importing.ts'
import { saveTable } from '../state/save-file.ts'
import { plan, source } from './import-state.ts'
import { loginsToMake } from './plan.ts'
import { sayAt, sayProblem } from './problems.tsx'
import { run } from './run-import.ts'
import type { Outcome } from './run-import.ts'

/** The last step: how far it is, then what became of each login. */
export function Progress() {
  const t = importWords()
  const { state, code, foldersMade, outcomes } = run.value
  const all = loginsToMake(plan.value).length
  const done = outcomes.size
  const counts = countsOf(outcomes.values())
  return (
    <div class="c-import">
      {state === 'done' && (
        <Banner kind="info" title={t.doneTitle}>
          <p>{t.destroy}</p>
        </Banner>
      )}
      {state !== 'done' && (
        <>
          <progress value={done} max={Math.max(1, all)} aria-label={t.title} />
          <p role="status">{state === 'running' && done === 0 ? t.making : t.progress(done, all)}</p>
        </>
      )}
      {(state === 'cancelled' || state === 'stopped') && <p>{t.stopped}</p>}
      {state === 'stopped' && code !== null && <FailureBanner code={code} />}
      <ul class="c-import-counts">
        {foldersMade > 0 && <li>{t.foldersMade(foldersMade)}</li>}
        <li>{t.outcome.made(counts.made)}</li>
        {counts.known > 0 && <li>{t.outcome.known(counts.known)}</li>}
        {counts.failed > 0 && <li>{t.outcome.failed(counts.failed)}</li>}
      </ul>
      {counts.failed > 0 && <Failed />}
      {state !== 'running' && (
        <p>
          <Button icon={Download} onClick={saveReport}>
            {t.saveReport}
          </Button>
        </p>
      )}
    </div>
  )
}

function countsOf(outcomes: Iterable<{ is: Outcome }>) {
  const counts = { made: 0, known: 0, failed: 0 }
  for (const { is } of outcomes) counts[is] += 1
  return counts
}

const MOST = 100

/** The logins that were not made, by line, each with why. */
function Failed() {
  const failed = [...run.value.outcomes].filter(([, { is }]) => is === 'failed').slice(0, MOST)
  return (
    <ul class="c-import-failed">
      {failed.map(([index, { code }]) => {
        const login = source.value?.logins[index]
        return (
          <li key={index}>
            <span class="c-soft">{sayAt(login?.at ?? 0)}</span> {login?.fields.name}:{' '}
            {sayFailure(code ?? 'unknown').what}
          </li>
        )
      })}
    </ul>
  )
}

/** Saves what became of each login and each thing to know, without a secret. */
function saveReport(): void {
  const t = importWords()
  const { outcomes } = run.value
  const { logins = [], problems = [] } = source.value ?? {}
  const rows = plan.value.flatMap(({ path, logins: indexes }) =>
    indexes.map((index) => {
      const { is, code } = outcomes.get(index) ?? { is: 'left' as const, code: null }
      const why = code === null ? '' : sayFailure(code).what
      return [String(logins[index]?.at ?? ''), logins[index]?.fields.name ?? '', path.join(' / '), t.outcomes[is], why]
    }),
  )
  const notes = problems.map((one) => [String(one.at ?? ''), one.name, '', t.outcomes.note, sayProblem(one)])
  const heads = [t.heads.line, t.heads.name, t.heads.folder, t.heads.outcome, t.heads.why]
  saveTable('cloison-import.csv', [heads, ...rows, ...notes])
}
