import { toBase64url } from '../../shared/bytes/base64url.ts'
import { newItemId } from '../../shared/bytes/ids.ts'
import type { FolderId, ItemId } from '../../shared/bytes/ids.ts'
import { Failure } from '../../shared/bytes/failure.ts'
import type { Change, PartLink } from '../../shared/ledger/entry.ts'
import { atLeast, levelOf } from '../../shared/ledger/replay/level.ts'
import type { ItemState } from '../../shared/ledger/replay/journal.ts'
import { signJournalEntry } from '../../shared/ledger/sign-entry.ts'
import type { Part } from '../../shared/protocol/objects.ts'
import { overview as overviewCodec, secret as secretCodec } from '../../shared/vault/item.ts'
import type { Overview, Secret } from '../../shared/vault/item.ts'
import { sealPart } from '../../shared/vault/seal-item.ts'
import { equal } from '../../shared/bytes/bytes.ts'
import type { ItemFields } from '../messages/views.ts'
import type { Conflict } from '../messages/contract.ts'
import { call } from './api.ts'
import type { Desk } from './desk.ts'
import { openItemPart } from './pull-journals.ts'
import { freshToken } from './session.ts'
import type { Session } from './session.ts'
import { sync } from './sync.ts'
import { newestFolderKey, shelfOf, stateOf } from './vault.ts'
import type { Vault } from './vault.ts'

type Unlocked = { desk: Desk; session: Session; vault: Vault }

/** Somebody else's revision stands where ours was to go; theirs comes along so that nothing is lost. */
export class ItemConflict extends Failure {
  constructor(readonly conflict: Conflict) {
    super('conflict')
  }
}

const liveItem = (vault: Vault, folder: FolderId, item: ItemId): ItemState => {
  const found = shelfOf(vault, folder).journal.items[item]
  if (found === undefined || found.parts === null) throw new Failure('unknown-item', item)
  return found
}

/** Both parts of an item for somebody who may read. Throws Failure `not-allowed` below read, or what opening throws. */
export async function readItem(vault: Vault, folder: FolderId, item: ItemId) {
  if (!atLeast(levelOf(stateOf(vault), vault.me, folder), 'read')) throw new Failure('not-allowed')
  if (shelfOf(vault, folder).refused !== null) throw new Failure('tampered-folder')
  return { fields: await fieldsOf(vault, folder, item), revision: liveItem(vault, folder, item).revision }
}

async function fieldsOf(vault: Vault, folder: FolderId, item: ItemId): Promise<ItemFields> {
  const state = liveItem(vault, folder, item)
  const overview = await openItemPart(vault, folder, item, state, 'overview')
  const secret = await openItemPart(vault, folder, item, state, 'secret')
  return { ...overview, ...secret }
}

const split = (fields: ItemFields): { overview: Overview; secret: Secret } => ({
  overview: { name: fields.name, username: fields.username, urls: fields.urls },
  secret: { password: fields.password, totp: fields.totp, notes: fields.notes, custom: fields.custom },
})

/**
 * Saves an item as its next revision; an unchanged part keeps its link. `base` is the revision the form was opened on.
 * Throws ItemConflict when another revision stands there now, Failure `stale-folder`, `not-allowed`, ServerRefusal.
 */
export async function saveItem(
  at: Unlocked,
  input: { folder: FolderId; item: ItemId | null; base: number | null; fields: ItemFields },
): Promise<{ item: ItemId; revision: number }> {
  const { vault } = at
  const item = input.item ?? newItemId()
  const revision = (input.base ?? 0) + 1
  await append(at, input.folder, item, input.base, async () => {
    const { key, generation } = newestFolderKey(vault, input.folder)
    const place = { org: vault.org, folder: input.folder, item, generation, revision, author: vault.me }
    const old = input.item === null ? null : liveItem(vault, input.folder, item)
    const value = split(input.fields)
    const parts: Part[] = []
    const seal = async (part: 'overview' | 'secret'): Promise<PartLink> => {
      const link = old?.parts?.[part]
      if (old !== null && link !== undefined && (await isSame(vault, input.folder, item, old, part, value)))
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

async function isSame(
  vault: Vault,
  folder: FolderId,
  item: ItemId,
  old: ItemState,
  part: 'overview' | 'secret',
  value: { overview: Overview; secret: Secret },
): Promise<boolean> {
  return part === 'overview'
    ? equal(
        overviewCodec.write(await openItemPart(vault, folder, item, old, part)),
        overviewCodec.write(value.overview),
      )
    : equal(secretCodec.write(await openItemPart(vault, folder, item, old, part)), secretCodec.write(value.secret))
}

/** Deletes an item; its revision stays in the journal, so that it cannot be brought back unseen. */
export async function deleteItem(at: Unlocked, input: { folder: FolderId; item: ItemId; base: number }): Promise<void> {
  await append(at, input.folder, input.item, input.base, () => {
    const { generation } = newestFolderKey(at.vault, input.folder)
    const change = { item: input.item, revision: input.base + 1, parts: null }
    return Promise.resolve({ change, parts: [], generation })
  })
}

type Written = { change: Change; parts: Part[]; generation: number }

/** One journal entry on the newest state; a race on another item is tried again, one on the same item is a conflict. */
async function append(
  at: Unlocked,
  folder: FolderId,
  item: ItemId,
  base: number | null,
  write: () => Promise<Written>,
): Promise<void> {
  const { desk, session, vault } = at
  for (let round = 0; ; round += 1) {
    const state = stateOf(vault)
    if (!atLeast(levelOf(state, vault.me, folder), 'edit')) throw new Failure('not-allowed')
    if (state.folders[folder]?.staleSince !== null) throw new Failure('stale-folder')
    if (shelfOf(vault, folder).refused !== null) throw new Failure('tampered-folder')
    await needBase(vault, folder, item, base)
    const { journal } = shelfOf(vault, folder)
    const { change, parts, generation } = await write()
    const { entry } = await signJournalEntry(vault.keys.sign, {
      org: vault.org,
      sequence: journal.head.sequence + 1,
      previous: journal.head.hash,
      time: Math.max(desk.now(), journal.time),
      author: vault.me,
      folder,
      ledger: state.head,
      generation,
      changes: [change],
    })
    try {
      const token = await freshToken(desk, session)
      await call(desk, session.server, 'appendJournal', { folder, entry: toBase64url(entry), parts }, { token })
      await sync(desk, session, vault)
      return
    } catch (error) {
      if (!(error instanceof Failure && error.code === 'conflict') || round >= 4) throw error
      await sync(desk, session, vault)
    }
  }
}

async function needBase(vault: Vault, folder: FolderId, item: ItemId, base: number | null): Promise<void> {
  const now = shelfOf(vault, folder).journal.items[item]
  if ((now?.revision ?? null) === base) return
  const theirs = now === undefined || now.parts === null ? null : await fieldsOf(vault, folder, item)
  const by = now === undefined ? null : (vault.profiles.get(now.changedBy)?.name ?? null)
  throw new ItemConflict({ fields: theirs, revision: now?.revision ?? 0, by })
}
