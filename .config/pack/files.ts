import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PackedFile } from '../../extension/console/state/build-hash.ts'

/** Every file below a folder, sorted by its path, which has `/` on every system. */
export function filesIn(folder: string): PackedFile[] {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length).replaceAll('\\', '/'))
  return paths.sort().map((path) => ({ path, bytes: new Uint8Array(readFileSync(join(folder, path))) }))
}
