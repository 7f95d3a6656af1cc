import type { FolderId } from '../../../shared/bytes/ids.ts'
import type { Overview, PasswordPlace, Secret } from '../../../shared/vault/item.ts'
import { stateOf } from '../vault/vault.ts'
import type { Vault } from '../vault/vault.ts'

/** A login that is moved more often forgets the first places. */
const MOST_PLACES = 20

/**
 * Returns where the password has lain once `next` is the password of a login in this folder: here from now on where it is a new one; where
 * it stays the same, the places so far. So a new note or one-time code leaves a login among those to be changed.
 * @param before both parts that are replaced, null for a new item
 * @param brought the places of the login that a new item was moved from
 */
export function passwordPlaces(
  vault: Vault,
  folder: FolderId,
  next: string,
  before: { overview: Pick<Overview, 'passwordIn'>; secret: Pick<Secret, 'password'> } | null,
  brought: readonly PasswordPlace[],
): PasswordPlace[] {
  if (next === '') return []
  if (before?.secret.password === next) return before.overview.passwordIn
  const here = { folder, since: stateOf(vault).head.sequence }
  return before === null ? [...brought, here].slice(-MOST_PLACES) : [here]
}
