import * as z from 'zod/mini'
import { line } from '../../shared/protocol/primitives.ts'
import type { Address } from '../../shared/vault/item.ts'

const text = (max: number) => z.string().check(z.maxLength(max))

/** Which pages an address covers: its origin, any port of its host, its registrable domain, its path and below, or none. */
export type MatchRule = Address['match']
export const matchRule = z.enum(['origin', 'host', 'domain', 'path', 'none'])
/** Whether a filled form is left for the person to submit, or submitted at once. */
export const afterFill = z.enum(['stay', 'send'])

/** All fields of an item that a person types. `totp` is the seed as typed. Empty text means that the field is absent. */
export const itemFields = z.strictObject({
  name: line(200),
  username: text(500),
  password: text(5_000),
  urls: z.array(z.strictObject({ address: text(2_048), match: matchRule, realm: text(200) })).check(z.maxLength(50)),
  custom: z.array(z.strictObject({ label: line(100), value: text(5_000) })).check(z.maxLength(20)),
  totp: text(1_000),
  afterFill,
  notes: text(20_000),
})
export type ItemFields = z.infer<typeof itemFields>

/** Returns an address with the default match rule, its own origin, and without realm. */
export const exactAddress = (address: string): Address => ({ address, match: 'origin', realm: '' })

/** Returns the fields of a new login for one page: with the page's address, everything else empty. */
export const newLogin = ({
  address,
  ...of
}: Pick<ItemFields, 'name' | 'username' | 'password'> & { address: string }): ItemFields => ({
  ...of,
  urls: [exactAddress(address)],
  custom: [],
  totp: '',
  afterFill: 'stay',
  notes: '',
})
