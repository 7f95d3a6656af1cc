import { Failure } from '../../shared/bytes/failure.ts'
import { readOtpSeed } from '../../shared/bytes/otp-seed.ts'
import type { ExportedLogin } from '../messages/export-logins.ts'
import type { ItemFields } from '../messages/item-fields.ts'

/** A folder of an export; `parent` null where the folder above it is not part of it. */
export type ExportedFolder = { folder: string; parent: string | null; name: string; logins: readonly ExportedLogin[] }
export type ExportHead = { orgName: string; person: string; email: string; at: number }

type Collection = { id: string; title: string; items: { item: string }[]; subCollections: Collection[] }

/**
 * Returns an export in FIDO's Credential Exchange Format 1.0. What the format cannot say stands in an extension of each item, whole: so
 * that nothing is lost, and others read what they know.
 */
export function toCxf(folders: readonly ExportedFolder[], { orgName, person, email, at }: ExportHead) {
  const account = {
    id: 'Y2xvaXNvbg',
    username: person,
    email,
    collections: collectionsBelow(folders, null),
    items: folders.flatMap(({ logins }) => logins.map(itemOf)),
  }
  return {
    version: { major: 1, minor: 0 },
    exporterRpId: 'cloison',
    exporterDisplayName: `Cloison, ${orgName}`,
    timestamp: Math.floor(at / 1000),
    accounts: [account],
  }
}

const collectionsBelow = (folders: readonly ExportedFolder[], parent: string | null): Collection[] =>
  folders
    .filter((one) => one.parent === parent)
    .map(({ folder, name, logins }) => ({
      id: folder,
      title: name,
      items: logins.map(({ item }) => ({ item })),
      subCollections: collectionsBelow(folders, folder),
    }))

const field = (fieldType: 'string' | 'concealed-string', value: string) => ({ fieldType, value })

function itemOf({ item, fields, history }: ExportedLogin) {
  const { name, tags, urls } = fields
  return {
    id: item,
    title: name,
    tags,
    scope: { urls: urls.map(({ address }) => address), androidApps: [] },
    credentials: credentialsOf(fields),
    extensions: [{ name: 'cloison', fields, history }],
  }
}

function credentialsOf({ username, password, notes, custom, totp }: ItemFields): object[] {
  return [
    ...(username !== '' || password !== ''
      ? [{ type: 'basic-auth', username: field('string', username), password: field('concealed-string', password) }]
      : []),
    ...totpOf(totp),
    ...(notes === '' ? [] : [{ type: 'note', content: field('string', notes) }]),
    ...(custom.length === 0
      ? []
      : [
          {
            type: 'custom-fields',
            fields: custom.map(({ label, value }) => ({ ...field('concealed-string', value), label })),
          },
        ]),
  ]
}

/** The format knows base32 and four parameters; a seed that makes no code stands in the extension alone. */
function totpOf(totp: string): object[] {
  if (totp === '') return []
  try {
    const { algorithm, digits, period } = readOtpSeed(totp)
    const given = /^otpauth:/i.test(totp.trim()) ? (URL.parse(totp.trim())?.searchParams.get('secret') ?? '') : totp
    const secret = given.toUpperCase().replace(/[\s=-]/g, '')
    return [{ type: 'totp', secret, algorithm: algorithm.toLowerCase(), digits, period }]
  } catch (error) {
    if (error instanceof Failure) return []
    throw error
  }
}
