import * as z from 'zod/mini'
import type { Desk } from './desk.ts'

const DAY = 24 * 3_600_000
/** The days of an org that has set no policy. */
const DEFAULT_DAYS = 30
const daysSchema = z.int().check(z.minimum(1), z.maximum(90))

/**
 * Removes sealed data that was last written more days ago than the policy lets a device keep it (P10).
 * @param days the policy's days; null while locked, when the policy cannot be read: then the last known days count
 */
export async function applyKeepDays(desk: Pick<Desk, 'local' | 'blobs'>, days: number | null): Promise<void> {
  const stored = daysSchema.safeParse(await desk.local.get('keepDays'))
  const last = stored.success ? stored.data : DEFAULT_DAYS
  if (days !== null && days !== last) await desk.local.set('keepDays', days)
  await desk.blobs.sweep((days ?? last) * DAY)
}
