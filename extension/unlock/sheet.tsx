import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { Mark } from '../ui/mark.tsx'
import { unlockWords } from '../words/unlock.ts'
import './unlock.css'

export interface SheetProps {
  readonly title: string
  /** What the page is called where `title` names an organisation: the browser writes a page's name to its disk (P10). */
  readonly pageTitle?: string
  /** Which step of how many, where a ceremony has several. */
  readonly step?: readonly [n: number, of: number]
  readonly children: ComponentChildren
  /** Takes the focus when drawn, where no field or button of the sheet does: the new step is read aloud. */
  readonly focusTitle?: boolean
}

/** One screen of the window: mark, title, content. The page is named after it. */
export function Sheet({ title, pageTitle = title, step, children, focusTitle = false }: SheetProps) {
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${pageTitle} · Cloison`
    if (focusTitle) head.current?.focus()
  }, [title, pageTitle, focusTitle])
  return (
    <main class="sheet">
      <header class="sheet-head">
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

/** A form of a sheet: Enter anywhere in it is its main act. */
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
