import type { KeyView } from './views.ts'

/**
 * What a rotation of the person's keys changes. `now`: what the rotation re-keys itself. `waits`: what others must re-key; `names` are
 * null where this person does not know them.
 */
export type RotationReview = {
  otherKeys: KeyView[]
  now: { teams: number; folders: number }
  waits: { names: (string | null)[]; teams: number; folders: number }
}
