import type { FolderId, ItemId, MemberId } from '../../../shared/bytes/ids.ts'
import { get } from '../../../shared/bytes/table.ts'
import type { Clash, ItemFields, MergedField } from '../../messages/views.ts'
import { isSame, merge } from './merge.ts'
import { fieldsOf } from '../vault/item-parts.ts'
import { openItemPart } from '../vault/open-item-part.ts'
import type { UnsentEdit } from '../vault/unsent-schema.ts'
import { shelfOf } from '../vault/vault.ts'
import type { Vault } from '../vault/vault.ts'

/**
 * What to do with an edit, given the newest revision: nothing (`done`), write a revision, or ask the person. `both-changed`: both
 * sides changed the same field; `they-deleted`: the other side deleted the item; `i-delete`: the person deletes an item that
 * somebody else has changed since they saw it.
 */
export type EditVerdict =
  | { is: 'done'; revision: number }
  | { is: 'write'; revision: number; fields: ItemFields | null }
  | { is: 'both-changed'; revision: number; by: MemberId; clashes: Clash[]; taken: MergedField[] }
  | { is: 'they-deleted'; by: MemberId }
  | { is: 'i-delete'; revision: number; by: MemberId }

/** Returns the fields of both parts of an item that is not deleted. Throws what `openItemPart` throws. */
export async function openFields(vault: Vault, folder: FolderId, item: ItemId): Promise<ItemFields> {
  const shelf = shelfOf(vault, folder)
  const overview = await openItemPart(vault, shelf, item, 'overview')
  return fieldsOf(overview, await openItemPart(vault, shelf, item, 'secret'))
}

/** Returns what to do with an edit, given the newest revision of its item. Throws what `openItemPart` throws. */
export async function judgeEdit(vault: Vault, edit: UnsentEdit): Promise<EditVerdict> {
  const { folder, item, base, was, tried, fields } = edit
  const now = get(shelfOf(vault, folder).journal.items, item)
  if (now === null) return fields === null ? { is: 'done', revision: 0 } : { is: 'write', revision: 1, fields }
  const { revision, changedBy: by } = now
  if (now.parts === null) return fields === null ? { is: 'done', revision } : { is: 'they-deleted', by }
  const theirs = await openFields(vault, folder, item)
  if (fields === null) {
    const isSeen = revision === base || [was, ...tried].some((one) => one !== null && isSame(one, theirs))
    return isSeen ? { is: 'write', revision: revision + 1, fields } : { is: 'i-delete', revision, by }
  }
  const { fields: merged, clashes, taken } = merge(was, fields, theirs, { tried })
  if (clashes.length > 0) return { is: 'both-changed', revision, by, clashes, taken }
  return isSame(merged, theirs) ? { is: 'done', revision } : { is: 'write', revision: revision + 1, fields: merged }
}

/**
 * Returns the edit after the person's choice: the other side's values for the chosen clashes, their own for the rest. It holds for
 * the revision that the person was shown only: null where the item has changed since, so that they are asked again.
 */
export async function applySettlement(
  vault: Vault,
  edit: UnsentEdit,
  { revision, theirs: chosen }: { revision: number; theirs: readonly string[] },
): Promise<UnsentEdit | null> {
  const { folder, item, was, tried, fields } = edit
  const now = get(shelfOf(vault, folder).journal.items, item)
  if (now === null || now.parts === null || now.revision !== revision) return null
  const theirs = await openFields(vault, folder, item)
  const settled = fields === null ? null : merge(was, fields, theirs, { tried, theirs: new Set(chosen) }).fields
  return { ...edit, base: revision, was: theirs, tried: [], fields: settled }
}
