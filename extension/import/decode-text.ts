import { Failure } from '../../shared/bytes/failure.ts'
import type { ImportProblem } from './imported.ts'

const startsWith = (bytes: Uint8Array, ...start: number[]) => start.every((byte, at) => bytes[at] === byte)

/** How often every second byte is 0 at the start of a file: text of UTF-16 without a mark, as some tools write it. */
function zeros(bytes: Uint8Array, offset: 0 | 1): number {
  const looked = bytes.subarray(0, 400)
  let found = 0
  for (let at = offset; at < looked.length; at += 2) if (looked[at] === 0) found += 1
  return found / Math.max(1, looked.length / 2)
}

/**
 * Returns the text of a file in UTF-8, UTF-16, or else Windows-1252, which older spreadsheets write. Of the last nobody can be sure, so
 * that the problem `letters-lost` comes with it.
 * @throws Failure `import-bad-text` for what is no text
 */
export function decodeText(bytes: Uint8Array<ArrayBuffer>): { text: string; problems: ImportProblem[] } {
  const wide = wideOf(bytes)
  if (wide !== null) return { text: decode(wide, bytes), problems: [] }
  if (bytes.includes(0)) throw new Failure('import-bad-text')
  try {
    return { text: decode('utf-8', bytes), problems: [] }
  } catch {
    const text = new TextDecoder('windows-1252').decode(bytes)
    return { text, problems: [{ at: null, name: '', code: 'letters-lost', what: 'Windows-1252' }] }
  }
}

function wideOf(bytes: Uint8Array): string | null {
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le'
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be'
  if (zeros(bytes, 1) > 0.6 && zeros(bytes, 0) < 0.2) return 'utf-16le'
  if (zeros(bytes, 0) > 0.6 && zeros(bytes, 1) < 0.2) return 'utf-16be'
  return null
}

function decode(encoding: string, bytes: Uint8Array<ArrayBuffer>): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new Failure('import-bad-text')
  }
}
