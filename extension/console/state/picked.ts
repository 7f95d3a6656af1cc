import { signal } from '@preact/signals'
import { derived } from './derived.ts'
import type { ItemRow } from '../../messages/views.ts'
import type { Picked } from '../../ui/pick-rows.ts'
import { codeOf } from './failing.ts'
import { rows } from './folder-items.ts'

/** The logins of the folder on screen that are picked for one act over many. */
export const picked = signal<Picked>(new Set())

/** Those of them that are still there. */
export const pickedRows = derived<ItemRow[]>(() => rows()?.filter(({ item }) => picked.value.has(item)) ?? [])

export const letGo = (): void => {
  picked.value = new Set()
}

/** A login for which an act failed, and why. */
export type NotDone = { row: ItemRow; code: string }

/**
 * Does something to one login after the other. Returns those for which it failed, each with its code; the others are done.
 * @param onDone how many are behind it, after each
 */
export async function doToEach(
  all: readonly ItemRow[],
  work: (row: ItemRow) => Promise<unknown>,
  onDone: (done: number) => void,
): Promise<NotDone[]> {
  const failed: NotDone[] = []
  for (const [at, row] of all.entries()) {
    try {
      await work(row)
    } catch (error) {
      failed.push({ row, code: codeOf(error) })
    }
    onDone(at + 1)
  }
  return failed
}
