import type { Context } from 'hono'
import { nonceHeader } from '../../shared/protocol/dpop.ts'
import { problemStatus } from '../../shared/protocol/problem.ts'
import type { Problem as ProblemBody, ProblemCode } from '../../shared/protocol/problem.ts'
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

/** What a 401 says that is wrong with the token or its proof (RFC 9449, 7.1). */
const challenges: { readonly [C in ProblemCode]?: string } = {
  'not-signed-in': 'invalid_token',
  'bad-dpop-proof': 'invalid_dpop_proof',
  'use-dpop-nonce': 'use_dpop_nonce',
}

/** The answer to a request that failed; `nonce` is the newest one, which may be newer than when the request came. */
export function replyWith(c: Context, { code, title, details }: Problem, nonce: string): Response {
  const status = problemStatus[code]
  const body: ProblemBody = { type: `urn:cloison:${code}`, title, status, code, ...details }
  if (details.retryAfter !== undefined) c.header('Retry-After', String(details.retryAfter))
  const challenge = challenges[code]
  if (challenge !== undefined) c.header('WWW-Authenticate', `DPoP error="${challenge}", algs="ES256"`)
  c.header(nonceHeader, nonce)
  return c.body(JSON.stringify(body), status, { 'Content-Type': 'application/problem+json' })
}
