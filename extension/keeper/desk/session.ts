import { fromBase64url } from '../../../shared/bytes/base64url.ts'
import type { AttemptId } from '../../../shared/bytes/ids.ts'
import { sessionProof } from '../../../shared/crypto/contexts.ts'
import { memberSeed } from '../../../shared/crypto/keys.ts'
import type { MemberSeed } from '../../../shared/crypto/keys.ts'
import type { Signer } from '../../../shared/crypto/sign.ts'
import type { SessionReply } from '../../../shared/protocol/unlock.ts'
import { exchange } from './api.ts'
import type { Desk } from './desk.ts'
import { newSessionKey } from './session-key.ts'
import { readStored, writeStored } from './session-store.ts'
import type { Stored } from './session-store.ts'

/** What survives the worker's death while unlocked, in the browser's memory, and is removed at lock (P10). */
export type Session = Stored<'unlocked'>

/** Returns the session that a worker left there; null while locked. */
export const readSession = (desk: Desk): Promise<Session | null> => readStored(desk, 'unlocked')
export const writeSession = (desk: Desk, session: Session): Promise<void> => writeStored(desk, 'unlocked', session)
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
