import { useState } from 'preact/hooks'
import type { LoginRow, PopupView } from '../messages/views.ts'
import { FailureBanner } from '../ui/failure-banner.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { useActiveRow } from '../ui/use-active-row.ts'
import { popupWords } from '../words/popup.ts'
import { ClientList, ClientSwitch } from './client-switch.tsx'
import { LoginDetails } from './login-details.tsx'
import { LoginList } from './login-list.tsx'
import { Empty, NothingHere } from './nothing-here.tsx'
import { Outcome } from './outcome.tsx'
import { rowIdOf, arrangeLogins } from './sections.ts'
import { NotFilled, VisitEnded } from './not-filled.tsx'
import { QuietHere } from './quiet-here.tsx'
import { useClient } from './use-client.ts'
import { useFill } from './use-fill.ts'

const LIST = 'logins'

export interface LoginsProps {
  readonly view: PopupView
  readonly tab: number | null
  readonly leave: () => void
}

/** The list of logins: the person opens the popup, types, and presses Enter. */
export function Logins({ view, tab, leave }: LoginsProps) {
  const t = popupWords()
  const [query, setQuery] = useState('')
  const [more, setMore] = useState<LoginRow | null>(null)
  const { filling, fill, openSite, forget } = useFill(tab, leave)
  const switching = useClient()
  const offered = arrangeLogins(view, query)
  const rows = offered.sections.flatMap((section) => section.rows)
  const withRow = (act: (row: LoginRow) => void) => (id: string) => {
    const row = rows.find((each) => rowIdOf(each) === id)
    if (row !== undefined) act(row)
  }
  const { active, onKeyDown } = useActiveRow(rows.map(rowIdOf), withRow(fill), withRow(setMore))

  if (switching.open)
    return (
      <ClientList client={view.client} clients={view.clients} onChoose={switching.choose} onBack={switching.hide} />
    )
  if (filling.state === 'done') return <Outcome name={filling.row.name} outcome={filling.outcome} />
  const failed = filling.state === 'failed' ? filling : null
  const { row: refused } = failed ?? {}
  const failure = failed !== null && (
    <NotFilled
      {...failed}
      onOpen={
        refused === undefined
          ? null
          : () => {
              openSite(refused)
            }
      }
    />
  )
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
          onOpen={() => {
            openSite(more)
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
      {(view.client !== null || view.clients.length > 1) && (
        <ClientSwitch client={view.client} onOpen={switching.show} />
      )}
      <SearchField
        label={t.search}
        value={query}
        onInput={(typed) => {
          forget()
          setQuery(typed)
        }}
        autoFocus={view.offer === null}
        controls={LIST}
        active={active}
        onKeyDown={onKeyDown}
      />
      {failure}
      {failed === null && view.visit !== null && <VisitEnded visit={view.visit} />}
      {switching.failed !== null && <FailureBanner code={switching.failed} />}
      {query === '' && (view.all.length > 0 || view.elsewhere.length > 0) && (
        <NothingHere view={view} onSwitch={switching.choose} />
      )}
      {rows.length === 0 && <Empty query={query} client={view.client} />}
      <LoginList id={LIST} offer={offered} active={active} onFill={fill} onMore={setMore} />
      {offered.hidden > 0 && <p class="popup-soft">{t.moreRows(offered.hidden)}</p>}
      {view.isQuiet && view.page !== null && <QuietHere origin={view.page.origin} />}
    </>
  )
}
