import { spawnSync } from 'node:child_process'
import { readFileSync, readdirSync, readlinkSync } from 'node:fs'

/** Is a process with this id alive? One that we may not signal is. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * When a process started, as an opaque string that differs for another process that got the same id later (after a reboot or
 * in a restarted container too); null where the system does not tell.
 */
export function startedAt(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // Field 22; the name in field 2 may hold spaces and brackets, so count from after its last bracket.
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${ticks}`
  } catch {
    return ps('-o', 'lstart=', '-p', String(pid)).trim() || null
  }
}

/** PostgreSQL's processes whose working folder is this data directory, on Linux its orphaned children too. */
export function postgresProcesses(folder: string): number[] {
  if (process.platform === 'linux') {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && cwdOf(name) === folder && /^postgres/.test(readProc(name, 'comm')))
      .map(Number)
  }
  const lines = ps('-axo', 'pid=,command=').split('\n')
  return lines.filter((line) => line.includes(`postgres -D ${folder} `)).map((line) => Number.parseInt(line, 10))
}

function ps(...options: string[]): string {
  const said = spawnSync('ps', options, { encoding: 'utf8' })
  return said.error === undefined ? said.stdout : ''
}

function cwdOf(pid: string): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return null
  }
}

function readProc(pid: string, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8')
  } catch {
    return ''
  }
}
