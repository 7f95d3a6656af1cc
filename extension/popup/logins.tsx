import { Inbox, SearchX } from 'lucide-preact'
import { useState } from 'preact/hooks'
import type { LoginRow, PopupView } from '../messages/views.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { FailureBanner } from '../ui/failure-banner.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { useActiveRow } from '../ui/use-active-row.ts'
import { popupWords } from '../words/popup.ts'
import { LoginDetails } from './login-details.tsx'
import { LoginList } from './login-list.tsx'
import { Outcome } from './outcome.tsx'
import { sayFit } from './say-fit.ts'
import { idOf, offer } from './sections.ts'
import { useFill } from './use-fill.ts'

const LIST = 'logins'

export interface LoginsProps {
  readonly view: PopupView
  readonly tab: number | null
  readonly leave: () => void
}

/** Open, type, Enter. */
export function Logins({ view, tab, leave }: LoginsProps) {
  const t = popupWords()
  const [query, setQuery] = useState('')
  const [more, setMore] = useState<LoginRow | null>(null)
  const { filling, fill, forget } = useFill(tab, leave)
  const offered = offer(view, query)
  const rows = offered.sections.flatMap((section) => section.rows)
  const withRow = (act: (row: LoginRow) => void) => (id: string) => {
    const row = rows.find((each) => idOf(each) === id)
    if (row !== undefined) act(row)
  }
  const { active, onKeyDown } = useActiveRow(rows.map(idOf), withRow(fill), withRow(setMore))

  if (filling.state === 'done') return <Outcome name={filling.row.name} outcome={filling.outcome} />
  const failure = filling.state === 'failed' && <FailureBanner code={filling.code} />
  if (more !== null) {
    return (
      <>
        {failure}
        <LoginDetails
          row={more}
          tab={tab}
          busy={filling.state === 'busy'}
          onFill={() => {
            fill(more)
          }}
          onBack={() => {
            forget()
            setMore(null)
          }}
        />
      </>
    )
  }
  return (
    <>
      <SearchField
        label={t.search}
        value={query}
        onInput={(typed) => {
          forget()
          setQuery(typed)
        }}
        autoFocus
        controls={LIST}
        active={active}
        onKeyDown={onKeyDown}
      />
      {failure}
      {query === '' && view.all.length > 0 && <NothingHere view={view} />}
      {rows.length === 0 && <Empty query={query} />}
      <LoginList id={LIST} offer={offered} active={active} onFill={fill} onMore={setMore} />
      {offered.hidden > 0 && <p class="popup-soft">{t.moreRows(offered.hidden)}</p>}
    </>
  )
}

/** Why nothing is offered for this page. */
function NothingHere({ view: { page, here, near } }: { readonly view: PopupView }) {
  const t = popupWords()
  if (page !== null && here.length > 0) return null
  return (
    <div class="popup-nothing">
      <strong>{page === null ? t.noPage : t.noneHere(page.origin)}</strong>
      {near.length === 0 && <p>{page === null ? t.noPageWhy : t.noneHereWhy}</p>}
      {near.length > 0 && (
        <ul>
          {near.map(({ row, fit }) => (
            <li key={idOf(row)}>
              <b>{row.name}</b> {sayFit(fit)}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Empty({ query }: { readonly query: string }) {
  const t = popupWords()
  return query === '' ? (
    <EmptyState icon={Inbox} title={t.nothingYet}>
      {t.nothingYetWhy}
    </EmptyState>
  ) : (
    <EmptyState icon={SearchX} title={t.noResult(query)}>
      {t.noResultWhy}
    </EmptyState>
  )
}
