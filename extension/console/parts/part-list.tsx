import { useState } from 'preact/hooks'
import { Undo2, X, type LucideIcon } from 'lucide-preact'
import { Button } from '../../ui/button.tsx'
import { fold, holdsWords } from '../../ui/fold.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { List } from '../../ui/list.tsx'
import { RowText } from '../../ui/row-text.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { takeBackWords } from '../../words/take-back.ts'
import './part-list.css'

/** From so many parts on they are searched. */
const MANY = 8

type PartListProps<Row> = {
  readonly title: string
  readonly filter: string
  readonly rows: readonly Row[]
  /** How many are taken back, in words; null for none. */
  readonly taken: string | null
  readonly busy: boolean
  readonly onTake: (row: Row) => void
  readonly onPutBack: () => void
}

/** The parts of an act of several: each can be taken back before the act, and the last one put back again. Nothing for an act of one. */
export function PartList<
  Row extends { readonly id: string; readonly icon: LucideIcon; readonly name: string; readonly under: string | null },
>({ title, filter, rows, taken, busy, onTake, onPutBack }: PartListProps<Row>) {
  const [typed, setTyped] = useState('')
  const t = takeBackWords()
  if (rows.length < 2 && taken === null) return null
  const holds = holdsWords(typed)
  const found = rows.filter(({ name, under }) => holds(fold(`${name} ${under ?? ''}`)))
  return (
    <section class="c-parts">
      <h3>{title}</h3>
      {rows.length > MANY && <SearchField label={filter} value={typed} onInput={setTyped} />}
      <div class="c-parts-rows" style={{ '--rows': Math.min(found.length, 5) }}>
        <List
          label={title}
          rows={found}
          idOf={({ id }) => id}
          onEnter={() => undefined}
          render={({ icon, name, under }) => <RowText icon={icon} name={name} under={under} />}
          acts={(row, active) =>
            rows.length > 1 &&
            !busy && (
              <IconButton
                icon={X}
                label={t.takeBack(row.name)}
                tabIndex={active ? 0 : -1}
                onClick={() => {
                  onTake(row)
                }}
              />
            )
          }
        />
      </div>
      {taken !== null && (
        <p class="c-soft" role="status">
          {taken}{' '}
          <Button size="small" icon={Undo2} disabled={busy} onClick={onPutBack}>
            {t.undo}
          </Button>
        </p>
      )}
    </section>
  )
}
