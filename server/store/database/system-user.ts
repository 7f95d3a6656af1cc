import { spawnSync } from 'node:child_process'
import { Failure } from '../../../shared/bytes/failure.ts'

/** Who runs PostgreSQL when it is not simply us: numeric ids for `spawn` and `chown`. */
export type SystemUser = Readonly<{ uid: number; gid: number }>

/**
 * PostgreSQL refuses to run as root. Gives null when this process is an ordinary user, else the system user `postgres`, created
 * when the machine has none. Throws `no-system-user` when it cannot be.
 */
export function systemUser(): SystemUser | null {
  if (process.getuid?.() !== 0) return null
  const found = lookUp() ?? create()
  if (found === null) {
    throw new Failure(
      'no-system-user',
      'PostgreSQL does not run as root and no user named postgres could be created. Create one, start Cloison as an ordinary user, or set DATABASE_URL.',
    )
  }
  return found
}

/** Runs a shell test as that user: can it enter this folder? */
export function canEnter(user: SystemUser, folder: string): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...user, cwd: '/', stdio: 'ignore' }).status === 0
}

function lookUp(): SystemUser | null {
  const id = (what: string) => Number.parseInt(spawnSync('id', [what, 'postgres'], { encoding: 'utf8' }).stdout, 10)
  const user = { uid: id('-u'), gid: id('-g') }
  return Number.isInteger(user.uid) && Number.isInteger(user.gid) ? user : null
}

function create(): SystemUser | null {
  // `su` without a login shell leaves the sbin folders out.
  const env = { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin` }
  const options = [
    '--system',
    '--user-group',
    '--no-create-home',
    '--home-dir',
    '/nonexistent',
    '--shell',
    '/bin/false',
  ]
  const made = spawnSync('useradd', [...options, 'postgres'], { env, stdio: 'ignore' })
  if (made.status !== 0)
    spawnSync('adduser', ['--system', '--group', '--no-create-home', 'postgres'], { env, stdio: 'ignore' })
  return lookUp()
}
