import { useState } from 'preact/hooks'
import { CalendarClock, CalendarX2, Pencil, UserRoundPlus, X } from 'lucide-preact'
import type { FolderView, GrantView } from '../../messages/views.ts'
import { Badge, LevelChip } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { common } from '../../words/common.ts'
import { folderWords } from '../../words/console-folders.ts'
import { recoveryWords } from '../../words/recovery.ts'
import { DetailHead } from '../parts/detail-head.tsx'
import { FolderAccess } from './folder-access.tsx'
import { GrantDialog } from './grant-dialog.tsx'
import { Who } from '../parts/who.tsx'
import { sayDates } from '../state/dates.ts'
import { accessRows, inheritedBy, mayGive, unseenAbove, type AccessRow } from '../state/access.ts'
import { pathTo } from '../state/screens.ts'
import { openReview } from '../state/sheet.ts'
import { hasLevel, unlocked } from '../state/world.ts'

/** Who has access to this folder, granted here or on a parent folder, and the acts that change it. */
export function AccessPanel({ folder }: { readonly folder: FolderView }) {
  const [granting, setGranting] = useState<GrantView | 'new' | null>(null)
  const t = folderWords()
  const inherited = inheritedBy(folder)
  const unseen = unseenAbove(folder)
  const alone = hasLevel(folder, 'manage') && folder.grants.length + inherited.length + unseen === 0
  return (
    <>
      <DetailHead
        title={t.access}
        above={pathTo({ at: 'folder', folder: folder.folder })}
        acts={
          hasLevel(folder, 'manage') &&
          folder.personal === null &&
          folder.closed === 'no' && (
            <Button
              icon={UserRoundPlus}
              onClick={() => {
                setGranting('new')
              }}
            >
              {t.grant}
            </Button>
          )
        }
      >
        <p class="c-soft">{folder.personal === null ? t.accessHint : recoveryWords().yoursHint}</p>
      </DetailHead>
      <div class="c-pad">
        {alone && <p>{t.nobody}</p>}
        <ul class="c-grants" aria-label={t.accessTo(folder.name)}>
          {accessRows(folder, inherited).map((row) => (
            <Grant
              key={`${row.from?.folder ?? ''}/${row.strongest.to.id}/${row.strongest.state}`}
              folder={folder}
              row={row}
              onChange={setGranting}
            />
          ))}
        </ul>
        {unseen > 0 && <p class="c-soft">{t.unseenAbove(unseen)}</p>}
        {folder.personal === null && <FolderAccess folder={folder} />}
      </div>
      {granting !== null && (
        <GrantDialog
          folder={folder}
          start={granting === 'new' ? null : granting}
          onClose={() => {
            setGranting(null)
          }}
        />
      )}
    </>
  )
}

const underOf = (grant: GrantView, where: string): string => {
  const dates = sayDates(grant)
  return dates === null ? where : `${where}, ${dates}`
}

/** Says that a grant with dates has not begun, or is over; nothing for a current grant. */
function GrantState({ grant }: { readonly grant: GrantView }) {
  const t = folderWords()
  if (grant.state === 'current') return null
  return grant.state === 'over' ? (
    <Badge icon={CalendarX2}>{t.grantOver}</Badge>
  ) : (
    <Badge icon={CalendarClock}>{t.grantToCome}</Badge>
  )
}

type GrantProps = {
  readonly folder: FolderView
  readonly row: AccessRow
  readonly onChange: (grant: GrantView) => void
}

/** A team or a person with their highest level and its reason; a lower grant on this folder itself is named after it. */
function Grant({ folder, row: { name, strongest, from, own }, onChange }: GrantProps) {
  const t = folderWords()
  const grant = own ?? strongest
  const me = grant.to.kind === 'member' && grant.to.id === unlocked.value?.me.member
  const where = underOf(strongest, from === null ? t.directly : t.through(from.name))
  const lower = own !== null && own !== strongest
  const under = lower ? `${where} · ${underOf(own, t.alsoHere(common().levels[own.level]))}` : where
  return (
    <li>
      <Who kind={grant.to.kind} name={name} under={under} />
      <GrantState grant={strongest} />
      <LevelChip level={strongest.level} />
      {own !== null && folder.personal === null && mayGive(folder, own.level) && (
        <span class="c-grant-acts">
          {!me && folder.closed === 'no' && (
            <IconButton
              icon={Pencil}
              label={t.changeLevelFor(name)}
              onClick={() => {
                onChange(grant)
              }}
            />
          )}
          <IconButton
            icon={X}
            label={t.revokeFor(name)}
            danger
            onClick={() => void openReview({ do: 'revoke', folder: folder.folder, to: grant.to })}
          />
        </span>
      )}
    </li>
  )
}
