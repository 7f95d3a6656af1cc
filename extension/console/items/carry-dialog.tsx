import { useEffect, useMemo, useState } from 'preact/hooks'
import { newItemId } from '../../../shared/bytes/ids.ts'
import { ask } from '../../messages/ask.ts'
import type { MoveReview } from '../../messages/move-view.ts'
import { useAct } from '../../messages/use-act.ts'
import type { FolderView, ItemRow } from '../../messages/views.ts'
import { FailureBanner } from '../../ui/failure-banner.tsx'
import { Picker } from '../../ui/picker.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { common } from '../../words/common.ts'
import { manyWords } from '../../words/console-many.ts'
import { folderChoices } from '../state/choices.ts'
import { canEdit, folderAt, folders } from '../state/world.ts'
import { ActOverMany } from './act-over-many.tsx'
import './many.css'

type CarryDialogProps = {
  readonly as: 'move' | 'copy'
  readonly from: FolderView
  readonly rows: readonly ItemRow[]
  /** The folder that was chosen already; another can be. */
  readonly to?: FolderView | null
  readonly onClose: () => void
}

/** Moves or copies logins: to which folder, who gains and who loses access by it, then the act. */
export function CarryDialog({ as, from, rows, to: toAtFirst = null, onClose }: CarryDialogProps) {
  const [to, setTo] = useState<string | null>(toAtFirst?.folder ?? null)
  // The same at each try, so that what was done already is not done twice.
  const [fresh] = useState(() => new Map(rows.map(({ item }) => [item, newItemId()])))
  const t = manyWords()
  const choices = useMemo(
    () => folderChoices(folders.value.filter((one) => one.folder !== from.folder && canEdit(one) && !one.refused)),
    [folders.value, from.folder],
  )
  const folder = folderAt(to)
  const moves = as === 'move'
  return (
    <ActOverMany
      rows={rows}
      title={moves ? t.moveTitle : t.copyTitle}
      verb={(n) => (folder === null ? '' : moves ? t.moveTo(n, folder.name) : t.copyTo(n, folder.name))}
      ready={folder !== null}
      work={async ({ folder: source, item }) => {
        const id = fresh.get(item)
        if (folder === null || id === undefined) return null
        const { unsent } = await ask('item.carry', { as, folder: source, item, to: folder.folder, fresh: id })
        return unsent
      }}
      sayDone={moves ? t.moved : t.copied}
      onClose={onClose}
    >
      <p class="c-soft">{moves ? t.moveHint : t.copyHint}</p>
      {choices.length === 0 ? (
        <p>{t.nowhere}</p>
      ) : (
        <Picker label={t.toFolder} choices={choices} value={to} autoFocus onChange={setTo} />
      )}
      {folder !== null && <WhoGains from={from} to={folder} loses={moves} />}
    </ActOverMany>
  )
}

/** The most names of a list; the others are counted. */
const SHOWN = 8

function WhoGains({
  from,
  to,
  loses,
}: {
  readonly from: FolderView
  readonly to: FolderView
  readonly loses: boolean
}) {
  const [review, setReview] = useState<MoveReview | null>(null)
  const act = useAct()
  const t = manyWords()
  useEffect(() => {
    act.run(async () => {
      setReview(await ask('move.review', { from: from.folder, to: to.folder }))
    })
  }, [from.folder, to.folder])
  if (act.failed !== null) return <FailureBanner code={act.failed.code} />
  if (review === null) return <Skeleton />
  const lost = loses ? review.loses : []
  if (review.gains.length + lost.length === 0) return <p>{t.nobody}</p>
  return (
    <>
      {review.gains.length > 0 && <People title={t.gains(review.gains.length)} people={review.gains} />}
      {lost.length > 0 && <People title={t.loses(lost.length)} people={lost} />}
    </>
  )
}

function People({ title, people }: { readonly title: string; readonly people: MoveReview['loses'] }) {
  const t = manyWords()
  const named = people.flatMap(({ who, level }) => (who === null ? [] : [{ who, level }]))
  const unnamed = people.length - named.length
  const more = named.length - SHOWN
  return (
    <section class="c-carry-people">
      <h3>{title}</h3>
      <ul>
        {named.slice(0, SHOWN).map(({ who, level }, at) => (
          <li key={at}>
            {who} <span class="c-soft">{level === null ? t.none : common().levels[level]}</span>
          </li>
        ))}
        {more > 0 && <li class="c-soft">{common().andMore(more)}</li>}
        {unnamed > 0 && <li class="c-soft">{t.unnamed(unnamed)}</li>}
      </ul>
    </section>
  )
}
