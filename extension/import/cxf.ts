import * as z from 'zod/mini'
import { Failure } from '../../shared/bytes/failure.ts'
import { ownLogin } from './cloison.ts'
import { addAddress, addCustom, addRest, emptyLogin, textOf } from './imported.ts'
import type { Imported, ImportedLogin, ImportProblem } from './imported.ts'

/** FIDO's Credential Exchange Format 1.0: a header with accounts, each with items and nested collections that name items by id. */
type Collection = { title: string; items?: { item: string }[]; subCollections?: Collection[] }
const collection: z.ZodMiniType<Collection> = z.lazy(() =>
  z.object({
    title: z.string(),
    items: z.optional(z.array(z.object({ item: z.string() }))),
    subCollections: z.optional(z.array(collection)),
  }),
)
const item = z.looseObject({
  id: z.string(),
  title: z.string(),
  subtitle: z.optional(z.string()),
  scope: z.optional(z.object({ urls: z.array(z.string()), androidApps: z.optional(z.array(z.unknown())) })),
  credentials: z.array(z.looseObject({ type: z.string() })),
  tags: z.optional(z.array(z.string())),
  extensions: z.optional(z.array(z.looseObject({ name: z.string() }))),
})
const account = z.object({
  items: z.array(z.unknown()),
  collections: z.optional(z.array(collection)),
})
const header = z.object({ accounts: z.array(account) })
const editable = z.object({ label: z.optional(z.string()), id: z.optional(z.string()), value: z.unknown() })

/**
 * Returns what a file in FIDO's Credential Exchange Format says, or a file with one account of it.
 * @throws Failure `import-damaged` for JSON of another shape
 */
export function readCxf(json: unknown): Imported {
  const whole = header.safeParse(json)
  const one = account.safeParse(json)
  const accounts = whole.success ? whole.data.accounts : one.success ? [one.data] : null
  if (accounts === null) throw new Failure('import-damaged')
  const marks = new Set(accounts.flatMap(({ items }) => items).flatMap(marksOf))
  const problems: ImportProblem[] =
    marks.size === 0 ? [] : [{ at: null, name: '', code: 'columns-left', what: [...marks].join(', ') }]
  const folders: string[][] = []
  const logins: ImportedLogin[] = []
  let at = 0
  for (const { items, collections } of accounts) {
    const places = new Map<string, string[][]>()
    placeItems(collections ?? [], [], folders, places)
    for (const raw of items) {
      at += 1
      const login = loginOf(raw, at, places, problems)
      if (login !== null) logins.push(login)
    }
  }
  return { logins, folders, problems }
}

/** Of an item what is nothing of the person's: named once for the file as left out. */
const marks = ['creationAt', 'modifiedAt', 'favorite']
const marksOf = (raw: unknown): string[] =>
  typeof raw === 'object' && raw !== null ? marks.filter((one) => one in raw) : []

function placeItems(
  collections: readonly Collection[],
  above: string[],
  folders: string[][],
  places: Map<string, string[][]>,
): void {
  for (const { title, items = [], subCollections = [] } of collections) {
    const path = [...above, title]
    folders.push(path)
    for (const { item: id } of items) places.set(id, [...(places.get(id) ?? []), path])
    placeItems(subCollections, path, folders, places)
  }
}

function loginOf(
  raw: unknown,
  at: number,
  places: ReadonlyMap<string, string[][]>,
  problems: ImportProblem[],
): ImportedLogin | null {
  const parsed = item.safeParse(raw)
  if (!parsed.success) {
    problems.push({ at, name: '', code: 'entry-unreadable', what: '' })
    return null
  }
  const { id, title, subtitle, scope, credentials, tags = [], extensions = [], ...more } = parsed.data
  const [folder = [], ...others] = places.get(id) ?? []
  const paths = others.map((path) => path.join(' / ')).join(', ')
  if (paths !== '') problems.push({ at, name: title, code: 'several-folders', what: paths })
  for (const { name } of extensions)
    if (name !== 'cloison') problems.push({ at, name: title, code: 'extension-left', what: name })
  const own = ownLogin(at, folder, extensions)
  if (own !== null) return own
  const login = { ...emptyLogin(at), name: title, folder, tags }
  for (const url of scope?.urls ?? []) addAddress(login, url)
  if ((scope?.androidApps ?? []).length > 0) addCustom(login, 'Android', textOf(scope?.androidApps))
  addCustom(login, 'Subtitle', subtitle ?? '')
  if (!credentials.some(({ type }) => type === 'basic-auth')) login.kind = kindOf(credentials.map(({ type }) => type))
  for (const credential of credentials) readCredential(login, credential, problems)
  addRest(login, more, marks)
  return login
}

