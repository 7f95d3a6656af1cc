import { signal } from '@preact/signals'
import { KeyRound } from 'lucide-preact'
import { useEffect } from 'preact/hooks'
import type { FieldToMenu } from '../messages/menu.ts'
import type { LoginRow } from '../messages/views.ts'
import { Mark } from '../ui/mark.tsx'
import { RowText } from '../ui/row-text.tsx'
import { menuWords } from '../words/menu.ts'
import { watchAlive } from './alive.ts'
import type { Alive } from './alive.ts'
import { awaitTicket, menuState } from './link.ts'
import type { Link, MenuState } from './link.ts'
import './menu.css'

/** With more rows than this the list scrolls, and a button opens the popup, which can search. */
const AT_ONCE = 6

/** What a row of the menu stands for: a login, or a generated password. */
type Choice = LoginRow | 'generated'

const active = signal(-1)
let link: Link | null = null
let alive: Alive | null = null
let picked: Choice | null = null

/** Starts to wait for the field's message. Until it comes, the menu shows nothing and accepts no clicks. */
export function startMenu(): void {
  alive = watchAlive(document.documentElement)
  if (alive === null) return
  awaitTicket((joined) => {
    link = joined
    return onFieldMessage
  })
}

function onFieldMessage(said: FieldToMenu): void {
  const now = menuState.value
  if (typeof said === 'number') {
    // Converted from wall-clock time, which all processes share: their `performance.now()` drift apart when the machine sleeps.
    const at = performance.now() - (Date.now() - said)
    const choice = now?.is === 'open' ? choicesOf(now)[active.value] : undefined
    if (choice !== undefined && alive?.isSeen(at) === true) pick(choice)
    return
  }
  switch (said) {
    case 'moved':
      return alive?.unsettle()
    case 'ArrowUp':
    case 'ArrowDown': {
      if (now === null || now.is === 'failed') return link?.tell(false)
      const last = choicesOf(now).length - 1
      active.value = said === 'ArrowDown' ? Math.min(active.value + 1, last) : Math.max(active.value - 1, -1)
      return link?.tell(active.value >= 0)
    }
    case 'focused':
      if (picked === 'generated') link?.say({ do: 'generate' })
      else if (picked !== null) link?.say({ do: 'fill', folder: picked.folder, item: picked.item })
  }
}

const choicesOf = ({ rows, generates }: Exclude<MenuState, { is: 'failed' }>): Choice[] =>
  generates ? ['generated', ...rows] : rows

/** Handles the user gesture (P8). First the field takes back the focus, so that its form is the one that is filled. */
function pick(choice: Choice): void {
  if (menuState.value?.is !== 'open') return
  picked = choice
  menuState.value = { ...menuState.value, is: 'filling' }
  link?.tell('focus')
}

/** The logins for the field's document, one in each row. */
export function Menu() {
  const t = menuWords()
  const now = menuState.value
  if (now === null) return null
  if (now.is === 'failed')
    return <p class="menu-note">{now.sendsTo === null ? t.failed : t.sendsElsewhere(now.sendsTo)}</p>
  return (
    <main class="menu">
      <div class="menu-rows" role="listbox" aria-label={t.logins}>
        {choicesOf(now).map((choice, at) => (
          <Row key={choice === 'generated' ? choice : choice.item} choice={choice} isActive={at === active.value} />
        ))}
      </div>
      <div class="menu-foot">
        {choicesOf(now).length > AT_ONCE && (
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
        <Mark size={14} named />
      </div>
    </main>
  )
}

function Row({ choice, isActive }: { readonly choice: Choice; readonly isActive: boolean }) {
  const id = `row-${choice === 'generated' ? choice : choice.item}`
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
        if (isDown && alive?.isMeant(event) === true) pick(choice)
      }}
    >
      {choice === 'generated' ? <NewPassword /> : <Login row={choice} />}
    </div>
  )
}

function Login({ row }: { readonly row: LoginRow }) {
  return (
    <RowText name={row.name} under={row.username || menuWords().noUsername} hue={row.client.hue}>
      <span class="menu-client ui-cut">{row.client.name}</span>
    </RowText>
  )
}

/** The row for a generated password. It is made by the page's rules when chosen, and kept for the popup until it is saved. */
function NewPassword() {
  const t = menuWords()
  return <RowText name={t.generate} under={t.generateWhy} icon={KeyRound} />
}
