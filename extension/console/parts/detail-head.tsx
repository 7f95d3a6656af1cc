import { useEffect, useRef } from 'preact/hooks'
import { ArrowLeft } from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import { IconButton } from '../../ui/icon-button.tsx'
import { navigate } from '../../ui/router.ts'
import { common } from '../../words/common.ts'

type DetailHeadProps = {
  readonly title: string
  /** Where "Back" leads, where the columns are steps. */
  readonly above: string
  readonly acts?: ComponentChildren
  readonly children?: ComponentChildren
}

/** The head of the right column. Where its coming hid what had the focus, it takes it. */
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
