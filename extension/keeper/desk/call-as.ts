import { Failure } from '../../../shared/bytes/failure.ts'
import { proofHeader } from '../../../shared/protocol/dpop.ts'
import { socketPath } from '../../../shared/protocol/endpoints.ts'
import type { Endpoint } from '../../../shared/protocol/endpoints.ts'
import { ServerRefusal, addressOf, exchange, methodOf } from './api.ts'
import type { Options, ReplyOf, RequestOf } from './api.ts'
import type { Desk, SessionKey } from './desk.ts'
import { prove } from './session-key.ts'
import { tokenOf, writeSession } from './session.ts'
import type { Session } from './session.ts'

/** How much longer a token must be good for to be sent, ms. */
const margin = 20_000

/**
 * One request in the name of a session. Renews the token first where it soon runs out.
 * @throws what `callBy` throws; Failure `session-key-gone`
 */
export async function callAs<E extends Endpoint>(
  desk: Desk,
  session: Session,
  name: E,
  body: RequestOf<E>,
  options: Options = {},
): Promise<ReplyOf<E>> {
  const key = await needKey(desk)
  await renewIfDue(desk, session, key)
  return callBy(desk, session, key, name, body, options).catch(async (error: unknown) => {
    // Where this desk's clock was set back since, the token has run out sooner than it thinks.
    if (!(error instanceof ServerRefusal) || error.code !== 'not-signed-in') throw error
    await renew(desk, session, key)
    return callBy(desk, session, key, name, body, options)
  })
}

/**
 * The same by the session's key, with the token as it is. A server that wants a newer nonce gets the request once more, with the one that came
 * with its refusal (RFC 9449, 8): it has done nothing yet.
 * @throws what `exchange` throws
 */
export async function callBy<E extends Endpoint>(
  desk: Desk,
  session: Session,
  key: SessionKey,
  name: E,
  body: RequestOf<E>,
  options: Options = {},
): Promise<ReplyOf<E>> {
  const ask = async () => {
    const { server, token, nonce } = session
    const request = { method: methodOf(name), address: addressOf(server, name, options) }
    const proof = await prove(key, { ...request, token, nonce, now: desk.now() })
    const headers = { authorization: `DPoP ${token}`, [proofHeader]: proof }
    return exchange(desk, server, name, body, options, headers)
  }
  const answered = await ask().catch((error: unknown) => {
    if (!(error instanceof ServerRefusal) || error.code !== 'use-dpop-nonce' || error.nonce === null) throw error
    session.nonce = error.nonce
    return ask()
  })
  session.nonce = answered.nonce ?? session.nonce
  return answered.reply
}

/** What opens the socket: a token, renewed where it soon runs out, and the proof for it. Throws as `callAs`. */
export async function proofForSocket(desk: Desk, session: Session): Promise<{ token: string; proof: string }> {
  const key = await needKey(desk)
  await renewIfDue(desk, session, key)
  const { server, token, nonce } = session
  const request = { method: 'GET', address: server + socketPath }
  return { token, proof: await prove(key, { ...request, token, nonce, now: desk.now() }) }
}

/** The key of this session. Throws Failure `session-key-gone`: nothing can be asked any more without another unlock. */
async function needKey(desk: Desk): Promise<SessionKey> {
  const key = await desk.sessionKey.get()
  if (key === null) throw new Failure('session-key-gone')
  return key
}

async function renewIfDue(desk: Desk, session: Session, key: SessionKey): Promise<void> {
  if (session.expiresAt <= desk.now() + margin) await renew(desk, session, key)
}

async function renew(desk: Desk, session: Session, key: SessionKey): Promise<void> {
  const reply = await callBy(desk, session, key, 'renew', null)
  Object.assign(session, tokenOf(desk, reply))
  await writeSession(desk, session)
}
