import { get } from '../../../shared/bytes/table.ts'
import { toBase64url } from '../../../shared/bytes/base64url.ts'
import type { FolderId } from '../../../shared/bytes/ids.ts'
import { Failure } from '../../../shared/bytes/failure.ts'
import type { Change } from '../../../shared/ledger/entry.ts'
import { atLeast, isClosed, levelOf } from '../../../shared/ledger/replay/level.ts'
import { signJournalEntry } from '../../../shared/ledger/sign-entry.ts'
import type { Part } from '../../../shared/protocol/objects.ts'
import { isOutcomeUnknown } from '../desk/api.ts'
import { callAs } from '../desk/call-as.ts'
import type { Open } from '../vault/open.ts'
import { growShelf } from '../sync/pull-journals.ts'
import type { OwnSeals } from '../sync/pull-journals.ts'
import { sync } from '../sync/sync.ts'
import { shelfOf, stateOf } from '../vault/vault.ts'
import type { Vault } from '../vault/vault.ts'

const ROUNDS = 5

export type JournalWrite = { change: Change; parts: Part[]; generation: number }
/** `own`: what of it was sealed here, which the shelf then takes without opening it again. */
export type JournalWrites = { changes: Change[]; parts: Part[]; generation: number; own?: OwnSeals }

/**
 * Appends one change of one item to its folder's journal. `write` makes the change for the newest state that this device knows, and
 * returns null when nothing is left to do. It is called again after each conflict, and after a lost answer: so what an
 * unanswered request has already done is not done twice.
 * @throws what `write` throws; Failure `not-allowed`, `closed`, `stale-folder`, `tampered-folder`; ServerRefusal
 */
export async function appendChange(
  at: Open,
  folder: FolderId,
  write: () => Promise<JournalWrite | null>,
): Promise<void> {
  await appendChanges(at, folder, async () => {
    const one = await write()
    return one === null ? null : { changes: [one.change], parts: one.parts, generation: one.generation }
  })
}

/** As `appendChange`, of several items under one signature: all of them or none. */
export async function appendChanges(
  at: Open,
  folder: FolderId,
  write: () => Promise<JournalWrites | null>,
): Promise<void> {
  const { desk, session, vault } = at
  for (let round = 1; ; round += 1) {
    needWriteAccess(vault, folder)
    const journalChange = await write()
    if (journalChange === null) return
    if (get(stateOf(vault).folders, folder)?.staleSince !== null) throw new Failure('stale-folder')
    try {
      await appendOnce(at, folder, journalChange)
    } catch (error) {
      const isConflict = error instanceof Failure && error.code === 'conflict'
      if (isConflict && round < ROUNDS) {
        await sync(desk, session, vault)
        continue
      }
      if (isOutcomeUnknown(error) && (await isDone(at, write))) return
      throw error
    }
    return
  }
}

/** Signs and sends these changes, once, on the newest state that this device knows. Throws Failure `conflict`; as `callAs`. */
export async function appendOnce(at: Open, folder: FolderId, writes: JournalWrites): Promise<void> {
  const { changes, parts, generation, own } = writes
  const entry = await signChanges(at, folder, changes, generation)
  await callAs(at.desk, at.session, 'appendJournal', { folder, entry, parts, snapshot: null })
  // The new entry follows the last one that this device has. If adding it here fails, the next sync fetches it.
  await growShelf(at.vault, folder, { entries: [entry], parts }, own).catch(() => undefined)
}

/** Throws Failure `not-allowed` below level edit, `closed`, or `tampered-folder` where the folder's journal did not verify. */
export function needWriteAccess(vault: Vault, folder: FolderId): void {
  const state = stateOf(vault)
  if (!atLeast(levelOf(state, vault.me, folder), 'edit')) throw new Failure('not-allowed')
  if (isClosed(state, folder)) throw new Failure('closed')
  if (shelfOf(vault, folder).refused !== null) throw new Failure('tampered-folder')
}

async function signChanges(
  { desk, vault }: Open,
  folder: FolderId,
  changes: Change[],
  generation: number,
): Promise<string> {
  const { journal } = shelfOf(vault, folder)
  const { entry } = await signJournalEntry(vault.keys.sign, {
    org: vault.org,
    sequence: journal.head.sequence + 1,
    previous: journal.head.hash,
    time: Math.max(desk.now(), journal.time),
    author: vault.me,
    folder,
    ledger: stateOf(vault).head,
    generation,
    changes,
  })
  return toBase64url(entry)
}

async function isDone({ desk, session, vault }: Open, write: () => Promise<JournalWrites | null>): Promise<boolean> {
  try {
    await sync(desk, session, vault)
    return (await write()) === null
  } catch {
    return false
  }
}
