import { prove } from '../../extension/keeper/session-key.ts'
import { proofHeader } from '../../shared/protocol/dpop.ts'
import { need } from './org.ts'
import type { Person } from './person.ts'

/** The headers that this person's desk would send with a request of its session to that address, without query. */
export async function signed({ desk, keeper }: Person, method: string, address: string) {
  const { token, nonce } = keeper.needOpen().session
  const proof = await prove(need(await desk.sessionKey.get()), { method, address, token, nonce, now: desk.now() })
  return { authorization: `DPoP ${token}`, [proofHeader]: proof }
}
