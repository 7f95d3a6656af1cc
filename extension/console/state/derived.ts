import { computed } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'

const all: ReadonlySignal<unknown>[] = []

/**
 * As `computed`, for what is made of the vault's names. P10: a computed signal that no screen reads any more keeps its last value, names
 * and all, until somebody reads it again; these are read at the lock.
 */
export function derived<T>(make: () => T): ReadonlySignal<T> {
  const made = computed(make)
  all.push(made)
  return made
}

/** Makes every derived value anew. Called at the lock, once what they are made of is gone. */
export function renewDerived(): void {
  for (const each of all) each.peek()
}
