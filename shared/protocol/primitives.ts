import * as z from 'zod/mini'
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

const canonical = {
  16: /^[A-Za-z0-9_-]{21}[AQgw]$/,
  32: /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/,
  64: /^[A-Za-z0-9_-]{85}[AQgw]$/,
}

/** base64url of exactly `length` bytes, in its one canonical spelling. */
const exactly = <T extends string>(length: 16 | 32 | 64) =>
  z.custom<T>((value) => typeof value === 'string' && canonical[length].test(value), `base64url of ${length} bytes`)

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
/** 32 bytes of no particular meaning: a nonce, a blinded element, a VOPRF key or proof half. */
export const bytes32 = exactly<string>(32)
export const bytes64 = exactly<string>(64)

/** base64url of 1 to `max` bytes. */
export const blob = (max: number) =>
  z.string().check(z.regex(/^[A-Za-z0-9_-]+$/, 'base64url'), z.minLength(2), z.maxLength(Math.ceil((max * 4) / 3)))

/** A whole number from 0 that a JSON number holds exactly. */
export const count = z.int().check(z.gte(0), z.lte(Number.MAX_SAFE_INTEGER))

/** Text that a person typed: trimmed length 1 to `max`, no control characters. */
export const line = (max: number) =>
  // eslint-disable-next-line no-control-regex -- the point is to refuse them
  z.string().check(z.maxLength(max), z.regex(/^[^\u0000-\u001f\u007f]*\S[^\u0000-\u001f\u007f]*$/, 'a line of text'))

export const email = z.string().check(z.maxLength(254), z.regex(/^[^\s@]+@[^\s@]+$/, 'an e-mail address'))

/** Where a chain ends: the number and hash of its last entry; 0 and zeros where there is none. */
export const head = z.strictObject({ sequence: count, hash })
export type Head = z.infer<typeof head>
