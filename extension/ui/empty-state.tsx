import type { LucideIcon } from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import './empty-state.css'

export interface EmptyStateProps {
  readonly icon?: LucideIcon | null
  readonly title: string
  /** One sentence: why it is empty, and the first step. */
  readonly children?: ComponentChildren
  /** One button, or two. */
  readonly act?: ComponentChildren
}

/** What a list shows when it has no rows. */
export function EmptyState({ icon, title, children, act }: EmptyStateProps) {
  const Icon = icon ?? null
  return (
    <div class="ui-empty">
      {Icon && <Icon size={28} strokeWidth={1.5} aria-hidden="true" />}
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {act && <div class="ui-empty-act">{act}</div>}
    </div>
  )
}
