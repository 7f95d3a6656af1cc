import * as z from 'zod/mini'
import { Failure } from '../../../shared/bytes/failure.ts'
import { count } from '../../../shared/protocol/primitives.ts'
import { put, take } from './cache.ts'
import type { Shelver } from './cache.ts'
import type { Desk } from '../desk/desk.ts'

/** The highest seal revision of each credential that this desk has opened. */
const seen = z.record(z.string(), count)

/** What is known under one cache key, under another as well, with the seal revision that comes with that. */
export async function copySeals(
  desk: Desk,
  whose: Shelver,
  next: Shelver,
  of: { credential: string; revision: number },
): Promise<void> {
  const kept = seen.safeParse(await take(desk, whose, 'seals', ''))
  const value = { ...(kept.success ? kept.data : {}), [of.credential]: of.revision }
  await put(desk, next, 'seals', '', value).catch(() => undefined)
}

/**
 * P5: a sealed seed older than one that this desk has opened is refused: else a server that kept the row of an old PIN
 * could bring that PIN back. A fresh desk knows none. Throws Failure `old-seal`.
 */
export async function noteSeal(desk: Desk, whose: Shelver, credential: string, revision: number): Promise<void> {
  const kept = seen.safeParse(await take(desk, whose, 'seals', ''))
  const before = kept.success ? kept.data : {}
  const highest = before[credential] ?? 0
  if (revision < highest) throw new Failure('old-seal')
  // Where the disk is full the desk knows no more than before.
  if (revision > highest)
    await put(desk, whose, 'seals', '', { ...before, [credential]: revision }).catch(() => undefined)
}
