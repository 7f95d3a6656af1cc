import { get } from '../../../shared/bytes/table.ts'
import { Failure } from '../../../shared/bytes/failure.ts'
import type { FolderId, ItemId } from '../../../shared/bytes/ids.ts'
import { atLeast, levelOf } from '../../../shared/ledger/replay/level.ts'
import type { KnownLogin } from '../../messages/import-logins.ts'
import { openItemPart } from '../vault/open-item-part.ts'
import { shelfOf, stateOf } from '../vault/vault.ts'
import type { Vault } from '../vault/vault.ts'

/**
 * Returns the positions of those logins that the folder has already: the same name, username, first address and password, each login that
 * is there counting for one that comes: so of two alike in a file the second is not taken for the first. In a witnessed folder the
 * passwords are not compared, since looking at one is a use that the server records.
 * @throws Failure `not-allowed` below level read, `tampered-folder`
 */
export async function findKnown(vault: Vault, folder: FolderId, logins: readonly KnownLogin[]): Promise<number[]> {
  const state = stateOf(vault)
  if (!atLeast(levelOf(state, vault.me, folder), 'read')) throw new Failure('not-allowed')
  const shelf = shelfOf(vault, folder)
  if (shelf.refused !== null) throw new Failure('tampered-folder')
  const isWitnessed = get(state.folders, folder)?.witnessed === true
  const keyOf = (name: string, username: string, address: string) => JSON.stringify([name, username, address])
  const there = new Map<string, ItemId[]>()
  for (const [item, { name, username, urls }] of shelf.overviews) {
    const key = keyOf(name, username, urls[0]?.address ?? '')
    there.set(key, [...(there.get(key) ?? []), item])
  }
  const known: number[] = []
  for (const [index, { name, username, address, password }] of logins.entries()) {
    const candidates = there.get(keyOf(name, username, address)) ?? []
    const found = isWitnessed ? candidates[0] : await withPassword(vault, folder, candidates, password)
    if (found === undefined) continue
    known.push(index)
    candidates.splice(candidates.indexOf(found), 1)
  }
  return known
}

async function withPassword(
  vault: Vault,
  folder: FolderId,
  items: readonly ItemId[],
  password: string,
): Promise<ItemId | undefined> {
  for (const item of items)
    if ((await openItemPart(vault, shelfOf(vault, folder), item, 'secret')).password === password) return item
  return undefined
}
