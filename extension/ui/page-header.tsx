import { ChevronRight } from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import { common } from '../words/common.ts'
import { Link } from './link.tsx'
import './page-header.css'

/** An ancestor of the current screen. */
export interface Crumb {
  readonly label: string
  readonly to: string
}

/** The breadcrumb, above the title. */
export function Breadcrumb({ trail }: { readonly trail: readonly Crumb[] }) {
  return (
    <nav class="ui-breadcrumb" aria-label={common().breadcrumb}>
      <ol>
        {trail.map(({ label, to }, at) => (
          <li key={to}>
            <Link to={to}>{label}</Link>
            {at < trail.length - 1 && <ChevronRight size={12} aria-hidden="true" />}
          </li>
        ))}
      </ol>
    </nav>
  )
}

export interface PageHeaderProps {
  readonly title: string
  readonly trail?: readonly Crumb[]
  /** The one primary act of the screen first, lesser ones after it: so they wrap under a long title. */
  readonly acts?: ComponentChildren
  /** Under the title: who has access. */
  readonly children?: ComponentChildren
}

/** The head of a screen: breadcrumb, title, acts at the right, a line under it. */
export function PageHeader({ title, trail = [], acts, children }: PageHeaderProps) {
  return (
    <header class="ui-page-header">
      {trail.length > 0 && <Breadcrumb trail={trail} />}
      <div class="ui-page-title">
        <h1>{title}</h1>
        {acts && <div class="ui-page-acts">{acts}</div>}
      </div>
      {children}
    </header>
  )
}
