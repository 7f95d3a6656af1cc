import { ArrowDown, ArrowUp, ListFilter, SearchX, User } from 'lucide-preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { ask } from '../../messages/ask.ts'
import { useAct } from '../../messages/use-act.ts'
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
  type KeyUse,
  type KeysOf,
  type PeopleColumn,
  type PeopleOrder,
} from '../state/people-list.ts'
import { pathTo } from '../state/screens.ts'
import { may, people, teamAt, unlocked } from '../state/world.ts'
import { PeopleFilters } from './people-filters.tsx'
import './people-list.css'

const searched = foldOnce(({ name, email }: PersonView) => `${name ?? ''} ${email ?? ''}`)

/** Everybody: searched, filtered and sorted; with columns where there is room for them. */
export function PeopleList({ selected }: { readonly selected: string | null }) {
  const [typed, setTyped] = useState('')
  const [filter, setFilter] = useState(everybody)
  const [order, setOrder] = useState<PeopleOrder>({ by: 'name', backwards: false })
  const [isFiltering, setFiltering] = useState(false)
  const { use, failed } = useKeyUse(may.value.remove)
  const t = peopleListWords()
  const all = people.value
  const found = useMemo(() => {
    const holds = holdsWords(typed)
    return filterPeople(all, filter, use, Date.now()).filter((person) => holds(searched(person)))
  }, [all, filter, use, typed])
  const rows = useMemo(() => orderPeople(found, order, use), [found, order, use])
  const parts = countParts(filter)
  return (
    <div class="c-people" data-keys={use !== null}>
      <div class="c-filter c-people-search">
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
          <Head order={order} onOrder={setOrder} />
          <div class="c-rows">
            <List
              label={consoleWords().people}
              rows={rows}
              idOf={({ member }) => member}
              render={(person) => <Row person={person} keys={use?.get(person.member) ?? none} />}
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

/** How many keys each has and when they last unlocked, asked anew each time that the list is opened; null for who may not know it. */
function useKeyUse(asks: boolean): { readonly use: KeyUse; readonly failed: string | null } {
  const [use, setUse] = useState<KeyUse>(null)
  const act = useAct()
  useEffect(() => {
    if (!asks) return
    act.run(async () => {
      const said = await ask('keys.use', null)
      setUse(new Map(said.map(({ member, keys, usedAt }) => [member, { keys, usedAt }])))
    })
  }, [asks])
  return { use, failed: act.failed?.code ?? null }
}

function Head({ order, onOrder }: { readonly order: PeopleOrder; readonly onOrder: (order: PeopleOrder) => void }) {
  const t = peopleListWords()
  const column = (by: PeopleColumn) => {
    const here = order.by === by
    const Arrow = order.backwards ? ArrowDown : ArrowUp
    return (
      <button
        type="button"
        class={`c-col c-col-${by}`}
        aria-label={t.sortBy(t.columns[by])}
        aria-pressed={here}
        onClick={() => {
          onOrder({ by, backwards: here && !order.backwards })
        }}
      >
        {t.columns[by]}
        {here && <Arrow size={14} aria-hidden="true" />}
      </button>
    )
  }
  return (
    <div class="c-person c-people-head">
      {column('name')}
      {column('teams')}
      {column('role')}
      {column('keys')}
      {column('unlock')}
    </div>
  )
}

function Row({ person, keys: { keys, usedAt } }: { readonly person: PersonView; readonly keys: KeysOf }) {
  const teams = teamsOf(person)
  const role = common().roles[person.role]
  return (
    <div class="c-person">
      <span class="c-col c-col-name">
        <RowText icon={User} name={nameIn(person)} under={person.email}>
          {person.role !== 'member' && (
            <span class="c-narrow">
              <Badge>{role}</Badge>
            </span>
          )}
        </RowText>
      </span>
      <span class="c-col c-col-teams ui-cut" title={teams}>
        {teams}
      </span>
      <span class="c-col c-col-role">{role}</span>
      <span class="c-col c-col-keys">{keys}</span>
      <span class="c-col c-col-unlock">
        {usedAt === null ? peopleListWords().never : <RelativeTime time={usedAt} />}
      </span>
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
