import * as z from 'zod/mini'
import { fromBase64url } from '../../../shared/bytes/base64url.ts'
import type { AttemptId } from '../../../shared/bytes/ids.ts'
import { sessionProof } from '../../../shared/crypto/contexts.ts'
import { memberSeed } from '../../../shared/crypto/keys.ts'
import type { MemberSeed } from '../../../shared/crypto/keys.ts'
import type { Signer } from '../../../shared/crypto/sign.ts'
import { credentialId } from '../../../shared/protocol/credentials.ts'
import { bytes32, count, folderId, head, memberId, orgId } from '../../../shared/protocol/primitives.ts'
import type { SessionReply } from '../../../shared/protocol/unlock.ts'
import { exchange } from './api.ts'
import type { Desk } from './desk.ts'
import { newSessionKey } from './session-key.ts'

const schema = z.strictObject({
  server: z.string(),
  org: orgId,
  member: memberId,
  seed: bytes32,
  pinned: head,
  token: z.string(),
  /** By this desk's clock, which may be wrong. */
  expiresAt: count,
  /** The server's newest nonce for proofs; written down with the rest, which is often enough. */
  nonce: z.string(),
  /** The key that opened it. */
  credential: credentialId,
  /** How many keys this person has, as the server said; null until it is asked. */
  keys: z.nullable(count),
  /** Ids of the items last filled, newest first. */
  recent: z.array(z.string()),
  /** The client that this person works for now, null for all. */
  client: z.nullable(folderId),
})
/** What survives the worker's death while unlocked, in the browser's memory, and is removed at lock (P10). */
export type Session = z.infer<typeof schema>

/** What the worker keeps for when it is woken, and nobody needs after a lock. */
export const keptUntilLock = 'unlocked times ceremony nonce tries joins undelivered rotating next-step generated'.split(
  ' ',
)

export async function readSession(desk: Desk): Promise<Session | null> {
  const parsed = schema.safeParse(await desk.session.get('unlocked'))
  return parsed.success ? parsed.data : null
}
export const writeSession = (desk: Desk, session: Session) => desk.session.set('unlocked', session)
export const seedOf = (session: Session): MemberSeed => memberSeed(fromBase64url(session.seed))

type Token = Pick<Session, 'token' | 'expiresAt'>
export const tokenOf = (desk: Desk, { token, expiresIn }: SessionReply): Token => ({
  token,
  expiresAt: desk.now() + expiresIn,
})

/** Asks for a session by the member's signature over this attempt and a new session key, and keeps that key. Throws as `call`. */
export async function openSession(
  desk: Desk,
  server: string,
  signer: Signer,
  of: { org: Session['org']; attempt: AttemptId },
): Promise<Token & { nonce: string }> {
  const { key, thumbprint } = await newSessionKey()
  const signature = await signer.sign(sessionProof({ purpose: 'session', ...of, serverOrigin: server, thumbprint }))
  const body = { attempt: of.attempt, thumbprint, signature }
  const { reply, nonce } = await exchange(desk, server, 'session', body)
  await desk.sessionKey.set(key)
  return { ...tokenOf(desk, reply), nonce: nonce ?? '' }
}
