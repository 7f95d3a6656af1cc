import type { PastPassword, Secret } from '../../../shared/vault/item.ts'

/** How many earlier passwords an item keeps. */
const mostPast = 10

/**
 * Returns the earlier passwords once `next` is the password, from `at` on: the one that it replaces, and those kept so far; newest first,
 * at most ten. `brought`: those that a new item comes with. An edit itself holds none: they are made from the revision that it replaces, so
 * that no merge can lose one and no page can invent one.
 * @param now the secret that is replaced, null for a new item
 */
export function historyAfter(
  now: Pick<Secret, 'password' | 'history'> | null,
  next: string,
  at: number,
  brought: readonly PastPassword[],
): PastPassword[] {
  if (now === null) return brought.slice(0, mostPast)
  const isReplaced = now.password !== '' && now.password !== next
  return [...(isReplaced ? [{ password: now.password, until: at }] : []), ...now.history].slice(0, mostPast)
}
