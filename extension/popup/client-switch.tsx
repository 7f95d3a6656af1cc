import { ArrowLeft, Check, ChevronDown } from 'lucide-preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { ClientView } from '../messages/client-view.ts'
import type { PopupView } from '../messages/views.ts'
import { ClientName } from '../ui/client-bar.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { moveActive } from '../ui/list-keys.ts'
import { SearchField } from '../ui/search-field.tsx'
import { useHotkeys } from '../ui/use-hotkeys.ts'
import { clientWords } from '../words/clients.ts'
import { fold, holdsWords } from '../ui/fold.ts'

/** The most clients listed without a search field; with more, the person types. */
const GLANCE = 8

type SwitchProps = Pick<PopupView, 'client'> & { readonly onOpen: () => void }

/** The active client, and the button to switch to another. */
export function ClientSwitch({ client, onOpen }: SwitchProps) {
  const t = clientWords()
  return (
    <button type="button" class="popup-client" title={t.switch} onClick={onOpen}>
      <span class="ui-unseen">{t.switch}</span>
      {client === null ? <span class="ui-cut">{t.all}</span> : <ClientName hue={client.hue} name={client.name} />}
      <ChevronDown size={16} aria-hidden="true" />
    </button>
  )
}

type ClientListProps = Pick<PopupView, 'client' | 'clients'> & {
  readonly onChoose: (client: ClientView | null) => void
  readonly onBack: () => void
}

/** All clients of this person. The arrows move, Enter makes one active. */
export function ClientList({ client, clients, onChoose, onBack }: ClientListProps) {
  const [query, setQuery] = useState('')
  const list = useRef<HTMLDivElement>(null)
  const t = clientWords()
  const holds = holdsWords(query)
  const found = clients.filter(({ path }) => holds(fold(path.join('\n'))))
  const isLong = clients.length > GLANCE
  const rows = () => [...(list.current?.querySelectorAll<HTMLButtonElement>('button') ?? [])]
  useHotkeys({ Escape: onBack })
  useEffect(() => {
    if (!isLong) (rows().find((row) => row.ariaPressed === 'true') ?? rows()[0])?.focus()
  }, [isLong])
  const move = (event: KeyboardEvent) => {
    const all = rows()
    const at = all.findIndex((row) => row === document.activeElement)
    if (event.key === 'ArrowUp' && at <= 0 && isLong)
      document.querySelector<HTMLInputElement>('.popup-clients input')?.focus()
    else {
      const to = moveActive(event.key, at, all.length, GLANCE)
      if (to === null) return
      all[to]?.focus()
    }
    event.preventDefault()
  }
  return (
    <section class="popup-clients" aria-label={t.title}>
      <div class="popup-details-head">
        <IconButton icon={ArrowLeft} label={t.back} onClick={onBack} />
        <h3>{t.title}</h3>
      </div>
      <p class="popup-soft">{t.why}</p>
      {isLong && (
        <SearchField
          label={t.filter}
          value={query}
          onInput={setQuery}
          autoFocus
          onKeyDown={(event) => {
            const [first] = found
            if (event.key === 'ArrowDown') move(event)
            else if (event.key === 'Enter' && query !== '' && first !== undefined) onChoose(first)
          }}
        />
      )}
      <div class="popup-clients-list" ref={list} onKeyDown={move}>
        {query === '' && (
          <button
            type="button"
            class="popup-client-row"
            aria-pressed={client === null}
            onClick={() => {
              onChoose(null)
            }}
          >
            <span class="ui-cut">{t.all}</span>
            {client === null && <Check size={16} aria-hidden="true" />}
          </button>
        )}
        {found.map((one) => (
          <button
            type="button"
            key={one.folder}
            class="popup-client-row"
            aria-pressed={one.folder === client?.folder}
            onClick={() => {
              onChoose(one)
            }}
          >
            <ClientName hue={one.hue} name={one.name} />
            {one.path.length > 1 && <span class="popup-soft ui-cut">{one.path.slice(0, -1).join(' › ')}</span>}
            {one.folder === client?.folder && <Check size={16} aria-hidden="true" />}
          </button>
        ))}
      </div>
      {found.length === 0 && <p class="popup-soft">{t.none(query)}</p>}
    </section>
  )
}
