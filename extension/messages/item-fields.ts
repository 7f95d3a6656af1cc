import * as z from 'zod/mini'
import { blob, line } from '../../shared/protocol/primitives.ts'
import { limits } from '../../shared/protocol/objects.ts'
import type { Address } from '../../shared/vault/item.ts'

const text = (max: number) => z.string().check(z.maxLength(max))

/** Which pages an address covers: its origin, any port of its host, its registrable domain, its path and below, or none. */
export type MatchRule = Address['match']
export const matchRule = z.enum(['origin', 'host', 'domain', 'path', 'none'])
/** Whether a filled form is left for the person to submit, or submitted at once. */
export const afterFill = z.enum(['stay', 'send'])

/** What an item is: a web login, a host, an API key or a note. */
export const kind = z.enum(['login', 'host', 'key', 'note'])

/** How many bytes all files of an item have together at most. */
export const mostFileBytes = limits.files
/** How many files an item has at most. */
export const mostFiles = 20
/** A file as pages hold it: its bytes as base64url. */
const attached = z.strictObject({ name: line(200), type: text(200), bytes: blob(mostFileBytes) })
export type AttachedFile = z.infer<typeof attached>

/** Returns how many bytes base64url of this length stands for. */
export const bytesOf = ({ bytes }: Pick<AttachedFile, 'bytes'>): number => Math.floor((bytes.length * 3) / 4)
const isWithinLimit = (files: AttachedFile[]) => files.reduce((sum, file) => sum + bytesOf(file), 0) <= mostFileBytes

/**
 * All fields of an item that a person types or attaches. `totp` is the seed as typed. Empty text means that the field is absent. Earlier
 * passwords are not among them: the keeper keeps those when a password changes.
 */
export const itemFields = z.strictObject({
  kind,
  name: line(200),
  username: text(500),
  password: text(5_000),
  urls: z.array(z.strictObject({ address: text(2_048), match: matchRule, realm: text(200) })).check(z.maxLength(50)),
  custom: z.array(z.strictObject({ label: line(100), value: text(5_000) })).check(z.maxLength(20)),
  totp: text(1_000),
  afterFill,
  notes: text(20_000),
  tags: z.array(line(40)).check(z.maxLength(20)),
  files: z.array(attached).check(z.maxLength(mostFiles), z.refine(isWithinLimit, 'files over the limit')),
})
export type ItemFields = z.infer<typeof itemFields>

/** Returns an address with the default match rule, its own origin, and without realm. */
export const exactAddress = (address: string): Address => ({ address, match: 'origin', realm: '' })

/** The fields of an item in which nothing is typed. */
export const noFields: ItemFields = {
  kind: 'login',
  name: '',
  username: '',
  password: '',
  urls: [],
  custom: [],
  totp: '',
  afterFill: 'stay',
  notes: '',
  tags: [],
  files: [],
}

/** Returns the fields of a new login for one page: with the page's address, everything else empty. */
export const newLogin = ({
  address,
  ...of
}: Pick<ItemFields, 'name' | 'username' | 'password'> & { address: string }): ItemFields => ({
  ...noFields,
  ...of,
  urls: [exactAddress(address)],
})
