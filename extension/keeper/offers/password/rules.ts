import { intersect } from './characters.ts'

/** The rules of a page for a new password. Lengths in characters; sets as strings of their members. */
export type PasswordRules = {
  min: number
  /** Null for no limit. */
  max: number | null
  /** At least one character of each of these sets. */
  required: readonly string[]
  /** The same as a wish, a set twice for two characters: read out of a pattern, which itself decides in the end. */
  wanted: readonly string[]
  /** Null for no rule. */
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

/** Returns the rules that meet both. */
export function combineRules(one: PasswordRules, other: PasswordRules): PasswordRules {
  return {
    min: Math.max(one.min, other.min),
    max: smallerBound(one.max, other.max),
    required: [...new Set([...one.required, ...other.required])],
    wanted: [...one.wanted, ...other.wanted],
    allowed:
      one.allowed === null || other.allowed === null
        ? (one.allowed ?? other.allowed)
        : intersect(one.allowed, other.allowed),
    maxConsecutive: smallerBound(one.maxConsecutive, other.maxConsecutive),
  }
}

/** Returns the smaller limit; null for none. */
export const smallerBound = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? (one ?? other) : Math.min(one, other)
