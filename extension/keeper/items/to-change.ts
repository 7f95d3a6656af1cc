import { lossesThatStand, successors } from '../../../shared/access/losses.ts'
import type { Loss, LossBook } from '../../../shared/access/losses.ts'
import { treeFolders } from '../../../shared/access/visible.ts'
import type { FolderId, ItemId, MemberId } from '../../../shared/bytes/ids.ts'
import { get } from '../../../shared/bytes/table.ts'
import { atLeast, everLevelsOf, isClosed, levelsOf, membersOf, upFrom } from '../../../shared/ledger/replay/level.ts'
import type { PasswordPlace } from '../../../shared/vault/item.ts'
import { shelfOf, stateOf } from '../vault/vault.ts'
import type { Vault } from '../vault/vault.ts'

/** A login whose password somebody could open who has lost that since it was set: `losses`, oldest first. */
export type ToChange = { folder: FolderId; item: ItemId; losses: readonly Loss[] }

/** Whether this person may change the logins of a folder: they edit there, and nothing above is closed. */
export function mayMend(vault: Vault, folder: FolderId, levelAt = levelsOf(stateOf(vault), vault.me)): boolean {
  return atLeast(levelAt(folder), 'edit') && !isClosed(stateOf(vault), folder)
}

/** Every folder whose logins this person may change. */
export function foldersToMend(vault: Vault): FolderId[] {
  const state = stateOf(vault)
  const levelAt = levelsOf(state, vault.me)
  return treeFolders(state, vault.me).filter((folder) => mayMend(vault, folder, levelAt))
}

/**
 * Returns the logins in these folders whose password is older than a loss of access that still stands. Nobody ticks them: a new password
 * takes a login off the list, on every desk. What was not verified is not on it, nor are notes and logins without a password.
 */
export function loginsToChange(vault: Vault, book: LossBook, folders: readonly FolderId[]): ToChange[] {
  const standing = standingLosses(vault, book)
  return folders.flatMap((folder) => {
    const { journal, overviews, refused } = shelfOf(vault, folder)
    if (refused !== null) return []
    return [...overviews].flatMap(([item, { kind, passwordIn }]) => {
      if (kind === 'note' || (get(journal.items, item)?.parts ?? null) === null) return []
      const losses = passwordIn.flatMap((place, at) => standing(place, passwordIn[at + 1] ?? null, folder))
      return losses.length === 0 ? [] : [{ folder, item, losses: losses.sort((one, other) => one.at - other.at) }]
    })
  })
}

/**
 * Who could open a password in one of its places, and cannot where it is now: by an entry of the ledger while it lay there, or because it
 * was moved away from them.
 */
function standingLosses(vault: Vault, book: LossBook) {
  const state = stateOf(vault)
  const after = successors(state)
  const levelFor = remember((member: MemberId) => everLevelsOf(state, member))
  const lost = remember((_: string, place: FolderId, now: FolderId) =>
    lossesThatStand(state, book.byFolder.get(place) ?? [], now, after, levelFor),
  )
  const left = remember((_: string, place: FolderId, now: FolderId) => {
    const there = [...upFrom(state, place)].flatMap((one) => get(state.folders, one)?.grants ?? [])
    const all = new Set(there.flatMap(({ to }) => membersOf(state, to)))
    return [...all].filter((member) => levelFor(member)(place) !== null && levelFor(member)(now) === null)
  })
  return ({ folder, since }: PasswordPlace, next: PasswordPlace | null, now: FolderId): Loss[] => {
    const until = next?.since ?? Infinity
    const entries = lost(`${folder} ${now}`, folder, now).filter(({ at }) => at > since && at <= until)
    const members = next === null ? [] : left(`${folder} ${now}`, folder, now)
    return members.length === 0 || next === null ? entries : [...entries, { at: next.since, members }]
  }
}

/** The same answers, each worked out once. */
function remember<K, Rest extends unknown[], V>(work: (key: K, ...rest: Rest) => V): (key: K, ...rest: Rest) => V {
  const known = new Map<K, { value: V }>()
  return (key, ...rest) => {
    const found = known.get(key) ?? { value: work(key, ...rest) }
    known.set(key, found)
    return found.value
  }
}
