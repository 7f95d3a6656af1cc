import { Failure } from '../../shared/bytes/failure.ts'
import { readBitwarden } from './bitwarden.ts'
import { openBitwarden } from './bitwarden-protected.ts'
import { openCloison } from './cloison.ts'
import { readCxf } from './cxf.ts'
import { decodeText } from './decode-text.ts'
import type { Imported } from './imported.ts'
import { readKeePass, readKeePassXml } from './keepass.ts'
import { parseJson, readOnePassword } from './one-password.ts'
import { isArchive, refuseOther } from './other-files.ts'
import { headingsOf, readTable } from './read-table.ts'
import { readRows } from './read-rows.ts'
import { isTable, tables } from './tables.ts'
import type { TableName } from './tables.ts'

/** The kinds of file that can be read. */
export const formats = [
  'cloison',
  'lockpass',
  'bitwarden',
  'bitwarden-table',
  'keepass',
  'keepass-xml',
  'keepass-table',
  '1password',
  '1password-table',
  'lastpass',
  'dashlane',
  'chrome',
  'firefox',
  'cxf',
  'table',
] as const
export { isTable }
export type Format = (typeof formats)[number]
export type FileKeys = { password: string | null; keyFile: Uint8Array<ArrayBuffer> | null }

/** A file larger than this is none of a password manager's: 20,000 logins are some 10 MB. */
export const MOST_BYTES = 200_000_000

const AGE = 'age-encryption.org/v1\n'
const begins = (bytes: Uint8Array, ...start: number[]) => start.every((byte, at) => bytes[at] === byte)

/**
 * Returns of which kind a file is, by what is in it and never by its name; null where it is none that can be read.
 * @throws Failure `import-empty`, `import-not-logins`; what `refuseOther` throws
 */
export function detectFormat(bytes: Uint8Array<ArrayBuffer>): Format | null {
  if (bytes.length === 0) throw new Failure('import-empty')
  refuseOther(bytes)
  if (begins(bytes, ...new TextEncoder().encode(AGE))) return 'cloison'
  if (begins(bytes, 0x03, 0xd9, 0xa2, 0x9a)) return 'keepass'
  if (isArchive(bytes)) return '1password'
  const text = textIn(bytes)
  try {
    const start = text.trimStart()
    if (start.startsWith('<')) return /<KeePassFile[\s>]/.test(start.slice(0, 2_000)) ? 'keepass-xml' : null
    if (start.startsWith('{')) return jsonFormat(text)
    return tableFormat(headingsOf(readRows(text.slice(0, 20_000)).rows[0]))
  } catch {
    return null
  }
}

/** Returns the text of a file. Throws Failure `import-not-logins` for what is none: no manager's export is another kind of bytes. */
function textIn(bytes: Uint8Array<ArrayBuffer>): string {
  try {
    return decodeText(bytes).text
  } catch {
    throw new Failure('import-not-logins')
  }
}

function jsonFormat(text: string): Format | null {
  const json: unknown = JSON.parse(text)
  if (typeof json !== 'object' || json === null) return null
  if ('encrypted' in json || ('items' in json && ('folders' in json || 'collections' in json) && !('username' in json)))
    return 'bitwarden'
  return 'accounts' in json || 'items' in json ? 'cxf' : null
}

function tableFormat(headings: readonly string[]): TableName | null {
  const found = Object.entries(tables).find(([, { known }]) => known.every((heading) => headings.includes(heading)))
  const name = found?.[0]
  if (name !== undefined && isTable(name)) return name
  return headings.some((heading) => tables.table.columns.get(heading) === 'password') ? 'table' : null
}

/**
 * Returns what is in a file of this kind.
 * @throws Failure `import-empty`, `import-unknown-format`, `import-damaged`, `import-bad-text`, `import-needs-password`,
 *   `import-wrong-password`, `import-account-only`, `import-too-large`, `import-other-archive`, `import-spreadsheet`
 */
export async function readFile(bytes: Uint8Array<ArrayBuffer>, format: Format, keys: FileKeys): Promise<Imported> {
  if (bytes.length > MOST_BYTES) throw new Failure('import-too-large')
  if (isTable(format)) return readTable(bytes, format)
  switch (format) {
    case 'keepass':
      return readKeePass(bytes, keys)
    case 'keepass-xml':
      return readKeePassXml(decodeText(bytes).text)
    case '1password':
      return readOnePassword(bytes)
    case 'cloison':
      return readCxf(parseJson(await openCloison(bytes, keys.password)))
    case 'cxf':
      return readCxf(parseJson(decodeText(bytes).text))
    case 'bitwarden': {
      const json = parseJson(decodeText(bytes).text)
      const isEncrypted = typeof json === 'object' && json !== null && 'encrypted' in json && json.encrypted === true
      return readBitwarden(isEncrypted ? await openBitwarden(json, keys.password) : json)
    }
  }
}
