import { ChevronDown, Ellipsis, type LucideIcon } from 'lucide-preact'
import { useId, useRef, useState } from 'preact/hooks'
import { common } from '../words/common.ts'
import { moveActive } from './list-keys.ts'
import './menu-button.css'

/** An act of a menu, or a line between two groups of them. */
export type MenuItem =
  | {
      readonly label: string
      readonly icon?: LucideIcon
      readonly danger?: boolean
      readonly disabled?: boolean
      readonly onSelect: () => void
    }
  | 'line'

export interface MenuButtonProps {
  readonly items: readonly MenuItem[]
  /** The word on the button; without it the button is three dots, named "More actions". */
  readonly label?: string | null
  /** What the three dots are called, where "More actions" would not say of what. */
  readonly spoken?: string
  readonly icon?: LucideIcon
  readonly kind?: 'plain' | 'quiet'
  readonly tabIndex?: number
}

/** A button that opens a menu. Arrows move in it, Enter chooses, Esc closes it and returns the focus. */
export function MenuButton({ items, label = null, spoken, icon, kind = 'plain', tabIndex }: MenuButtonProps) {
  const [open, setOpen] = useState(false)
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const menu = useRef<HTMLDivElement>(null)
  const acts = () => [...(menu.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]
  const name = label ?? spoken ?? common().moreActs
  const Icon = icon ?? (label === null ? Ellipsis : null)

  const show = (last: boolean) => {
    menu.current?.showPopover()
    place(button.current, menu.current)
    acts()
      .at(last ? -1 : 0)
      ?.focus()
  }
  const hide = () => {
    menu.current?.hidePopover()
    button.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const all = acts()
    const at = all.findIndex((each) => each === document.activeElement)
    const to = moveActive(event.key, at, all.length, all.length)
    if (to !== null) all[to]?.focus()
    else if (event.key === 'Escape') hide()
    else if (event.key === 'Tab') menu.current?.hidePopover()
    else return
    if (event.key !== 'Tab') event.preventDefault()
    event.stopPropagation()
  }

  return (
    <>
      <button
        ref={button}
        type="button"
        class={label === null ? 'ui-icon-button' : 'ui-button'}
        data-kind={kind}
        data-size={label === null ? 'normal' : undefined}
        title={label === null ? name : undefined}
        aria-label={label === null ? name : undefined}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={id}
        tabIndex={tabIndex}
        popovertarget={id}
        popovertargetaction="toggle"
        onClick={(event) => {
          event.preventDefault()
          if (open) hide()
          else show(false)
        }}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
          event.preventDefault()
          event.stopPropagation()
          show(event.key === 'ArrowUp')
        }}
      >
        {Icon && <Icon size={16} aria-hidden="true" />}
        {label !== null && <span>{label}</span>}
        {label !== null && <ChevronDown size={16} aria-hidden="true" />}
      </button>
      <div
        ref={menu}
        id={id}
        class="ui-menu"
        role="menu"
        aria-label={name}
        popover="auto"
        onToggle={(event) => {
          setOpen(event.newState === 'open')
        }}
        onKeyDown={onKeyDown}
      >
        {items.map((item, at) =>
          item === 'line' ? (
            <hr key={at} />
          ) : (
            <button
              key={at}
              type="button"
              class="ui-menu-item"
              role="menuitem"
              tabIndex={-1}
              data-danger={item.danger ?? false}
              aria-disabled={item.disabled ?? false}
              onClick={() => {
                if (item.disabled) return
                hide()
                item.onSelect()
              }}
            >
              {item.icon && <item.icon size={16} aria-hidden="true" />}
              <span>{item.label}</span>
            </button>
          ),
        )}
      </div>
    </>
  )
}

/** Puts the menu under its button, or above where there is no room, kept inside the window. */
function place(button: HTMLElement | null, menu: HTMLElement | null): void {
  if (!button || !menu) return
  const at = button.getBoundingClientRect()
  const size = menu.getBoundingClientRect()
  const below = at.bottom + 4 + size.height <= innerHeight
  const left = at.left + size.width <= innerWidth - 8 ? at.left : at.right - size.width
  menu.style.top = `${String(below ? at.bottom + 4 : Math.max(8, at.top - 4 - size.height))}px`
  menu.style.left = `${String(Math.max(8, left))}px`
}
