import { jwtVerify, SignJWT } from 'jose'
import * as z from 'zod/mini'
import { encode } from '../../shared/bytes/encode.ts'
import { hash, memberId } from '../../shared/protocol/primitives.ts'
import { hkdf } from '../../shared/crypto/hkdf.ts'
import { createRemembered } from './remembered.ts'

/** `jkt`: the thumbprint of the session's key, which must have signed what comes with the token (RFC 9449, 6.1). */
const claims = z.pipe(
  z.object({ sid: z.string(), sub: memberId, cnf: z.strictObject({ jkt: hash }), exp: z.number() }),
  z.transform(({ sid: session, sub: member, cnf: { jkt: thumbprint }, exp }) => ({
    session,
    member,
    thumbprint,
    exp,
  })),
)
export type Claims = Omit<z.output<typeof claims>, 'exp'>
export type Tokens = ReturnType<typeof createTokens>

const life = 5 * 60_000
const algorithm = 'HS256'
/** Tokens of so many desks are verified once. */
const most = 20_000

/** Short-lived JWTs (RFC 7519) under a key derived from the server's secret; `issuer` is the public origin. */
export function createTokens(secret: Uint8Array, issuer: string, now: () => number) {
  const key = hkdf(secret, new Uint8Array(), encode('cloison/v1/server/jwt'), 32)
  const verified = createRemembered<z.output<typeof claims>>(most)

  async function verify(token: string) {
    try {
      const options = { issuer, algorithms: [algorithm], currentDate: new Date(0), requiredClaims: ['exp'] }
      const { payload } = await jwtVerify(token, await key, options)
      return claims.parse(payload)
    } catch {
      return null
    }
  }

  return {
    /** A token of five minutes, or less where the session (ms since 1970) ends before. */
    async issue(
      { session, member, thumbprint }: Claims,
      sessionEnds: number,
    ): Promise<{ token: string; expiresIn: number }> {
      const seconds = Math.floor(Math.min(now() + life, sessionEnds) / 1000)
      const token = await new SignJWT({ sid: session, cnf: { jkt: thumbprint } })
        .setProtectedHeader({ alg: algorithm, typ: 'JWT' })
        .setIssuer(issuer)
        .setSubject(member)
        .setIssuedAt(Math.floor(now() / 1000))
        .setExpirationTime(seconds)
        .sign(await key)
      return { token, expiresIn: Math.max(0, seconds * 1000 - now()) }
    },
    /**
     * What a token says, null where it is none of ours, or has run out and may not have. `hash` is the token's, by which a verified one is
     * known again: what it says never changes, and whether its session still stands is its row's to say.
     */
    async read(token: string, hash: string, evenIfExpired = false): Promise<Claims | null> {
      const found = verified.get(hash) ?? (await verify(token))
      if (found === null) return null
      verified.keep(hash, found)
      const { exp, ...said } = found
      return evenIfExpired || exp * 1000 > now() ? said : null
    },
  }
}
