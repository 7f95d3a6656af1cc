import type { FolderId, ItemId } from '../../../shared/bytes/ids.ts'
import { Failure } from '../../../shared/bytes/failure.ts'
import type { Overview } from '../../../shared/vault/item.ts'
import { isClosed, levelOf } from '../../../shared/ledger/replay/level.ts'
import { clientFilter } from '../match/active-client.ts'
import type { WithClient } from '../match/active-client.ts'
import type { Challenge } from '../match/challenge.ts'
import { editableFolders } from '../items/editable-folders.ts'
import { answersAt, fillAddresses, fillsIn, matchesAt, webOrigin, webUrl } from '../match/match-rules.ts'
import type { FramePlace } from '../match/match-rules.ts'
import { currentCode } from '../items/one-time-code.ts'
import { isArchived } from '../vault/archived.ts'
import { openItemPart } from '../vault/open-item-part.ts'
import { needSecondKey } from '../vault/standing.ts'
import type { WithKeyCount } from '../vault/standing.ts'
import { SendsElsewhere } from './sends-elsewhere.ts'
import { shownEdit } from '../vault/shown-edits.ts'
import type { UnsentEdit } from '../vault/unsent-schema.ts'
import { shelfOf, stateOf } from '../vault/vault.ts'
import type { Vault } from '../vault/vault.ts'

/** A frame as the browser names it, never as a page does. */
export type Frame = FramePlace & { documentId: string }
/** What our script in a frame reports: where the form would send its content, and whether the person is in that form. */
export type Look = { sendsTo: readonly string[]; hasFocus: boolean }
type Choice = { folder: FolderId; item: ItemId }
/** An item that may be used, as this person left it. */
type Usable = { overview: Omit<Overview, 'passwordIn'>; edit: UnsentEdit | null }
/** What goes into a page. `otp`: the one-time code of this moment, null for a login without. */
type Values = { username: string; password: string; otp: string | null; custom: { label: string; value: string }[] }

/*
 * The steps of the gate are types: Fitting, Looked, Checked, Allowed. Each step takes what the step before it made. The classes are not
 * exported, so only this module makes their instances: no caller can leave a step out, or take the steps in another order (P8).
 */
class FittingFrame {
  declare protected readonly step: 'fitting'
  constructor(readonly frame: Frame) {}
}
class LookedFrame {
  declare protected readonly step: 'looked'
  constructor(
    readonly frame: Frame,
    readonly look: Look,
  ) {}
}
class CheckedFill {
  declare protected readonly step: 'checked'
  constructor(
    readonly choice: Choice,
    readonly frames: readonly LookedFrame[],
  ) {}
}
class AllowedFrame {
  declare protected readonly step: 'allowed'
  constructor(
    readonly documentId: string,
    readonly origin: string,
    readonly sendsOnlyTo: readonly string[],
    readonly afterFill: 'stay' | 'send',
    readonly values: Values,
  ) {}
}
class AllowedDocument {
  declare protected readonly step: 'allowed for a generated password'
  constructor(
    readonly documentId: string,
    readonly origin: string,
  ) {}
}
/** A frame that one of the item's addresses reaches: our script may be put into it. */
export type Fitting = FittingFrame
/** A fitting frame in which our script has looked. */
export type Looked = LookedFrame
/** A fill that passed all checks that need no secret: the item's secret may be asked for. */
export type Checked = CheckedFill
/** What one frame may be given, the origin it must still have then, and where else its form may send it. */
export type Allowed = AllowedFrame
/** A document that may be given a generated password, and the origin it must still have then. */
export type AllowedForGenerated = AllowedDocument

/**
 * Step 1: returns the frames that one of the item's addresses reaches by its rule, if the frames around them are reached too.
 * @throws as `needUsable`; Failure `no-login-for-page` where that is none
 */
export function fittingFrames(open: WithKeyCount & WithClient, choice: Choice, frames: readonly Frame[]): Fitting[] {
  const { overview } = needUsable(open, choice)
  return needFitting(
    overview,
    frames.map((frame) => ({ frame })),
  ).map(({ frame }) => new FittingFrame(frame))
}

/**
 * Returns the first address at which the item may be filled, for a tab that is opened to fill it there, and the item's name.
 * @throws as `needUsable`; Failure `no-site` where it has none
 */
export function siteOf(open: WithKeyCount & WithClient, choice: Choice): { url: string; name: string } {
  const { overview } = needUsable(open, choice)
  for (const { address } of overview.urls) {
    const url = webUrl(address)?.href
    if (url !== undefined && matchesAt(url)(overview.urls)) return { url, name: overview.name }
  }
  throw new Failure('no-site')
}

/** Step 2: returns the frame with what our script in it reported. */
export const withLook = ({ frame }: Fitting, look: Look): Looked => new LookedFrame(frame, look)

/**
 * Step 3: checks, before a secret is opened or asked of the server, that a form sends to its own origin or to where one of the item's
 * addresses reaches, in at least one frame.
 * @throws as `fittingFrames`; SendsElsewhere where no such frame is left
 */
export function checkFill(open: WithKeyCount & WithClient, choice: Choice, frames: readonly Looked[]): Checked {
  needAllowed(open, choice, frames)
  return new CheckedFill(choice, frames)
}

