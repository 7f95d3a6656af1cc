import { useEffect, useRef } from 'preact/hooks'
import { ArrowLeft } from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import { IconButton } from '../../ui/icon-button.tsx'
import { navigate } from '../../ui/router.ts'
import { common } from '../../words/common.ts'

type DetailHeadProps = {
  readonly title: string
  /** Where "Back" leads when the window shows one column at a time. */
  readonly above: string
  readonly acts?: ComponentChildren
  readonly children?: ComponentChildren
}

/** The head of the right column. Takes the focus when showing this column hid the focused element. */
export function DetailHead({ title, above, acts, children }: DetailHeadProps) {
  const ref = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const focused = document.activeElement
    if (focused === null || focused === document.body || !focused.checkVisibility()) ref.current?.focus()
  }, [])
  return (
    <header class="c-detail-head">
      <div class="c-detail-title">
        <span class="c-back">
          <IconButton
            icon={ArrowLeft}
            label={common().back}
            onClick={() => {
              navigate(above)
            }}
          />
        </span>
        <h2 ref={ref} tabIndex={-1}>
          {title}
        </h2>
        {acts && <div class="c-detail-acts">{acts}</div>}
      </div>
      {children}
    </header>
  )
}
