import * as z from 'zod/mini'
import { aaguidIn } from '../bytes/aaguid.ts'
import type { Aaguid } from '../bytes/aaguid.ts'
import type {
  AttemptId,
  FolderId,
  Hash,
  InvitationId,
  ItemId,
  MemberId,
  OrgId,
  Signature,
  SignPublic,
  TeamId,
} from '../bytes/ids.ts'

/** A page's strict CSP forbids `new Function`, which zod's compiled parsers would try. */
z.config({ jitless: true })

/**
 * What JSON Schema cannot see in a schema that our own code checks. Clients do without it; the server describes its protocol with it
 * (`/openapi.json`).
 */
export const described = z.registry<{ type: 'string'; pattern: string; maxLength?: number; description: string }>()

const canonical = {
  16: /^[A-Za-z0-9_-]{21}[AQgw]$/,
  32: /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/,
  64: /^[A-Za-z0-9_-]{85}[AQgw]$/,
}

/** base64url of exactly `length` bytes, in its one canonical spelling. */
const exactly = <T extends string>(length: 16 | 32 | 64) =>
  z
    .custom<T>((value) => typeof value === 'string' && canonical[length].test(value), `base64url of ${length} bytes`)
    .register(described, {
      type: 'string',
      pattern: canonical[length].source,
      description: `base64url of ${length} bytes, without padding`,
    })

export const memberId = exactly<MemberId>(16)
export const teamId = exactly<TeamId>(16)
export const folderId = exactly<FolderId>(16)
export const itemId = exactly<ItemId>(16)
export const invitationId = exactly<InvitationId>(16)
export const attemptId = exactly<AttemptId>(16)
export const orgId = exactly<OrgId>(32)
export const hash = exactly<Hash>(32)
export const signPublic = exactly<SignPublic>(32)
export const signature = exactly<Signature>(64)
/** 16 bytes of no particular meaning: the id of a proof. */
export const bytes16 = exactly<string>(16)
/** 32 bytes of no particular meaning: a nonce, a blinded element, a VOPRF key or proof half. */
export const bytes32 = exactly<string>(32)
/** Which model of FIDO key, in its one spelling. */
export const aaguid = z
  .custom<Aaguid>((value) => typeof value === 'string' && aaguidIn(value) === value, 'an AAGUID')
  .register(described, {
    type: 'string',
    pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$',
    description: 'an AAGUID, in lower case',
  })
export const bytes64 = exactly<string>(64)

/** What the last letter may be, by the length modulo 4: all others leave bits over. */
const lastLetters = [/[A-Za-z0-9_-]$/, /^$/, /[AQgw]$/, /[AEIMQUYcgkosw048]$/]

/** Whether `text` is the one canonical base64url spelling of 1 to `max` bytes. Not one regex: groups over megabytes overflow. */
const isBlob = (text: string, max: number) =>
  text.length > 0 &&
  text.length <= Math.ceil((max * 4) / 3) &&
  /^[A-Za-z0-9_-]+$/.test(text) &&
  lastLetters[text.length % 4]?.test(text.slice(-1)) === true

/** base64url of 1 to `max` bytes, in its one canonical spelling. */
export const blob = (max: number) =>
  z
    .string()
    .check(z.refine((text) => isBlob(text, max), 'base64url'))
    .register(described, {
      type: 'string',
      pattern: '^[A-Za-z0-9_-]+$',
      maxLength: Math.ceil((max * 4) / 3),
      description: `base64url of 1 to ${max} bytes, without padding; bits left over in the last letter are zero`,
    })

/** A whole number from 0 that a JSON number holds exactly. */
export const count = z.int().check(z.gte(0), z.lte(Number.MAX_SAFE_INTEGER))

/** Text that a person typed: 1 to `max` long and not blank, without control characters or what UTF-8 cannot say. */
export const line = (max: number) =>
  z.string().check(z.maxLength(max), z.regex(/^(?=.*\S)[^\p{Cc}\p{Surrogate}]*$/u, 'a line of text'))

export const email = z
  .string()
  .check(z.maxLength(254), z.regex(/^[^\s@\p{Cc}\p{Surrogate}]+@[^\s@\p{Cc}\p{Surrogate}]+$/u, 'an e-mail address'))

/** Where a chain ends: the number and hash of its last entry; 0 and zeros where there is none. */
export const head = z.strictObject({ sequence: count, hash })
export type Head = z.infer<typeof head>
