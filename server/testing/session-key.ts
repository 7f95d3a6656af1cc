import { prove, newSessionKey } from '../../extension/keeper/desk/session-key.ts'
import type { SessionKey } from '../../extension/keeper/desk/desk.ts'
import type { Hash } from '../../shared/bytes/ids.ts'
import { proofHeader } from '../../shared/protocol/dpop.ts'

export type TestKey = Readonly<{ key: SessionKey; thumbprint: Hash }>

/** Every key that a test in this process has made, by its thumbprint. */
const made = new Map<string, TestKey>()

export async function newTestKey(): Promise<TestKey> {
  const one = await newSessionKey()
  made.set(one.thumbprint, one)
  return one
}

/** The key that a token is bound to; a new one for a token that is bound to none of ours, or is none. */
export async function keyOf(token: string): Promise<TestKey> {
  try {
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as {
      cnf: { jkt: string }
    }
    return made.get(claims.cnf.jkt) ?? (await newTestKey())
  } catch {
    return newTestKey()
  }
}

/** What a proof says. */
export type Proving = Readonly<{ method: string; address: string; token: string; nonce: string; now: number }>
export const proofBy = ({ key }: TestKey, of: Proving): Promise<string> => prove(key, of)

/** The headers of a request with that token, by the token's own key or by `key`. */
export async function signedHeaders(of: Proving, key?: TestKey): Promise<Record<string, string>> {
  return { authorization: `DPoP ${of.token}`, [proofHeader]: await proofBy(key ?? (await keyOf(of.token)), of) }
}
