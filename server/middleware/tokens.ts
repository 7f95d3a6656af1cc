import { jwtVerify, SignJWT } from 'jose'
import { encode } from '../../shared/bytes/encode.ts'
import { memberId } from '../../shared/protocol/primitives.ts'
import type { MemberId } from '../../shared/bytes/ids.ts'
import { hkdf } from '../../shared/crypto/hkdf.ts'

export type Claims = { session: string; member: MemberId }
export type Tokens = Awaited<ReturnType<typeof createTokens>>

const life = 5 * 60_000
const algorithm = 'HS256'

/** Short-lived JWTs (RFC 7519) under a key derived from the server's secret; `issuer` is the public origin. */
export function createTokens(secret: Uint8Array, issuer: string, now: () => number) {
  const key = hkdf(secret, new Uint8Array(), encode('cloison/v1/server/jwt'), 32)

  async function read(token: string, at: number): Promise<Claims | null> {
    try {
      const options = { issuer, algorithms: [algorithm], currentDate: new Date(at), requiredClaims: ['exp'] }
      const { payload } = await jwtVerify(token, await key, options)
      const member = memberId.safeParse(payload.sub)
      if (!member.success || typeof payload.sid !== 'string') return null
      return { session: payload.sid, member: member.data }
    } catch {
      return null
    }
  }

  return {
    /** A token of five minutes, or less where the session (ms since 1970) ends before. */
    async issue({ session, member }: Claims, sessionEnds: number): Promise<{ token: string; expiresAt: number }> {
      const seconds = Math.floor(Math.min(now() + life, sessionEnds) / 1000)
      const token = await new SignJWT({ sid: session })
        .setProtectedHeader({ alg: algorithm, typ: 'JWT' })
        .setIssuer(issuer)
        .setSubject(member)
        .setIssuedAt(Math.floor(now() / 1000))
        .setExpirationTime(seconds)
        .sign(await key)
      return { token, expiresAt: seconds * 1000 }
    },
    /** What a live token says, else null. */
    read: (token: string) => read(token, now()),
    /** The same, of a token that may have run out. */
    readExpired: (token: string) => read(token, 0),
  }
}
