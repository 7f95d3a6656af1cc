import { signal } from '@preact/signals'
import { X } from 'lucide-preact'
import { useEffect, useState } from 'preact/hooks'
import { common } from '../words/common.ts'
import { Button } from './button.tsx'
import { IconButton } from './icon-button.tsx'
import './toast.css'

interface Toast {
  readonly id: number
  readonly text: string
  readonly act: { readonly label: string; readonly onClick: () => void } | null
}

const toasts = signal<readonly Toast[]>([])
let next = 0

/** Reports a success ("Saved") for 6 s, or 12 s with a button. Failures go in a Banner, which stays. */
export function toast(text: string, act: Toast['act'] = null): void {
  toasts.value = [...toasts.value.slice(-2), { id: next++, text, act }]
}

function drop(id: number): void {
  toasts.value = toasts.value.filter((each) => each.id !== id)
}

/** The region in which toasts are shown and announced. `mount` draws it once per page. */
export function ToastRegion() {
  return (
    <section class="ui-toasts" aria-live="polite" aria-label={common().messages}>
      {toasts.value.map((each) => (
        <ToastCard key={each.id} toast={each} />
      ))}
    </section>
  )
}

function ToastCard({ toast: { id, text, act } }: { readonly toast: Toast }) {
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held) return
    const timer = setTimeout(drop, act ? 12_000 : 6_000, id)
    return () => {
      clearTimeout(timer)
    }
  }, [held, id, act])
  const hold = () => {
    setHeld(true)
  }
  const release = () => {
    setHeld(false)
  }
  return (
    <div class="ui-toast" onMouseEnter={hold} onMouseLeave={release} onFocusCapture={hold} onBlurCapture={release}>
      <span>{text}</span>
      {act && (
        <Button
          kind="quiet"
          size="small"
          onClick={() => {
            act.onClick()
            drop(id)
          }}
        >
          {act.label}
        </Button>
      )}
      <IconButton
        icon={X}
        label={common().close}
        onClick={() => {
          drop(id)
        }}
      />
    </div>
  )
}
