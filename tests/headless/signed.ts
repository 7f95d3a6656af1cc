import { prove } from '../../extension/keeper/desk/session-key.ts'
import { nonceHeader, proofHeader } from '../../shared/protocol/dpop.ts'
import { need } from './org.ts'
import type { Person } from './person.ts'

/**
 * The headers that this person's desk would send with a request of its session to that path, without query, once it has the
 * newest nonce: from the server itself at `origin`, where another stands before it.
 */
export async function signed({ desk, keeper }: Person, method: string, path: string, origin?: string) {
  const { server, token } = keeper.needOpen().session
  const nonce = need((await fetch(`${origin ?? server}/api/hello`)).headers.get(nonceHeader))
  const of = { method, address: server + path, token, nonce, now: desk.now() }
  return { authorization: `DPoP ${token}`, [proofHeader]: await prove(need(await desk.sessionKey.get()), of) }
}
