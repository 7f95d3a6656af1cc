import { realpathSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { errorCode, type Log } from '../../log.ts'
import { openCluster } from './cluster.ts'
import { lockFolder } from './folder-lock.ts'
import { freePort, startPostmaster, stopOrphans, stopPostmaster, type PostgresSettings } from './postmaster.ts'
import { postgresPrograms } from './programs.ts'
import { systemUser } from './system-user.ts'

/** `url`: as of now; the port may change when PostgreSQL had to be started again, so the pool asks `socket` each time. */
export type Embedded = Readonly<{ url(): string; socket(): Socket; stop(): Promise<void> }>

/**
 * A real PostgreSQL of our own in `postgres` below the data folder, which the caller has locked. It is started again, for ever,
 * when it dies; connections fail meanwhile. Throws a Failure whose message is a sentence for the operator when it cannot start.
 */
export async function startEmbedded(dataFolder: string, log: Log, extra: PostgresSettings = {}): Promise<Embedded> {
  const user = systemUser()
  const programs = postgresPrograms(user)
  const cluster = await openCluster(dataFolder, programs, user)
  // A copy of the data folder may link to the same cluster.
  if (dirname(cluster.folder) !== realpathSync(dataFolder)) lockFolder(dirname(cluster.folder))
  const logFile = join(dataFolder, 'postgres.log')
  log.info('database-folder', { folder: cluster.folder, programs: programs.postgres, uid: cluster.user?.uid ?? null })

  let stopping = false
  const start = async (port: number) => {
    const orphans = await stopOrphans(cluster.folder)
    if (orphans > 0) log.warn('database-orphans-stopped', { processes: orphans })
    return startPostmaster(cluster, programs, { port, logFile, extra })
  }
  let postmaster = await start(await freePort())
  let restarting: Promise<void> | null = null

  const restart = async () => {
    for (let attempt = 0; !stopping; attempt++) {
      try {
        postmaster = await start(attempt === 0 ? postmaster.port : await freePort())
        watch()
        log.warn('database-restarted', { attempt })
        return
      } catch (error) {
        log.error('database-restart-failed', { attempt, code: errorCode(error) })
        await sleep(Math.min(100 * 2 ** attempt, 5000))
      }
    }
  }
  const watch = () => {
    postmaster.process.once('exit', (code, signal) => {
      if (stopping) return
      log.error('database-died', { code, signal })
      restarting = restart()
    })
  }
  watch()
  // Should we leave without `stop` (a second signal, a fault), PostgreSQL still gets the word to shut down.
  const atExit = () => postmaster.process.kill('SIGINT')
  process.once('exit', atExit)

  return {
    url: () => `postgres://cloison:${cluster.password}@127.0.0.1:${postmaster.port}/postgres`,
    socket: () => connect({ host: '127.0.0.1', port: postmaster.port, noDelay: true }),
    stop: async () => {
      stopping = true
      await restarting
      await stopPostmaster(postmaster)
      process.off('exit', atExit)
    },
  }
}
