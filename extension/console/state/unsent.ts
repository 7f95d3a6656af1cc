import { computed, signal } from '@preact/signals'
import { matchRule } from '../../messages/item-fields.ts'
import type { UnsentRow } from '../../messages/views.ts'
import { itemWords } from '../../words/console-items.ts'
import { unsentWords } from '../../words/console-unsent.ts'
import { matchWords } from '../../words/match.ts'
import type { FolderId, ItemId } from './ids.ts'
import { world } from './world.ts'

/** The changes that wait on this desk, in the order in which they are sent. */
export const unsent = computed<UnsentRow[]>(() => world.value?.unsent ?? [])
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

/** The label of a part of a login: an address is its own label, an extra field has a label of its own. */
export const labelOf = ({ field, label }: OfField): string =>
  field === 'custom' ? label : field === 'urls' ? matchWords().addressOf(label) : fieldLabels()[field]

/** The value of a part as people read it: for an address its rule, for the step after a fill a sentence. */
export function textOf(field: OfField['field'], value: string): string {
  if (field === 'afterFill') return value === '' ? itemWords().afterFillStays : itemWords().afterFillSends
  const rule = matchRule.safeParse(value)
  return field === 'urls' && rule.success ? matchWords().rules[rule.data] : value
}

/** Whether the part is masked until the person asks to see it. */
export const isSecret = ({ field }: OfField): boolean => field === 'password' || field === 'totp'
