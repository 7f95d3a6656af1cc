import { Inbox, SearchX } from 'lucide-preact'
import type { ClientView } from '../messages/client-view.ts'
import type { PopupView } from '../messages/views.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { clientWords } from '../words/clients.ts'
import { popupWords } from '../words/popup.ts'
import { sayFit } from './say-fit.ts'
import { rowIdOf } from './sections.ts'

interface NothingHereProps {
  readonly view: PopupView
  readonly onSwitch: (client: ClientView) => void
}

/** Why no login is offered for this page: the page belongs to another client, or the nearest logins were saved for other pages. */
export function NothingHere({ view, onSwitch }: NothingHereProps) {
  const t = popupWords()
  const { page, here, near, elsewhere } = view
  if (page !== null && here.length > 0) return null
  if (elsewhere.length > 0) return <OtherClient view={view} onSwitch={onSwitch} />
  return (
    <div class="popup-nothing">
      <strong>{page === null ? t.noPage : t.noneHere(page.origin)}</strong>
      {near.length === 0 && <p>{page === null ? t.noPageWhy : t.noneHereWhy}</p>}
      {near.length > 0 && (
        <ul>
          {near.map(({ row, fit }) => (
            <li key={rowIdOf(row)}>
              <b>{row.name}</b> {sayFit(fit)}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** The page belongs to another client than the active one: one click switches, and fills nothing. */
function OtherClient({ view: { client, elsewhere }, onSwitch }: NothingHereProps) {
  const t = clientWords()
  const now = client?.name ?? t.all
  const [first, ...more] = elsewhere
  return (
    <div class="popup-nothing popup-other" role="status">
      <strong>{first !== undefined && more.length === 0 ? t.ofOther(first.name, now) : t.ofOthers(now)}</strong>
      <p>{t.ofOtherWhy}</p>
      {elsewhere.map((one) => (
        <Button
          key={one.folder}
          wide
          onClick={() => {
            onSwitch(one)
          }}
        >
          {t.workFor(one.name)}
        </Button>
      ))}
    </div>
  )
}

/** The empty list: the person has no access, the search finds nothing, or the active client has no login. */
export function Empty({ query, client }: { readonly query: string; readonly client: PopupView['client'] }) {
  const t = popupWords()
  const c = clientWords()
  if (query !== '')
    return (
      <EmptyState icon={SearchX} title={t.noResult(query)}>
        {client === null ? t.noResultWhy : c.onlyOf(client.name)}
      </EmptyState>
    )
  return (
    <EmptyState icon={Inbox} title={client === null ? t.nothingYet : c.nothing(client.name)}>
      {client === null ? t.nothingYetWhy : c.nothingWhy}
    </EmptyState>
  )
}
