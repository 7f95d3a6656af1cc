import { zipSync } from 'fflate'
import type { PackedFile } from '../../extension/console/state/build-hash.ts'

/** A zip has the time of a clock on the wall, and knows no zone: this is the same on every wall. */
const always = () => new Date(1980, 0, 1, 12)
const OF_UNIX = 3
/** A file that all may read and its owner may write, as a zip of Unix says it. */
const MODE = (0o100644 << 16) >>> 0

/** The files as a zip that is the same to the byte whenever, wherever and by whichever Node it is made. */
export function zipOf(files: readonly PackedFile[]): Uint8Array {
  const sorted = [...files].sort((one, other) => (one.path < other.path ? -1 : 1))
  const options = { level: 9, mtime: always(), os: OF_UNIX, attrs: MODE } as const
  return zipSync(Object.fromEntries(sorted.map(({ path, bytes }) => [path, [bytes, options]])))
}
