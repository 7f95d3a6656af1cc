import type { LucideIcon } from 'lucide-preact'
import type { Ref } from 'preact'
import './icon-button.css'

export interface IconButtonProps {
  readonly icon: LucideIcon
  /** Its name, for screen readers and as tooltip. */
  readonly label: string
  readonly size?: 'normal' | 'large'
  readonly danger?: boolean
  readonly disabled?: boolean
  /** For a toggle: whether it is on. */
  readonly pressed?: boolean
  readonly tabIndex?: number
  readonly controls?: string
  readonly onClick: (event: MouseEvent) => void
  readonly buttonRef?: Ref<HTMLButtonElement>
}

/** A button with only an icon, 28 px (32 when large), for an act that is repeated in many rows. */
export function IconButton({ icon: Icon, label, size = 'normal', danger = false, ...rest }: IconButtonProps) {
  const { pressed, controls, buttonRef, ...others } = rest
  return (
    <button
      {...others}
      ref={buttonRef}
      type="button"
      class="ui-icon-button"
      data-size={size}
      data-danger={danger}
      aria-label={label}
      aria-pressed={pressed}
      aria-controls={controls}
      title={label}
    >
      <Icon size={size === 'large' ? 20 : 16} aria-hidden="true" />
    </button>
  )
}
