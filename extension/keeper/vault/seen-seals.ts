import * as z from 'zod/mini'
import { Failure } from '../../../shared/bytes/failure.ts'
import { count } from '../../../shared/protocol/primitives.ts'
import { putBlob, readBlob } from './cache.ts'
import type { CacheOwner } from './cache.ts'
import type { Desk } from '../desk/desk.ts'

/** The highest seal revision of each credential that this device has opened. */
const seenRevisions = z.record(z.string(), count)

/** Copies the seen seal revisions to the next cache key, and adds the revision that comes with that key. */
export async function copySeals(
  desk: Desk,
  whose: CacheOwner,
  next: CacheOwner,
  of: { credential: string; revision: number },
): Promise<void> {
  const kept = seenRevisions.safeParse(await readBlob(desk, whose, 'seals', ''))
  const value = { ...(kept.success ? kept.data : {}), [of.credential]: of.revision }
  await putBlob(desk, next, 'seals', '', value).catch(() => undefined)
}

/**
 * P5: notes the revision of an opened sealed seed. Throws Failure `old-seal` where this device has opened a newer one: else a server
 * that kept the sealed seed of an old PIN could bring that PIN back. A new device has seen none and accepts any.
 */
export async function noteSeal(desk: Desk, whose: CacheOwner, credential: string, revision: number): Promise<void> {
  const kept = seenRevisions.safeParse(await readBlob(desk, whose, 'seals', ''))
  const before = kept.success ? kept.data : {}
  const highest = before[credential] ?? 0
  if (revision < highest) throw new Failure('old-seal')
  // Where the disk is full the device keeps the older revision.
  if (revision > highest)
    await putBlob(desk, whose, 'seals', '', { ...before, [credential]: revision }).catch(() => undefined)
}
