import type { Sort } from './sort-field.ts'
import type { Sorted } from './verdict.ts'
import * as weights from './weights.ts'

const LOGIN_RANK: Partial<Record<Sort, number>> = {
  username: weights.RANK_USERNAME,
  email: weights.RANK_EMAIL,
  phone: weights.RANK_PHONE,
  unknown: weights.RANK_UNKNOWN,
  company: weights.RANK_COMPANY,
  person: weights.RANK_PERSON,
}

/** Returns the login id field of a password: the one with the highest rank, or null. A field after the password must say what it is. */
export function findUsername(fields: Sorted[], password: Sorted): Sorted | null {
  const at = fields.indexOf(password)
  let best: Sorted | null = null
  let bestRank = 0
  for (const [index, field] of fields.entries()) {
    if (field.sort === 'again') return null
    const rank = (LOGIN_RANK[field.sort] ?? 0) - (index > at ? weights.RANK_AFTER_PASSWORD : 0)
    const nearer = index < at && rank === bestRank && (field.sort === 'unknown' || field.sort === 'username')
    if (field.element instanceof HTMLInputElement && rank > 0 && (rank > bestRank || nearer)) {
      best = field
      bestRank = rank
    }
  }
  return best
}
