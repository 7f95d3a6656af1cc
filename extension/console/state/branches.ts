import { computed, signal } from '@preact/signals'
import { childrenOf } from './world.ts'

/** The folders whose branches somebody left open in the tree; null until they open or close one. */
export const branches = signal<ReadonlySet<string> | null>(null)

/** The folders whose branches are open: at first those at the top. */
export const openBranches = computed<ReadonlySet<string>>(
  () => branches.value ?? new Set(childrenOf(null).map(({ folder }) => folder)),
)

/** Opens one more branch of the tree. */
export function openBranch(folder: string): void {
  branches.value = new Set([...openBranches.peek(), folder])
}
