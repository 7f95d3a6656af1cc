/**
 * An org's ledger as a file, for eyes outside: all entries, the journals that whoever exported it could read, and receipts.
 * Everything in it is signed by members, so that the file needs no signature and its bearer no trust; it holds ids and hashes,
 * no key and no name but the org's. One form: JSON of exactly these fields, in this order, as `writeExport` writes it.
 */
import { fromBase64url } from '../bytes/base64url.ts'
import type { Bytes } from '../bytes/bytes.ts'
import { Failure } from '../bytes/failure.ts'
import { folderId, orgId, parseId } from '../bytes/ids.ts'
import type { FolderId, OrgId } from '../bytes/ids.ts'

const format = 'cloison/v1/export'

/** Entries and receipts in base64url, as they were signed; each chain from its first entry on. */
export type LedgerExport = {
  org: OrgId
  entries: string[]
  journals: { folder: FolderId; entries: string[] }[]
  receipts: string[]
}

/** The file's text. */
export function writeExport({ org, entries, journals: all, receipts }: LedgerExport): string {
  const journals = all.map(({ folder, entries: own }) => ({ folder, entries: own }))
  return `${JSON.stringify({ format, org, entries, journals, receipts }, null, 1)}\n`
}

/** The bytes of each of a chain's entries. */
export const entryBytes = (entries: readonly string[]): Bytes[] => entries.map((entry) => fromBase64url(entry))

/** Reads such a file; nothing in it is verified yet. Throws Failure `bad-export`, whose message says where. */
export function readExport(text: string): LedgerExport {
  const file = fields(parsed(text), 'the file', 'format', 'org', 'entries', 'journals', 'receipts')
  if (file['format'] !== format) throw bad(`format is not ${format}`)
  const read = {
    org: id(() => parseId(orgId, word(file['org'], 'org')), 'org'),
    entries: chain(file['entries'], 'entries'),
    journals: list(file['journals'], 'journals').map((one, i) => {
      const at = `journals[${i}]`
      const journal = fields(one, at, 'folder', 'entries')
      const folder = id(() => parseId(folderId, word(journal['folder'], at)), `${at}.folder`)
      return { folder, entries: chain(journal['entries'], `${at}.entries`) }
    }),
    receipts: chain(file['receipts'], 'receipts'),
  }
  if (new Set(read.journals.map(({ folder }) => folder)).size < read.journals.length)
    throw bad('one folder comes twice')
  if (writeExport(read) !== text) throw bad('it is not written as an export is')
  return read
}

const bad = (where: string) => new Failure('bad-export', where)

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw bad('it is not JSON')
  }
}

function fields(value: unknown, at: string, ...names: string[]): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw bad(`${at} is not an object`)
  const all = Object.entries(value)
  if (all.map(([name]) => name).join() !== names.join()) throw bad(`${at} does not hold ${names.join(', ')}`)
  return Object.fromEntries(all)
}

function list(value: unknown, at: string): unknown[] {
  if (!Array.isArray(value)) throw bad(`${at} is not a list`)
  return value
}

function word(value: unknown, at: string): string {
  if (typeof value !== 'string') throw bad(`${at} is not text`)
  return value
}

function id<T>(read: () => T, at: string): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof Failure && error.code !== 'bad-export') throw bad(`${at} is not base64url of the right length`)
    throw error
  }
}

const chain = (value: unknown, at: string): string[] =>
  list(value, at).map((one, i) => {
    const entry = word(one, `${at}[${i}]`)
    id(() => fromBase64url(entry), `${at}[${i}]`)
    return entry
  })
