import { signal } from '@preact/signals'

/** What is on its way to another place: rows of one kind, by their ids, with the words that stand at the pointer. */
export interface Load {
  readonly what: 'folder' | 'logins'
  readonly ids: readonly string[]
  readonly label: string
}

/** The load that a pointer drags, or that keys have cut; null while nothing is on its way. One page carries one load. */
export const carried = signal<{ readonly by: 'pointer' | 'keys'; readonly load: Load } | null>(null)

/** The row that the load is held over: under the pointer, or in focus. */
export const heldOver = signal<string | null>(null)

/** Takes a load up. Returns false, and takes up nothing, where there is none. */
export function takeUp(by: 'pointer' | 'keys', load: Load | null): boolean {
  heldOver.value = null
  carried.value = load === null ? null : { by, load }
  return load !== null
}

/** Puts the load down where it came from. */
export function putDown(): void {
  carried.value = null
  heldOver.value = null
}
