import * as z from 'zod/mini'
import { fromBase64url, toBase64url } from '../../../shared/bytes/base64url.ts'
import { openAead, sealAead } from '../../../shared/crypto/aead.ts'
import { commitment } from '../../../shared/crypto/commit.ts'
import { cacheContext } from '../../../shared/crypto/contexts.ts'
import type { IdOf, Kind } from '../../../shared/crypto/contexts.ts'
import { generationKey } from '../../../shared/crypto/keys.ts'
import type { CacheKey, KeyOf } from '../../../shared/crypto/keys.ts'
import { count, folderId, teamId } from '../../../shared/protocol/primitives.ts'
import { generationsOf, keysOfKind, lackingKeys } from './keyring.ts'
import type { Vault } from './vault.ts'

/** A team seed or folder key as it is stored, sealed under the member's cache key. `sealed` is base64url. */
export const heldTeamSeed = z.strictObject({ id: teamId, generation: count, sealed: z.string() })
export const heldFolderKey = z.strictObject({ id: folderId, generation: count, sealed: z.string() })
type Held<K extends Kind> = { id: IdOf[K]; generation: number; sealed: string }

/** The sealed form of each key, so that writing the ledger blob again does not seal every key again. */
const sealedBefore = new WeakMap<Uint8Array, { under: CacheKey; sealed: string }>()

/**
 * Returns every key of a kind that the vault holds, sealed for the disk. A starting worker would otherwise open each wrap by X-Wing,
 * a millisecond a folder. It gives nothing away: whoever has the cache key has the seed, which opens the wraps too (P10).
 */
export async function sealHeldKeys<K extends Kind>(vault: Vault, kind: K): Promise<Held<K>[]> {
  const all = [...keysOfKind(vault, kind)].flatMap(([id, keys]) =>
    [...keys].map(([generation, key]) => ({ id, generation, key })),
  )
  return Promise.all(
    all.map(async ({ id, generation, key }) => {
      const before = sealedBefore.get(key)
      if (before?.under === vault.keys.cache) return { id, generation, sealed: before.sealed }
      const place = sealContext(vault, kind, id, generation)
      const sealed = toBase64url(await sealAead(vault.keys.cache, place, key))
      sealedBefore.set(key, { under: vault.keys.cache, sealed })
      return { id, generation, sealed }
    }),
  )
}

/**
 * Opens the stored keys that this person may still hold, and takes each that matches its commitment in the ledger (P4). For the others
 * the wraps are opened instead.
 */
export async function restoreKeys<K extends Kind>(vault: Vault, kind: K, held: readonly Held<K>[]): Promise<void> {
  const lacking = new Set(lackingKeys(vault).map(({ id, generation }) => `${id}/${String(generation)}`))
  const mine = held.filter(({ id, generation }) => lacking.has(`${id}/${String(generation)}`))
  await Promise.all(mine.map((one) => recallKey(vault, kind, one).catch(() => null)))
}

async function recallKey<K extends Kind>(vault: Vault, kind: K, { id, generation, sealed }: Held<K>): Promise<void> {
  const { cache } = vault.keys
  const opened = await openAead(cache, sealContext(vault, kind, id, generation), fromBase64url(sealed))
  const key: KeyOf[K] = vault.register.add(generationKey[kind](opened))
  const committed = generationsOf(vault, kind, id).nth(generation - 1)?.commitment
  if ((await commitment(key, kind, vault.org, id, generation)) !== committed) return
  const keys = keysOfKind(vault, kind)
  keys.set(id, (keys.get(id) ?? new Map<number, KeyOf[K]>()).set(generation, key))
  sealedBefore.set(key, { under: cache, sealed })
}

const sealContext = <K extends Kind>({ org, me }: Vault, kind: K, id: IdOf[K], generation: number) =>
  cacheContext({ org, member: me, kind: `${kind}-key`, name: `${id}/${String(generation)}` })
