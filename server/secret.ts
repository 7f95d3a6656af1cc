import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { fromBase64url, toBase64url } from '../shared/bytes/base64url.ts'
import { Failure } from '../shared/bytes/failure.ts'
import type { Config } from './config.ts'

/**
 * The server's 32 secret bytes, kept outside the database (P2: with a credential's row they give its VOPRF key). From
 * SERVER_SECRET, else from the file `secret` in the data folder, made at first start. Throws `server-secret` when that file is
 * damaged, or gone although its database is there: a new secret would kill every PIN.
 */
export function serverSecret({
  serverSecret: given,
  dataFolder,
}: Pick<Config, 'serverSecret' | 'dataFolder'>): Uint8Array {
  if (given !== null) return given
  const file = join(dataFolder, 'secret')
  if (existsSync(file)) return parse(file)
  if (existsSync(join(dataFolder, 'postgres'))) {
    throw new Failure(
      'server-secret',
      `${file} is missing: put it back from your backup. Without it no PIN works any more.`,
    )
  }
  const handle = openSync(`${file}.new`, 'w', 0o600)
  writeSync(handle, `${toBase64url(randomBytes(32))}\n`)
  fsyncSync(handle)
  closeSync(handle)
  renameSync(`${file}.new`, file)
  return parse(file)
}

function parse(file: string): Uint8Array {
  const damaged = new Failure('server-secret', `${file} is damaged: put it back from your backup.`)
  try {
    const bytes = fromBase64url(readFileSync(file, 'utf8').trim())
    if (bytes.length === 32) return bytes
  } catch {
    throw damaged
  }
  throw damaged
}
