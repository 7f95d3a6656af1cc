import { fromBase64url } from '../../../shared/bytes/base64url.ts'
import { Failure } from '../../../shared/bytes/failure.ts'
import type { FolderId, ItemId } from '../../../shared/bytes/ids.ts'
import { get, pairsIn } from '../../../shared/bytes/table.ts'
import { visibleFolders, visiblePath } from '../../../shared/access/visible.ts'
import type { PartLink } from '../../../shared/ledger/entry.ts'
import type { ItemState, LiveParts } from '../../../shared/ledger/replay/journal-state.ts'
import { levelOf } from '../../../shared/ledger/replay/level.ts'
import type { DeletedPart } from '../../../shared/protocol/sync.ts'
import { openPart } from '../../../shared/vault/seal-item.ts'
import type { DeletedItem } from '../../messages/deleted-view.ts'
import { callAs } from '../desk/call-as.ts'
import { appendChange } from './append-change.ts'
import type { JournalWrite } from './append-change.ts'
import type { Open } from '../vault/open.ts'
import { needVerifiedMember } from '../sync/owed.ts'
import { newestFolderKey, shelfOf, stateOf } from '../vault/vault.ts'
import type { Vault } from '../vault/vault.ts'

/** The most items that the server answers for in one request. */
const MOST = 500

/**
 * Returns the deleted items of a folder that can be restored, newest first. The journal says which, by whom and when; the server
 * keeps their sealed parts for a while, and sends the overview and the last day of each. None of it is stored on this device.
 * @throws Failure `not-allowed` below level manage, `tampered-folder`; what `callAs` throws
 */
export async function deletedItems({ desk, session, vault }: Open, folder: FolderId): Promise<DeletedItem[]> {
  needManage(vault, folder)
  const deleted = new Map(pairsIn(shelfOf(vault, folder).journal.items).filter(([, { gone }]) => gone !== null))
  const ids = [...deleted.keys()]
  const found: DeletedItem[] = []
  for (let from = 0; from < ids.length; from += MOST) {
    const items = ids.slice(from, from + MOST)
    for (const part of (await callAs(desk, session, 'deleted', { folder, items })).parts) {
      const state = deleted.get(part.item)
      if (state !== undefined) found.push(await describeDeleted(vault, folder, part, state))
    }
  }
  return found.sort((a, b) => b.at - a.at)
}

/** For how long the server keeps a deleted item, and a day for clocks that differ: what is older is not asked for. */
const KEPT = 31 * 24 * 3_600_000

/**
 * Returns the deleted items of all folders that this person manages, newest first. Folders in which nothing was deleted lately are not
 * asked for, and a refused folder is passed over: its own screen says why. Throws what `callAs` throws.
 */
export async function everyDeletedItem(at: Open): Promise<DeletedItem[]> {
  const { desk, vault } = at
  const state = stateOf(vault)
  const since = desk.now() - KEPT
  const found: DeletedItem[] = []
  for (const folder of visibleFolders(state, vault.me)) {
    const { refused, journal } = shelfOf(vault, folder)
    if (refused !== null || levelOf(state, vault.me, folder) !== 'manage') continue
    const isRecent = pairsIn(journal.items).some(([, { gone, changedAt }]) => gone !== null && changedAt > since)
    if (isRecent) found.push(...(await deletedItems(at, folder)))
  }
  return found.sort((a, b) => b.at - a.at)
}

/** The name is null where the overview's hash is not the one that the journal names, or its key is missing (P5). */
async function describeDeleted(
  vault: Vault,
  folder: FolderId,
  { item, sealed, until }: DeletedPart,
  { gone, changedBy, changedAt: at }: ItemState,
): Promise<DeletedItem> {
  const overview = gone && (await openOverview(vault, folder, item, gone.overview, sealed))
  const by = vault.profiles.get(changedBy)?.name ?? null
  const path = visiblePath(stateOf(vault), vault.me, folder).map((one) => vault.folderNames.get(one) ?? '…')
  return { folder, path, item, name: overview?.name ?? null, username: overview?.username ?? null, by, at, until }
}

async function openOverview(
  vault: Vault,
  folder: FolderId,
  item: ItemId,
  { hash, ...link }: LiveParts['overview'],
  sealed: string,
) {
  const key = vault.folderKeys.get(folder)?.get(link.generation)
  if (key === undefined) return null
  try {
    await needVerifiedMember(vault, link.author)
    return await openPart(key, { org: vault.org, folder, item, ...link }, 'overview', fromBase64url(sealed), hash)
  } catch (error) {
    if (error instanceof Failure) return null
    throw error
  }
}

/**
 * Restores a deleted item as it was: the journal names the same sealed parts again, and nothing is sealed anew. The next sync brings
 * them to every device. Does nothing for an item that is not deleted.
 * @throws Failure `unknown-item`; what `appendChange` throws; ServerRefusal `parts-destroyed` where the server no longer has them
 */
export async function restoreItem(at: Open, folder: FolderId, item: ItemId): Promise<void> {
  const { vault } = at
  needManage(vault, folder)
  await appendChange(at, folder, () => Promise.resolve(restoringChange(vault, folder, item)))
}

function restoringChange(vault: Vault, folder: FolderId, item: ItemId): JournalWrite | null {
  const state = get(shelfOf(vault, folder).journal.items, item)
  if (state === null) throw new Failure('unknown-item', item)
  const { gone, revision } = state
  if (gone === null) return null
  const link = ({ revision, generation, hash }: PartLink): PartLink => ({ revision, generation, hash })
  const parts = { overview: link(gone.overview), secret: link(gone.secret) }
  const { generation } = newestFolderKey(vault, folder)
  return { change: { item, revision: revision + 1, parts }, parts: [], generation }
}

function needManage(vault: Vault, folder: FolderId): void {
  if (levelOf(stateOf(vault), vault.me, folder) !== 'manage') throw new Failure('not-allowed')
  if (shelfOf(vault, folder).refused !== null) throw new Failure('tampered-folder')
}
