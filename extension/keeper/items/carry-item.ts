import type { FolderId, ItemId } from '../../../shared/bytes/ids.ts'
import { Failure } from '../../../shared/bytes/failure.ts'
import { levelChanges } from '../../../shared/access/level-changes.ts'
import { atLeast, levelOf } from '../../../shared/ledger/replay/level.ts'
import type { Moved, MoveReview } from '../../messages/move-view.ts'
import type { Open } from '../vault/open.ts'
import { unsentOf } from '../vault/unsent-edits.ts'
import { shelfOf, stateOf } from '../vault/vault.ts'
import { needWriteAccess } from './append-change.ts'
import { readHistory, readItem } from './items.ts'
import { useSecret } from './recorded-use.ts'
import { saveEdit, saveMove } from './send-unsent.ts'

type Carry = { as: 'move' | 'copy'; folder: FolderId; item: ItemId; to: FolderId; fresh: ItemId }

/**
 * Returns who gains and who loses access to a login that goes from one folder to another, by the ledger.
 * @throws Failure `not-allowed` for somebody who cannot reach both
 */
export function moveReview({ vault }: Open, from: FolderId, to: FolderId): MoveReview {
  const state = stateOf(vault)
  const isSeen = (folder: FolderId) => levelOf(state, vault.me, folder) !== null
  if (!isSeen(from) || !isSeen(to)) throw new Failure('not-allowed')
  const review: MoveReview = { gains: [], loses: [] }
  for (const { member, from: had, to: has } of levelChanges(state, from, to)) {
    const who = vault.profiles.get(member)?.name ?? null
    if (has !== null && !atLeast(had, has)) review.gains.push({ who, level: has })
    else review.loses.push({ who, level: has })
  }
  return review
}

/**
 * Moves or copies an item: it is opened here, sealed anew for its place in the other folder, and only then, for a move, deleted here. The
 * earlier passwords go with a move, and so does where the password has lain: whoever could read it there may not reach the new folder. In
 * a witnessed folder the opening is a recorded use.
 * @throws Failure `same-folder` for a move to where it is; `not-allowed`, `closed`, `tampered-folder`; `changed-here` where a change of
 *   it is not sent yet; what `saveEdit` throws
 */
export async function carryItem(at: Open, carry: Carry, away: string | null): Promise<Moved> {
  const { vault } = at
  const { folder, item, to, fresh } = carry
  const moves = carry.as === 'move'
  if (moves && to === folder) throw new Failure('same-folder')
  if (moves) needWriteAccess(vault, folder)
  needWriteAccess(vault, to)
  if (unsentOf(vault, folder, item) !== null) throw new Failure('changed-here')
  const purpose = moves ? 'edit' : 'read'
  const { fields, revision, history } = await useSecret(at, { folder, item, purpose }, async () => ({
    ...(await readItem(vault, folder, item)),
    history: moves ? await readHistory(vault, folder, item) : [],
  }))
  const passwordIn = moves ? (shelfOf(vault, folder).overviews.get(item)?.passwordIn ?? []) : []
  const create = { folder: to, item: fresh, form: null, base: null, was: null, fields, history, passwordIn }
  const remove = { folder, item, form: null, base: revision, was: fields, fields: null }
  const unsent = moves ? await saveMove(at, { create, remove }, away) : (await saveEdit(at, create, away)).unsent
  return { folder: to, item: fresh, unsent }
}
