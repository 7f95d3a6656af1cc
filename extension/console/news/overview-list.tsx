import { ListChecks, User, Users } from 'lucide-preact'
import { Badge } from '../../ui/badge.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { List } from '../../ui/list.tsx'
import { navigate } from '../../ui/router.ts'
import { RowText } from '../../ui/row-text.tsx'
import { dayOf, relativeTo } from '../../ui/time.ts'
import { common } from '../../words/common.ts'
import { peopleWords } from '../../words/console-people.ts'
import { overviewWords } from '../../words/overview.ts'
import { DetailHead } from '../parts/detail-head.tsx'
import { Gone } from '../parts/nothing.tsx'
import { pathOf } from '../state/folder-rows.ts'
import { endingContracts, endingGrants, singleHolders, type Ending, type SingleHolder } from '../state/overview.ts'
import { pathTo } from '../state/screens.ts'
import { folders, personAt, teamAt, trailTo } from '../state/world.ts'

const WEEK = 7 * 24 * 3_600_000

/** What stands behind a count that no other screen lists. */
export function OverviewList({ list }: { readonly list: string }) {
  const now = Date.now()
  switch (list) {
    case 'contracts':
      return <Endings title={overviewWords().lists.contracts} rows={endingContracts(folders.value, now)} now={now} />
    case 'grants':
      return <Endings title={overviewWords().lists.grants} rows={endingGrants(folders.value, now)} now={now} />
    case 'single':
      return <SingleHolders rows={singleHolders(folders.value, { trailTo, teamAt })} />
    default:
      return <Gone />
  }
}

function None() {
  return <EmptyState icon={ListChecks} title={overviewWords().none} />
}

type EndingsProps = { readonly title: string; readonly rows: readonly Ending[]; readonly now: number }

function Endings({ title, rows, now }: EndingsProps) {
  return (
    <>
      <DetailHead title={title} above={pathTo({ at: 'overview' })} />
      {rows.length === 0 ? (
        <None />
      ) : (
        <div class="c-rows">
          <List
            label={title}
            rows={rows}
            idOf={({ id }) => id}
            render={(row) => <EndingRow row={row} now={now} />}
            onEnter={({ folder: { folder }, grant }) => {
              navigate(pathTo(grant === null ? { at: 'folder', folder } : { at: 'access', folder }))
            }}
          />
        </div>
      )}
    </>
  )
}

function EndingRow({ row: { folder, grant, ends }, now }: { readonly row: Ending; readonly now: number }) {
  const t = overviewWords()
  // The last day counts to its end, so it is the day before that moment.
  const day = dayOf(ends - 1)
  const isOver = ends <= now
  const date = isOver ? t.over(day) : t.ends(day)
  const when = (
    <Badge kind={ends <= now + WEEK ? 'warn' : 'neutral'} title={day}>
      {relativeTo(ends, now)}
    </Badge>
  )
  if (grant === null)
    return (
      <RowText hue={folder.hue} name={folder.name} under={date}>
        {when}
      </RowText>
    )
  const who = grant.name ?? peopleWords().unnamed
  const level = common().levels[grant.level]
  return (
    <RowText
      icon={grant.to.kind === 'team' ? Users : User}
      name={`${who}, ${level}`}
      under={`${pathOf({ trailTo }, folder)} · ${date}`}
    >
      {when}
    </RowText>
  )
}

function SingleHolders({ rows }: { readonly rows: readonly SingleHolder[] }) {
  const t = overviewWords()
  const title = t.lists.single
  const nameOf = ({ member }: SingleHolder) => personAt(member)?.name ?? peopleWords().unnamed
  return (
    <>
      <DetailHead title={title} above={pathTo({ at: 'overview' })}>
        <p class="c-soft">{t.singleHint}</p>
      </DetailHead>
      {rows.length === 0 ? (
        <None />
      ) : (
        <div class="c-rows">
          <List
            label={title}
            rows={rows}
            idOf={({ id }) => id}
            render={(row) => (
              <RowText hue={row.folder.hue} name={pathOf({ trailTo }, row.folder)} under={t.onlyBy(nameOf(row))} />
            )}
            onEnter={({ folder: { folder } }) => {
              navigate(pathTo({ at: 'access', folder }))
            }}
          />
        </div>
      )}
    </>
  )
}
