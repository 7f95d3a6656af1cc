import { get } from '../../../shared/bytes/table.ts'
import { toBase64url } from '../../../shared/bytes/base64url.ts'
import type { FolderId, ItemId } from '../../../shared/bytes/ids.ts'
import { Failure } from '../../../shared/bytes/failure.ts'
import { equal } from '../../../shared/bytes/bytes.ts'
import type { PartLink } from '../../../shared/ledger/entry.ts'
import { atLeast, levelOf } from '../../../shared/ledger/replay/level.ts'
import { limits } from '../../../shared/protocol/objects.ts'
import type { Part } from '../../../shared/protocol/objects.ts'
import { overview as overviewCodec, secret as secretCodec } from '../../../shared/vault/item.ts'
import { sealPart } from '../../../shared/vault/seal-item.ts'
import type { PastPassword } from '../../../shared/vault/item.ts'
import type { ItemFields } from '../../messages/views.ts'
import { appendChange } from './append-change.ts'
import type { JournalWrite } from './append-change.ts'
import { openFields, judgeEdit } from './judge-edit.ts'
import type { Open } from '../vault/open.ts'
import { historyAfter } from './keep-history.ts'
import { passwordPlaces } from './password-places.ts'
import { overviewOf, secretOf } from '../vault/item-parts.ts'
import { shownEdit } from '../vault/shown-edits.ts'
import { openItemPart } from '../vault/open-item-part.ts'
import type { UnsentEdit } from '../vault/unsent-schema.ts'
import { newestFolderKey, shelfOf, stateOf } from '../vault/vault.ts'
import { useSecret } from './recorded-use.ts'
import type { Vault } from '../vault/vault.ts'

/** Returns the item's shelf. Throws Failure `not-allowed` below level read, `tampered-folder`. */
function needReadable(vault: Vault, folder: FolderId) {
  if (!atLeast(levelOf(stateOf(vault), vault.me, folder), 'read')) throw new Failure('not-allowed')
  const shelf = shelfOf(vault, folder)
  if (shelf.refused !== null) throw new Failure('tampered-folder')
  return shelf
}

/**
 * Returns the fields of an item, with this person's own unsent edit where there is one, the item's revision in the journal, and how many
 * earlier passwords it has.
 * @throws Failure `not-allowed` below level read, `tampered-folder`, `unknown-item`; what `openItemPart` throws
 */
export async function readItem(vault: Vault, folder: FolderId, item: ItemId) {
  const shelf = needReadable(vault, folder)
  const fields = shownEdit(vault, folder, item)?.fields ?? (await openFields(vault, folder, item))
  const past = (await readHistory(vault, folder, item)).length
  return { fields, revision: get(shelf.journal.items, item)?.revision ?? 0, past }
}

/**
 * Returns the earlier passwords of an item, newest first; of a new one that is not sent yet, those that it comes with.
 * Throws as `readItem`.
 */
export async function readHistory(vault: Vault, folder: FolderId, item: ItemId): Promise<PastPassword[]> {
  const shelf = needReadable(vault, folder)
  const isLive = (get(shelf.journal.items, item)?.parts ?? null) !== null
  if (isLive) return (await openItemPart(vault, shelf, item, 'secret')).history
  const edit = shownEdit(vault, folder, item)
  if (edit === null) throw new Failure('unknown-item', item)
  return edit.history
}

/**
 * Sends one edit as the next revision of the item, merged with the changes of others. Returns the revision that holds the edit. A
 * changed part is sealed under the folder's newest key; for an unchanged one the journal names the old part again.
 * @throws Failure `needs-choice` where somebody else changed the same field; `login-too-large`; `not-moved-yet`; what `appendChange` throws
 */
export async function sendEdit(at: Open, edit: UnsentEdit): Promise<number> {
  needMoved(at.vault, edit)
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

/** Throws Failure `not-moved-yet` while what the edit waits for is not live in the journal that this device has verified. */
function needMoved(vault: Vault, { after }: UnsentEdit): void {
  if (after === null) return
  const moved = get(shelfOf(vault, after.folder).journal.items, after.item)
  if ((moved?.parts ?? null) === null) throw new Failure('not-moved-yet', after.item)
}

async function sealEdit(
  vault: Vault,
  { folder, item, at, history, passwordIn }: UnsentEdit,
  revision: number,
  fields: ItemFields | null,
): Promise<JournalWrite> {
  const { key, generation } = newestFolderKey(vault, folder)
  if (fields === null) return { change: { item, revision, parts: null }, parts: [], generation }
  const shelf = shelfOf(vault, folder)
  const old = get(shelf.journal.items, item)?.parts ?? null
  const open = async () => ({
    overview: await openItemPart(vault, shelf, item, 'overview'),
    secret: await openItemPart(vault, shelf, item, 'secret'),
  })
  const before = old === null ? null : await open()
  const value = {
    overview: overviewOf(fields, passwordPlaces(vault, folder, fields.password, before, passwordIn)),
    secret: secretOf(fields, historyAfter(before?.secret ?? null, fields.password, at, history)),
  }
  const isUnchanged = (part: 'overview' | 'secret') =>
    before !== null &&
    (part === 'overview'
      ? equal(overviewCodec.write(before.overview), overviewCodec.write(value.overview))
      : equal(secretCodec.write(before.secret), secretCodec.write(value.secret)))
  const place = { org: vault.org, folder, item, generation, revision, author: vault.me }
  const parts: Part[] = []
  const seal = async (part: 'overview' | 'secret'): Promise<PartLink> => {
    const link = old?.[part]
    if (link !== undefined && isUnchanged(part))
      return { revision: link.revision, generation: link.generation, hash: link.hash }
    const sealedPart =
      part === 'overview'
        ? await sealPart(key, place, part, value.overview)
        : await sealPart(key, place, part, value.secret)
    if (sealedPart.sealed.length > limits[part]) throw new Failure('login-too-large', item)
    parts.push({ item, part, revision, sealed: toBase64url(sealedPart.sealed) })
    return { revision, generation, hash: sealedPart.hash }
  }
  const links = { overview: await seal('overview'), secret: await seal('secret') }
  return { change: { item, revision, parts: links }, parts, generation }
}
