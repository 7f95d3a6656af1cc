import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, fchownSync, openSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Failure } from '../../../shared/bytes/failure.ts'
import { postgresEnv, type Cluster } from './cluster.ts'
import { postgresProcesses } from './process.ts'
import type { Programs } from './programs.ts'

export type Postmaster = Readonly<{ port: number; process: ChildProcess }>

/** Settings that tests weaken and the server never does. */
export type PostgresSettings = Readonly<Record<string, string>>

const settings: PostgresSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '60',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  log_checkpoints: 'off',
  // An error's detail quotes the row, its statement the query: neither belongs in a log.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
}

/**
 * Starts PostgreSQL on a loopback port in a process group of its own (a Ctrl-C at our terminal is for us to handle) and waits
 * until it accepts connections, however long recovery takes. Throws `postgres-start` with the end of its log when it exits.
 */
export async function startPostmaster(
  cluster: Cluster,
  programs: Programs,
  { port, logFile, extra }: { port: number; logFile: string; extra: PostgresSettings },
): Promise<Postmaster> {
  const log = openSync(logFile, 'w', 0o600)
  if (cluster.user !== null) fchownSync(log, cluster.user.uid, cluster.user.gid)
  const options = Object.entries({ ...settings, ...extra }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(programs.postgres, ['-D', cluster.folder, '-p', String(port), ...options], {
    ...cluster.user,
    cwd: '/',
    env: postgresEnv,
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  const failed = new Promise<never>((_, reject) => {
    child.once('error', reject)
    child.once('exit', () => {
      const end = readFileSync(logFile, 'utf8').trim().split('\n').slice(-3).join(' ')
      reject(new Failure('postgres-start', `PostgreSQL did not start: ${end}`))
    })
  })
  failed.catch(() => {})
  const ready = async () => {
    while (!isReady(cluster.folder, child)) await sleep(20)
  }
  await Promise.race([ready(), failed])
  return { port, process: child }
}

/** Line 1 of `postmaster.pid` is the process id, line 8 the state (PostgreSQL 10 and later; what `pg_ctl -w` reads). */
function isReady(folder: string, child: ChildProcess): boolean {
  if (child.exitCode !== null || child.signalCode !== null) return true
  const lines = pidFile(folder)
  return lines[0] === String(child.pid) && lines[7]?.trim() === 'ready'
}

function pidFile(folder: string): string[] {
  try {
    return readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return []
  }
}

/** Asks for a fast shutdown (open transactions roll back, a checkpoint is written) and waits for the exit. */
export async function stopPostmaster({ process: child }: Postmaster): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGINT')
  await exit
}

/**
 * Clears what a killed server or a killed postmaster left alive on this cluster. The caller holds the data folder's lock, so
 * whatever runs here is an orphan. First a clean stop; children without a postmaster leave by themselves; in the end by force.
 */
export async function stopOrphans(folder: string): Promise<number> {
  const found = postgresProcesses(folder)
  const postmaster = found.find((pid) => String(pid) === pidFile(folder)[0])
  if (postmaster !== undefined) signal([postmaster], 'SIGINT')
  let left = found
  for (let round = 0; left.length > 0; round++) {
    const patience = postmaster === undefined ? 20 : 600
    if (round > patience) signal(left, 'SIGKILL')
    await sleep(100)
    left = postgresProcesses(folder)
  }
  // PostgreSQL would take any process that has since got this id for itself.
  rmSync(join(folder, 'postmaster.pid'), { force: true })
  return found.length
}

function signal(pids: readonly number[], name: 'SIGINT' | 'SIGKILL'): void {
  for (const pid of pids) {
    try {
      process.kill(pid, name)
    } catch {
      // Gone meanwhile, which is what we want.
    }
  }
}

/** A TCP port of the loopback that nobody listens on just now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}
