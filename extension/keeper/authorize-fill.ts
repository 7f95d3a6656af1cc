import type { FolderId, ItemId } from '../../shared/bytes/ids.ts'
import { Failure } from '../../shared/bytes/failure.ts'
import { isClosed, levelOf } from '../../shared/ledger/replay/level.ts'
import { worksFor } from './active-client.ts'
import type { Working } from './active-client.ts'
import { editableFolders } from './editable-folders.ts'
import { matchesAt, webOrigin } from './match-rules.ts'
import { codeOf } from './one-time-code.ts'
import { openItemPart } from './pull-journals.ts'
import { needSecondKey } from './second-key.ts'
import type { Counted } from './second-key.ts'
import { shownEdit } from './shown-edits.ts'
import { shelfOf, stateOf } from './vault.ts'

/** A frame as the browser names it, never as a page does. */
export type Frame = { documentId: string; url: string }
/** What one frame may be given, and the origin that it must still have when it gets it. */
export type Allowed = {
  documentId: string
  origin: string
  /** `otp`: the one-time code of this moment, null for a login without. */
  afterFill: 'stay' | 'send'
  values: { username: string; password: string; otp: string | null; custom: { label: string; value: string }[] }
}

/**
 * P8: the one gate through which every fill goes. A person has chosen this item in our own UI; only frames that one
 * of the item's addresses reaches by its rule get anything, and the secret part is opened for nothing else. Nor does
 * anybody who owes a second key, nor another client than the one that is worked for now.
 * @throws Failure `second-key-owed`, `not-allowed`, `closed`, `other-client`, `tampered-folder`, `unknown-item`,
 *   `no-login-for-page`
 */
export async function authorizeFill(
  open: Counted & Working,
  choice: { folder: FolderId; item: ItemId },
  frames: readonly Frame[],
): Promise<Allowed[]> {
  const { vault } = open
  const { overview, fitting, edit } = fittingFrames(open, choice, frames)
  const shelf = shelfOf(vault, choice.folder)
  const { password, totp, custom } = edit?.fields ?? (await openItemPart(vault, shelf, choice.item, 'secret'))
  const otp = codeOf(totp, vault.now())?.code ?? null
  const values = { username: overview.username, password, otp, custom }
  return fitting.map((frame) => ({ ...frame, afterFill: overview.afterFill, values }))
}

/** All that is judged before a secret is opened, or asked of the server. Throws as `authorizeFill`. */
export function fittingFrames(
  open: Counted & Working,
  { folder, item }: { folder: FolderId; item: ItemId },
  frames: readonly Frame[],
) {
  needSecondKey(open)
  const { vault } = open
  const state = stateOf(vault)
  if (levelOf(state, vault.me, folder) === null) throw new Failure('not-allowed')
  if (isClosed(state, folder)) throw new Failure('closed')
  if (!worksFor(open)(folder)) throw new Failure('other-client')
  const shelf = shelfOf(vault, folder)
  if (shelf.refused !== null) throw new Failure('tampered-folder')
  // What this person changed and could not send yet is what they mean, here as in the list.
  const edit = shownEdit(vault, folder, item)
  const overview = edit === null ? shelf.overviews.get(item) : (edit.fields ?? undefined)
  if (overview === undefined) throw new Failure('unknown-item', item)
  const fitting = frames.flatMap(({ documentId, url }) => {
    const origin = webOrigin(url)
    return origin !== null && matchesAt(url)(overview.urls) ? [{ documentId, origin }] : []
  })
  if (fitting.length === 0) throw new Failure('no-login-for-page')
  return { overview, fitting, edit }
}

/**
 * The same gate for a password that was just generated and is no item's yet: for who may keep a login somewhere, and only in documents
 * of the very origin that the person was shown when they asked for it (P8).
 * @throws Failure `second-key-owed`, `not-allowed`, `no-new-password`
 */
export function authorizeGenerated(
  open: Counted & Working,
  shown: string,
  frames: readonly Frame[],
): { documentId: string; origin: string }[] {
  needSecondKey(open)
  if (editableFolders(open.vault).length === 0) throw new Failure('not-allowed')
  const fitting = frames.flatMap(({ documentId, url }) => {
    const origin = webOrigin(url)
    return origin !== null && origin === shown ? [{ documentId, origin }] : []
  })
  if (fitting.length === 0) throw new Failure('no-new-password')
  return fitting
}
