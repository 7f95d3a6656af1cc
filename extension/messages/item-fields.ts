import * as z from 'zod/mini'
import { line } from '../../shared/protocol/primitives.ts'
import type { Address } from '../../shared/vault/item.ts'

const text = (max: number) => z.string().check(z.maxLength(max))

/** How far an address reaches: this origin, any port of its host, its registrable domain, below its path, nowhere. */
export type MatchRule = Address['match']
export const matchRule = z.enum(['origin', 'host', 'domain', 'path', 'none'])
/** Whether a filled form stays for the person to send, or is sent at once. */
export const afterFill = z.enum(['stay', 'send'])

/** Everything of an item that a person types. `totp` is stored only; empty text is absent. */
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

/** An address as most are: its own origin, and no realm. */
export const exactly = (address: string): Address => ({ address, match: 'origin', realm: '' })

/** A login as a page gives it: for exactly its address, and nothing besides. */
export const newLogin = ({
  address,
  ...of
}: Pick<ItemFields, 'name' | 'username' | 'password'> & { address: string }): ItemFields => ({
  ...{ ...of, urls: [exactly(address)] },
  ...{ custom: [], totp: '', afterFill: 'stay', notes: '' },
})
