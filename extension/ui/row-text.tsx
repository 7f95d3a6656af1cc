import type { LucideIcon } from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import { ClientBar } from './client-bar.tsx'
import './list.css'

export interface RowTextProps {
  readonly name: string
  readonly under?: string | null
  readonly icon?: LucideIcon | null
  /** The colour of the client's bar, 0 to 11. */
  readonly hue?: number | null
  /** Badges after the text. */
  readonly children?: ComponentChildren
}

/** What most rows show: bar or icon, name, a soft line under it, badges. The same in console and popup. */
export function RowText({ name, under, icon, hue, children }: RowTextProps) {
  const Icon = icon ?? null
  return (
    <span class="ui-row-text">
      {hue !== undefined && hue !== null && <ClientBar hue={hue} />}
      {Icon && <Icon size={16} aria-hidden="true" />}
      <span class="ui-row-lines">
        <span class="ui-cut" title={name}>
          {name}
        </span>
        {under && (
          <span class="ui-row-under ui-cut" title={under}>
            {under}
          </span>
        )}
      </span>
      {children}
    </span>
  )
}
