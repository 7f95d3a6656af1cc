import { unzipSync } from 'fflate'
import { Failure } from '../../shared/bytes/failure.ts'

const begins = (bytes: Uint8Array, ...start: number[]) => start.every((byte, at) => bytes[at] === byte)
export const isArchive = (bytes: Uint8Array): boolean => begins(bytes, 0x50, 0x4b, 0x03, 0x04)
const asText = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes.subarray(0, 1_000))

/**
 * Refuses what people take for an export of logins and is none, so that each hears what to do about theirs.
 * @throws Failure `import-old-keepass`, `import-spreadsheet`, `import-other-archive`, `import-not-logins`
 */
export function refuseOther(bytes: Uint8Array<ArrayBuffer>): void {
  if (begins(bytes, 0x03, 0xd9, 0xa2, 0x9a, 0x65)) throw new Failure('import-old-keepass')
  // Spreadsheets from before 2007.
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new Failure('import-spreadsheet')
  if (isArchive(bytes)) refuseOtherArchive(namesIn(bytes))
  const text = asText(bytes).trimStart()
  if (text.startsWith('%PDF') || /^<(!doctype html|html|head|body)\b/i.test(text))
    throw new Failure('import-not-logins')
}

/** Refuses an archive by the names in it: of 1Password's each has its data in a file of one name. */
export function refuseOtherArchive(names: readonly string[]): void {
  if (names.includes('export.data')) return
  const isSheet = names.includes('[Content_Types].xml') || names.includes('content.xml')
  throw new Failure(isSheet ? 'import-spreadsheet' : 'import-other-archive')
}

/** Returns the names of an archive's files, and unpacks none. Throws Failure `import-damaged`. */
function namesIn(bytes: Uint8Array): string[] {
  const names: string[] = []
  try {
    unzipSync(bytes, { filter: ({ name }) => (names.push(name), false) })
  } catch {
    throw new Failure('import-damaged')
  }
  return names
}
