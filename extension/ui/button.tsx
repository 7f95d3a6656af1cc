import type { LucideIcon } from 'lucide-preact'
import type { ComponentChildren, Ref } from 'preact'
import { Spinner } from './spinner.tsx'
import { useDelayed } from './use-delayed.ts'
import './button.css'

export interface ButtonProps {
  /** A verb that says what it does: "Fill", "Invite 3 people". */
  readonly children: ComponentChildren
  /** `main`: the one act of a screen. `plain`: beside it. `quiet`: in rows and heads. `danger`: what cannot be undone. */
  readonly kind?: 'main' | 'plain' | 'quiet' | 'danger'
  readonly size?: 'small' | 'normal' | 'large'
  readonly icon?: LucideIcon | null
  /** The label while it works ("Saving"), shown after 300 ms. Clicks are ignored meanwhile, and the focus stays. */
  readonly busy?: string | null
  readonly type?: 'button' | 'submit'
  readonly disabled?: boolean
  readonly wide?: boolean
  readonly title?: string
  readonly tabIndex?: number
  /** The id of the form that it submits, when the button is outside of it. */
  readonly form?: string
  readonly onClick?: (event: MouseEvent) => void
  readonly buttonRef?: Ref<HTMLButtonElement>
}

/** A button with a word on it. */
export function Button({ children, kind = 'plain', size = 'normal', icon, busy = null, ...rest }: ButtonProps) {
  const { type = 'button', wide = false, onClick, buttonRef, ...others } = rest
  const late = useDelayed(busy !== null)
  const Icon = icon ?? null
  const picture = Icon && <Icon size={size === 'large' ? 20 : 16} aria-hidden="true" />
  return (
    <button
      {...others}
      ref={buttonRef}
      type={type}
      class="ui-button"
      data-kind={kind}
      data-size={size}
      data-wide={wide}
      aria-busy={busy !== null}
      aria-disabled={busy !== null || undefined}
      onClick={(event) => {
        if (busy !== null) event.preventDefault()
        else onClick?.(event)
      }}
    >
      {late ? <Spinner size={size === 'large' ? 20 : 16} /> : picture}
      <span>{late ? busy : children}</span>
    </button>
  )
}
