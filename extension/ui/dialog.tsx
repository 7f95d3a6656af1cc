import { X } from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import { useId, useLayoutEffect, useRef } from 'preact/hooks'
import { common } from '../words/common.ts'
import { IconButton } from './icon-button.tsx'
import './dialog.css'

export interface DialogProps {
  readonly title: string
  readonly children: ComponentChildren
  /** Buttons, the main act last. */
  readonly footer?: ComponentChildren
  readonly size?: 'normal' | 'wide'
  /** While true, neither Esc nor the cross closes it. */
  readonly busy?: boolean
  readonly onClose: () => void
}

/**
 * A modal dialog, open as long as it is drawn: `{editing.value && <Dialog …/>}`. Esc closes; focus comes back to where
 * it was. With `autoFocus` on a field in it, that field has the focus first.
 */
export function Dialog({ title, children, footer, size = 'normal', busy = false, onClose }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useLayoutEffect(() => {
    const dialog = ref.current
    const before = document.activeElement
    dialog?.showModal()
    const first = dialog?.querySelector<HTMLElement>('[data-first="true"]') ?? dialog
    first?.focus()
    return () => {
      dialog?.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={ref}
      class="ui-dialog"
      tabIndex={-1}
      data-size={size}
      aria-labelledby={titleId}
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return
        event.preventDefault()
        if (!busy) onClose()
      }}
      onKeyDown={(event) => {
        // Browsers close a dialog on a second Esc whatever the page does, so while busy the dialog must not receive any.
        if (event.key === 'Escape' && busy) event.preventDefault()
        event.stopPropagation()
      }}
    >
      <header class="ui-dialog-head">
        <h2 id={titleId}>{title}</h2>
        <IconButton icon={X} label={common().close} disabled={busy} onClick={onClose} />
      </header>
      <div class="ui-dialog-body" tabIndex={0} role="group" aria-labelledby={titleId}>
        {children}
      </div>
      {footer && <footer class="ui-dialog-foot">{footer}</footer>}
    </dialog>
  )
}
