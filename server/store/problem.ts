import type { ProblemCode } from '../../shared/protocol/problem.ts'

type Details = { field?: string; triesLeft?: number; retryAfter?: number }

/** A refusal that the asker is told, by its stable code; the title names ids and sizes, never contents. */
export class Problem extends Error {
  override readonly name = 'Problem'

  /** @param details.field path of the first bad field. @param details.retryAfter seconds. */
  constructor(
    readonly code: ProblemCode,
    readonly title: string,
    readonly details: Details = {},
  ) {
    super(title)
  }
}

/** A request that does not say what it should, at `field`. */
export const badField = (field: string, title: string) => new Problem('bad-request', title, { field })
