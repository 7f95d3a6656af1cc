import * as z from 'zod/mini'
import type { Desk } from './desk.ts'

const DAY = 24 * 3_600_000
/** As an org has it that has set no policy. */
const usual = 30
const kept = z.int().check(z.minimum(1), z.maximum(90))

/**
 * Drops sealed data that was last written longer ago than the policy lets a desk keep it (P10). `days`: the policy's, null while
 * locked, when the ledger is not at hand: then it is what this desk was told last.
 */
export async function obeyKeepDays(desk: Pick<Desk, 'local' | 'blobs'>, days: number | null): Promise<void> {
  const told = kept.safeParse(await desk.local.get('keepDays'))
  const last = told.success ? told.data : usual
  if (days !== null && days !== last) await desk.local.set('keepDays', days)
  await desk.blobs.sweep((days ?? last) * DAY)
}
