import type { FolderId, ItemId } from '../../../shared/bytes/ids.ts'
import { get } from '../../../shared/bytes/table.ts'
import { Failure } from '../../../shared/bytes/failure.ts'
import type { PasswordPlace, PastPassword } from '../../../shared/vault/item.ts'
import type { Saved } from '../../messages/item-requests.ts'
import type { ItemFields } from '../../messages/views.ts'
import { isOutcomeUnknown } from '../desk/api.ts'
import { needWriteAccess } from './append-change.ts'
import { sendEdit } from './items.ts'
import { openFields, applySettlement } from './judge-edit.ts'
import type { Open } from '../vault/open.ts'
import { merge } from './merge.ts'
import { dropOutOfReach, dropUnsent, storeUnsent, putUnsent, unsentOf, unsentState } from '../vault/unsent-edits.ts'
import type { UnsentEdit } from '../vault/unsent-schema.ts'
import { shelfOf } from '../vault/vault.ts'
import { useSecret } from './recorded-use.ts'

export type EditRequest = {
  folder: FolderId
  item: ItemId
  /** The form that it was typed in, null where it is not known. */
  form: ItemId | null
  base: number | null
  was: ItemFields | null
  /** Null to delete the item. */
  fields: ItemFields | null
  /** Earlier passwords that a new item comes with. */
  history?: readonly PastPassword[]
  /** Where the password of the login that it is moved from has lain. */
  passwordIn?: readonly PasswordPlace[]
  /** The item that the server must have first: where a deletion is the second half of a move. */
  after?: UnsentEdit['after']
}

/** Codes of a temporary failure: the server is away or busy, the folder waits for its key, or the person for a new session. */
const TEMPORARY = new Set([
  ...['not-moved-yet', 'stale-folder', 'conflict', 'needs-choice', 'too-many', 'over-quota', 'clock-off'],
  ...['not-signed-in', 'not-a-member', 'removed', 'credential-dead'],
])
const isTemporary = (error: unknown): error is Failure =>
  isOutcomeUnknown(error) || (error instanceof Failure && TEMPORARY.has(error.code))

/** Codes after which no other edit could be sent either. */
const STOPPING = new Set([
  'server-unreachable',
  'database-down',
  'too-many',
  'over-quota',
  'not-signed-in',
  'removed',
  'credential-dead',
])
const codeOf = (error: unknown) => (error instanceof Failure ? error.code : 'unknown')

/**
 * Saves or deletes an item. The edit is first stored on this device, then sent. Returns the item's revision and, where the edit waits
 * in the queue for now, the code of why. An edit that is refused for good is not queued: it stays in the form.
 * @param away the code of why the server cannot be reached, null where it can: then nothing is sent now
 * @throws Failure `not-allowed`, `closed`, `tampered-folder`; `changed-here` where another form's waiting edit conflicts; what `sendEdit`
 *   throws, unless it is temporary
 */
export async function saveEdit(at: Open, wish: EditRequest, away: string | null): Promise<Saved> {
  const { vault } = at
  needWriteAccess(vault, wish.folder)
  const before = unsentOf(vault, wish.folder, wish.item)
  const edit = before === null ? await newEdit(at, wish) : continueEdit(at, before, wish)
  return trySending(at, edit, before, away)
}

/**
 * Sends a new item and then the deletion of the one that it was made from. Both are stored on this device before either is sent, so that
 * what is cut off between them goes on by itself; the deletion is never sent before the server has the new item. Returns the code of why
 * they wait, null when both are sent.
 * @throws as `saveEdit` where the new item is refused for good: then neither is kept, and the old one stays
 */
export async function saveMove(
  at: Open,
  { create, remove }: { create: EditRequest; remove: EditRequest },
  away: string | null,
): Promise<string | null> {
  const { vault } = at
  const first = await newEdit(at, create)
  const second = await newEdit(at, { ...remove, after: { folder: create.folder, item: create.item } })
  putUnsent(vault, first)
  putUnsent(vault, second)
  const isKept = await storeQueue(at)
  try {
    if (away !== null) throw new Failure(away)
    for (const edit of [first, second]) {
      await sendEdit(at, edit)
      await removeSent(at, edit)
    }
    return null
  } catch (error) {
    const [next, last] = [first, second].filter(({ folder, item }) => unsentOf(vault, folder, item) !== null)
    // Once the new item is there, its deletion here may wait for anything: nothing is lost.
    const mayWait = last === undefined || (isKept && (away !== null || isTemporary(error)))
    for (const edit of [next, last]) {
      if (edit === undefined) continue
      if (mayWait) await keepWaiting(at, edit, edit === next ? codeOf(error) : 'not-moved-yet')
      else await removeSent(at, edit)
    }
    if (mayWait) return codeOf(error)
    throw error
  }
}

