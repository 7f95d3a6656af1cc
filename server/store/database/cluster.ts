import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  chownSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { Failure } from '../../../shared/bytes/failure.ts'
import { machineFolder, type Programs } from './programs.ts'
import { canEnter, type SystemUser } from './system-user.ts'

/** `folder`: PostgreSQL's data directory, links resolved. `user`: who owns and runs it, null for ourselves. */
export type Cluster = Readonly<{ folder: string; password: string; user: SystemUser | null }>

/** Only what PostgreSQL needs: a stray PGDATA or PGPORT must not lead it elsewhere. */
export const postgresEnv = { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC' }

/**
 * Finds the cluster of a data folder at `postgres` in it, or makes it. As root, where the `postgres` user cannot enter the data
 * folder, the cluster lies in `/var/lib/cloison` and `postgres` is a link to it. Throws `cluster-…` with a sentence for the operator.
 */
export async function openCluster(dataFolder: string, programs: Programs, user: SystemUser | null): Promise<Cluster> {
  const place = join(dataFolder, 'postgres')
  const passwordFile = join(dataFolder, 'postgres-password')
  if (existsSync(join(place, 'PG_VERSION'))) {
    const folder = realpathSync(place)
    const { uid, gid } = statSync(folder)
    const owner = user === null || uid === 0 ? user : { uid, gid }
    checkReach(folder, owner)
    if (!existsSync(passwordFile)) throw new Failure('cluster-password', `${passwordFile} is missing: put it back.`)
    return { folder, password: readFileSync(passwordFile, 'utf8').trim(), user: owner }
  }
  const password = randomBytes(24).toString('base64url')
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  const folder = choosePlace(dataFolder, user)
  await initialise(folder, programs, { password, user })
  if (folder !== place) {
    rmSync(place, { force: true })
    symlinkSync(folder, place)
  }
  syncFolder(dataFolder)
  return { folder: realpathSync(folder), password, user }
}

function choosePlace(dataFolder: string, user: SystemUser | null): string {
  const place = join(dataFolder, 'postgres')
  if (user === null) return place
  // A data folder still empty of a cluster is ours to open for passing through; what lies in it is closed file by file.
  const mode = statSync(dataFolder).mode & 0o777
  const ours = readdirSync(dataFolder).every((name) => /^(postgres|server-|secret)/.test(name))
  if (ours && !canEnter(user, dataFolder)) chmodSync(dataFolder, mode | 0o011)
  if (canEnter(user, dataFolder)) return place
  if (ours) chmodSync(dataFolder, mode)
  mkdirSync(machineFolder, { recursive: true, mode: 0o755 })
  const home = mkdtempSync(join(machineFolder, 'data-'))
  chmodSync(home, 0o711)
  return join(home, 'postgres')
}

function checkReach(folder: string, owner: SystemUser | null): void {
  if (owner !== null && !canEnter(owner, folder)) {
    throw new Failure('cluster-closed', `The owner of ${folder} can no longer enter it: open the folders above it.`)
  }
  try {
    accessSync(folder, constants.R_OK | constants.W_OK)
  } catch {
    throw new Failure('cluster-owner', `${folder} belongs to another user: start Cloison as that user or as root.`)
  }
}

/** `initdb` beside the place, then a rename: a first start cut off half-way leaves nothing that looks like a cluster. */
async function initialise(
  folder: string,
  programs: Programs,
  { password, user }: { password: string; user: SystemUser | null },
): Promise<void> {
  const half = `${folder}.new`
  const passwordFile = `${folder}.pw`
  rmSync(half, { recursive: true, force: true })
  mkdirSync(half, { mode: 0o700 })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (user !== null) for (const path of [half, passwordFile]) chownSync(path, user.uid, user.gid)
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const options = ['-D', half, '-U', 'cloison', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, ...locale]
  try {
    await run(programs.initdb, options, user)
  } finally {
    rmSync(passwordFile, { force: true })
  }
  // A dangling link from an earlier life of this data folder.
  if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) rmSync(folder)
  renameSync(half, folder)
  syncFolder(dirname(folder))
}

function run(program: string, options: readonly string[], user: SystemUser | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, options, { ...user, cwd: '/', env: postgresEnv, stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Failure('cluster-init', `PostgreSQL could not be set up: ${said.trim()}`)),
    )
  })
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}
