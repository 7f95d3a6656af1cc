import { User, Users } from 'lucide-preact'
import { common } from '../words/common.ts'
import type { Level } from './badge.tsx'
import './access-line.css'

/** Somebody who has access to a folder. */
export interface AccessEntry {
  readonly id: string
  readonly kind: 'team' | 'member'
  readonly name: string
  readonly level: Level
}

export interface AccessLineProps {
  readonly label: string
  readonly entries: readonly AccessEntry[]
  /** The most that are shown; the others are counted. */
  readonly shown?: number
}

/** The line under a folder's title that lists who has access. */
export function AccessLine({ label, entries, shown = 4 }: AccessLineProps) {
  const t = common()
  return (
    <ul class="ui-access" aria-label={label}>
      {entries.slice(0, shown).map(({ id, kind, name, level }) => (
        <li key={id}>
          {kind === 'team' ? <Users size={16} aria-hidden="true" /> : <User size={16} aria-hidden="true" />}
          <span class="ui-cut" title={name}>
            {name}
          </span>
          <span class="ui-access-level" title={t.levelMeaning[level]}>
            {t.levels[level]}
          </span>
        </li>
      ))}
      {entries.length > shown && <li>{t.andMore(entries.length - shown)}</li>}
    </ul>
  )
}
