import type { Context } from 'hono'
import { Failure } from '../../shared/bytes/failure.ts'
import { problemStatus } from '../../shared/protocol/problem.ts'
import type { Problem as ProblemBody } from '../../shared/protocol/problem.ts'
import { errorCode } from '../log.ts'
import type { Log } from '../log.ts'
import { Problem } from '../store/problem.ts'

/** Codes of the driver and of PostgreSQL (class 08, 57P, 53) that mean: not now. */
const down =
  /^(ECONN\w+|EPIPE|ENOENT|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|CONNECT\w+_\w+|CONNECTION_\w+|CONNECT_TIMEOUT|08...|57P0.|53...)$/

/** What an error thrown by a route is told as (RFC 9457); only what nobody foresaw is an `internal`, and logged. */
export function problemOf(error: unknown, log: Log): Problem {
  if (error instanceof Problem) return error
  // Bytes that the schema lets through and a codec does not.
  if (error instanceof Failure && error.code.startsWith('bad-'))
    return new Problem('bad-request', error.code, { field: 'body' })
  const code = errorCode(error)
  if (down.test(code)) {
    log.warn('database-down', { code })
    return new Problem('database-down', 'The database does not answer. Nothing was changed.', { retryAfter: 2 })
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
