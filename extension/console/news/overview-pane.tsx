import type { ComponentChildren } from 'preact'
import { ChevronRight, CircleCheck } from 'lucide-preact'
import { EmptyState } from '../../ui/empty-state.tsx'
import { language } from '../../words/language.ts'
import { overviewWords } from '../../words/overview.ts'
import { SectionHead } from '../parts/section-head.tsx'
import { pathTo, screen } from '../state/screens.ts'
import { useKeyUse } from '../state/use-key-use.ts'
import { may, toChangeCount } from '../state/world.ts'
import { countGroups, type CountGroup, type CountRow } from './overview-rows.ts'
import './overview.css'

type OverviewPaneProps = {
  /** The acts that somebody begins a day with. */
  readonly acts?: ComponentChildren
  /** What can be decided right here, above the counts. */
  readonly first?: ComponentChildren
}

/** The first screen of who decides: what waits for them, what ends soon, and what is worth a look; each count leads to its list. */
export function OverviewPane({ acts, first }: OverviewPaneProps) {
  const t = overviewWords()
  const { use, failed } = useKeyUse(may.value.remove)
  const { mine, others } = countGroups(Date.now(), use)
  const isCounting = toChangeCount.value === null
  return (
    <>
      <SectionHead title={t.title} acts={acts} />
      {first}
      <div class="c-overview">
        {mine.rows.length > 0 && <Group group={mine} />}
        {mine.rows.length === 0 && !isCounting && (
          <EmptyState icon={CircleCheck} title={t.calmTitle}>
            {t.calmHint}
          </EmptyState>
        )}
        {isCounting && (
          <p class="c-soft" role="status">
            {t.counting}
          </p>
        )}
        {others
          .filter(({ rows }) => rows.length > 0)
          .map((group) => (
            <Group key={group.title} group={group} />
          ))}
        {failed !== null && <p class="c-soft">{t.keysUnknown}</p>}
        <p class="c-overview-scope">{t.scope}</p>
      </div>
    </>
  )
}

function Group({ group: { title, rows } }: { readonly group: CountGroup }) {
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {rows.map((row) => (
          <Count key={row.to + row.says} row={row} />
        ))}
      </ul>
    </section>
  )
}

function Count({ row: { count, says, hint, to } }: { readonly row: CountRow }) {
  return (
    <li>
      <a class="c-count" href={`#${to}`} aria-current={pathTo(screen.value) === to ? 'true' : undefined}>
        <strong>{new Intl.NumberFormat(language.value).format(count)}</strong>{' '}
        <span>
          {says}
          {hint !== null && <span class="c-soft"> {hint}</span>}
        </span>
        <ChevronRight size={16} aria-hidden="true" />
      </a>
    </li>
  )
}
