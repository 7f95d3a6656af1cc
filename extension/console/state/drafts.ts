import { signal } from '@preact/signals'
import { newItemId } from '../../../shared/bytes/ids.ts'
import type { FolderId, ItemId } from './ids.ts'
import { ask } from '../../messages/ask.ts'
import type { Reply } from '../../messages/contract.ts'
import type { ItemFields } from '../../messages/views.ts'
import { emptyAddress } from './addresses.ts'
import { codeOf } from './failing.ts'
import { emptyForm, sameFields, tidyFields } from './fields.ts'
import { derived } from './derived.ts'

export type Saving = { state: 'idle' } | { state: 'saving' } | { state: 'failed'; code: string }

/** A login in its form. Kept across failures and navigation until it is saved, dropped, or the vault locks. */
export type Draft = {
  folder: FolderId
  /** Null for a new login. */
  item: ItemId | null
  /** The id that a new login gets. The same at every try, so that a repeated save creates no second login. */
  fresh: ItemId
  /** The revision that the form was opened on. */
  base: number | null
  start: ItemFields
  fields: ItemFields
  saving: Saving
}

const drafts = signal<ReadonlyMap<string, Draft>>(new Map())

const key = (folder: FolderId, item: ItemId | null) => `${folder}/${item ?? 'new'}`

/** The draft of this login, or of a new one in this folder; null when nobody is typing one. */
export const draftOf = (folder: FolderId, item: ItemId | null): Draft | null =>
  drafts.value.get(key(folder, item)) ?? null

/** The draft of the login that an address names. */
export const draftAt = (folder: FolderId, item: string): Draft | null => drafts.value.get(`${folder}/${item}`) ?? null

/** Whether something was typed in it. */
export const isDirty = (draft: Draft): boolean => !sameFields(draft.start, draft.fields)

/** Drafts that would be lost with this page. */
export const dirtyDrafts = derived(() => [...drafts.value.values()].filter(isDirty))

function put(draft: Draft): void {
  drafts.value = new Map(drafts.peek()).set(key(draft.folder, draft.item), draft)
}

/** Starts a draft of a new login in this folder, or keeps the one that exists. */
export function draftNew(folder: FolderId): void {
  if (draftOf(folder, null) === null)
    put({
      folder,
      item: null,
      fresh: newItemId(),
      base: null,
      start: emptyForm,
      fields: emptyForm,
      saving: { state: 'idle' },
    })
}

/** Starts a draft from this revision of an item, or keeps the one that exists. */
export function draftEdit(folder: FolderId, item: ItemId, base: number, fields: ItemFields): void {
  if (draftOf(folder, item) !== null) return
  const shown = fields.urls.length === 0 ? { ...fields, urls: [emptyAddress] } : fields
  put({ folder, item, fresh: newItemId(), base, start: shown, fields: shown, saving: { state: 'idle' } })
}

/** What is typed. */
export function type(draft: Draft, change: Partial<ItemFields>): void {
  const now = draftOf(draft.folder, draft.item)
  if (now !== null) put({ ...now, fields: { ...now.fields, ...change } })
}

/** Drops the draft and all that was typed in it. */
export function dropDraft(draft: Draft): void {
  const rest = new Map(drafts.peek())
  rest.delete(key(draft.folder, draft.item))
  drafts.value = rest
}

/** P10: drops all drafts at lock. */
export function dropAllDrafts(): void {
  drafts.value = new Map()
}

/**
 * Saves what is typed. Gives what came of it, sent or kept on this desk, or null when it is neither: then the draft keeps
 * everything and says why.
 */
export async function save(draft: Draft): Promise<Reply<'item.save'> | null> {
  const typed = draftOf(draft.folder, draft.item) ?? draft
  if (typed.saving.state === 'saving') return null
  put({ ...typed, saving: { state: 'saving' } })
  const { folder, fresh, base, start, fields } = typed
  const item = typed.item ?? fresh
  const was = base === null ? null : tidyFields(start)
  try {
    const saved = await ask('item.save', { folder, item, form: fresh, base, was, fields: tidyFields(fields) })
    dropDraft(draft)
    return saved
  } catch (error) {
    // Text that was typed while the request was running is kept too.
    const now = draftOf(draft.folder, draft.item)
    if (now !== null) put({ ...now, saving: { state: 'failed', code: codeOf(error) } })
    return null
  }
}
