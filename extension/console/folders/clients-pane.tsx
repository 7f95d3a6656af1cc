import { Building2, ListFilter, SearchX } from 'lucide-preact'
import { useMemo, useState } from 'preact/hooks'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { holdsWords } from '../../ui/fold.ts'
import { Link } from '../../ui/link.tsx'
import { List } from '../../ui/list.tsx'
import { navigate } from '../../ui/router.ts'
import { RowText } from '../../ui/row-text.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { dayOf } from '../../ui/time.ts'
import { archiveWords } from '../../words/archive.ts'
import { clientListWords } from '../../words/client-list.ts'
import { peopleWords } from '../../words/console-people.ts'
import { listWords } from '../../words/lists.ts'
import { peopleListWords } from '../../words/people-list.ts'
import { ColumnHead } from '../parts/column-head.tsx'
import { SectionHead } from '../parts/section-head.tsx'
import {
  clientColumns,
  clients,
  clientText,
  contractState,
  countClientParts,
  everyClient,
  filterClients,
  orderClients,
  type ClientColumn,
  type ClientRow,
} from '../state/clients.ts'
import type { HeadCount } from '../state/inside.ts'
import type { Order } from '../state/order.ts'
import { pathTo } from '../state/screens.ts'
import { archivedFolders } from '../state/world.ts'
import { ClientFilters } from './client-filters.tsx'

const WIDTHS = 'minmax(0, 5fr) minmax(0, 3fr) 14.5rem 6rem minmax(0, 3fr) 5.5rem 5.5rem'

/** Every client that somebody described: searched, filtered and sorted, with columns where there is room for them. */
export function ClientsPane() {
  const t = clientListWords()
  const archived = archivedFolders.value.length
  return (
    <>
      <SectionHead title={t.clients} />
      {clients.value.length === 0 ? (
        <EmptyState icon={Building2} title={t.noneTitle}>
          {t.noneHint}
        </EmptyState>
      ) : (
        <Clients all={clients.value} />
      )}
      {archived > 0 && (
        <p class="c-more">
          <Link to={pathTo({ at: 'archived' })}>{archiveWords().show(archived)}</Link>
        </p>
      )}
    </>
  )
}

function Clients({ all }: { readonly all: readonly ClientRow[] }) {
  const [typed, setTyped] = useState('')
  const [filter, setFilter] = useState(everyClient)
  const [order, setOrder] = useState<Order<ClientColumn>>({ by: 'name', backwards: false })
  const [isFiltering, setFiltering] = useState(false)
  const t = clientListWords()
  const now = Date.now()
  const rows = useMemo(() => {
    const holds = holdsWords(typed)
    return orderClients(
      filterClients(all, filter, now).filter((row) => holds(clientText(row))),
      order,
    )
  }, [all, filter, typed, order])
  const parts = countClientParts(filter)
  return (
    <div class="c-cols" style={{ '--cols': WIDTHS }}>
      <div class="c-filter c-cols-search">
        <SearchField label={t.filterClients} value={typed} onInput={setTyped} />
        <Button
          icon={ListFilter}
          aria-expanded={isFiltering}
          onClick={() => {
            setFiltering(!isFiltering)
          }}
        >
          {parts > 0 ? peopleListWords().filtersOn(parts) : peopleListWords().filters}
        </Button>
      </div>
      {isFiltering && <ClientFilters filter={filter} onFilter={setFilter} order={order} onOrder={setOrder} />}
      {rows.length === 0 ? (
        <EmptyState icon={SearchX} title={typed === '' ? t.noneFits : peopleWords().noMatch(typed)} />
      ) : (
        <>
          <ColumnHead
            columns={clientColumns}
            labelOf={(column) => t.columns[column]}
            order={order}
            onOrder={setOrder}
          />
          <div class="c-rows">
            <List
              label={t.clients}
              rows={rows}
              idOf={({ folder: { folder } }) => folder}
              render={(row) => <Row row={row} now={now} />}
              onEnter={({ folder: { folder } }) => {
                navigate(pathTo({ at: 'folder', folder }))
              }}
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

function Row({ row, now }: { readonly row: ClientRow; readonly now: number }) {
  const { folder, name, path, ends, sensitive, contact, logins, people } = row
  const t = clientListWords()
  const state = contractState(ends, now)
  // The last day counts to its end, so it is the day before that moment.
  const day = ends === null ? '' : dayOf(ends - 1)
  const end = state === 'over' ? t.over(day) : day
  const [firstLine = ''] = contact.split('\n')
  return (
    <div class="c-cols-row">
      <span class="c-col">
        <RowText hue={folder.hue} name={name}>
          {sensitive && (
            <span class="c-narrow">
              <Badge kind="warn">{t.high}</Badge>
            </span>
          )}
        </RowText>
      </span>
      <span class="c-col ui-cut" title={path}>
        {path}
      </span>
      <span class="c-col ui-cut" title={end}>
        {state === 'over' || state === 'soon' ? <Badge kind="warn">{end}</Badge> : end}
      </span>
      <span class="c-col">{sensitive ? <Badge kind="warn">{t.high}</Badge> : t.usual}</span>
      <span class="c-col ui-cut" title={contact}>
        {firstLine}
      </span>
      <span class="c-col c-col-number">{sayCount(logins)}</span>
      <span class="c-col c-col-number">{sayCount(people)}</span>
    </div>
  )
}

/** A number, or that it is at least that, where this person does not see all. */
const sayCount = ({ seen, more }: HeadCount) => (more ? listWords().atLeast(seen) : String(seen))
