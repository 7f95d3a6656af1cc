import { get } from '../../../shared/bytes/table.ts'
import { toBase64url } from '../../../shared/bytes/base64url.ts'
import type { FolderId, ItemId } from '../../../shared/bytes/ids.ts'
import { Failure } from '../../../shared/bytes/failure.ts'
import { equal } from '../../../shared/bytes/bytes.ts'
import type { PartLink } from '../../../shared/ledger/entry.ts'
import { atLeast, levelOf } from '../../../shared/ledger/replay/level.ts'
import type { Part } from '../../../shared/protocol/objects.ts'
import { overview as overviewCodec, secret as secretCodec } from '../../../shared/vault/item.ts'
import type { Overview, Secret } from '../../../shared/vault/item.ts'
import { sealPart } from '../../../shared/vault/seal-item.ts'
import type { ItemFields } from '../../messages/views.ts'
import { appendChange } from './append-change.ts'
import type { JournalWrite } from './append-change.ts'
import { openFields, judgeEdit } from './judge-edit.ts'
import type { Open } from '../vault/open.ts'
import { shownEdit } from '../vault/shown-edits.ts'
import { openItemPart } from '../vault/open-item-part.ts'
import type { UnsentEdit } from '../vault/unsent-schema.ts'
import { newestFolderKey, shelfOf, stateOf } from '../vault/vault.ts'
import { useSecret } from './recorded-use.ts'
import type { Vault } from '../vault/vault.ts'

/**
 * Returns the fields of an item, with this person's own unsent edit where there is one, and the item's revision in the journal.
 * @throws Failure `not-allowed` below level read, `tampered-folder`, `unknown-item`; what `openItemPart` throws
 */
export async function readItem(vault: Vault, folder: FolderId, item: ItemId) {
  if (!atLeast(levelOf(stateOf(vault), vault.me, folder), 'read')) throw new Failure('not-allowed')
  const shelf = shelfOf(vault, folder)
  if (shelf.refused !== null) throw new Failure('tampered-folder')
  const fields = shownEdit(vault, folder, item)?.fields ?? (await openFields(vault, folder, item))
  return { fields, revision: get(shelf.journal.items, item)?.revision ?? 0 }
}

/** Returns the two parts that an item is sealed as. */
export const splitFields = (fields: ItemFields): { overview: Overview; secret: Secret } => ({
  overview: { name: fields.name, username: fields.username, urls: fields.urls, afterFill: fields.afterFill },
  secret: { password: fields.password, totp: fields.totp, notes: fields.notes, custom: fields.custom },
})

/**
 * Sends one edit as the next revision of the item, merged with the changes of others. Returns the revision that holds the edit. A
 * changed part is sealed under the folder's newest key; for an unchanged one the journal names the old part again.
 * @throws Failure `needs-choice` where somebody else changed the same field; what `appendChange` throws
 */
export async function sendEdit(at: Open, edit: UnsentEdit): Promise<number> {
  let revision = 0
  const write = async () => {
    const judged = await judgeEdit(at.vault, edit)
    if (judged.is !== 'done' && judged.is !== 'write') throw new Failure('needs-choice')
    revision = judged.revision
    return judged.is === 'done' ? null : sealEdit(at.vault, edit, judged.revision, judged.fields)
  }
  const { folder, item } = edit
  await appendChange(at, folder, () => useSecret(at, { folder, item, purpose: 'edit' }, write))
  return revision
}

async function sealEdit(
  vault: Vault,
  { folder, item }: UnsentEdit,
  revision: number,
  fields: ItemFields | null,
): Promise<JournalWrite> {
  const { key, generation } = newestFolderKey(vault, folder)
  if (fields === null) return { change: { item, revision, parts: null }, parts: [], generation }
  const shelf = shelfOf(vault, folder)
  const old = get(shelf.journal.items, item)?.parts ?? null
  const value = splitFields(fields)
  const isUnchanged = async (part: 'overview' | 'secret') =>
    part === 'overview'
      ? equal(overviewCodec.write(await openItemPart(vault, shelf, item, part)), overviewCodec.write(value.overview))
      : equal(secretCodec.write(await openItemPart(vault, shelf, item, part)), secretCodec.write(value.secret))
  const place = { org: vault.org, folder, item, generation, revision, author: vault.me }
  const parts: Part[] = []
  const seal = async (part: 'overview' | 'secret'): Promise<PartLink> => {
    const link = old?.[part]
    if (link !== undefined && (await isUnchanged(part)))
      return { revision: link.revision, generation: link.generation, hash: link.hash }
    const sealedPart =
      part === 'overview'
        ? await sealPart(key, place, part, value.overview)
        : await sealPart(key, place, part, value.secret)
    parts.push({ item, part, revision, sealed: toBase64url(sealedPart.sealed) })
    return { revision, generation, hash: sealedPart.hash }
  }
  const links = { overview: await seal('overview'), secret: await seal('secret') }
  return { change: { item, revision, parts: links }, parts, generation }
}
