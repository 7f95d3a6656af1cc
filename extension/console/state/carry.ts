import { signal } from '@preact/signals'
import { carried, type Load } from '../../ui/carried.ts'
import { carryWords } from '../../words/carry.ts'
import type { FolderView, ItemRow } from '../../messages/views.ts'
import { openBranch } from './branches.ts'
import { mayMove, whyNotKept, whyNotUnder, type WhyNot } from './may-move.ts'
import { picked, pickedRows } from './picked.ts'
import { openReview } from './sheet.ts'
import { folderAt } from './world.ts'

/** Logins that were dropped on a folder: the dialog asks before anything is moved. */
export const dropped = signal<{
  readonly from: FolderView
  readonly to: FolderView
  readonly rows: readonly ItemRow[]
} | null>(null)

/** The logins of a load. It may be put down when another folder is on screen, so the list there cannot tell them. */
const loginsOf = new WeakMap<Load, readonly ItemRow[]>()

/** Returns the folder as a load, null where this person may not move it. */
export function folderLoad(id: string): Load | null {
  const folder = folderAt(id)
  return folder !== null && mayMove(folder) ? { what: 'folder', ids: [id], label: folder.name } : null
}

/** Returns all picked logins where this is one of them, else this one alone; null where they may not leave their folder. */
export function loginLoad(row: ItemRow, from: FolderView): Load | null {
  if (whyNotKept('', from) !== null) return null
  const all = picked.value.has(row.item) ? pickedRows.value : [row]
  const label = all.length === 1 ? row.name : carryWords().logins(all.length)
  const load: Load = { what: 'logins', ids: all.map(({ item }) => item), label }
  loginsOf.set(load, all)
  return load
}

/** Why the load cannot go to this folder (null: the top of the tree), as a sentence; null where it can. */
export function refusalOf(load: Load, to: string | null): string | null {
  const folder = folderAt(to)
  const why = whyNot(load, folder)
  return why === null ? null : carryWords().whyNot[why](folder?.name ?? '')
}

function whyNot(load: Load, to: FolderView | null): WhyNot | null {
  if (load.what === 'logins') {
    const from = loginsOf.get(load)?.[0]?.folder
    return to === null || from === undefined ? 'loose' : whyNotKept(from, to)
  }
  const moved = folderAt(load.ids[0] ?? null)
  return moved === null ? 'level' : whyNotUnder(moved, to)
}

/** Asks before the load goes to the folder: by the review sheet for a folder, by the dialog for logins. Does nothing where it cannot go. */
export function bring(load: Load, to: string | null): void {
  if (whyNot(load, folderAt(to)) !== null) return
  const target = folderAt(to)
  const [first] = load.ids
  if (load.what === 'folder') {
    const moved = folderAt(first ?? null)
    if (moved === null) return
    void openReview({ do: 'move-folder', folder: moved.folder, parent: target?.folder ?? null }, () => {
      if (target !== null) openBranch(target.folder)
    })
    return
  }
  const all = loginsOf.get(load) ?? []
  const from = folderAt(all[0]?.folder ?? null)
  if (from !== null && target !== null) dropped.value = { from, to: target, rows: all }
}

/** P10: at the lock nothing is on its way any more. */
export function forgetCarried(): void {
  carried.value = null
  dropped.value = null
}
