import { Hono, type Context } from 'hono'
import { problemStatus, type Problem } from '../../shared/protocol/problem.ts'
import { safeHeaders } from '../middleware/headers.ts'

/**
 * `/healthz`: the process runs; a failure means restart it. `/readyz`: the database takes writes and the ledger is
 * replayed; a failure means send no traffic here for now. @param ready resolves to whether that is so and never rejects.
 */
export function health(ready: () => Promise<boolean>, publicOrigin: string): Hono {
  const app = new Hono().use(safeHeaders(publicOrigin))
  app.get('/healthz', (c) => c.json({ status: 'alive' }))
  app.get('/readyz', async (c) => ((await ready()) ? c.json({ status: 'ready' }) : databaseDown(c)))
  return app
}

/** Answers everything while the database is still being opened. */
export const starting = (publicOrigin: string): Hono => new Hono().use(safeHeaders(publicOrigin)).all('*', databaseDown)

/** The answer to anything while there is no database. */
function databaseDown(c: Context): Response {
  const code = 'database-down'
  const problem: Problem = {
    type: 'about:blank',
    title: 'The database does not answer.',
    status: problemStatus[code],
    code,
  }
  return c.body(JSON.stringify(problem), problemStatus[code], { 'content-type': 'application/problem+json' })
}
