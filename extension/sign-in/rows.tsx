import { useEffect, useRef, useState } from 'preact/hooks'
import type { ItemId } from '../../shared/bytes/ids.ts'
import type { LoginRow } from '../messages/views.ts'
import { fold, holdsWords } from '../ui/fold.ts'
import { moveActive } from '../ui/list-keys.ts'
import { RowText } from '../ui/row-text.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { signInWords } from '../words/sign-in.ts'

/** With more logins than this there is a search field. */
const GLANCE = 8

interface RowsProps {
  readonly rows: readonly LoginRow[]
  /** The login that the site has just refused. */
  readonly refused: ItemId | null
  /** True while a choice counts. */
  readonly isReady: boolean
  readonly onPick: (row: LoginRow) => void
}

/** The matching logins: arrows move, Enter or a click chooses one. The first has the focus, unless the site has just refused it. */
export function Rows({ rows, refused, isReady, onPick }: RowsProps) {
  const t = signInWords()
  const [query, setQuery] = useState('')
  const list = useRef<HTMLDivElement>(null)
  const isLong = rows.length > GLANCE
  const holds = holdsWords(query)
  const found = rows.filter(({ name, username, path }) => holds(fold([name, username, ...path].join('\n'))))
  const buttons = () => [...(list.current?.querySelectorAll<HTMLButtonElement>('button') ?? [])]
  useEffect(() => {
    if (!isLong) (buttons().find((one) => one.dataset['refused'] !== 'true') ?? buttons()[0])?.focus()
  }, [isLong])
  const pick = (row: LoginRow | undefined) => {
    if (isReady && row !== undefined) onPick(row)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // Repeats of a key that was held down before the window opened choose nothing.
    if (event.repeat && event.key === 'Enter') event.preventDefault()
    const all = buttons()
    const at = all.findIndex((one) => one === document.activeElement)
    const to = moveActive(event.key, at, all.length, GLANCE)
    if (to === null) return
    if (event.key === 'ArrowUp' && at <= 0 && isLong) document.querySelector<HTMLElement>('.sign-in input')?.focus()
    else all[to]?.focus()
    event.preventDefault()
  }
  return (
    <>
      {isLong && (
        <SearchField
          label={t.search}
          value={query}
          onInput={setQuery}
          autoFocus
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') onKeyDown(event)
            else if (event.key === 'Enter' && query !== '' && !event.repeat) pick(found[0])
          }}
        />
      )}
      <div class="sign-in-rows" role="group" aria-label={t.logins} ref={list} onKeyDown={onKeyDown}>
        {found.map((row) => (
          <button
            type="button"
            key={row.item}
            class="sign-in-row"
            aria-disabled={!isReady || undefined}
            data-refused={row.item === refused}
            onClick={(event) => {
              if (event.isTrusted) pick(row)
            }}
          >
            <RowText name={row.name} under={row.username || t.noUsername} hue={row.client.hue}>
              {row.item === refused && <span class="sign-in-refused">{t.refusedHere}</span>}
              <span class="sign-in-client ui-cut">{row.client.name}</span>
            </RowText>
          </button>
        ))}
        {found.length === 0 && <p class="sign-in-soft">{t.none(query)}</p>}
      </div>
    </>
  )
}
