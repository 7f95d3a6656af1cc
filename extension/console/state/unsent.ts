import { signal } from '@preact/signals'
import { bytesOf, kind, matchRule } from '../../messages/item-fields.ts'
import type { ItemFields, UnsentRow } from '../../messages/views.ts'
import { itemWords } from '../../words/console-items.ts'
import { unsentWords } from '../../words/console-unsent.ts'
import { kindWords } from '../../words/item-kinds.ts'
import { matchWords } from '../../words/match.ts'
import type { FolderId, ItemId } from './ids.ts'
import { world } from './world.ts'
import { derived } from './derived.ts'

/** The changes that wait on this desk, in the order in which they are sent. */
export const unsent = derived<UnsentRow[]>(() => world.value?.unsent ?? [])
export const unsentAt = (item: string | null): UnsentRow | null =>
  unsent.value.find((each) => each.item === item) ?? null

/** The edit for which the choice dialog is open. */
export const choosing = signal<{ folder: FolderId; item: ItemId } | null>(null)

/** Says, after saving, that the change is kept on this desk and why. */
export function sayKept(why: string): string {
  const t = unsentWords()
  return why === 'needs-choice' ? t.keptForChoice : why === 'stale-folder' ? t.keptForKey : t.keptHere
}

const AWAY = new Set(['server-unreachable', 'database-down', 'not-signed-in'])

/** Says what an edit waits for, and that it is safe. */
export function sayWaiting({ state, why }: UnsentRow): { title: string; next: string } {
  const t = unsentWords()
  if (state === 'refused') return { title: t.refusedTitle, next: why === 'closed' ? t.refusedClosed : t.refused }
  if (state === 'choose') return { title: t.chooseTitleSomebody, next: t.chooseNext }
  const next =
    why === 'stale-folder' ? t.stale : why === 'tampered-folder' ? t.unverified : AWAY.has(why) ? t.away : t.trying
  return { title: t.waitingTitle, next }
}

type OfField = { field: keyof ItemFields; label: string }
const fieldLabels = () => {
  const t = itemWords()
  return {
    name: t.name,
    username: t.username,
    password: t.password,
    totp: t.totp,
    afterFill: t.afterFill,
    kind: kindWords().kind,
    tags: kindWords().tags,
    notes: t.notes,
  }
}

/** The label of a part of a login: an address is its own label, an extra field has a label of its own. */
export function labelOf({ field, label }: OfField): string {
  if (field === 'custom') return label
  if (field === 'urls') return matchWords().addressOf(label)
  return field === 'files' ? kindWords().fileLabel(label) : fieldLabels()[field]
}

/** The value of a part as people read it: for an address its rule, for the step after a fill a sentence, for a file its size. */
export function textOf(field: OfField['field'], value: string): string {
  if (field === 'kind') return kindWords().kinds[kind.safeParse(value).data ?? 'login']
  if (field === 'files') return kindWords().size(bytesOf({ bytes: value.split('\n')[0] ?? '' }))
  if (field === 'afterFill') return value === '' ? itemWords().afterFillStays : itemWords().afterFillSends
  const rule = matchRule.safeParse(value)
  return field === 'urls' && rule.success ? matchWords().rules[rule.data] : value
}

/** Whether the part is masked until the person asks to see it. */
export const isSecret = ({ field }: OfField): boolean => field === 'password' || field === 'totp'