function kindOf(types: readonly string[]): ImportedLogin['kind'] {
  if (types.includes('api-key') || types.includes('ssh-key')) return 'key'
  return types.includes('totp') || types.includes('generated-password') || types.includes('passkey') ? 'login' : 'note'
}

/** An editable field's value, or a plain one. */
function valueOf(value: unknown): string {
  const parsed = editable.safeParse(value)
  return parsed.success && parsed.data.value !== undefined ? textOf(parsed.data.value) : textOf(value)
}

function readCredential(login: ImportedLogin, credential: Record<string, unknown>, problems: ImportProblem[]): void {
  const { type, ...of } = credential
  switch (type) {
    case 'basic-auth':
      takeFirst(login, 'username', valueOf(of['username']))
      takeFirst(login, 'password', valueOf(of['password']))
      addRest(login, of, ['username', 'password'])
      return
    case 'generated-password':
      takeFirst(login, 'password', valueOf(of['password']))
      addRest(login, of, ['password'])
      return
    case 'api-key':
      takeFirst(login, 'username', valueOf(of['username']))
      takeFirst(login, 'password', valueOf(of['key']))
      addAddress(login, valueOf(of['url']))
      addCustom(login, 'Key type', valueOf(of['keyType']))
      addCustom(login, 'Valid from', valueOf(of['validFrom']))
      addCustom(login, 'Expires', valueOf(of['expiryDate']))
      addRest(login, of, ['username', 'key', 'url', 'keyType', 'validFrom', 'expiryDate'])
      return
    case 'totp':
      takeFirst(login, 'totp', otpauth(of))
      addRest(login, of, ['secret', 'algorithm', 'digits', 'period'])
      return
    case 'note':
      login.notes = [login.notes, valueOf(of['content'])].filter((one) => one !== '').join('\n\n')
      addRest(login, of, ['content'])
      return
    case 'custom-fields':
      for (const field of fieldsIn(of['fields'])) {
        const label = [textOf(of['label']), field.label ?? field.id ?? ''].filter((one) => one !== '').join(': ')
        addCustom(login, label, textOf(field.value))
      }
      addRest(login, of, ['id', 'label', 'fields'])
      return
    case 'passkey':
      problems.push({ at: login.at, name: login.name, code: 'passkey-left', what: '' })
      return
    case 'file':
      problems.push({ at: login.at, name: login.name, code: 'file-left', what: textOf(of['name']) })
      return
    case 'item-reference':
      problems.push({ at: login.at, name: login.name, code: 'reference-left', what: '' })
      return
    default:
      // Cards, addresses, documents, Wi-Fi and what comes later: each field under its name.
      for (const [label, value] of Object.entries(of)) addCustom(login, label, valueOf(value))
  }
}

function fieldsIn(fields: unknown): z.infer<typeof editable>[] {
  const parsed = z.array(editable).safeParse(fields)
  return parsed.success ? parsed.data : []
}

function takeFirst(login: ImportedLogin, field: 'username' | 'password' | 'totp', value: string): void {
  if (login[field] === '') login[field] = value
  else addCustom(login, field, value)
}

/** A bare seed where everything else is as usual, else the whole address. */
function otpauth(of: Record<string, unknown>): string {
  const secret = textOf(of['secret'])
  const { algorithm = 'sha1', digits = 6, period = 30 } = of
  if (secret === '' || (algorithm === 'sha1' && digits === 6 && period === 30)) return secret
  const params = new URLSearchParams({
    secret,
    algorithm: textOf(algorithm).toUpperCase(),
    digits: textOf(digits),
    period: textOf(period),
  })
  return `otpauth://totp/?${params.toString()}`
}
