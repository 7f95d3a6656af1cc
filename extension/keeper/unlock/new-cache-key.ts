import * as z from 'zod/mini'
import { visibleFolders } from '../../../shared/access/visible.ts'
import type { CacheKey } from '../../../shared/crypto/keys.ts'
import { blobName, dropNamed, keep, put, take } from '../vault/cache.ts'
import type { Desk } from '../desk/desk.ts'
import { copyTimes } from '../vault/desk-limits.ts'
import type { Open } from '../vault/open.ts'
import { copySeals } from '../vault/seen-seals.ts'
import { stateOf } from '../vault/vault.ts'
import type { Vault } from '../vault/vault.ts'
import { keepWitness } from '../vault/witness-blob.ts'

const names = z.array(z.string())

/**
 * Before new keys of one's own are sent: what this desk alone holds (edits that are not sent, evidence of forks, the highest
 * seals) is sealed a second time, under the cache key to come. So it is found again whichever keys hold in the end, though the
 * answer be lost and the worker die. With it the names of all that lies under the old key, to be removed then.
 */
export async function copyToCacheKey({ desk, vault }: Open, cache: CacheKey, seal: SealSeen): Promise<void> {
  const next = under(vault, cache)
  if (vault.unsent.edits.length + vault.unsent.dropped > 0) await put(desk, next, 'unsent', '', vault.unsent)
  await keepWitness(desk, { ...next, witness: { ...vault.witness, isChanged: true } })
  await copySeals(desk, vault, next, seal)
  await copyTimes(desk, vault, next)
  const old = ['ledger', 'witness', 'seals', 'unsent', 'never-offer', 'times'].map((kind) => blobName(vault, kind, ''))
  const shelves = visibleFolders(stateOf(vault), vault.me).map((folder) => blobName(vault, 'shelf', folder))
  await put(desk, next, 'former', '', await Promise.all([...old, ...shelves]))
}
type SealSeen = { credential: string; revision: number }

/** After they have landed: the rest of this desk's world under the new cache key, so that it need not be fetched again. */
export async function moveToCacheKey({ desk, vault }: Open, cache: CacheKey): Promise<void> {
  await keep(desk, { ...under(vault, cache), unkept: new Set(['ledger', ...vault.shelves.keys()]) })
  const quiet = await take(desk, vault, 'never-offer', '')
  if (quiet !== null) await put(desk, under(vault, cache), 'never-offer', '', quiet)
  await dropFormer(desk, under(vault, cache))
}

/** They have not landed: nothing stays under keys that nobody has. */
export async function forgetCacheKey({ desk, vault }: Open, cache: CacheKey): Promise<void> {
  for (const kind of ['unsent', 'witness', 'seals', 'times', 'former'])
    await desk.blobs.remove(await blobName(under(vault, cache), kind, ''))
}

/** Removes what lies under this person's keys before; once it is gone nothing tells of it. */
export async function dropFormer(desk: Desk, vault: Vault): Promise<void> {
  const former = names.safeParse(await take(desk, vault, 'former', ''))
  if (former.success) await dropNamed(desk, [...former.data, await blobName(vault, 'former', '')])
}

const under = (vault: Vault, cache: CacheKey): Vault => ({ ...vault, keys: { ...vault.keys, cache } })
