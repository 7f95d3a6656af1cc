import { get } from '../../../shared/bytes/table.ts'
import { toBase64url } from '../../../shared/bytes/base64url.ts'
import type { FolderId } from '../../../shared/bytes/ids.ts'
import { sha256 } from '../../../shared/crypto/hash.ts'
import { isClosed, levelOf } from '../../../shared/ledger/replay/level.ts'
import { snapshotOf } from '../../../shared/ledger/replay/snapshot.ts'
import { signJournalEntry } from '../../../shared/ledger/sign-entry.ts'
import { callAs } from '../desk/call-as.ts'
import type { Open } from '../vault/open.ts'
import { growShelf } from './pull-journals.ts'
import { shelfOf, stateOf } from '../vault/vault.ts'
import type { Vault } from '../vault/vault.ts'

/** A journal gets a snapshot after so many entries: from then on a new device starts faster with one. */
export const snapshotEvery = 200

/** Returns the first folder that is due for a snapshot by this member, null where none is. */
function findDue(vault: Vault): FolderId | null {
  const state = stateOf(vault)
  for (const [folder, { journal, refused }] of vault.shelves) {
    const isDue = refused === null && journal.head.sequence - journal.snapshotAt >= snapshotEvery
    const isOpen = get(state.folders, folder)?.staleSince === null && !isClosed(state, folder)
    if (isDue && isOpen && levelOf(state, vault.me, folder) === 'manage') return folder
  }
  return null
}

/**
 * Appends at most one snapshot, to a folder that is due and that this member manages; one a call, so that nobody has to wait for it.
 * Throws as `callAs`, with `conflict` where others have written meanwhile: then the next sync tries again.
 */
export async function takeSnapshot({ desk, session, vault }: Open): Promise<void> {
  const folder = findDue(vault)
  if (folder === null) return
  const { journal } = shelfOf(vault, folder)
  const state = stateOf(vault)
  const content = snapshotOf(journal.items)
  const { entry } = await signJournalEntry(vault.keys.sign, {
    org: vault.org,
    sequence: journal.head.sequence + 1,
    previous: journal.head.hash,
    time: Math.max(desk.now(), journal.time),
    author: vault.me,
    folder,
    ledger: state.head,
    generation: get(state.folders, folder)?.generations.length ?? 0,
    changes: [],
    snapshot: await sha256(content),
  })
  const append = { folder, entry: toBase64url(entry), parts: [], snapshot: toBase64url(content) }
  await callAs(desk, session, 'appendJournal', append)
  await growShelf(vault, folder, { entries: [append.entry], parts: [] })
}
