import { get } from '../../shared/bytes/table.ts'
import { toBase64url } from '../../shared/bytes/base64url.ts'
import type { FolderId, ItemId } from '../../shared/bytes/ids.ts'
import { Failure } from '../../shared/bytes/failure.ts'
import type { PartLink } from '../../shared/ledger/entry.ts'
import type { ItemState } from '../../shared/ledger/replay/journal.ts'
import { atLeast, levelOf } from '../../shared/ledger/replay/level.ts'
import type { Part } from '../../shared/protocol/objects.ts'
import { overview as overviewCodec, secret as secretCodec } from '../../shared/vault/item.ts'
import type { Overview, Secret } from '../../shared/vault/item.ts'
import { sealPart } from '../../shared/vault/seal-item.ts'
import { equal } from '../../shared/bytes/bytes.ts'
import type { ItemFields } from '../messages/views.ts'
import { appendChange } from './append-change.ts'
import type { Open } from './keeper.ts'
import { openItemPart } from './pull-journals.ts'
import { newestFolderKey, shelfOf, stateOf } from './vault.ts'
import type { Vault } from './vault.ts'

/**
 * Both parts of a live item for somebody who may read. Throws Failure `not-allowed` below read, `tampered-folder`,
 * `unknown-item`, or what opening throws.
 */
export async function readItem(vault: Vault, folder: FolderId, item: ItemId) {
  if (!atLeast(levelOf(stateOf(vault), vault.me, folder), 'read')) throw new Failure('not-allowed')
  const shelf = shelfOf(vault, folder)
  if (shelf.refused !== null) throw new Failure('tampered-folder')
  const fields = await fieldsOf(vault, folder, item)
  return { fields, revision: get(shelf.journal.items, item)?.revision ?? 0 }
}

async function fieldsOf(vault: Vault, folder: FolderId, item: ItemId): Promise<ItemFields> {
  const shelf = shelfOf(vault, folder)
  const overview = await openItemPart(vault, shelf, item, 'overview')
  return { ...overview, ...(await openItemPart(vault, shelf, item, 'secret')) }
}

const split = (fields: ItemFields): { overview: Overview; secret: Secret } => ({
  overview: { name: fields.name, username: fields.username, urls: fields.urls },
  secret: { password: fields.password, totp: fields.totp, notes: fields.notes, custom: fields.custom },
})

/**
 * Saves an item as its next revision; an unchanged part keeps its link. `base` is the revision the form was opened on,
 * null for a new item, whose id the form chose when it was opened: so a save whose answer was lost can be sent again, and
 * is found done. Throws ItemConflict, Failure `stale-folder`, `not-allowed`, `tampered-folder`, ServerRefusal.
 */
export async function saveItem(
  at: Open,
  { folder, item, base, fields }: { folder: FolderId; item: ItemId; base: number | null; fields: ItemFields },
): Promise<{ item: ItemId; revision: number }> {
  const { vault } = at
  const revision = (base ?? 0) + 1
  const value = split(fields)
  const isSame = async (part: 'overview' | 'secret') => {
    const shelf = shelfOf(vault, folder)
    return part === 'overview'
      ? equal(overviewCodec.write(await openItemPart(vault, shelf, item, part)), overviewCodec.write(value.overview))
      : equal(secretCodec.write(await openItemPart(vault, shelf, item, part)), secretCodec.write(value.secret))
  }
  const isDone = async (now: ItemState) =>
    now.revision === revision &&
    now.changedBy === vault.me &&
    now.parts !== null &&
    (await isSame('overview')) &&
    (await isSame('secret'))
  await appendChange(at, { folder, item, base, isDone, fieldsOf: () => fieldsOf(vault, folder, item) }, async () => {
    const { key, generation } = newestFolderKey(vault, folder)
    const place = { org: vault.org, folder, item, generation, revision, author: vault.me }
    const old = base === null ? null : (get(shelfOf(vault, folder).journal.items, item)?.parts ?? null)
    const parts: Part[] = []
    const seal = async (part: 'overview' | 'secret'): Promise<PartLink> => {
      const link = old?.[part]
      if (link !== undefined && (await isSame(part)))
        return { revision: link.revision, generation: link.generation, hash: link.hash }
      const made =
        part === 'overview'
          ? await sealPart(key, place, part, value.overview)
          : await sealPart(key, place, part, value.secret)
      parts.push({ item, part, revision, sealed: toBase64url(made.sealed) })
      return { revision, generation, hash: made.hash }
    }
    const links = { overview: await seal('overview'), secret: await seal('secret') }
    return { change: { item, revision, parts: links }, parts, generation }
  })
  return { item, revision }
}

/**
 * Deletes an item; its revision stays in the journal, so that it cannot be brought back unseen. One that is deleted
 * already is as it should be. Throws as `saveItem`.
 */
export async function deleteItem(at: Open, input: { folder: FolderId; item: ItemId; base: number }): Promise<void> {
  const { vault } = at
  const { folder, item } = input
  const isDone = (now: ItemState) => Promise.resolve(now.parts === null)
  await appendChange(at, { ...input, isDone, fieldsOf: () => fieldsOf(vault, folder, item) }, () => {
    const { generation } = newestFolderKey(vault, folder)
    return Promise.resolve({ change: { item, revision: input.base + 1, parts: null }, parts: [], generation })
  })
}
