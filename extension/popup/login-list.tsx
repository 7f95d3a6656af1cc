import { ChevronRight, CloudOff } from 'lucide-preact'
import { useEffect } from 'preact/hooks'
import type { LoginRow } from '../messages/views.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { RowText } from '../ui/row-text.tsx'
import { rowId } from '../ui/search-field.tsx'
import { popupWords } from '../words/popup.ts'
import { rowIdOf, type ArrangedLogins } from './sections.ts'

export interface LoginListProps {
  readonly id: string
  readonly offer: ArrangedLogins
  readonly active: string | null
  readonly onFill: (row: LoginRow) => void
  readonly onMore: (row: LoginRow) => void
}

/** The rows under the search: focus stays in the search, the arrows move the active row. */
export function LoginList({ id, offer, active, onFill, onMore }: LoginListProps) {
  const t = popupWords()
  useEffect(() => {
    // Only while the person is in the search: an offer above the list would be scrolled out of sight as the popup opens.
    if (active !== null && document.activeElement?.role === 'combobox')
      document.getElementById(rowId(id, active))?.scrollIntoView({ block: 'nearest' })
  }, [id, active])
  return (
    <div role="grid" id={id} class="popup-list" aria-label={t.logins}>
      {offer.sections.map(({ of, rows }) => (
        <div role="rowgroup" key={of} aria-label={t[of]} class="popup-section">
          <div class="popup-section-head" aria-hidden="true">
            {t[of]}
          </div>
          {rows.map((row) => (
            <Row
              key={rowIdOf(row)}
              id={rowId(id, rowIdOf(row))}
              row={row}
              active={rowIdOf(row) === active}
              onFill={onFill}
              onMore={onMore}
            />
          ))}
        </div>
      ))}
    </div>
  )
}

interface RowProps extends Pick<LoginListProps, 'onFill' | 'onMore'> {
  readonly id: string
  readonly row: LoginRow
  readonly active: boolean
}

function Row({ id, row, active, onFill, onMore }: RowProps) {
  const t = popupWords()
  return (
    <div
      id={id}
      role="row"
      class="popup-row"
      aria-selected={active}
      onClick={() => {
        onFill(row)
      }}
    >
      <div role="gridcell" class="popup-row-main">
        <RowText name={row.name} under={row.username || t.noUsername} hue={row.client.hue}>
          {row.unsent !== null && (
            <span class="popup-unsent" title={t.unsent[row.unsent]}>
              <CloudOff size={12} role="img" aria-label={t.unsent[row.unsent]} />
            </span>
          )}
          <span class="popup-row-client ui-cut">{row.client.name}</span>
        </RowText>
      </div>
      <div
        role="gridcell"
        onClick={(event) => {
          event.stopPropagation()
        }}
      >
        <IconButton
          icon={ChevronRight}
          label={t.more(row.name)}
          tabIndex={-1}
          onClick={() => {
            onMore(row)
          }}
        />
      </div>
    </div>
  )
}
