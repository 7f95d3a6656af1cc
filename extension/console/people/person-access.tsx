import { useState } from 'preact/hooks'
import { CornerDownRight, ExternalLink } from 'lucide-preact'
import { ask } from '../../messages/ask.ts'
import type { PersonView } from '../../messages/views.ts'
import { LevelChip } from '../../ui/badge.tsx'
import { FailureBanner } from '../../ui/failure-banner.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { navigate } from '../../ui/router.ts'
import { RowText } from '../../ui/row-text.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { accessWords } from '../../words/access.ts'
import { ownerWords } from '../../words/console-owners.ts'
import { ReachList } from '../parts/reach-list.tsx'
import { folderRows, pathOf, type FolderRow } from '../state/folder-rows.ts'
import { pathTo } from '../state/screens.ts'
import { sayWay } from '../state/say-way.ts'
import { useAsked } from '../state/use-asked.ts'
import { childrenOf, folderAt, trailTo, unlocked } from '../state/world.ts'

/** From so many folders on they are searched. */
const MANY = 8
const tree = { childrenOf, trailTo }

/** What a person can open, folded as the tree has it, each folder once with the reason; other reasons when a row is opened. */
export function PersonAccess({ person }: { readonly person: PersonView }) {
  const { member, role } = person
  const asked = useAsked(() => ask('access.person', { member }), member)
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const t = accessWords()
  const title = <h3>{member === unlocked.value?.me.member ? t.youCanOpen : t.canOpen}</h3>
  if (asked.state === 'asking')
    return (
      <>
        {title}
        <Skeleton rows={3} />
      </>
    )
  if (asked.state === 'failed')
    return (
      <>
        {title}
        <FailureBanner code={asked.code} />
      </>
    )
  const { value } = asked
  const named = value.folders.filter(({ folder }) => folderAt(folder) !== null).length
  const unseen = value.folders.length - named
  return (
    <>
      {title}
      {value.folders.length === 0 && !value.personal ? (
        <p class="c-soft">{t.opensNothing}</p>
      ) : (
        <p class="c-soft">{t.opensFolders(value.folders.length)}</p>
      )}
      {named > 0 && (
        <ReachList
          label={t.canOpen}
          filter={t.filterFolders}
          typed={typed}
          onTyped={setTyped}
          long={named > MANY}
          rows={folderRows(value, tree, open, typed)}
          idOf={({ id }) => id}
          depthOf={({ depth }) => depth}
          isOpen={(row) => (row.is === 'also' || row.inside + row.others.length === 0 ? null : open.has(row.id))}
          onToggle={({ id }) => {
            setOpen(toggled(open, id))
          }}
          render={(row) => <Row row={row} flat={typed.trim() !== ''} />}
          acts={(row, active) =>
            row.is === 'folder' && (
              <IconButton
                icon={ExternalLink}
                label={t.openFolder}
                tabIndex={active ? 0 : -1}
                onClick={() => {
                  navigate(pathTo({ at: 'access', folder: row.folder.folder }))
                }}
              />
            )
          }
        />
      )}
      {unseen > 0 && <p class="c-soft">{t.unseenFolders(unseen)}</p>}
      {value.personal && <p class="c-soft">{t.hasPersonal}</p>}
      {role !== 'member' && <p class="c-soft">{t.readsNames(ownerWords().aRole[role])}</p>}
    </>
  )
}

/** The set with the id, or without it where it was in. */
function toggled(open: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(open)
  if (!next.delete(id)) next.add(id)
  return next
}

function Row({ row, flat }: { readonly row: FolderRow; readonly flat: boolean }) {
  const t = accessWords()
  if (row.is === 'also') return <RowText icon={CornerDownRight} name={t.also(sayWay(row.way))} />
  const { folder, way, inside, depth } = row
  const under = inside > 0 ? `${sayWay(way)} · ${t.insideSame(inside)}` : sayWay(way)
  const isClient = depth === 0 && childrenOf(folder.folder).length === 0
  return (
    <RowText
      name={flat || depth === 0 ? pathOf(tree, folder) : folder.name}
      under={under}
      hue={isClient ? folder.hue : null}
    >
      <LevelChip level={way.level} />
    </RowText>
  )
}
