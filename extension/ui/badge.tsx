import { Eye, FolderKey, Pencil, TextCursorInput, type LucideIcon } from 'lucide-preact'
import { common } from '../words/common.ts'
import './badge.css'

export interface BadgeProps {
  readonly children: string
  readonly kind?: 'neutral' | 'accent' | 'warn' | 'danger'
  /** Give one with `warn` and `danger`: never by colour alone. */
  readonly icon?: LucideIcon | null
  readonly title?: string
}

/** A state in a word. */
export function Badge({ children, kind = 'neutral', icon, title }: BadgeProps) {
  const Icon = icon ?? null
  return (
    <span class="ui-badge" data-kind={kind} title={title}>
      {Icon && <Icon size={12} strokeWidth={2.5} aria-hidden="true" />}
      {children}
    </span>
  )
}

/** How much somebody may do on a folder, from least to most. */
export type Level = 'fill' | 'read' | 'edit' | 'manage'

const LEVEL_ICONS: Readonly<Record<Level, LucideIcon>> = {
  fill: TextCursorInput,
  read: Eye,
  edit: Pencil,
  manage: FolderKey,
}

/** A level of access as icon and word, with its meaning as tooltip. */
export function LevelChip({ level }: { readonly level: Level }) {
  const t = common()
  return (
    <Badge icon={LEVEL_ICONS[level]} kind={level === 'manage' ? 'accent' : 'neutral'} title={t.levelMeaning[level]}>
      {t.levels[level]}
    </Badge>
  )
}
