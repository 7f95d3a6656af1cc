import { randomBytes } from 'node:crypto'
import type postgres from 'postgres'
import { createApp } from '../../server/app.ts'
import { developmentExtensionId } from '../../server/extension-id.ts'
import { createLog } from '../../server/log.ts'
import type { Services } from '../../server/middleware/services.ts'
import { testDatabase } from '../../server/testing/database.ts'
import { nodeDesk } from './node-desk.ts'
import type { NodeDesk } from './node-desk.ts'
import { newPerson, setUp } from './person.ts'
import type { Person } from './person.ts'
import { PIN, need } from './org.ts'

/** A whole server in this process; the test sets its clock and may change its rows directly. */
export type Here = {
  origin: string
  sql: postgres.Sql
  clock: { ahead: number }
  /** An empty desk with its own clock, connected to this server. */
  newDesk(now?: () => number): NodeDesk
  close(): Promise<void>
}

/** `hours`: the shift hours that this server assumes. */
export async function serverHere(hours: Services['shiftHours']): Promise<{ here: Here; owner: Person }> {
  const database = await testDatabase()
  const clock = { ahead: 0 }
  const origin = 'https://cloison.example'
  const made = createApp({
    config: { publicOrigin: origin, extensionId: developmentExtensionId },
    db: database.db,
    sql: database.sql,
    secret: randomBytes(32),
    log: createLog('debug', () => undefined),
    now: () => Date.now() + clock.ahead,
    shiftHours: hours,
  })
  const newDesk = (now = () => Date.now()): NodeDesk => ({
    ...nodeDesk(now),
    fetch: async (url, init) => made.app.request(url.slice(origin.length), init),
  })
  const owner = newPerson(newDesk())
  await setUp(owner, origin, need(await made.setupCode()), PIN)
  const close = async () => {
    await made.close()
    await database.close()
  }
  return { here: { origin, sql: database.sql, clock, newDesk, close }, owner }
}
