import { createHash } from 'node:crypto'
import { calculateJwkThumbprint, importJWK } from 'jose'
import * as z from 'zod/mini'
import { longestProof, proofClaims, proofHead } from '../../shared/protocol/dpop.ts'
import type { ProofClaims } from '../../shared/protocol/dpop.ts'
import { Problem } from '../store/problem.ts'
import { createProofNonces } from './proof-nonces.ts'
import { createRemembered } from './remembered.ts'
import type { Claims, Tokens } from './tokens.ts'
import { createUsedProofs } from './used-proofs.ts'

/** What comes with a request: the token, the proof that it may be used, and what the proof must be for. */
export type PresentedProof = Readonly<{ token: string; proof: string; method: string; path: string }>
export type Proofs = ReturnType<typeof createProofs>

type Key = Readonly<{ thumbprint: string; key: CryptoKey }>
/** Keys of so many desks are read once. */
const mostKeys = 20_000
const ecdsa = { name: 'ECDSA', hash: 'SHA-256' }

export const notSignedIn = () => new Problem('not-signed-in', 'This needs a session.')
const bad = (title: string) => new Problem('bad-dpop-proof', title)
const needsNonce = () => new Problem('use-dpop-nonce', 'The proof must be made with the nonce of this answer.')

/** Whether whoever shows a token has the key of its session (RFC 9449). `origin`: the public one, which proofs are for. */
export function createProofs(tokens: Tokens, origin: string, now: () => number) {
  const nonces = createProofNonces(now)
  const used = createUsedProofs(nonces.passBy)
  const keys = createRemembered<Key>(mostKeys)

  return {
    freshNonce: nonces.fresh,
    sweep: () => used.sweep(now()),
    /**
     * The claims of the token. Its proof is valid and now counts as used. The cheapest checks come first: no signature is
     * verified before nonce and token turn out to be this server's.
     * @throws Problem `not-signed-in`: no token of ours; `use-dpop-nonce`: to be made again with a newer nonce; `bad-dpop-proof`
     */
    async check({ token, proof, method, path }: PresentedProof, evenIfExpired = false): Promise<Claims> {
      const [head, body, signature] = partsOf(proof)
      const said = read(proofClaims, body)
      const hash = createHash('sha256').update(token).digest('base64url')
      checkIsFor(said, { method, address: origin + path, hash })
      const time = said.nonce === undefined ? null : nonces.timeOf(said.nonce)
      if (time === null) throw needsNonce()
      const claims = await tokens.read(token, hash, evenIfExpired)
      if (claims === null) throw notSignedIn()
      const one = { session: claims.session, id: said.jti, time }
      if (used.judge(one) === 'old') throw needsNonce()
      const known = keys.get(head) ?? (await keyIn(head))
      if (known.thumbprint !== claims.thumbprint) throw bad('The proof is by another key than the session’s.')
      // RFC 7515, 5.2, by WebCrypto itself: `jose` would read the header again, for half as much time as the signature takes.
      const signed = Buffer.from(`${head}.${body}`)
      if (!(await crypto.subtle.verify(ecdsa, known.key, Buffer.from(signature, 'base64url'), signed)))
        throw bad('The proof is not signed by its key.')
      keys.keep(head, known)
      // At once, with nothing awaited in between: of the same proof sent many times together one is used.
      if (used.use(one) !== 'new') throw bad('The proof was used before.')
      return claims
    },
  }
}

/** The three parts of a JWS (RFC 7515, 7.1). Throws `bad-dpop-proof`; also for a proof that is too long, or none. */
function partsOf(proof: string): [string, string, string] {
  if (proof.length > longestProof) throw bad('The proof is too long.')
  const [, head, body, signature] = /^([\w-]+)\.([\w-]+)\.([\w-]{86})$/.exec(proof) ?? []
  if (head === undefined || body === undefined || signature === undefined) throw bad('There is no proof.')
  return [head, body, signature]
}

function read<S extends z.ZodMiniType>(schema: S, part: string): z.output<S> {
  try {
    return z.parse(schema, JSON.parse(Buffer.from(part, 'base64url').toString()))
  } catch {
    throw bad('The proof does not say what it should.')
  }
}

/** That a proof is for this request and this token (RFC 9449, 4.3). Throws `bad-dpop-proof`. */
function checkIsFor(said: ProofClaims, { method, address, hash }: Record<'method' | 'address' | 'hash', string>): void {
  if (said.htm !== method) throw bad('The proof is for another method.')
  if (said.htu !== address) throw bad('The proof is for another address.')
  if (said.ath !== hash) throw bad('The proof is for another token.')
}

/** The key that a proof says it is signed by, with its thumbprint (RFC 7638). Throws `bad-dpop-proof`. */
async function keyIn(head: string): Promise<Key> {
  const { alg, jwk } = read(proofHead, head)
  try {
    const key = await importJWK(jwk, alg)
    if (key instanceof Uint8Array) throw bad('The proof has no public key.')
    return { key, thumbprint: await calculateJwkThumbprint(jwk) }
  } catch {
    throw bad('The key of the proof is none.')
  }
}
