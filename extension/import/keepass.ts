import { argon2d, argon2id } from 'hash-wasm'
import { Consts, Credentials, CryptoEngine, Kdbx, KdbxError, ProtectedValue } from 'kdbxweb'
import type { KdbxEntry, KdbxGroup } from 'kdbxweb'
import { Failure } from '../../shared/bytes/failure.ts'
import { addAddress, addCustom, emptyLogin } from './imported.ts'
import type { Imported, ImportedLogin, ImportProblem } from './imported.ts'

/** KeePass's Argon2 by our own library: memory in KiB, as the file says. */
CryptoEngine.setArgon2Impl(async (password, salt, memory, iterations, length, parallelism, type) => {
  const hash = type === CryptoEngine.Argon2TypeArgon2id ? argon2id : argon2d
  const key = await hash({
    password: new Uint8Array(password),
    salt: new Uint8Array(salt),
    memorySize: memory,
    iterations,
    parallelism,
    hashLength: length,
    outputType: 'binary',
  })
  return new Uint8Array(key).buffer
})

export type KeePassKeys = { password: string | null; keyFile: Uint8Array<ArrayBuffer> | null }

/**
 * Returns what a KeePass database (KDBX 3 or 4) says: groups are folders; the bin is left out and counted.
 * @throws Failure `import-needs-password`, `import-wrong-password`, `import-damaged`
 */
export async function readKeePass(
  bytes: Uint8Array<ArrayBuffer>,
  { password, keyFile }: KeePassKeys,
): Promise<Imported> {
  if (password === null && keyFile === null) throw new Failure('import-needs-password')
  const credentials = new Credentials(password === null ? null : ProtectedValue.fromString(password), keyFile?.buffer)
  return load(() => Kdbx.load(bytes.buffer, credentials))
}

/** As `readKeePass`, of unencrypted XML. KeePassXC writes the names of files into it, and not the files: those are named as left out. */
export async function readKeePassXml(xml: string): Promise<Imported> {
  const found = await load(() => Kdbx.loadXml(xml, new Credentials(ProtectedValue.fromString(''))))
  const inside = new Set([...xml.matchAll(/<Binary [^>]*ID="(\d+)"/g)].map(([, id]) => id))
  const missing = [...xml.matchAll(/<Key>([^<]*)<\/Key>\s*<Value Ref="(\d+)"/g)].filter(([, , id]) => !inside.has(id))
  for (const name of new Set(missing.map(([, key]) => key ?? '')))
    found.problems.push({ at: null, name: '', code: 'file-left', what: name })
  return found
}

async function load(open: () => Promise<Kdbx>): Promise<Imported> {
  try {
    return readDatabase(await open())
  } catch (error) {
    const code = error instanceof KdbxError ? error.code : null
    throw new Failure(code === Consts.ErrorCodes.InvalidKey ? 'import-wrong-password' : 'import-damaged')
  }
}

function readDatabase(db: Kdbx): Imported {
  const found: Imported = { logins: [], folders: [], problems: [] }
  const bin = db.meta.recycleBinEnabled === false ? undefined : db.meta.recycleBinUuid?.id
  const root = db.getDefaultGroup()
  readGroup(root, [], bin, found)
  return found
}

function readGroup(group: KdbxGroup, path: string[], bin: string | undefined, found: Imported): void {
  if (path.length > 0) found.folders.push(path)
  for (const entry of group.entries) found.logins.push(loginOf(entry, found.logins.length + 1, path, found.problems))
  for (const below of group.groups) {
    const name = below.name ?? ''
    const entries = [...below.allEntries()]
    if (below.uuid.id !== bin) readGroup(below, [...path, name], bin, found)
    else
      for (const { fields } of entries)
        found.problems.push({ at: null, name: plain(fields.get('Title')), code: 'deleted-left', what: name })
  }
}

const plain = (value: ProtectedValue | string | undefined): string =>
  value instanceof ProtectedValue ? value.getText() : (value ?? '')

/** Fields that every entry has, and those of plugins and KeePassXC that say a one-time code. */
const placed = new Set(['Title', 'UserName', 'Password', 'URL', 'Notes', 'otp', 'TOTP Seed', 'TOTP Settings'])

function loginOf(entry: KdbxEntry, at: number, folder: readonly string[], problems: ImportProblem[]): ImportedLogin {
  const login = emptyLogin(at)
  const of = (name: string) => plain(entry.fields.get(name))
  login.folder = folder
  login.name = of('Title')
  login.username = of('UserName')
  login.password = of('Password')
  login.notes = of('Notes')
  addAddress(login, of('URL'))
  login.totp = totpOf(of)
  login.tags = entry.tags.filter((tag) => tag !== '')
  for (const [label, value] of entry.fields) {
    if (placed.has(label) || label.startsWith('TimeOtp-')) continue
    if (/^KP2A_URL/.test(label)) addAddress(login, plain(value))
    else if (label.startsWith('KPEX_PASSKEY')) {
      if (label === 'KPEX_PASSKEY_PRIVATE_KEY_PEM')
        problems.push({ at, name: login.name, code: 'passkey-left', what: '' })
    } else addCustom(login, label, plain(value))
  }
  let last = login.password
  for (const past of [...entry.history].reverse()) {
    const password = plain(past.fields.get('Password'))
    if (password === '' || password === last) continue
    login.history.push({ password, at: past.times.lastModTime?.getTime() ?? null })
    last = password
  }
  for (const [name, binary] of entry.binaries) {
    const value = 'value' in binary ? binary.value : binary
    const bytes = value instanceof ProtectedValue ? value.getBinary() : new Uint8Array(value)
    login.files.push({ name, bytes: new Uint8Array(bytes) })
  }
  const has = login.urls.length > 0 || login.username !== '' || login.password !== ''
  if (!has && login.notes !== '') login.kind = 'note'
  return login
}

/** A code's seed as KeePassXC, KeePass 2 or the older plugins write it. */
function totpOf(of: (name: string) => string): string {
  if (of('otp') !== '') return of('otp')
  const seed = of('TOTP Seed') || of('TimeOtp-Secret-Base32')
  if (seed === '') return ''
  const [period = '30', digits = '6'] = of('TOTP Settings').split(';')
  const [p, d] = [of('TimeOtp-Period') || period, of('TimeOtp-Length') || digits]
  if ((p === '30' || p === '') && d === '6') return seed
  return `otpauth://totp/?${new URLSearchParams({ secret: seed, period: p || '30', digits: d }).toString()}`
}
