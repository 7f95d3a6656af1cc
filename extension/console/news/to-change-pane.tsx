import { useState } from 'preact/hooks'
import { RectangleEllipsis, SearchX } from 'lucide-preact'
import { ask } from '../../messages/ask.ts'
import type { ToChangeRow } from '../../messages/to-change-view.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { foldOnce, holdsWords } from '../../ui/fold.ts'
import { FailureBanner } from '../../ui/failure-banner.tsx'
import { List } from '../../ui/list.tsx'
import { navigate } from '../../ui/router.ts'
import { SearchField } from '../../ui/search-field.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { peopleWords } from '../../words/console-people.ts'
import { toChangeWords } from '../../words/to-change.ts'
import { SectionHead } from '../parts/section-head.tsx'
import { sayWhyToChange } from '../state/say-why-to-change.ts'
import { pathTo } from '../state/screens.ts'
import { useAsked } from '../state/use-asked.ts'

/** P7: the passwords that somebody could use who lost access since they were set. A new password takes a login off the list. */
export function ToChangePane() {
  const t = toChangeWords()
  const asked = useAsked(() => ask('items.to-change', null), '')
  return (
    <>
      <SectionHead title={t.title} />
      {asked.state === 'asking' && <Counting />}
      {asked.state === 'failed' && (
        <div class="c-pad">
          <FailureBanner code={asked.code} />
        </div>
      )}
      {asked.state === 'known' && <Rows rows={asked.value.rows} />}
    </>
  )
}

function Counting() {
  return (
    <>
      <p class="c-more" role="status">
        {toChangeWords().counting}
      </p>
      <Skeleton />
    </>
  )
}

/** Folder by folder, since one client is seen to at a time; the folder with the newest loss first. */
function byFolder(rows: readonly ToChangeRow[]): ToChangeRow[] {
  const groups = new Map<string, ToChangeRow[]>()
  for (const row of rows) groups.set(row.folder, [...(groups.get(row.folder) ?? []), row])
  return [...groups.values()].flatMap((group) => group.sort((one, other) => one.name.localeCompare(other.name)))
}

const searched = foldOnce(({ name, username, path, why }: ToChangeRow) =>
  [name, username, ...path, ...why.who].join(' '),
)

function Rows({ rows }: { readonly rows: readonly ToChangeRow[] }) {
  const t = toChangeWords()
  const [typed, setTyped] = useState('')
  if (rows.length === 0)
    return (
      <EmptyState icon={RectangleEllipsis} title={t.noneTitle}>
        {t.noneHint}
      </EmptyState>
    )
  const holds = holdsWords(typed)
  const found = byFolder(rows).filter((row) => holds(searched(row)))
  return (
    <>
      <div class="c-filter">
        <SearchField label={t.filter} value={typed} onInput={setTyped} />
      </div>
      {found.length === 0 ? (
        <EmptyState icon={SearchX} title={peopleWords().noMatch(typed)} />
      ) : (
        <div class="c-rows">
          <List
            label={t.title}
            rows={found}
            idOf={({ item }) => item}
            rowHeight={76}
            render={(row) => <Row row={row} />}
            onEnter={({ folder, item }) => {
              navigate(pathTo({ at: 'item', folder, item }))
            }}
          />
        </div>
      )}
    </>
  )
}

function Row({ row: { name, username, path, why } }: { readonly row: ToChangeRow }) {
  const where = path.join(' › ')
  const whose = username === '' ? '' : ` · ${username}`
  const sentence = sayWhyToChange(why)
  return (
    <span class="ui-row-text">
      <RectangleEllipsis size={16} aria-hidden="true" />
      <span class="ui-row-lines">
        <span class="ui-cut" title={`${name}${whose}`}>
          {name}
          <span class="c-soft">{whose}</span>
        </span>
        <span class="ui-row-under ui-cut" title={where}>
          {where}
        </span>
        <span class="ui-row-under ui-cut" title={sentence}>
          {sentence}
        </span>
      </span>
    </span>
  )
}
