import { common } from '../words/common.ts'
import './mark.css'

export interface MarkProps {
  /** Height in px. */
  readonly size?: number
  /** With the name beside it. */
  readonly named?: boolean
}

/** Two panes and the line between them: one solid, one that lets light through. */
export function Mark({ size = 24, named = false }: MarkProps) {
  return (
    <span class="ui-mark">
      <svg
        width={size}
        height={size}
        viewBox="0 0 32 32"
        role={named ? undefined : 'img'}
        aria-label={named ? undefined : common().product}
        aria-hidden={named || undefined}
      >
        <path class="ui-mark-solid" d="M4 9.5A2.5 2.5 0 0 1 6.5 7H13v18H6.5A2.5 2.5 0 0 1 4 22.5Z" />
        <path class="ui-mark-light" d="M19.75 7.75h5.5a2 2 0 0 1 2 2v12.5a2 2 0 0 1-2 2h-5.5Z" />
        <path class="ui-mark-line" d="M16 3v26" />
      </svg>
      {named && <span class="ui-mark-name">{common().product}</span>}
    </span>
  )
}
