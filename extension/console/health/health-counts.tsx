import { Copy, Files, History, ShieldAlert, ShieldCheck } from 'lucide-preact'
import type { HealthReport } from '../../messages/health-view.ts'
import { Badge } from '../../ui/badge.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { List } from '../../ui/list.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { navigate } from '../../ui/router.ts'
import { RowText } from '../../ui/row-text.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { healthWords } from '../../words/health.ts'
import { changedSince, found, healthKinds, oldFrom } from '../state/health.ts'
import type { HealthKind } from '../state/health.ts'
import { pathTo } from '../state/screens.ts'

export const healthIcons = { reused: Copy, weak: ShieldAlert, old: History, double: Files }

const olds = [90, 180, 365] as const

type Props = { readonly report: HealthReport; readonly selected: HealthKind | null }

/** How many logins each list holds, what was not checked, and what a check cannot know. */
export function HealthCounts({ report, selected }: Props) {
  const t = healthWords()
  if (report.checked === 0)
    return (
      <EmptyState icon={ShieldCheck} title={t.nothingTitle}>
        {t.nothingHint}
      </EmptyState>
    )
  return (
    <>
      <p class="c-more" role="status">
        {t.checkedMany(report.checked)} <RelativeTime time={report.at} />
        {changedSince.value > 0 && <> · {t.changed(changedSince.value)}</>}
      </p>
      <div class="c-health-kinds">
        <List
          label={t.title}
          rows={healthKinds}
          idOf={(kind) => kind}
          render={(kind) => <Count kind={kind} />}
          onEnter={(kind) => {
            navigate(pathTo({ at: 'health-list', of: kind }))
          }}
          selected={selected}
        />
      </div>
      <div class="c-pad c-health-foot">
        <SelectField
          label={t.oldFrom}
          value={String(oldFrom.value)}
          options={olds.map((days) => ({ value: String(days), label: t.days(days) }))}
          onChange={(chosen) => {
            oldFrom.value = Number(chosen)
          }}
        />
        <Unread {...report.unread} />
        <p class="c-soft">{t.limits}</p>
      </div>
    </>
  )
}

function Count({ kind }: { readonly kind: HealthKind }) {
  const t = healthWords()
  const many = found.value[kind].length
  return (
    <RowText icon={healthIcons[kind]} name={t.kinds[kind]} under={many === 0 ? t.none[kind] : t.under[kind]}>
      {many > 0 && <Badge kind={kind === 'reused' || kind === 'weak' ? 'warn' : 'neutral'}>{String(many)}</Badge>}
    </RowText>
  )
}

function Unread({ witnessed, fillOnly, refused }: HealthReport['unread']) {
  const t = healthWords().unread
  if (witnessed + fillOnly + refused === 0) return null
  return (
    <section>
      <h3>{t.title}</h3>
      <ul class="c-health-unread">
        {witnessed > 0 && <li>{t.witnessed(witnessed)}</li>}
        {fillOnly > 0 && <li>{t.fillOnly(fillOnly)}</li>}
        {refused > 0 && <li>{t.refused(refused)}</li>}
      </ul>
    </section>
  )
}
