import { strFromU8, unzipSync } from 'fflate'
import * as z from 'zod/mini'
import { Failure } from '../../shared/bytes/failure.ts'
import { addAddress, addCustom, emptyLogin, textOf } from './imported.ts'
import type { Imported, ImportedLogin, ImportProblem, Kind } from './imported.ts'
import { refuseOtherArchive } from './other-files.ts'

const text = z.nullish(z.string())
const field = z.object({ title: text, id: text, value: z.nullish(z.record(z.string(), z.unknown())) })
const item = z.object({
  state: text,
  trashed: z.nullish(z.boolean()),
  categoryUuid: text,
  overview: z.nullish(
    z.object({
      title: text,
      url: text,
      urls: z.nullish(z.array(z.object({ label: text, url: text }))),
      tags: z.nullish(z.array(z.string())),
    }),
  ),
  details: z.nullish(
    z.object({
      loginFields: z.nullish(z.array(z.object({ value: text, name: text, designation: text }))),
      notesPlain: text,
      password: text,
      sections: z.nullish(z.array(z.object({ title: text, fields: z.nullish(z.array(field)) }))),
      passwordHistory: z.nullish(z.array(z.object({ value: text, time: z.nullish(z.number()) }))),
      documentAttributes: z.nullish(z.object({ fileName: text, documentId: text })),
    }),
  ),
})
const data = z.object({
  accounts: z.array(
    z.object({
      vaults: z.array(z.object({ attrs: z.object({ name: text }), items: z.array(z.unknown()) })),
    }),
  ),
})

/** Categories by number, as 1Password writes them; whatever else is a note. */
const kinds: Readonly<Record<string, Kind>> = {
  '001': 'login',
  '005': 'login',
  '110': 'host',
  '102': 'host',
  '112': 'key',
  '114': 'key',
}

/**
 * Returns what an unencrypted export of 1Password (1PUX) says: each vault is a folder, with its files.
 * @throws Failure `import-damaged` for an archive of another shape; what `refuseOtherArchive` throws
 */
export function readOnePassword(bytes: Uint8Array<ArrayBuffer>): Imported {
  const archive = unzip(bytes)
  refuseOtherArchive(Object.keys(archive))
  const inside = archive['export.data']
  const parsed = data.safeParse(inside === undefined ? null : parseJson(strFromU8(inside)))
  if (!parsed.success) throw new Failure('import-damaged')
  const problems: ImportProblem[] = []
  const logins: ImportedLogin[] = []
  const folders: string[][] = []
  let at = 0
  for (const { attrs, items } of parsed.data.accounts.flatMap(({ vaults }) => vaults)) {
    const folder = [attrs.name ?? '']
    folders.push(folder)
    for (const raw of items) {
      at += 1
      const login = loginOf(raw, at, archive, problems)
      if (login !== null) logins.push({ ...login, folder })
    }
  }
  return { logins, folders, problems }
}

type Archive = Record<string, Uint8Array<ArrayBuffer>>

/** Returns the files of an archive by name. Throws Failure `import-damaged`. */
function unzip(bytes: Uint8Array<ArrayBuffer>): Archive {
  try {
    return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, file]) => [name, new Uint8Array(file)]))
  } catch {
    throw new Failure('import-damaged')
  }
}

/** Returns the value of a JSON text. Throws Failure `import-damaged`. */
export function parseJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    throw new Failure('import-damaged')
  }
}

