import { Globe, KeySquare, Server, StickyNote, type LucideIcon } from 'lucide-preact'
import type { ItemFields } from '../../messages/views.ts'

type Kind = ItemFields['kind']

/** The icon of each kind of login. A word stands beside it always. */
export const kindIcons: { readonly [K in Kind]: LucideIcon } = {
  login: Globe,
  host: Server,
  key: KeySquare,
  note: StickyNote,
}

/** The kinds in the order in which they are offered. */
export const kindsInOrder: readonly Kind[] = ['login', 'host', 'key', 'note']
