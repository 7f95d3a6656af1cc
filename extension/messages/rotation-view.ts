import type { KeyView } from './views.ts'

/** What new keys of one's own change: `waits` for others to re-key it, `names` where this person knows them. */
export type RotationReview = {
  otherKeys: KeyView[]
  now: { teams: number; folders: number }
  waits: { names: (string | null)[]; teams: number; folders: number }
}
