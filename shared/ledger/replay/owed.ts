/**
 * Signatures of a ledger that was replayed by its rules alone, and are still to be checked. Each entry names the hash of the
 * one before it, and a hash is over the signature too: so whoever signed an entry stands by all that is under the same key
 * before it. The newest entry of each key is therefore enough for the whole to be shown; each one by itself is checked all
 * the same before anybody signs, seals or keeps what follows from it, since for the rules every signature counts (P4).
 */
import type { SignPublic } from '../../bytes/ids.ts'
import { Failure } from '../../bytes/failure.ts'
import { verifier } from '../../crypto/verify.ts'
import type { Verify } from '../../crypto/verify.ts'
import { ledgerBody } from '../entry.ts'
import type { Claim } from './context.ts'

export type Owed = readonly Claim[]

/** Whether every one of these signatures is right. */
export const hold = async (claims: Owed, verify: Verify = verifier()): Promise<boolean> =>
  (await Promise.all(claims.map(({ key, message, signature }) => verify(key, message(), signature)))).every(Boolean)

/** Whether the newest entry of each key that has signed any is right, and what let in those keys and `own`. */
export function holdNewest(owed: Owed, own: SignPublic): Promise<boolean> {
  const newest = new Map(owed.flatMap((claim) => (claim.letsIn === null ? [[claim.key, claim] as const] : [])))
  return hold([...newest.values(), ...owed.filter(({ letsIn }) => letsIn === own || (letsIn && newest.has(letsIn)))])
}

/** Whether what let `key` in is right: of somebody whose key has signed no entry, but an item. */
export const holdLetIn = (owed: Owed, key: SignPublic): Promise<boolean> =>
  hold(owed.filter(({ letsIn }) => letsIn === key))

/** As many at a time as leave WebCrypto to others in between. */
const RUN = 64

/** Whether an entry was signed in the one form of what it says; other signatures are over what replay itself has written. */
function isCanonical({ message, letsIn }: Claim): boolean {
  try {
    if (letsIn === null) ledgerBody.read(message())
    return true
  } catch (error) {
    if (error instanceof Failure) return false
    throw error
  }
}

/** Whether all are right, over canonical bytes, run by run; throws what `signal` was aborted with. */
export async function holdAll(owed: Owed, signal: AbortSignal): Promise<boolean> {
  const verify = verifier()
  for (let from = 0; from < owed.length; from += RUN) {
    signal.throwIfAborted()
    const run = owed.slice(from, from + RUN)
    if (!run.every(isCanonical) || !(await hold(run, verify))) return false
  }
  return true
}
