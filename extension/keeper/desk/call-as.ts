import { Failure } from '../../../shared/bytes/failure.ts'
import { proofHeader } from '../../../shared/protocol/dpop.ts'
import { socketPath } from '../../../shared/protocol/endpoints.ts'
import type { Endpoint } from '../../../shared/protocol/endpoints.ts'
import { ServerRefusal, addressOf, exchange, methodOf } from './api.ts'
import type { CallOptions, ReplyOf, RequestOf } from './api.ts'
import type { Desk, SessionKey } from './desk.ts'
import { prove } from './session-key.ts'
import { tokenOf, writeSession } from './session.ts'
import type { Session } from './session.ts'

/** How much longer a token must be valid to be sent, in ms. */
const margin = 20_000

/**
 * Sends one request in a session, and returns the reply. Renews the token first where it soon expires.
 * @throws what `callBy` throws; Failure `session-key-gone`
 */
export async function callAs<E extends Endpoint>(
  desk: Desk,
  session: Session,
  name: E,
  body: RequestOf<E>,
  options: CallOptions = {},
): Promise<ReplyOf<E>> {
  const key = await needKey(desk)
  await renewIfDue(desk, session, key)
  return callBy(desk, session, key, name, body, options).catch(async (error: unknown) => {
    // If this device's clock was set back since, the token has expired earlier than expected: renew it once.
    if (!(error instanceof ServerRefusal) || error.code !== 'not-signed-in') throw error
    await renew(desk, session, key)
    return callBy(desk, session, key, name, body, options)
  })
}

/**
 * Sends one request with the session's token as it is and a DPoP proof by `key`, and returns the reply. Where the server wants a
 * newer nonce, sends the request once more with the nonce of the refusal (RFC 9449 section 8): nothing was carried out yet.
 * @throws what `exchange` throws
 */
export async function callBy<E extends Endpoint>(
  desk: Desk,
  session: Session,
  key: SessionKey,
  name: E,
  body: RequestOf<E>,
  options: CallOptions = {},
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

/** Returns what authenticates the WebSocket: the token, renewed where it soon expires, and its DPoP proof. Throws as `callAs`. */
export async function proofForSocket(desk: Desk, session: Session): Promise<{ token: string; proof: string }> {
  const key = await needKey(desk)
  await renewIfDue(desk, session, key)
  const { server, token, nonce } = session
  const request = { method: 'GET', address: server + socketPath }
  return { token, proof: await prove(key, { ...request, token, nonce, now: desk.now() }) }
}

/** Returns the session's key. Throws Failure `session-key-gone`: then no request is possible without another unlock. */
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
