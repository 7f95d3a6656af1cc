import { CircleAlert, Info, TriangleAlert } from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import { common } from '../words/common.ts'
import './banner.css'

export interface BannerProps {
  readonly kind: 'info' | 'warn' | 'danger'
  /** What happened, or what is so. */
  readonly title: string
  /** What is safe, what to do. */
  readonly children?: ComponentChildren
  /** A button or two under the text. */
  readonly act?: ComponentChildren
}

/** A message that stays until it is no longer true. One of danger is announced at once. */
export function Banner({ kind, title, children, act }: BannerProps) {
  const t = common()
  const Icon = { info: Info, warn: TriangleAlert, danger: CircleAlert }[kind]
  const word = { info: t.info, warn: t.warning, danger: t.error }[kind]
  return (
    <div class="ui-banner" data-kind={kind} role={kind === 'danger' ? 'alert' : 'status'}>
      <Icon size={20} aria-label={word} role="img" />
      <div class="ui-banner-text">
        <div class="ui-banner-said">
          <strong>{title}</strong>
          {children}
        </div>
        {act && <div class="ui-banner-act">{act}</div>}
      </div>
    </div>
  )
}
