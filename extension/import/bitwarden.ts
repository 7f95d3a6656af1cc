import * as z from 'zod/mini'
import { Failure } from '../../shared/bytes/failure.ts'
import type { MatchRule } from '../messages/item-fields.ts'
import { addAddress, addCustom, addRest, emptyLogin, splitPath, textOf } from './imported.ts'
import type { Imported, ImportedLogin, ImportProblem } from './imported.ts'

const text = z.nullish(z.string())
const named = z.object({ id: text, name: text })
const entry = z.looseObject({
  id: text,
  type: z.number(),
  name: text,
  notes: text,
  folderId: text,
  collectionIds: z.nullish(z.array(z.string())),
  deletedDate: text,
  fields: z.nullish(z.array(z.object({ name: text, value: text, type: z.nullish(z.number()) }))),
  passwordHistory: z.nullish(z.array(z.object({ password: text, lastUsedDate: text }))),
  login: z.nullish(
    z.object({
      username: text,
      password: text,
      totp: text,
      uris: z.nullish(z.array(z.object({ uri: text, match: z.nullish(z.number()) }))),
      fido2Credentials: z.nullish(z.array(z.unknown())),
    }),
  ),
  card: z.nullish(z.record(z.string(), z.unknown())),
  identity: z.nullish(z.record(z.string(), z.unknown())),
  sshKey: z.nullish(z.record(z.string(), z.unknown())),
  attachments: z.nullish(z.array(z.object({ fileName: text }))),
  archivedDate: text,
})
/** Ids, times and marks of Bitwarden's own. Whatever else it writes one day is kept under its name. */
const placed = [
  ...Object.keys(entry.shape),
  ...['organizationId', 'reprompt', 'favorite', 'creationDate', 'revisionDate', 'secureNote', 'object', 'key'],
  ...['edit', 'viewPassword', 'organizationUseTotp', 'permissions'],
]
const file = z.object({
  folders: z.nullish(z.array(named)),
  collections: z.nullish(z.array(named)),
  items: z.array(z.unknown()),
})

/** Bitwarden's rules by number: base domain, host, starts with, exact, regular expression, never. */
const rules: readonly (MatchRule | null)[] = ['domain', 'host', 'path', 'path', null, 'none']

/**
 * Returns what a JSON export of Bitwarden says, a person's own or an organisation's with nested collections.
 * @throws Failure `import-damaged` for JSON of another shape
 */
export function readBitwarden(json: unknown): Imported {
  const parsed = file.safeParse(json)
  if (!parsed.success) throw new Failure('import-damaged')
  const { folders, collections, items } = parsed.data
  const paths = new Map(
    [...(folders ?? []), ...(collections ?? [])].map((one) => [one.id ?? '', splitPath(one.name ?? '', '/')]),
  )
  const problems: ImportProblem[] = []
  const logins = items.flatMap((raw, index) => loginOf(raw, index + 1, paths, problems))
  return { logins, folders: [...paths.values()].filter((path) => path.length > 0), problems }
}

function loginOf(
  raw: unknown,
  at: number,
  paths: ReadonlyMap<string, string[]>,
  problems: ImportProblem[],
): ImportedLogin[] {
  const parsed = entry.safeParse(raw)
  if (!parsed.success) {
    problems.push({ at, name: '', code: 'entry-unreadable', what: '' })
    return []
  }
  const of = parsed.data
  const login = emptyLogin(at)
  login.name = of.name ?? ''
  const note = (code: ImportProblem['code'], what = '') => problems.push({ at, name: login.name, code, what })
  if (of.deletedDate) {
    note('deleted-left')
    return []
  }
  const ids = of.collectionIds?.length ? of.collectionIds : of.folderId ? [of.folderId] : []
  const [first, ...others] = ids.flatMap((id) => (paths.has(id) ? [paths.get(id) ?? []] : []))
  login.folder = first ?? []
  if (others.length > 0) note('several-folders', others.map((path) => path.join(' / ')).join(', '))
  login.notes = of.notes ?? ''
  for (const { name, value, type } of of.fields ?? []) {
    if (type === 3) note('reference-left', name ?? '')
    else addCustom(login, name ?? '', value ?? '')
  }
  login.history = (of.passwordHistory ?? []).flatMap(({ password, lastUsedDate }) =>
    password ? [{ password, at: timeOf(lastUsedDate) }] : [],
  )
  readLogin(login, of.login, note)
  if (of.type === 2) login.kind = 'note'
  if (of.card || of.identity) login.kind = 'note'
  for (const [label, value] of Object.entries({ ...of.card, ...of.identity })) addCustom(login, label, textOf(value))
  if (of.sshKey) readSshKey(login, of.sshKey)
  for (const { fileName } of of.attachments ?? []) note('file-left', fileName ?? '')
  if (of.archivedDate) login.tags.push('archived')
  addRest(login, of, placed)
  return [login]
}

function readLogin(
  login: ImportedLogin,
  of: z.infer<typeof entry>['login'],
  note: (code: ImportProblem['code'], what?: string) => void,
): void {
  if (!of) return
  login.username = of.username ?? ''
  login.password = of.password ?? ''
  login.totp = of.totp ?? ''
  for (const { uri, match } of of.uris ?? []) {
    const rule = typeof match === 'number' ? (rules[match] ?? null) : null
    if (match === 3 || match === 4) note('match-changed', uri ?? '')
    addAddress(login, uri ?? '', rule)
  }
  if ((of.fido2Credentials ?? []).length > 0) note('passkey-left')
}

function readSshKey(
  login: ImportedLogin,
  { privateKey, publicKey, keyFingerprint, ...rest }: Record<string, unknown>,
): void {
  login.kind = 'key'
  addCustom(login, 'Private key', textOf(privateKey))
  addCustom(login, 'Public key', textOf(publicKey))
  addCustom(login, 'Fingerprint', textOf(keyFingerprint))
  for (const [label, value] of Object.entries(rest)) addCustom(login, label, textOf(value))
}

function timeOf(date: string | null | undefined): number | null {
  const at = Date.parse(date ?? '')
  return Number.isNaN(at) ? null : at
}
