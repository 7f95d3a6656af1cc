import type { FolderId, ItemId } from '../../../shared/bytes/ids.ts'
import { get } from '../../../shared/bytes/table.ts'
import { Failure } from '../../../shared/bytes/failure.ts'
import type { Saved } from '../../messages/contract.ts'
import type { ItemFields } from '../../messages/views.ts'
import { mayHaveLanded } from '../desk/api.ts'
import { needWrites } from './append-change.ts'
import { sendEdit } from './items.ts'
import { fieldsAt, settledEdit } from './judge-edit.ts'
import type { Open } from '../vault/open.ts'
import { merge } from './merge.ts'
import { dropOutOfReach, dropUnsent, keepUnsent, putUnsent, unsentOf, unsentState } from '../vault/unsent-edits.ts'
import type { Unsent } from '../vault/unsent-schema.ts'
import { shelfOf } from '../vault/vault.ts'
import { withSecret } from './recorded-use.ts'

export type Wish = {
  folder: FolderId
  item: ItemId
  /** The form that it was typed in, null where that is not told. */
  form: ItemId | null
  base: number | null
  was: ItemFields | null
  /** Null to delete the item. */
  fields: ItemFields | null
}

/** What passes: the server is away or busy, the folder waits for its key, or the person for a new session. */
const PASSES = new Set([
  ...['stale-folder', 'conflict', 'needs-choice', 'too-many', 'over-quota', 'clock-off'],
  ...['not-signed-in', 'not-a-member', 'removed', 'credential-dead'],
])
const isPassing = (error: unknown): error is Failure =>
  mayHaveLanded(error) || (error instanceof Failure && PASSES.has(error.code))

/** After these nothing else would go either. */
const STOPS = new Set([
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
 * Saves or deletes an item: written down on this desk, then sent, unless the server is known to be `away` (by that code).
 * What cannot be sent now waits in the queue; what the rules refuse at once is told, and stays with the form.
 * @throws Failure `not-allowed`, `tampered-folder`, `changed-here`; what `sendEdit` throws and does not pass
 */
export async function saveEdit(at: Open, wish: Wish, away: string | null): Promise<Saved> {
  const { vault } = at
  needWrites(vault, wish.folder)
  const before = unsentOf(vault, wish.folder, wish.item)
  const edit = before === null ? await fresh(at, wish) : again(at, before, wish)
  return trySending(at, edit, before, away)
}

async function trySending(at: Open, edit: Unsent, before: Unsent | null, away: string | null): Promise<Saved> {
  const { vault } = at
  putUnsent(vault, edit)
  const isKept = await written(at)
  try {
    if (away !== null) throw new Failure(away)
    const revision = await sendEdit(at, edit)
    await settled(at, edit)
    return { revision, unsent: null }
  } catch (error) {
    if (isKept && (before !== null || away !== null || isPassing(error))) {
      await waits(at, edit, codeOf(error))
      const revision = get(shelfOf(vault, edit.folder).journal.items, edit.item)?.revision ?? 0
      return { revision, unsent: codeOf(error) }
    }
    // P10 keeps it on this desk or nowhere: what the disk refused is the form's to hold.
    if (before === null) await settled(at, edit)
    else putUnsent(vault, before)
    throw error
  }
}

async function fresh(at: Open, wish: Wish): Promise<Unsent> {
  const { desk, vault } = at
  const { folder, item, base, fields, form } = wish
  const isOnBase = base !== null && get(shelfOf(vault, folder).journal.items, item)?.revision === base
  const was = wish.was ?? (isOnBase ? await baseOf(at, folder, item) : null)
  return { folder, item, form, base, was, tried: [], fields, at: desk.now(), why: 'server-unreachable' }
}

const baseOf = (at: Open, folder: FolderId, item: ItemId) =>
  withSecret(at, { folder, item, purpose: 'edit' }, () => fieldsAt(at.vault, folder, item)).catch(() => null)

/** The person goes on with an edit that waits: from the same form, or from one that was opened on it. */
function again({ desk, vault }: Open, before: Unsent, { base, was, fields, form }: Wish): Unsent {
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

const written = ({ desk, vault }: Open): Promise<boolean> =>
  keepUnsent(desk, vault).then(
    () => true,
    () => false,
  )

/** Should the disk refuse, the edit is found done when it is looked at again. */
async function settled(at: Open, { folder, item }: Unsent): Promise<void> {
  dropUnsent(at.vault, folder, item)
  await written(at)
}

async function waits(at: Open, edit: Unsent, why: string): Promise<void> {
  if (why === edit.why) return
  putUnsent(at.vault, { ...edit, why })
  await written(at)
}

/**
 * Sends what waits, in the order in which it was made, each once: what an answer that was lost has done already is found
 * done. What asks for the person, or may not be sent any more, stays and keeps nothing else from going.
 * @throws Failure when the server does not answer: the rest waits
 */
export async function sendUnsent(at: Open): Promise<void> {
  const { vault } = at
  const { dropped } = vault.unsent
  dropOutOfReach(vault)
  if (vault.unsent.dropped > dropped) await written(at)
  for (const edit of vault.unsent.edits) {
    try {
      await sendEdit(at, edit)
      await settled(at, edit)
    } catch (error) {
      await waits(at, edit, codeOf(error))
      if (STOPS.has(codeOf(error))) throw error
    }
  }
}

/** The person chose, at the revision that they were shown: theirs for these clashes, mine for the rest. */
export async function settleEdit(
  at: Open,
  edit: Unsent,
  choice: { revision: number; theirs: readonly string[] },
  away: string | null,
): Promise<Saved> {
  needWrites(at.vault, edit.folder)
  const chosen = await settledEdit(at.vault, edit, choice)
  return chosen === null ? { revision: choice.revision, unsent: 'needs-choice' } : trySending(at, chosen, edit, away)
}

/** Somebody deleted the item meanwhile: mine is saved as a new one, and the edit that waited goes. */
export async function saveAnew(at: Open, edit: Unsent, item: ItemId, away: string | null): Promise<Saved> {
  const { folder, fields } = edit
  const saved = await saveEdit(at, { folder, item, form: null, base: null, was: null, fields }, away)
  await settled(at, edit)
  return saved
}
