import { ArrowLeft } from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { common } from '../words/common.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Mark } from '../ui/mark.tsx'
import { unlockWords } from '../words/unlock.ts'
import './unlock.css'

export interface SheetProps {
  readonly title: string
  /** The page's title when `title` names an organisation, because the browser writes page titles to disk (P10). */
  readonly pageTitle?: string
  /** The number of this step and of all steps, for a ceremony with several. */
  readonly step?: readonly [n: number, of: number]
  readonly children: ComponentChildren
  /** Goes to the step before, with what was typed there. */
  readonly onBack?: () => void
  /** Whether the title takes the focus when drawn, so that a screen reader announces the step. For sheets where nothing else does. */
  readonly focusTitle?: boolean
}

/** One screen of the window: mark, title, content. The page is named after it. */
export function Sheet({ title, pageTitle = title, step, children, onBack, focusTitle = false }: SheetProps) {
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${pageTitle} · Cloison`
    if (focusTitle) head.current?.focus()
  }, [title, pageTitle, focusTitle])
  return (
    <main class="sheet">
      <header class="sheet-head">
        {onBack && <IconButton icon={ArrowLeft} label={common().back} onClick={onBack} />}
        <Mark size={28} named />
        {step && <span class="sheet-step">{unlockWords().step(...step)}</span>}
      </header>
      <h1 ref={head} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </main>
  )
}

/** A form of a sheet. Enter anywhere in it submits. */
export function SheetForm({ onSubmit, children }: { onSubmit: () => void; children: ComponentChildren }) {
  return (
    <form
      class="sheet-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      {children}
    </form>
  )
}
