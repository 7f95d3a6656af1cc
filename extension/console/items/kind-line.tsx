import type { ItemRow } from '../../messages/views.ts'
import { Badge } from '../../ui/badge.tsx'
import { kindWords } from '../../words/item-kinds.ts'
import { kindIcons } from './kind-icons.ts'

/** What a login is, as icon and word, and its tags. Nothing for a web login without tags, which most are. */
export function KindLine({ row: { kind, tags } }: { readonly row: ItemRow }) {
  const t = kindWords()
  const Icon = kindIcons[kind]
  if (kind === 'login' && tags.length === 0) return null
  return (
    <p class="c-kind-line">
      <span>
        <Icon size={16} aria-hidden="true" />
        {t.kinds[kind]}
      </span>
      {tags.map((tag) => (
        <Badge key={tag}>{tag}</Badge>
      ))}
    </p>
  )
}
