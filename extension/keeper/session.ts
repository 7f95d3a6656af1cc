import * as z from 'zod/mini'
import { fromBase64url, toBase64url } from '../../shared/bytes/base64url.ts'
import { using } from '../../shared/bytes/bytes.ts'
import { encode } from '../../shared/bytes/encode.ts'
import { Failure } from '../../shared/bytes/failure.ts'
import { idBytes } from '../../shared/bytes/ids.ts'
import type { AttemptId } from '../../shared/bytes/ids.ts'
import { sessionProof } from '../../shared/crypto/contexts.ts'
import { memberSeed } from '../../shared/crypto/keys.ts'
import type { MemberSeed } from '../../shared/crypto/keys.ts'
import { randomBytes } from '../../shared/crypto/random.ts'
import { signerFrom } from '../../shared/crypto/sign.ts'
import type { Signer } from '../../shared/crypto/sign.ts'
import { credentialId } from '../../shared/protocol/credentials.ts'
import { bytes32, count, folderId, head, memberId, orgId } from '../../shared/protocol/primitives.ts'
import type { SessionReply } from '../../shared/protocol/unlock.ts'
import { call } from './api.ts'
import type { Desk } from './desk.ts'

const schema = z.strictObject({
  server: z.string(),
  org: orgId,
  member: memberId,
  seed: bytes32,
  pinned: head,
  token: z.string(),
  expiresAt: count,
  sessionKey: bytes32,
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

/** Asks for a session by the member's signature over this attempt and a new session key. Throws as `call`. */
export async function openSession(
  desk: Desk,
  server: string,
  signer: Signer,
  of: { org: Session['org']; attempt: AttemptId },
): Promise<SessionReply & { sessionKey: string }> {
  const seed = randomBytes(32)
  const { publicKey } = await signerFrom(seed)
  const proof = sessionProof({ purpose: 'session', ...of, serverOrigin: server, sessionKey: idBytes(publicKey) })
  const signature = await signer.sign(proof)
  const reply = await call(desk, server, 'session', { attempt: of.attempt, sessionKey: publicKey, signature })
  return { ...reply, sessionKey: await using(seed, toBase64url) }
}

/** A token good for at least 20 s more, renewed by the session key's signature when it is not. Throws as `call`. */
export async function freshToken(desk: Desk, session: Session): Promise<string> {
  const time = desk.now()
  if (session.expiresAt > time + 20_000) return session.token
  const signer = await using(fromBase64url(session.sessionKey), signerFrom)
  const signature = await signer.sign(encode('cloison/v1/renew', sessionIdOf(session.token), time))
  const reply = await call(desk, session.server, 'renew', { token: session.token, time, signature })
  session.token = reply.token
  session.expiresAt = reply.expiresAt
  await writeSession(desk, session)
  return reply.token
}

const claims = z.object({ sid: z.string() })

/** The session id that the token names; the token is the server's own, nothing is believed for it. */
function sessionIdOf(token: string): string {
  const parsed = claims.safeParse(JSON.parse(new TextDecoder().decode(fromBase64url(token.split('.')[1] ?? ''))))
  if (!parsed.success) throw new Failure('bad-reply')
  return parsed.data.sid
}
