import { HeartPulse } from 'lucide-preact'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FailureBanner } from '../../ui/failure-banner.tsx'
import { common } from '../../words/common.ts'
import { healthWords } from '../../words/health.ts'
import { SectionHead } from '../parts/section-head.tsx'
import { check, report, startCheck, stopCheck } from '../state/health.ts'
import type { HealthKind } from '../state/health.ts'
import { HealthCounts } from './health-counts.tsx'
import './health.css'

/** The check of passwords: not begun, under way, failed, or done with its counts. `selected`: the list on the right. */
export function HealthPane({ selected }: { readonly selected: HealthKind | null }) {
  const t = healthWords()
  const now = check.value
  const begin = () => void startCheck()
  return (
    <>
      <SectionHead
        title={t.title}
        acts={
          report.value !== null &&
          now.is !== 'running' && (
            <Button kind="main" icon={HeartPulse} onClick={begin}>
              {t.again}
            </Button>
          )
        }
      />
      {now.is === 'failed' && (
        <div class="c-pad">
          <FailureBanner
            code={now.code}
            act={
              <Button size="small" onClick={begin}>
                {common().retry}
              </Button>
            }
          />
        </div>
      )}
      {now.is === 'running' && <Progress done={now.done} total={now.total} />}
      {report.value !== null && <HealthCounts report={report.value} selected={selected} />}
      {report.value === null && now.is === 'never' && (
        <EmptyState
          icon={HeartPulse}
          title={t.firstTitle}
          act={
            <Button kind="main" icon={HeartPulse} onClick={begin}>
              {t.begin}
            </Button>
          }
        >
          {t.firstHint}
        </EmptyState>
      )}
    </>
  )
}

function Progress({ done, total }: { readonly done: number; readonly total: number }) {
  const t = healthWords()
  return (
    <div class="c-pad">
      <progress value={done} max={Math.max(1, total)} aria-label={t.running} />
      <p>{total === 0 ? t.running : t.progress(done, total)}</p>
      <div>
        <Button size="small" onClick={stopCheck}>
          {t.stop}
        </Button>
      </div>
    </div>
  )
}
