import type { FolderId, ItemId } from '../../shared/bytes/ids.ts'
import { Failure } from '../../shared/bytes/failure.ts'
import type { Overview } from '../../shared/vault/item.ts'
import { isClosed, levelOf } from '../../shared/ledger/replay/level.ts'
import { worksFor } from './active-client.ts'
import type { Working } from './active-client.ts'
import type { Challenge } from './challenge.ts'
import { answersAt, matchesAt, webOrigin } from './match-rules.ts'
import { codeOf } from './one-time-code.ts'
import { openItemPart } from './pull-journals.ts'
import { needSecondKey } from './second-key.ts'
import type { Counted } from './second-key.ts'
import { shownEdit } from './shown-edits.ts'
import type { Unsent } from './unsent.ts'
import { shelfOf, stateOf } from './vault.ts'
import type { Vault } from './vault.ts'

/** A frame as the browser names it, never as a page does. */
export type Frame = { documentId: string; url: string }
type Choice = { folder: FolderId; item: ItemId }
/** An item that may be used, as this person left it. */
type Usable = { overview: Overview; edit: Unsent | null }
/** What one frame may be given, and the origin that it must still have when it gets it. */
export type Allowed = {
  documentId: string
  origin: string
  /** `otp`: the one-time code of this moment, null for a login without. */
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
  choice: Choice,
  frames: readonly Frame[],
): Promise<Allowed[]> {
  const { fitting, ...found } = fittingFrames(open, choice, frames)
  const values = await valuesOf(open.vault, choice, found)
  return fitting.map((frame) => ({ ...frame, values }))
}

/**
 * P8: the same gate for a site that asks by HTTP itself (Basic, Digest): the item must have an address of exactly its origin and realm.
 * What is given goes to the browser's own answer; no page, ours or theirs, sees it. Throws as `authorizeFill`.
 */
export async function authorizeSignIn(open: Counted & Working, choice: Choice, challenge: Challenge) {
  const { username, password, otp } = await valuesOf(open.vault, choice, needFits(open, choice, challenge))
  return { credentials: { username, password }, hasCode: otp !== null }
}

/** All that is judged before a secret is opened, or asked of the server. Throws as `authorizeFill`. */
export function fittingFrames(open: Counted & Working, choice: Choice, frames: readonly Frame[]) {
  const { overview, edit } = needUsable(open, choice)
  const fitting = frames.flatMap(({ documentId, url }) => {
    const origin = webOrigin(url)
    return origin !== null && matchesAt(url)(overview.urls) ? [{ documentId, origin }] : []
  })
  if (fitting.length === 0) throw new Failure('no-login-for-page')
  return { overview, fitting, edit }
}

/** The same before a site is answered that asks by HTTP itself. */
export function needFits(open: Counted & Working, choice: Choice, challenge: Challenge): Usable {
  const usable = needUsable(open, choice)
  if (!answersAt(challenge)(usable.overview.urls)) throw new Failure('no-login-for-page')
  return usable
}

/** Whether this person may use this item now, wherever that is. */
function needUsable(open: Counted & Working, { folder, item }: Choice): Usable {
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
  return { overview, edit }
}

async function valuesOf(
  vault: Vault,
  { folder, item }: Choice,
  { overview, edit }: Usable,
): Promise<Allowed['values']> {
  const { password, totp, custom } = edit?.fields ?? (await openItemPart(vault, shelfOf(vault, folder), item, 'secret'))
  const otp = codeOf(totp, vault.now())?.code ?? null
  return { username: overview.username, password, otp, custom }
}
