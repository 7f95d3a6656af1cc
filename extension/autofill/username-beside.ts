import type { Sort } from './sort-field.ts'
import type { Sorted } from './verdict.ts'

const LOGIN_RANK: Partial<Record<Sort, number>> = { username: 6, email: 5, phone: 4, unknown: 3, company: 1, person: 1 }

/** The login id of a password: the best-named field before it; after it, only one that says so. */
export function usernameBeside(fields: Sorted[], password: Sorted): Sorted | null {
  const at = fields.indexOf(password)
  let best: Sorted | null = null
  let bestRank = 0
  for (const [index, field] of fields.entries()) {
    if (field.sort === 'again') return null
    const rank = (LOGIN_RANK[field.sort] ?? 0) - (index > at ? 3 : 0)
    const nearer = index < at && rank === bestRank && (field.sort === 'unknown' || field.sort === 'username')
    if (field.element instanceof HTMLInputElement && rank > 0 && (rank > bestRank || nearer)) {
      best = field
      bestRank = rank
    }
  }
  return best
}