async function trySending(at: Open, edit: UnsentEdit, before: UnsentEdit | null, away: string | null): Promise<Saved> {
  const { vault } = at
  putUnsent(vault, edit)
  const isKept = await storeQueue(at)
  try {
    if (away !== null) throw new Failure(away)
    const revision = await sendEdit(at, edit)
    await removeSent(at, edit)
    return { revision, unsent: null }
  } catch (error) {
    if (isKept && (before !== null || away !== null || isTemporary(error))) {
      await keepWaiting(at, edit, codeOf(error))
      const revision = get(shelfOf(vault, edit.folder).journal.items, edit.item)?.revision ?? 0
      return { revision, unsent: codeOf(error) }
    }
    // P10: the edit is kept sealed on disk or not at all. Where the disk refused it, only the form holds it.
    if (before === null) await removeSent(at, edit)
    else putUnsent(vault, before)
    throw error
  }
}

async function newEdit(at: Open, wish: EditRequest): Promise<UnsentEdit> {
  const { desk, vault } = at
  const { folder, item, base, fields, form, history = [], passwordIn = [], after = null } = wish
  const isOnBase = base !== null && get(shelfOf(vault, folder).journal.items, item)?.revision === base
  const was = wish.was ?? (isOnBase ? await readBase(at, folder, item) : null)
  return {
    folder,
    item,
    form,
    base,
    was,
    tried: [],
    fields,
    history: [...history],
    passwordIn: [...passwordIn],
    after,
    at: desk.now(),
    why: 'server-unreachable',
  }
}

const readBase = (at: Open, folder: FolderId, item: ItemId) =>
  useSecret(at, { folder, item, purpose: 'edit' }, () => openFields(at.vault, folder, item)).catch(() => null)

/** Continues an edit that waits, from the same form or from a form that was opened on it. Throws Failure `changed-here` on a clash. */
function continueEdit({ desk, vault }: Open, before: UnsentEdit, { base, was, fields, form }: EditRequest): UnsentEdit {
  if (unsentState(vault, before) !== 'waiting') throw new Failure('changed-here')
  if (before.fields === null) {
    if (fields === null) return before
    throw new Failure('changed-here')
  }
  const tried = [...before.tried, before.fields]
  const isSameForm = form === null ? base === null && before.base === null : form === before.form
  if (fields === null || isSameForm) return { ...before, tried, fields, at: desk.now() }
  const { fields: both, clashes } = merge(was, fields, before.fields)
  if (clashes.length > 0) throw new Failure('changed-here')
  return { ...before, form, tried, fields: both, at: desk.now() }
}

const storeQueue = ({ desk, vault }: Open): Promise<boolean> =>
  storeUnsent(desk, vault).then(
    () => true,
    () => false,
  )

/** Drops a sent edit from the queue. If the disk refuses, the next `sendUnsent` finds that it is done. */
async function removeSent(at: Open, { folder, item }: UnsentEdit): Promise<void> {
  dropUnsent(at.vault, folder, item)
  await storeQueue(at)
}

async function keepWaiting(at: Open, edit: UnsentEdit, why: string): Promise<void> {
  if (why === edit.why) return
  putUnsent(at.vault, { ...edit, why })
  await storeQueue(at)
}

/**
 * Sends the waiting edits in the order in which they were made. What an unanswered request has already done is not done twice. An
 * edit that needs the person's choice, or may not be sent any more, stays in the queue and does not hold up the others.
 * @throws Failure where the server does not answer; the other edits wait
 */
export async function sendUnsent(at: Open): Promise<void> {
  const { vault } = at
  const { dropped } = vault.unsent
  dropOutOfReach(vault)
  if (vault.unsent.dropped > dropped) await storeQueue(at)
  for (const edit of vault.unsent.edits) {
    try {
      await sendEdit(at, edit)
      await removeSent(at, edit)
    } catch (error) {
      await keepWaiting(at, edit, codeOf(error))
      if (STOPPING.has(codeOf(error))) throw error
    }
  }
}

/**
 * Saves a waiting edit after the person chose between both sides' values, at the revision that they were shown (see
 * `applySettlement`). Returns `needs-choice` where the item has changed again. Throws as `saveEdit`.
 */
export async function settleEdit(
  at: Open,
  edit: UnsentEdit,
  choice: { revision: number; theirs: readonly string[] },
  away: string | null,
): Promise<Saved> {
  needWriteAccess(at.vault, edit.folder)
  const chosen = await applySettlement(at.vault, edit, choice)
  return chosen === null ? { revision: choice.revision, unsent: 'needs-choice' } : trySending(at, chosen, edit, away)
}

/** Saves a waiting edit as a new item, because somebody deleted the old one meanwhile. Throws as `saveEdit`. */
export async function saveAsNew(at: Open, edit: UnsentEdit, item: ItemId, away: string | null): Promise<Saved> {
  const { folder, fields, history } = edit
  const saved = await saveEdit(at, { folder, item, form: null, base: null, was: null, fields, history }, away)
  await removeSent(at, edit)
  return saved
}