/**
 * Step 4, P8: the one gate through which every fill goes. A person has chosen this item in our own UI; only frames that passed the steps
 * before get anything; the secret part is opened for nothing else. Nor does anybody who owes a second key, nor another client than the one
 * that is worked for now. All is checked again: since step 3, the server may have been asked for the secret, and the vault may be newer.
 * @throws as `checkFill`
 */
export async function authorizeFill(open: WithKeyCount & WithClient, { choice, frames }: Checked): Promise<Allowed[]> {
  const { allowed, ...found } = needAllowed(open, choice, frames)
  const values = await valuesOf(open.vault, choice, found)
  const { afterFill } = found.overview
  return allowed.map(
    ({ frame, look, origin }) => new AllowedFrame(frame.documentId, origin, look.sendsTo, afterFill, values),
  )
}

/**
 * P8: the same gate for a site that asks by HTTP itself (Basic, Digest): the item must have an address of exactly the site's origin and
 * realm. The credentials go into the browser's own answer; no page sees them. Throws as `needUsable`, Failure `no-login-for-page`.
 */
export async function authorizeSignIn(open: WithKeyCount & WithClient, choice: Choice, challenge: Challenge) {
  const { username, password, otp } = await valuesOf(open.vault, choice, needFits(open, choice, challenge))
  return { credentials: { username, password }, hasCode: otp !== null }
}

/** Returns the item, and the frames whose forms send only where the item's addresses reach. Throws as `checkFill`. */
function needAllowed(open: WithKeyCount & WithClient, choice: Choice, frames: readonly Looked[]) {
  const { overview, edit } = needUsable(open, choice)
  const fitting = needFitting(overview, frames)
  const strays = ({ look, origin }: (typeof fitting)[number]) =>
    look.sendsTo.filter((href) => webOrigin(href) !== origin && !matchesAt(href)(overview.urls))
  const allowed = fitting.filter((frame) => strays(frame).length === 0)
  const [stray] = fitting.flatMap(strays)
  if (allowed.length === 0 && stray !== undefined) throw new SendsElsewhere(stray)
  return { overview, edit, allowed }
}

/** Returns those that the item's addresses reach, each with its frame's origin. Throws Failure `no-login-for-page` where that is none. */
function needFitting<F extends { frame: Frame }>(
  overview: Pick<Overview, 'urls'>,
  all: readonly F[],
): (F & { origin: string })[] {
  const fitting = all.flatMap((one) => {
    const origin = webOrigin(one.frame.url)
    return origin !== null && fillsIn(one.frame)(overview.urls) ? [{ ...one, origin }] : []
  })
  if (fitting.length === 0) throw new Failure('no-login-for-page')
  return fitting
}

/** Checks the same before a site is answered that asks by HTTP itself. Throws as `authorizeSignIn`. */
export function needFits(open: WithKeyCount & WithClient, choice: Choice, challenge: Challenge): Usable {
  const usable = needUsable(open, choice)
  if (!answersAt(challenge)(usable.overview.urls)) throw new Failure('no-login-for-page')
  return usable
}

/**
 * Returns the item, if this person may use it now, on whatever page. Only a web login keeps its addresses: nothing else is filled.
 * @throws Failure `second-key-owed`, `not-allowed`, `closed`, `archived`, `other-client`, `tampered-folder`, `unknown-item`
 */
function needUsable(open: WithKeyCount & WithClient, { folder, item }: Choice): Usable {
  needSecondKey(open)
  const { vault } = open
  const state = stateOf(vault)
  if (levelOf(state, vault.me, folder) === null) throw new Failure('not-allowed')
  if (isClosed(state, folder)) throw new Failure('closed')
  if (isArchived(vault, folder)) throw new Failure('archived')
  if (!clientFilter(open)(folder)) throw new Failure('other-client')
  const shelf = shelfOf(vault, folder)
  if (shelf.refused !== null) throw new Failure('tampered-folder')
  // This person's own unsent change counts, here as in the list.
  const edit = shownEdit(vault, folder, item)
  const overview = edit === null ? shelf.overviews.get(item) : (edit.fields ?? undefined)
  if (overview === undefined) throw new Failure('unknown-item', item)
  return { overview: { ...overview, urls: [...fillAddresses(overview)] }, edit }
}

async function valuesOf(vault: Vault, { folder, item }: Choice, { overview, edit }: Usable): Promise<Values> {
  const { password, totp, custom } = edit?.fields ?? (await openItemPart(vault, shelfOf(vault, folder), item, 'secret'))
  const otp = currentCode(totp, vault.now())?.code ?? null
  return { username: overview.username, password, otp, custom }
}

/**
 * The same gate for a generated password that no item holds yet. Returns the documents of exactly the origin that the person was shown,
 * with no frame of another origin around them (P8); only for somebody who may save a login somewhere.
 * @throws Failure `second-key-owed`, `not-allowed`, `no-new-password`
 */
export function authorizeGenerated(
  open: WithKeyCount & WithClient,
  shown: string,
  frames: readonly Frame[],
): AllowedForGenerated[] {
  needSecondKey(open)
  if (editableFolders(open.vault).length === 0) throw new Failure('not-allowed')
  const fitting = frames.flatMap(({ documentId, url, around }) => {
    const origin = webOrigin(url)
    const isOwn = origin === shown && around.every((one) => webOrigin(one) === origin)
    return origin !== null && isOwn ? [new AllowedDocument(documentId, origin)] : []
  })
  if (fitting.length === 0) throw new Failure('no-new-password')
  return fitting
}
