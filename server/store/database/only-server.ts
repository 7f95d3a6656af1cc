import { setTimeout as sleep } from 'node:timers/promises'
import type postgres from 'postgres'
import { Failure } from '../../../shared/bytes/failure.ts'
import type { Log } from '../../log.ts'
import { isDatabaseDown } from '../database-down.ts'
import { connect } from './connect.ts'
import type { Connections } from './connect.ts'

const serving = 7_095_263_373
/** A server that was killed is gone from the database a moment later. */
const tries = 20
const pause = 250

/**
 * Takes the database for this process, by an advisory lock on a connection of its own that is held for life: a second server
 * would serve rights as they were when it last looked (H7). Where that connection breaks, the lock is taken again as soon as the
 * database answers; `taken` is told when another server was quicker. Throws `database-in-use`.
 */
export async function lockDatabase(
  url: string,
  connections: Omit<Connections, 'max'>,
  log: Log,
  taken: (why: unknown) => void,
): Promise<{ release(): Promise<void> }> {
  let state: 'taking' | 'held' | 'released' = 'taking'
  const onclose = () => {
    if (state !== 'held') return
    log.warn('database-lock-lost')
    state = 'taking'
    take(sql, () => state === 'taking').then(
      () => (state = 'held'),
      (error: unknown) => state === 'released' || taken(error),
    )
  }
  // No end of its own: the lock would go with it.
  const sql: postgres.Sql = connect(url, { ...connections, max: 1, max_lifetime: 0, onclose })
  const release = () => {
    state = 'released'
    return sql.end({ timeout: 1 })
  }
  try {
    await take(sql, () => false)
    state = 'held'
  } catch (error) {
    await release()
    throw error
  }
  return { release }
}

/** `waits`: whether, still, for a database that does not answer. */
async function take(sql: postgres.Sql, waits: () => boolean): Promise<void> {
  for (let left = tries; left > 0;) {
    try {
      const [row] = await sql<{ mine: boolean }[]>`select pg_try_advisory_lock(${serving}) as mine`
      if (row?.mine === true) return
      left -= 1
    } catch (error) {
      if (!waits() || !isDatabaseDown(error)) throw error
    }
    await sleep(pause)
  }
  throw new Failure(
    'database-in-use',
    'Another Cloison server is using this database. Stop it, or give this one a database of its own in DATABASE_URL.',
  )
}
