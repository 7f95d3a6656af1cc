import { useState } from 'preact/hooks'
import { SearchX, ShieldCheck } from 'lucide-preact'
import type { HealthFinding } from '../../messages/health-view.ts'
import { Badge } from '../../ui/badge.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { fold, holdsWords } from '../../ui/fold.ts'
import { List } from '../../ui/list.tsx'
import { navigate } from '../../ui/router.ts'
import { RowText } from '../../ui/row-text.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { dayOf } from '../../ui/time.ts'
import { peopleWords } from '../../words/console-people.ts'
import { healthWords } from '../../words/health.ts'
import { DetailHead } from '../parts/detail-head.tsx'
import { found, groupSizes, report } from '../state/health.ts'
import type { HealthKind } from '../state/health.ts'
import { pathTo } from '../state/screens.ts'
import { folderAt } from '../state/world.ts'
import { healthIcons } from './health-counts.tsx'

/** The logins of one list. Each leads to where its password is changed. */
export function HealthList({ of }: { readonly of: HealthKind }) {
  const t = healthWords()
  const [typed, setTyped] = useState('')
  if (report.value === null) return null
  const all = found.value[of]
  const holds = holdsWords(typed)
  const rows = all.filter((one) => holds(fold([one.name, one.username, folderOf(one)].join('\n'))))
  return (
    <>
      <DetailHead title={t.kinds[of]} above={pathTo({ at: 'health' })}>
        <p class="c-soft">{t.means[of]}</p>
      </DetailHead>
      {all.length === 0 ? (
        <EmptyState icon={ShieldCheck} title={t.none[of]}>
          {t.noneHint}
        </EmptyState>
      ) : (
        <>
          <div class="c-filter c-health-filter">
            <SearchField label={t.filter} value={typed} onInput={setTyped} />
          </div>
          {rows.length === 0 ? (
            <EmptyState icon={SearchX} title={peopleWords().noMatch(typed)} />
          ) : (
            <div class="c-rows">
              <List
                label={t.kinds[of]}
                rows={rows}
                idOf={(one) => one.item}
                render={(one) => <Finding of={of} one={one} />}
                onEnter={({ folder, item }) => {
                  navigate(pathTo({ at: 'item', folder, item }))
                }}
              />
            </div>
          )}
        </>
      )}
    </>
  )
}

const folderOf = ({ folder }: HealthFinding) => folderAt(folder)?.name ?? ''

function Finding({ of, one }: { readonly of: HealthKind; readonly one: HealthFinding }) {
  const under = [one.username, folderOf(one)].filter((text) => text !== '').join(' · ')
  return (
    <RowText icon={healthIcons[of]} name={one.name} under={under}>
      <Badge>{sayWhy(of, one)}</Badge>
    </RowText>
  )
}

function sayWhy(of: HealthKind, { weak, since, reused, double }: HealthFinding): string {
  const t = healthWords()
  if (of === 'weak') return weak === null ? '' : t.why[weak]
  if (of === 'old') return since === null ? '' : t.since(dayOf(since))
  const group = of === 'reused' ? reused : double
  return t.group((groupSizes.value[of].get(group ?? 0) ?? 1) - 1)
}
