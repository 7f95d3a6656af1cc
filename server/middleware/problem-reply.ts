import type { Context } from 'hono'
import { problemStatus } from '../../shared/protocol/problem.ts'
import type { Problem as ProblemBody } from '../../shared/protocol/problem.ts'
import { errorCode } from '../log.ts'
import type { Log } from '../log.ts'
import { isDatabaseDown } from '../store/database-down.ts'
import { Problem } from '../store/problem.ts'

/** What an error thrown by a route is told as (RFC 9457); only what nobody foresaw is an `internal`, and logged. */
export function problemOf(error: unknown, log: Log): Problem {
  if (error instanceof Problem) return error
  const code = errorCode(error)
  if (isDatabaseDown(error)) {
    log.warn('database-down', { code })
    return new Problem('database-down', 'The database does not answer.', { retryAfter: 2 })
  }
  log.error('unforeseen', { code })
  return new Problem('internal', 'Something went wrong on the server.')
}

export function replyWith(c: Context, { code, title, details }: Problem): Response {
  const status = problemStatus[code]
  const body: ProblemBody = { type: `urn:cloison:${code}`, title, status, code, ...details }
  if (details.retryAfter !== undefined) c.header('Retry-After', String(details.retryAfter))
  return c.body(JSON.stringify(body), status, { 'Content-Type': 'application/problem+json' })
}
