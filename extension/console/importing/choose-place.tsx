import { useId, useState } from 'preact/hooks'
import { Ban, CornerLeftUp, FileUp, Folder, House } from 'lucide-preact'
import { fold, holdsWords } from '../../ui/fold.ts'
import { List } from '../../ui/list.tsx'
import { RowText } from '../../ui/row-text.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { useActiveRow } from '../../ui/use-active-row.ts'
import { importWords } from '../../words/importing.ts'
import type { FolderId } from '../state/ids.ts'
import { places } from './places.ts'

/** A place that is no folder that is there. */
export type OtherPlace = 'top' | 'auto' | 'above' | 'skip'
type Row = { id: string; to: OtherPlace | { folder: FolderId }; name: string; under: string | null }

const icons = { top: House, auto: FileUp, above: CornerLeftUp, skip: Ban } as const

type ChoosePlaceProps = {
  readonly title: string
  readonly others: readonly { readonly to: OtherPlace; readonly label: string; readonly under?: string }[]
  /** Which folders that are there may be chosen; all of them unless said. */
  readonly fits?: (folder: FolderId) => boolean
  /** What is chosen now: a folder, or another place. */
  readonly now: string
  readonly onChoose: (to: Row['to']) => void
}

/** One place out of all folders and a few others: searched by path, with the keys or the pointer. */
export function ChoosePlace({ title, others, fits = () => true, now, onChoose }: ChoosePlaceProps) {
  const t = importWords()
  const [typed, setTyped] = useState('')
  const list = useId()
  const all: Row[] = [
    ...others.map(({ to, label, under }) => ({ id: to, to, name: label, under: under ?? null })),
    ...places.value
      .filter(({ folder }) => fits(folder))
      .map(({ folder, name, path }) => ({ id: folder, to: { folder }, name, under: path })),
  ]
  const holds = holdsWords(typed)
  const rows = all.filter(({ name, under }) => holds(fold(`${name} ${under ?? ''}`)))
  const enter = (id: string) => {
    const row = rows.find((one) => one.id === id)
    if (row !== undefined) onChoose(row.to)
  }
  const active = useActiveRow(
    rows.map(({ id }) => id),
    enter,
    undefined,
    now,
  )
  return (
    <div class="c-import">
      <h3>{title}</h3>
      <SearchField
        label={t.search}
        value={typed}
        autoFocus
        controls={list}
        active={active.active}
        onKeyDown={active.onKeyDown}
        onInput={setTyped}
      />
      {rows.length === 0 ? (
        <p role="status">{t.noPlace(typed)}</p>
      ) : (
        <div class="c-import-list">
          <List
            id={list}
            label={title}
            rows={rows}
            active={active}
            selected={now}
            idOf={({ id }) => id}
            render={({ to, name, under }) => (
              <RowText icon={typeof to === 'string' ? icons[to] : Folder} name={name} under={under} />
            )}
            onEnter={({ to }) => {
              onChoose(to)
            }}
          />
        </div>
      )}
    </div>
  )
}
