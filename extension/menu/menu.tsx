import './menu.css'
import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { FieldSays } from '../messages/menu.ts'
import type { LoginRow } from '../messages/views.ts'
import { hueOf } from '../ui/hue.ts'
import { RowText } from '../ui/row-text.tsx'
import { menuWords } from '../words/menu.ts'
import { watchAlive } from './alive.ts'
import type { Alive } from './alive.ts'
import { awaitTicket, shown } from './link.ts'
import type { Link } from './link.ts'

/** More than that are scrolled through, and the popup can search. */
const AT_ONCE = 6

const active = signal(-1)
let link: Link | null = null
let alive: Alive | null = null
let picked: LoginRow | null = null

/** Starts to wait for the field; until it has spoken there is nothing to see and nothing to click. */
export function startMenu(): void {
  alive = watchAlive(document.documentElement)
  if (alive === null) return
  awaitTicket((joined) => {
    link = joined
    return hear
  })
}

function hear(said: FieldSays): void {
  const now = shown.value
  switch (said) {
    case 'moved':
      return alive?.unsettle()
    case 'up':
    case 'down': {
      if (now === null || now.is === 'failed') return link?.tell('unchosen')
      const last = now.rows.length - 1
      active.value = said === 'down' ? Math.min(active.value + 1, last) : Math.max(active.value - 1, -1)
      return link?.tell(active.value < 0 ? 'unchosen' : 'chosen')
    }
    case 'enter': {
      const row = now?.is === 'open' ? now.rows[active.value] : undefined
      if (row !== undefined && alive?.isSeen() === true) pick(row)
      return
    }
    case 'focused':
      if (picked !== null) link?.say({ do: 'fill', folder: picked.folder, item: picked.item })
  }
}

/** The gesture (P8). The field takes the focus back first, so that its form is the one that is filled. */
function pick(row: LoginRow): void {
  if (shown.value?.is !== 'open') return
  picked = row
  shown.value = { ...shown.value, is: 'filling' }
  link?.tell('focus')
}

/** The logins for the field's document, one a line. */
export function Menu() {
  const t = menuWords()
  const now = shown.value
  if (now === null) return null
  if (now.is === 'failed')
    return <p class="menu-note">{now.sendsTo === null ? t.failed : t.sendsElsewhere(now.sendsTo)}</p>
  return (
    <main class="menu">
      <div class="menu-rows" role="listbox" aria-label={t.logins}>
        {now.rows.map((row, at) => (
          <Row key={row.item} row={row} isActive={at === active.value} />
        ))}
      </div>
      {now.rows.length > AT_ONCE && (
        <button
          type="button"
          class="menu-more"
          tabIndex={-1}
          onClick={(event) => {
            if (alive?.isMeant(event) === true) link?.say({ do: 'popup' })
          }}
        >
          {t.open}
        </button>
      )}
    </main>
  )
}

function Row({ row, isActive }: { readonly row: LoginRow; readonly isActive: boolean }) {
  const t = menuWords()
  const id = `row-${row.item}`
  useEffect(() => {
    if (isActive) document.getElementById(id)?.scrollIntoView({ block: 'nearest' })
  }, [id, isActive])
  let isDown = false
  return (
    <div
      id={id}
      role="option"
      class="menu-row"
      aria-selected={isActive}
      onMouseDown={(event) => {
        event.preventDefault()
        isDown = event.button === 0 && alive?.isMeant(event) === true
      }}
      onClick={(event) => {
        if (isDown && alive?.isMeant(event) === true) pick(row)
      }}
    >
      <RowText name={row.name} under={row.username || t.noUsername} hue={hueOf(row.client.folder)}>
        <span class="menu-client ui-cut">{row.client.name}</span>
      </RowText>
    </div>
  )
}