function loginOf(raw: unknown, at: number, archive: Archive, problems: ImportProblem[]): ImportedLogin | null {
  const parsed = item.safeParse(raw)
  if (!parsed.success) {
    problems.push({ at, name: '', code: 'entry-unreadable', what: '' })
    return null
  }
  const { overview, details, categoryUuid, state, trashed } = parsed.data
  const login = emptyLogin(at)
  login.name = overview?.title ?? ''
  if (state === 'trashed' || trashed === true) {
    problems.push({ at, name: login.name, code: 'deleted-left', what: '' })
    return null
  }
  login.kind = kinds[categoryUuid ?? '001'] ?? 'note'
  login.tags = [...(overview?.tags ?? []), ...(state === 'archived' ? ['archived'] : [])]
  const urls = (overview?.urls ?? []).map(({ url }) => url ?? '')
  for (const url of urls.length > 0 ? urls : [overview?.url ?? '']) addAddress(login, url)
  for (const { value, name, designation } of details?.loginFields ?? []) {
    if (designation === 'username' && login.username === '') login.username = value ?? ''
    else if (designation === 'password' && login.password === '') login.password = value ?? ''
    else addCustom(login, name ?? '', value ?? '')
  }
  if (details?.password) login.password ||= details.password
  login.notes = details?.notesPlain ?? ''
  for (const { title, fields } of details?.sections ?? [])
    for (const one of fields ?? []) readField(login, title ?? '', one, archive, problems)
  login.history = (details?.passwordHistory ?? []).flatMap(({ value, time }) =>
    value ? [{ password: value, at: typeof time === 'number' ? time * 1000 : null }] : [],
  )
  const { documentId, fileName } = details?.documentAttributes ?? {}
  if (documentId) attach(login, documentId, fileName ?? '', archive, problems)
  return login
}

/** A field's value is under the name of its type: string, concealed, totp, date, address, reference, file and so on. */
function readField(
  login: ImportedLogin,
  section: string,
  { title, id, value }: z.infer<typeof field>,
  archive: Archive,
  problems: ImportProblem[],
): void {
  const label = [section, title || id || ''].filter((one) => one !== '').join(': ')
  for (const [type, inside] of Object.entries(value ?? {})) {
    if (type === 'totp' && login.totp === '') login.totp = textOf(inside)
    else if (type === 'reference')
      problems.push({ at: login.at, name: login.name, code: 'reference-left', what: label })
    else if (type === 'file') attachInside(login, inside, archive, problems)
    else if (type === 'date' && typeof inside === 'number')
      addCustom(login, label, new Date(inside * 1000).toISOString().slice(0, 10))
    else if (type === 'monthYear' && typeof inside === 'number')
      addCustom(login, label, `${String(inside).slice(0, 4)}-${String(inside).slice(4)}`)
    else if (type === 'email') addCustom(login, label, emailOf(inside))
    else if (type === 'sshKey') readSshKey(login, inside)
    else if (login.kind === 'host' && id === 'username' && login.username === '') login.username = textOf(inside)
    else if (login.kind === 'host' && (id === 'password' || id === 'pass') && login.password === '')
      login.password = textOf(inside)
    else addCustom(login, label, textOf(inside))
  }
}

const email = z.object({ email_address: z.string() })
function emailOf(inside: unknown): string {
  const parsed = email.safeParse(inside)
  return parsed.success ? parsed.data.email_address : textOf(inside)
}

const sshKey = z.object({ privateKey: z.string() })
function readSshKey(login: ImportedLogin, inside: unknown): void {
  const parsed = sshKey.safeParse(inside)
  addCustom(login, 'Private key', parsed.success ? parsed.data.privateKey : textOf(inside))
}

const fileValue = z.object({ fileName: z.string(), documentId: z.string() })
function attachInside(login: ImportedLogin, inside: unknown, archive: Archive, problems: ImportProblem[]): void {
  const parsed = fileValue.safeParse(inside)
  if (parsed.success) attach(login, parsed.data.documentId, parsed.data.fileName, archive, problems)
}

function attach(login: ImportedLogin, id: string, name: string, archive: Archive, problems: ImportProblem[]): void {
  const path = Object.keys(archive).find((one) => one.startsWith(`files/${id}__`) || one === `files/${id}`)
  const bytes = path === undefined ? undefined : archive[path]
  if (bytes === undefined) problems.push({ at: login.at, name: login.name, code: 'file-left', what: name })
  else login.files.push({ name, bytes })
}
