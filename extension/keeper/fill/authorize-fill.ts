import type { FolderId, ItemId } from '../../../shared/bytes/ids.ts'
import { Failure } from '../../../shared/bytes/failure.ts'
import type { Overview } from '../../../shared/vault/item.ts'
import { isClosed, levelOf } from '../../../shared/ledger/replay/level.ts'
import { worksFor } from '../match/active-client.ts'
import type { Working } from '../match/active-client.ts'
import type { Challenge } from '../match/challenge.ts'
import { editableFolders } from '../items/editable-folders.ts'
import { answersAt, fillsIn, matchesAt, webOrigin } from '../match/match-rules.ts'
import type { Place } from '../match/match-rules.ts'
import { codeOf } from '../items/one-time-code.ts'
import { openItemPart } from '../sync/pull-journals.ts'
import { needSecondKey } from '../vault/standing.ts'
import type { Counted } from '../vault/standing.ts'
import { SendsElsewhere } from './sends-elsewhere.ts'
import { shownEdit } from '../vault/shown-edits.ts'
import type { Unsent } from '../vault/unsent-queue.ts'
import { shelfOf, stateOf } from '../vault/vault.ts'
import type { Vault } from '../vault/vault.ts'

/** A frame as the browser names it, never as a page does. */
export type Frame = Place & { documentId: string }
/** A frame in which our own script has looked, and seen where the form's content would be sent, besides the frame's origin. */
export type LookedAt = Frame & { sendsTo: readonly string[] }
type Choice = { folder: FolderId; item: ItemId }
/** An item that may be used, as this person left it. */
type Usable = { overview: Overview; edit: Unsent | null }
/** What one frame may be given; the origin that it must still have when it gets it; and where else its form may send it. */
export type Allowed = {
  documentId: string
  origin: string
  sendsOnlyTo: readonly string[]
  afterFill: 'stay' | 'send'
  /** `otp`: the one-time code of this moment, null for a login without. */
  values: { username: string; password: string; otp: string | null; custom: { label: string; value: string }[] }
}

/**
 * P8: the one gate through which every fill goes. A person has chosen this item in our own UI; only frames that one of the item's
 * addresses reaches by its rule get anything, if the frames around them are reached too, and wherever their forms send it; the secret
 * part is opened for nothing else. Nor does anybody who owes a second key, nor another client than the one that is worked for now.
 * @throws as `allowedFrames`
 */
export async function authorizeFill(
  open: Counted & Working,
  choice: Choice,
  frames: readonly LookedAt[],
): Promise<Allowed[]> {
  const { allowed, ...found } = allowedFrames(open, choice, frames)
  const values = await valuesOf(open.vault, choice, found)
  const { afterFill } = found.overview
  return allowed.map(({ documentId, origin, sendsTo }) => ({
    ...{ documentId, origin, sendsOnlyTo: sendsTo },
    ...{ afterFill, values },
  }))
}

/**
 * P8: the same gate for a site that asks by HTTP itself (Basic, Digest): the item must have an address of exactly its origin and realm.
 * What is given goes to the browser's own answer; no page, ours or theirs, sees it. Throws as `needUsable`, `no-login-for-page`.
 */
export async function authorizeSignIn(open: Counted & Working, choice: Choice, challenge: Challenge) {
  const { username, password, otp } = await valuesOf(open.vault, choice, needFits(open, choice, challenge))
  return { credentials: { username, password }, hasCode: otp !== null }
}

/**
 * All that is judged before a secret is opened, or asked of the server: of the frames that fit, those whose forms send to their own
 * origin, or to where one of the item's addresses reaches.
 * @throws as `fittingFrames`; SendsElsewhere where that is none
 */
export function allowedFrames(open: Counted & Working, choice: Choice, frames: readonly LookedAt[]) {
  const { overview, edit, fitting } = fittingFrames(open, choice, frames)
  const strays = (frame: (typeof fitting)[number]) =>
    frame.sendsTo.filter((href) => webOrigin(href) !== frame.origin && !matchesAt(href)(overview.urls))
  const allowed = fitting.filter((frame) => strays(frame).length === 0)
  const [stray] = fitting.flatMap(strays)
  if (allowed.length === 0 && stray !== undefined) throw new SendsElsewhere(stray)
  return { overview, edit, allowed }
}

/** What is judged before anything of ours is put into a page. Throws as `needUsable`, Failure `no-login-for-page`. */
export function fittingFrames<F extends Frame>(open: Counted & Working, choice: Choice, frames: readonly F[]) {
  const { overview, edit } = needUsable(open, choice)
  const fitting = frames.flatMap((frame) => {
    const origin = webOrigin(frame.url)
    return origin !== null && fillsIn(frame)(overview.urls) ? [{ ...frame, origin }] : []
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

/**
 * Whether this person may use this item now, wherever that is.
 * @throws Failure `second-key-owed`, `not-allowed`, `closed`, `other-client`, `tampered-folder`, `unknown-item`
 */
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

/**
 * The same gate for a password that was just generated and is no item's yet: for who may keep a login somewhere, and only in documents
 * of the very origin that the person was shown when they asked for it, with nobody else's around them (P8).
 * @throws Failure `second-key-owed`, `not-allowed`, `no-new-password`
 */
export function authorizeGenerated(
  open: Counted & Working,
  shown: string,
  frames: readonly Frame[],
): { documentId: string; origin: string }[] {
  needSecondKey(open)
  if (editableFolders(open.vault).length === 0) throw new Failure('not-allowed')
  const fitting = frames.flatMap(({ documentId, url, around }) => {
    const origin = webOrigin(url)
    const isOwn = origin === shown && around.every((one) => webOrigin(one) === origin)
    return origin !== null && isOwn ? [{ documentId, origin }] : []
  })
  if (fitting.length === 0) throw new Failure('no-new-password')
  return fitting
}
