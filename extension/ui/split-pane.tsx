import type { ComponentChildren } from 'preact'
import { useId, useState } from 'preact/hooks'
import { common } from '../words/common.ts'
import { resize } from './split-keys.ts'
import './split-pane.css'

export interface SplitPaneProps {
  readonly first: ComponentChildren
  readonly second: ComponentChildren
  /** Width of the first pane, px. */
  readonly start?: number
  readonly min?: number
  readonly max?: number
}

/** Two panes and a line between them, that the pointer or the arrows move. Nest two for three columns. */
export function SplitPane({ first, second, start = 264, min = 180, max = 480 }: SplitPaneProps) {
  const [width, setWidth] = useState(start)
  const id = useId()
  return (
    <div class="ui-split" style={{ '--first': `${String(width)}px` }}>
      <div class="ui-split-pane" id={id}>
        {first}
      </div>
      <div
        class="ui-split-bar"
        role="separator"
        aria-orientation="vertical"
        aria-label={common().columnWidth}
        aria-controls={id}
        aria-valuenow={width}
        aria-valuemin={min}
        aria-valuemax={max}
        tabIndex={0}
        onKeyDown={(event) => {
          const to = resize(event.key, width, min, max)
          if (to === null) return
          event.preventDefault()
          setWidth(to)
        }}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
        }}
        onPointerMove={(event) => {
          const bar = event.currentTarget
          if (!bar.hasPointerCapture(event.pointerId)) return
          const left = bar.parentElement?.getBoundingClientRect().left ?? 0
          setWidth(Math.round(Math.min(max, Math.max(min, event.clientX - left))))
        }}
      />
      <div class="ui-split-pane">{second}</div>
    </div>
  )
}
