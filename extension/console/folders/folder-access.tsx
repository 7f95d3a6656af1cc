import { useState } from 'preact/hooks'
import { CornerDownRight, ExternalLink, User, Users } from 'lucide-preact'
import { ask } from '../../messages/ask.ts'
import type { FolderView } from '../../messages/views.ts'
import { LevelChip } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { FailureBanner } from '../../ui/failure-banner.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { navigate } from '../../ui/router.ts'
import { RowText } from '../../ui/row-text.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { accessWords } from '../../words/access.ts'
import { common } from '../../words/common.ts'
import { peopleWords } from '../../words/console-people.ts'
import { ReachList } from '../parts/reach-list.tsx'
import { headsByLevel, peopleRows, type PeopleRow } from '../state/people-rows.ts'
import { pathTo } from '../state/screens.ts'
import { sayGrant, sayWay } from '../state/say-way.ts'
import { useAsked } from '../state/use-asked.ts'
import { personAt } from '../state/world.ts'

/** From so many people on they are searched. */
const MANY = 8

/** Who can open a folder: asked for when somebody wants to see it, since most looks at a folder are for its logins. */
export function FolderAccess({ folder }: { readonly folder: FolderView }) {
  const [shown, setShown] = useState(false)
  const t = accessWords()
  return (
    <section class="c-whole-reach">
      <h3>{t.whoOpens}</h3>
      {shown ? (
        <Everybody folder={folder} />
      ) : (
        <Button
          icon={Users}
          onClick={() => {
            setShown(true)
          }}
        >
          {t.showWho}
        </Button>
      )}
    </section>
  )
}

/** The head-count, then each person once with the reason: teams open to their people. */
function Everybody({ folder: { folder } }: { readonly folder: FolderView }) {
  const asked = useAsked(() => ask('access.folder', { folder }), folder)
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const t = accessWords()
  if (asked.state === 'asking') return <Skeleton rows={3} />
  if (asked.state === 'failed') return <FailureBanner code={asked.code} />
  const { value } = asked
  const heads = value.people.length
  const byLevel = headsByLevel(value).map(({ level, heads: n }) => `${common().levels[level]} ${String(n)}`)
  if (heads === 0) return <p class="c-soft">{t.nobodyOpens}</p>
  return (
    <>
      <p role="status">
        {t.heads(heads)} <span class="c-soft">{byLevel.join(' · ')}</span>
      </p>
      <ReachList
        label={t.whoOpens}
        filter={t.filterPeople}
        typed={typed}
        onTyped={setTyped}
        long={heads > MANY}
        rows={peopleRows(value, open, typed)}
        idOf={({ id }) => id}
        depthOf={(row) => (row.is === 'team' ? 0 : row.depth)}
        isOpen={(row) =>
          row.is === 'also' || (row.is === 'person' && row.others.length === 0) ? null : open.has(row.id)
        }
        onToggle={({ id }) => {
          const next = new Set(open)
          if (!next.delete(id)) next.add(id)
          setOpen(next)
        }}
        render={(row) => <Row row={row} />}
        acts={(row, active) =>
          row.is === 'person' &&
          personAt(row.person.member) !== null && (
            <IconButton
              icon={ExternalLink}
              label={t.openPerson}
              tabIndex={active ? 0 : -1}
              onClick={() => {
                navigate(pathTo({ at: 'person', member: row.person.member }))
              }}
            />
          )
        }
      />
    </>
  )
}

function Row({ row }: { readonly row: PeopleRow }) {
  const t = accessWords()
  if (row.is === 'also') return <RowText icon={CornerDownRight} name={t.also(sayWay(row.way))} />
  if (row.is === 'team')
    return (
      <RowText icon={Users} name={`${row.way.team ?? t.aTeam} · ${t.people(row.heads)}`} under={sayGrant(row.way)}>
        <LevelChip level={row.way.level} />
      </RowText>
    )
  return (
    <RowText icon={User} name={row.person.name ?? peopleWords().unnamed} under={sayWay(row.way)}>
      <LevelChip level={row.way.level} />
    </RowText>
  )
}
