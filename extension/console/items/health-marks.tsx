import { Copy, Files } from 'lucide-preact'
import type { ItemRow } from '../../messages/views.ts'
import { Badge } from '../../ui/badge.tsx'
import { healthWords } from '../../words/health.ts'
import { marksOf } from '../state/health.ts'

/** What the last check says of a login, while it has not changed since; nothing before the first check. */
export function HealthMarks({ item }: { readonly item: ItemRow }) {
  const t = healthWords()
  const { reused, double } = marksOf(item)
  return (
    <>
      {reused && (
        <Badge kind="warn" icon={Copy} title={t.reusedMarkHint}>
          {t.reusedMark}
        </Badge>
      )}
      {double && (
        <Badge icon={Files} title={t.doubleMarkHint}>
          {t.doubleMark}
        </Badge>
      )}
    </>
  )
}
