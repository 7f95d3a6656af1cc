import { common } from './characters.ts'

/** What a page asks of a new password. Lengths in characters; sets of characters are written out. */
export type PasswordRules = {
  min: number
  /** Null for no bound. */
  max: number | null
  /** Of each of these sets at least one. */
  required: readonly string[]
  /** The same where it can be, twice for two: what was read out of a pattern, which is asked itself in the end. */
  wanted: readonly string[]
  /** Null where nothing is said. */
  allowed: string | null
  /** How many of the same character may stand in a row, null for any number. */
  maxConsecutive: number | null
}

export const noRules: PasswordRules = {
  min: 0,
  max: null,
  required: [],
  wanted: [],
  allowed: null,
  maxConsecutive: null,
}

/** What meets both. */
export function together(one: PasswordRules, other: PasswordRules): PasswordRules {
  return {
    min: Math.max(one.min, other.min),
    max: least(one.max, other.max),
    required: [...new Set([...one.required, ...other.required])],
    wanted: [...one.wanted, ...other.wanted],
    allowed:
      one.allowed === null || other.allowed === null
        ? (one.allowed ?? other.allowed)
        : common(one.allowed, other.allowed),
    maxConsecutive: least(one.maxConsecutive, other.maxConsecutive),
  }
}

/** The smaller bound, of which each may be none. */
export const least = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? (one ?? other) : Math.min(one, other)
