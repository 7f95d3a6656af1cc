import { ListFilter, SearchX, User } from 'lucide-preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import type { PersonView } from '../../messages/views.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FailureBanner } from '../../ui/failure-banner.tsx'
import { foldOnce, holdsWords } from '../../ui/fold.ts'
import { List } from '../../ui/list.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { navigate } from '../../ui/router.ts'
import { RowText } from '../../ui/row-text.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { common } from '../../words/common.ts'
import { peopleWords } from '../../words/console-people.ts'
import { consoleWords } from '../../words/console.ts'
import { peopleListWords } from '../../words/people-list.ts'
import {
  countParts,
  everybody,
  filterPeople,
  orderPeople,
  peopleColumns,
  type KeysOf,
  type PeopleFilter,
  type PeopleOrder,
} from '../state/people-list.ts'
import { pathTo } from '../state/screens.ts'
import { useKeyUse } from '../state/use-key-use.ts'
import { may, people, teamAt, unlocked } from '../state/world.ts'
import { ColumnHead } from '../parts/column-head.tsx'
import { PeopleFilters } from './people-filters.tsx'

const searched = foldOnce(({ name, email }: PersonView) => `${name ?? ''} ${email ?? ''}`)

const few = peopleColumns.filter((column) => column !== 'keys' && column !== 'unlock')
/** The widths of the columns, without and with keys and last unlock. */
const FEW = 'minmax(0, 3fr) minmax(0, 3fr) minmax(0, 1fr)'
const ALL = 'minmax(0, 4fr) minmax(0, 4fr) 7rem 3.5rem 8rem'

type PeopleListProps = {
  readonly selected: string | null
  /** The filter that the list begins with. */
  readonly start?: PeopleFilter
}

/** Everybody: searched, filtered and sorted; with columns where there is room for them. */
export function PeopleList({ selected, start = everybody }: PeopleListProps) {
  const [typed, setTyped] = useState('')
  const [filter, setFilter] = useState(start)
  const [order, setOrder] = useState<PeopleOrder>({ by: 'name', backwards: false })
  const [isFiltering, setFiltering] = useState(countParts(start) > 0)
  const { use, failed } = useKeyUse(may.value.remove)
  const t = peopleListWords()
  const all = people.value
  const found = useMemo(() => {
    const passing = filterPeople(all, filter, use, Date.now())
    // Nothing is folded before somebody types: ten thousand names take as long as a list may until its first rows.
    if (typed.trim() === '') return passing
    const holds = holdsWords(typed)
    return passing.filter((person) => holds(searched(person)))
  }, [all, filter, use, typed])
  useEffect(() => {
    const waits = requestIdleCallback(() => {
      for (const person of all) searched(person)
    })
    return () => {
      cancelIdleCallback(waits)
    }
  }, [all])
  const rows = useMemo(() => orderPeople(found, order, use), [found, order, use])
  const parts = countParts(filter)
  return (
    <div class="c-cols" style={{ '--cols': use === null ? FEW : ALL }}>
      <div class="c-filter c-cols-search">
        <SearchField label={peopleWords().filterPeople} value={typed} onInput={setTyped} />
        <Button
          icon={ListFilter}
          aria-expanded={isFiltering}
          onClick={() => {
            setFiltering(!isFiltering)
          }}
        >
          {parts > 0 ? t.filtersOn(parts) : t.filters}
        </Button>
      </div>
      {isFiltering && (
        <PeopleFilters filter={filter} onFilter={setFilter} order={order} onOrder={setOrder} knowsKeys={use !== null} />
      )}
      {failed !== null && (
        <div class="c-filter">
          <FailureBanner code={failed} />
        </div>
      )}
      {rows.length === 0 ? (
        <EmptyState icon={SearchX} title={typed === '' ? t.nobody : peopleWords().noMatch(typed)} />
      ) : (
        <>
          <ColumnHead
            columns={use === null ? few : peopleColumns}
            labelOf={(column) => t.columns[column]}
            order={order}
            onOrder={setOrder}
          />
          <div class="c-rows">
            <List
              label={consoleWords().people}
              rows={rows}
              idOf={({ member }) => member}
              render={(person) => <Row person={person} keys={use === null ? null : (use.get(person.member) ?? none)} />}
              onEnter={({ member }) => {
                navigate(pathTo({ at: 'person', member }))
              }}
              selected={selected}
            />
          </div>
        </>
      )}
      <p class="c-more" role="status">
        {t.shown(rows.length, all.length)}
      </p>
    </div>
  )
}

const none: KeysOf = { keys: 0, usedAt: null }

/** `keys`: null where that is not known here. */
function Row({ person, keys }: { readonly person: PersonView; readonly keys: KeysOf | null }) {
  const teams = teamsOf(person)
  const role = common().roles[person.role]
  return (
    <div class="c-cols-row">
      <span class="c-col">
        <RowText icon={User} name={nameIn(person)} under={person.email}>
          {person.role !== 'member' && (
            <span class="c-narrow">
              <Badge>{role}</Badge>
            </span>
          )}
        </RowText>
      </span>
      <span class="c-col ui-cut" title={teams}>
        {teams}
      </span>
      <span class="c-col">{role}</span>
      {keys !== null && (
        <>
          <span class="c-col c-col-number">{keys.keys}</span>
          <span class="c-col">
            {keys.usedAt === null ? peopleListWords().never : <RelativeTime time={keys.usedAt} />}
          </span>
        </>
      )}
    </div>
  )
}

function teamsOf({ teams, unseen }: PersonView): string {
  const t = peopleWords()
  const names = teams.flatMap((team) => teamAt(team)?.name ?? [])
  return [...names, ...(unseen.teams > 0 ? [t.unseenTeams(unseen.teams)] : [])].join(', ') || t.inNoTeam
}

function nameIn({ member, name }: PersonView): string {
  const t = peopleWords()
  if (name === null) return t.unnamed
  return member === unlocked.value?.me.member ? `${name} (${t.you})` : name
}
