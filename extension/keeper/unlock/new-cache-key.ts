import * as z from 'zod/mini'
import { visibleFolders } from '../../../shared/access/visible.ts'
import type { CacheKey } from '../../../shared/crypto/keys.ts'
import { blobName, dropNamed, keepVault, putBlob, readBlob } from '../vault/cache.ts'
import type { Desk } from '../desk/desk.ts'
import { copyTimes } from '../vault/desk-limits.ts'
import type { Open } from '../vault/open.ts'
import { copySettings } from '../vault/settings-blob.ts'
import { copySeals } from '../vault/seen-seals.ts'
import { stateOf } from '../vault/vault.ts'
import type { Vault } from '../vault/vault.ts'
import { keepForkWatch } from '../vault/fork-watch-blob.ts'

const names = z.array(z.string())

/**
 * Seals a second copy, under the next cache key, of what only this device has: unsent edits, evidence of forks, the highest seal
 * revisions, the times of `DeskLimits`, settings. Called before a rotation of this person's keys is sent: so the data is found whichever
 * keys are valid in the end, even if the answer is lost and the worker ends. Also stores the names of all blobs under the old key, for
 * `dropFormer`.
 */
export async function copyToCacheKey({ desk, vault }: Open, cache: CacheKey, seal: SealSeen): Promise<void> {
  const next = withCacheKey(vault, cache)
  if (vault.unsent.edits.length + vault.unsent.dropped > 0) await putBlob(desk, next, 'unsent', '', vault.unsent)
  await keepForkWatch(desk, { ...next, forkWatch: { ...vault.forkWatch, isChanged: true } })
  await copySeals(desk, vault, next, seal)
  await copyTimes(desk, vault, next)
  await copySettings(desk, vault, next)
  const old = ['ledger', 'witness', 'seals', 'unsent', 'never-offer', 'times', 'settings'].map((kind) =>
    blobName(vault, kind, ''),
  )
  const shelves = visibleFolders(stateOf(vault), vault.me).map((folder) => blobName(vault, 'shelf', folder))
  await putBlob(desk, next, 'former', '', await Promise.all([...old, ...shelves]))
}
type SealSeen = { credential: string; revision: number }

/** Seals the rest under the new cache key once the rotation stands, so that it need not be fetched again, and removes the old blobs. */
export async function moveToCacheKey({ desk, vault }: Open, cache: CacheKey): Promise<void> {
  await keepVault(desk, { ...withCacheKey(vault, cache), unstored: new Set(['ledger', ...vault.shelves.keys()]) })
  const quiet = await readBlob(desk, vault, 'never-offer', '')
  if (quiet !== null) await putBlob(desk, withCacheKey(vault, cache), 'never-offer', '', quiet)
  await dropFormer(desk, withCacheKey(vault, cache))
}

/** Removes the copies under the next cache key where the rotation failed: nobody will have that key. */
export async function forgetCacheKey({ desk, vault }: Open, cache: CacheKey): Promise<void> {
  for (const kind of ['unsent', 'witness', 'seals', 'times', 'settings', 'former'])
    await desk.blobs.remove(await blobName(withCacheKey(vault, cache), kind, ''))
}

/** Removes the blobs under this person's former cache key, and last the list of their names. */
export async function dropFormer(desk: Desk, vault: Vault): Promise<void> {
  const former = names.safeParse(await readBlob(desk, vault, 'former', ''))
  if (former.success) await dropNamed(desk, [...former.data, await blobName(vault, 'former', '')])
}

const withCacheKey = (vault: Vault, cache: CacheKey): Vault => ({ ...vault, keys: { ...vault.keys, cache } })
