import { get } from '../../shared/bytes/table.ts'
import { toBase64url } from '../../shared/bytes/base64url.ts'
import type { FolderId, ItemId } from '../../shared/bytes/ids.ts'
import { Failure } from '../../shared/bytes/failure.ts'
import type { Change } from '../../shared/ledger/entry.ts'
import { atLeast, isClosed, levelOf } from '../../shared/ledger/replay/level.ts'
import type { ItemState } from '../../shared/ledger/replay/journal.ts'
import { signJournalEntry } from '../../shared/ledger/sign-entry.ts'
import type { Part } from '../../shared/protocol/objects.ts'
import type { Conflict } from '../messages/contract.ts'
import type { ItemFields } from '../messages/views.ts'
import { call, mayHaveLanded } from './api.ts'
import type { Open } from './keeper.ts'
import { growShelf } from './pull-journals.ts'
import { freshToken } from './session.ts'
import { sync } from './sync.ts'
import { shelfOf, stateOf } from './vault.ts'

const ROUNDS = 5

/** Somebody else's revision stands where ours was to go; theirs comes along so that nothing is lost. */
export class ItemConflict extends Failure {
  constructor(readonly conflict: Conflict) {
    super('conflict')
  }
}

/** `isDone`: whether what stands there is what this change makes, by this person. `fieldsOf`: what stands there. */
type Target = {
  folder: FolderId
  item: ItemId
  base: number | null
  isDone(now: ItemState): Promise<boolean>
  fieldsOf(): Promise<ItemFields>
}
type Written = { change: Change; parts: Part[]; generation: number }

/**
 * Appends one change of one item to its folder's journal, on the newest state. A race on another item is tried again, one
 * on the same item is a conflict. What is found done was done by a request whose answer was lost: it is not done twice.
 * @throws ItemConflict; Failure `not-allowed`, `closed`, `stale-folder`, `tampered-folder`; ServerRefusal
 */
export async function appendChange(at: Open, target: Target, write: () => Promise<Written>): Promise<void> {
  const { desk, session, vault } = at
  const { folder } = target
  for (let round = 1; ; round += 1) {
    needRight(at, folder)
    if (await isThere(at, target)) return
    const { change, parts, generation } = await write()
    const entry = await signed(at, folder, change, generation)
    try {
      const token = await freshToken(desk, session)
      await call(desk, session.server, 'appendJournal', { folder, entry, parts }, { token })
    } catch (error) {
      const isConflict = error instanceof Failure && error.code === 'conflict'
      if (isConflict && round < ROUNDS) {
        await sync(desk, session, vault)
        continue
      }
      if (mayHaveLanded(error) && (await foundDone(at, target))) return
      throw error
    }
    // It stands right after what this desk has; should that go wrong, the next sync brings it.
    await growShelf(vault, folder, [entry], parts).catch(() => undefined)
    return
  }
}

function needRight({ vault }: Open, folder: FolderId): void {
  const state = stateOf(vault)
  if (!atLeast(levelOf(state, vault.me, folder), 'edit')) throw new Failure('not-allowed')
  if (isClosed(state, folder)) throw new Failure('closed')
  if (get(state.folders, folder)?.staleSince !== null) throw new Failure('stale-folder')
  if (shelfOf(vault, folder).refused !== null) throw new Failure('tampered-folder')
}

/** False when the item stands where the change expects it, true when the change is there already. Throws ItemConflict. */
async function isThere({ vault }: Open, { folder, item, base, isDone, fieldsOf }: Target): Promise<boolean> {
  const now = get(shelfOf(vault, folder).journal.items, item)
  if ((now?.revision ?? null) === base) return false
  if (now !== null && (await isDone(now))) return true
  const theirs = now === null || now.parts === null ? null : await fieldsOf()
  const by = now === null ? null : (vault.profiles.get(now.changedBy)?.name ?? null)
  throw new ItemConflict({ fields: theirs, revision: now?.revision ?? 0, by })
}

async function signed({ desk, vault }: Open, folder: FolderId, change: Change, generation: number): Promise<string> {
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
    changes: [change],
  })
  return toBase64url(entry)
}

async function foundDone({ desk, session, vault }: Open, { folder, item, isDone }: Target): Promise<boolean> {
  try {
    await sync(desk, session, vault)
    const now = get(shelfOf(vault, folder).journal.items, item)
    return now !== null && (await isDone(now))
  } catch {
    return false
  }
}
