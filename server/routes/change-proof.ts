import { fromBase64url } from '../../shared/bytes/base64url.ts'
import type { AttemptId, MemberId, Signature } from '../../shared/bytes/ids.ts'
import { get } from '../../shared/bytes/table.ts'
import { pinChangeProof } from '../../shared/crypto/contexts.ts'
import { sha256 } from '../../shared/crypto/hash.ts'
import { verify } from '../../shared/crypto/verify.ts'
import type { LedgerState } from '../../shared/ledger/replay/state.ts'
import { Problem } from '../store/problem.ts'

export const badProof = () => new Problem('bad-proof', 'The proof does not fit this change.')

/**
 * Checks that this member signed this change of PIN, and exactly the seed that was sealed anew for it.
 * @throws Problem `bad-proof`
 */
export async function needChangeProof(
  serverOrigin: string,
  { member, state }: { member: MemberId; state: LedgerState },
  { change, sealedSeed, signature }: { change: AttemptId; sealedSeed: string; signature: Signature },
): Promise<void> {
  const sealed = await sha256(fromBase64url(sealedSeed))
  const proof = pinChangeProof({ org: state.org, member, serverOrigin, change, sealed })
  // P4: the key that must have signed is the ledger's.
  const signKey = get(state.members, member)?.signKey
  if (signKey === undefined || !(await verify(signKey, proof, signature))) throw badProof()
}
