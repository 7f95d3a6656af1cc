import * as z from 'zod/mini'
import { blob, bytes32, count, email, folderId, invitationId, itemId, line, memberId, teamId } from './primitives.ts'

/**
 * Largest sealed parts, sealed description and sealed wrap that the server stores, in bytes. A secret has room for attached files; an
 * overview, which every desk opens at unlock, has not.
 */
export const limits = {
  overview: 65_536,
  secret: 196_608,
  /** Of all files of one item together, before they are sealed in its secret. */
  files: 100_000,
  description: 8_192,
  wrap: 2_048,
  entry: 262_144,
  /** Framed entries: of 1 MB, or one alone. */
  entries: 1_300_000,
  snapshot: 4_194_304,
  receipt: 512,
  body: 8_388_608,
} as const

const team = z.literal('team')
const folder = z.literal('folder')

const teamWrap = {
  kind: team,
  id: teamId,
  generation: count,
  to: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('member'), id: memberId }),
    z.strictObject({ kind: z.literal('previous') }),
  ]),
}
const folderWrap = {
  kind: folder,
  id: folderId,
  generation: count,
  to: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('member'), id: memberId }),
    z.strictObject({ kind: team, id: teamId, generation: count }),
    z.strictObject({ kind: folder, id: folderId, generation: count }),
    z.strictObject({ kind: z.literal('previous') }),
  ]),
}
/** One owner's share of a personal folder's key. */
const shareWrap = {
  kind: z.literal('share'),
  id: folderId,
  generation: count,
  holder: memberId,
  to: z.strictObject({ kind: z.literal('member'), id: memberId }),
}
const sealed = blob(limits.wrap)

/**
 * A key sealed to somebody (a wrap). Nobody signs it: its authority is the generation committed in the
 * ledger. `previous` is the generation before, sealed under this one.
 */
export const wrap = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ ...teamWrap, sealed }),
    z.strictObject({ ...folderWrap, sealed }),
    z.strictObject({ ...shareWrap, sealed }),
  ]),
)
export type Wrap = z.infer<typeof wrap>
/** Which generation of what a wrap holds, and for whom. */
export const wrapName = z.lazy(() =>
  z.discriminatedUnion('kind', [z.strictObject(teamWrap), z.strictObject(folderWrap), z.strictObject(shareWrap)]),
)

/** What every sealed description has; `named` is the salted hash of the name, `forRegister` its copy for those who read all names. */
const described = {
  revision: count,
  named: bytes32,
  sealed: blob(limits.description),
  forRegister: z.nullable(blob(limits.description)),
}
/** A sealed description; its hash stands in the ledger. A team's is sealed under its home folder and under itself. */
export const description = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: folder, id: folderId, ...described }),
    z.strictObject({ kind: team, id: teamId, ...described, sealedUnderTeam: blob(limits.description) }),
  ]),
)
export type Description = z.infer<typeof description>

/** An X-Wing public key, 1,216 bytes; the ledger holds its hash. */
export const receiveKey = z
  .string()
  .check(z.regex(/^[A-Za-z0-9_-]{1621}[AEIMQUYcgkosw048]$/, 'base64url of 1,216 bytes'))

/** A person's name and address: a row that can be erased; the ledger holds a salted hash. */
export const profile = z.lazy(() => z.strictObject({ member: memberId, name: line(100), email, salt: bytes32 }))
export type Profile = z.infer<typeof profile>

/** A member by their exact e-mail, whatever its case: for who manages a team, and may not list people. */
export const findRequest = z.lazy(() => z.strictObject({ email }))
/** Nobody, or everybody with that e-mail: more than one while somebody comes back with new keys. */
export const findReply = z.lazy(() => z.strictObject({ people: z.array(profile).check(z.maxLength(10)) }))

/** Somebody who left, and whose name, address and salt are to be deleted. */
export const eraseRequest = z.lazy(() => z.strictObject({ member: memberId }))

/** Whom an invitation is for, as the inviter typed and signed it; replaced by a profile when the person is added. */
export const invitee = z.lazy(() => z.strictObject({ invitation: invitationId, name: line(100), email, salt: bytes32 }))
export type Invitee = z.infer<typeof invitee>

/** One sealed half of an item; the journal holds its hash. */
export const part = z.lazy(() =>
  z.discriminatedUnion('part', [
    z.strictObject({ item: itemId, part: z.literal('overview'), revision: count, sealed: blob(limits.overview) }),
    z.strictObject({ item: itemId, part: z.literal('secret'), revision: count, sealed: blob(limits.secret) }),
  ]),
)
export type Part = z.infer<typeof part>
