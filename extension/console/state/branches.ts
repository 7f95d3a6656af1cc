import { signal } from '@preact/signals'

/** The folders whose branches are open in the tree; null until somebody opens or closes one: then those at the top are. */
export const branches = signal<ReadonlySet<string> | null>(null)

/** Opens branches of the tree, and closes none. */
export function openBranches(...folders: string[]): void {
  branches.value = new Set([...(branches.peek() ?? []), ...folders])
}
