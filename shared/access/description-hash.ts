import { fromBase64url } from '../bytes/base64url.ts'
import { encode } from '../bytes/encode.ts'
import { hash, idBytes, parseId } from '../bytes/ids.ts'
import type { Hash } from '../bytes/ids.ts'
import { sha256 } from '../crypto/hash.ts'

/**
 * A sealed description as it is sent and kept; the sealed copies in base64url. `named` is the salted hash of the name that all of them
 * hold; `forRegister` the copy for those who read every name, null where there is no register or the folder is personal.
 */
type Sealed = { named: string; sealed: string; forRegister: string | null } & (
  { kind: 'folder' } | { kind: 'team'; sealedUnderTeam: string }
)

/** Returns the hash that the ledger carries for this sealed description: over the name's hash and every copy, each in its place. */
export function descriptionHash(held: Sealed): Promise<Hash> {
  const named = idBytes(parseId(hash, held.named))
  const forRegister = fromBase64url(held.forRegister ?? '')
  const copies = [held.sealed, ...(held.kind === 'team' ? [held.sealedUnderTeam] : [])].map(fromBase64url)
  return sha256(encode(`cloison/v1/${held.kind}-description`, named, ...copies, forRegister))
}
