import { computed, signal } from '@preact/signals'
import { matchRule } from '../../messages/item-fields.ts'
import type { UnsentRow } from '../../messages/views.ts'
import { itemWords } from '../../words/console-items.ts'
import { unsentWords } from '../../words/console-unsent.ts'
import { matchWords } from '../../words/match.ts'
import type { FolderId, ItemId } from './ids.ts'
import { world } from './world.ts'

/** What waits on this desk, in the order in which it goes. */
export const unsent = computed<UnsentRow[]>(() => world.value?.unsent ?? [])
export const unsentAt = (item: string | null): UnsentRow | null =>
  unsent.value.find((each) => each.item === item) ?? null

/** The edit for which the person is asked to choose now. */
export const choosing = signal<{ folder: FolderId; item: ItemId } | null>(null)

/** What is kept on this desk and why, in a sentence for the moment of saving. */
export function sayKept(why: string): string {
  const t = unsentWords()
  return why === 'needs-choice' ? t.keptForChoice : why === 'stale-folder' ? t.keptForKey : t.keptHere
}

const AWAY = new Set(['server-unreachable', 'database-down', 'not-signed-in'])

/** What an edit waits for, and that it is safe. */
export function sayWaiting({ state, why }: UnsentRow): { title: string; next: string } {
  const t = unsentWords()
  if (state === 'refused') return { title: t.refusedTitle, next: why === 'closed' ? t.refusedClosed : t.refused }
  if (state === 'choose') return { title: t.chooseTitleSomebody, next: t.chooseNext }
  const next =
    why === 'stale-folder' ? t.stale : why === 'tampered-folder' ? t.unverified : AWAY.has(why) ? t.away : t.trying
  return { title: t.waitingTitle, next }
}

type OfField = { field: keyof ReturnType<typeof fieldLabels>; label: string }
const fieldLabels = () => {
  const t = itemWords()
  return {
    name: t.name,
    username: t.username,
    password: t.password,
    urls: t.addresses,
    custom: t.custom,
    totp: t.totp,
    afterFill: t.afterFill,
    notes: t.notes,
  }
}

/** What a part of a login is called: an address by itself, a field of the person's own by its label. */
export const labelOf = ({ field, label }: OfField): string =>
  field === 'custom' ? label : field === 'urls' ? matchWords().addressOf(label) : fieldLabels()[field]

/** A part's value as it is read: of an address its rule, of what follows a fill its sentence. */
export function textOf(field: OfField['field'], value: string): string {
  if (field === 'afterFill') return value === '' ? itemWords().afterFillStays : itemWords().afterFillSends
  const rule = matchRule.safeParse(value)
  return field === 'urls' && rule.success ? matchWords().rules[rule.data] : value
}

/** Whether it is masked until asked. */
export const isSecret = ({ field }: OfField): boolean => field === 'password' || field === 'totp'
