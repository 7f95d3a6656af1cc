import { SearchX, Users } from 'lucide-preact'
import { useMemo, useState } from 'preact/hooks'
import { Badge } from '../../ui/badge.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { holdsWords } from '../../ui/fold.ts'
import { List } from '../../ui/list.tsx'
import { navigate } from '../../ui/router.ts'
import { RowText } from '../../ui/row-text.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { common } from '../../words/common.ts'
import { peopleWords } from '../../words/console-people.ts'
import { consoleWords } from '../../words/console.ts'
import { listWords } from '../../words/lists.ts'
import { ColumnHead } from '../parts/column-head.tsx'
import type { Order } from '../state/order.ts'
import { pathTo } from '../state/screens.ts'
import { orderTeams, teamColumns, teamRows, teamText, type TeamColumn, type TeamRow } from '../state/team-list.ts'

const WIDTHS = 'minmax(0, 3fr) 6rem 6rem minmax(0, 4fr)'

/** The teams: searched and sorted, with columns where there is room for them. */
export function TeamList({ selected }: { readonly selected: string | null }) {
  const [typed, setTyped] = useState('')
  const [order, setOrder] = useState<Order<TeamColumn>>({ by: 'name', backwards: false })
  const t = peopleWords()
  const all = teamRows.value
  const rows = useMemo(() => {
    const holds = holdsWords(typed)
    return orderTeams(
      all.filter((row) => holds(teamText(row))),
      order,
    )
  }, [all, typed, order])
  return (
    <div class="c-cols" style={{ '--cols': WIDTHS }}>
      <div class="c-filter">
        <SearchField label={t.filterTeams} value={typed} onInput={setTyped} />
      </div>
      {rows.length === 0 ? (
        <EmptyState icon={SearchX} title={t.noMatch(typed)} />
      ) : (
        <>
          <ColumnHead
            columns={teamColumns}
            labelOf={(column) => listWords().teams[column]}
            order={order}
            onOrder={setOrder}
          />
          <div class="c-rows">
            <List
              label={consoleWords().teams}
              rows={rows}
              idOf={({ team: { team } }) => team}
              render={(row) => <Row row={row} />}
              onEnter={({ team: { team } }) => {
                navigate(pathTo({ at: 'team', team }))
              }}
              selected={selected}
            />
          </div>
        </>
      )}
    </div>
  )
}

function Row({ row: { team, name, folders, more, home } }: { readonly row: TeamRow }) {
  const people = team.members.length
  return (
    <div class="c-cols-row">
      <span class="c-col">
        <RowText icon={Users} name={name} under={common().people(people)}>
          {team.stale && <Badge kind="warn">{common().states.stale}</Badge>}
        </RowText>
      </span>
      <span class="c-col c-col-number">{people}</span>
      <span class="c-col c-col-number">{more ? listWords().atLeast(folders) : folders}</span>
      <span class="c-col ui-cut" title={home ?? undefined}>
        {home ?? listWords().unseenHome}
      </span>
    </div>
  )
}
