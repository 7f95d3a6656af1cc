import { fromBase64url } from '../bytes/base64url.ts'
import type { Bytes } from '../bytes/bytes.ts'
import { encode } from '../bytes/encode.ts'
import type { Hash } from '../bytes/ids.ts'
import { sha256 } from '../crypto/hash.ts'

/** Returns the hash that the ledger carries for a folder's sealed description. */
export const folderDescriptionHash = (sealed: Bytes): Promise<Hash> => sha256(sealed)

/** Returns the hash that the ledger carries for a team's description: both sealed copies, in this order, are hashed as one. */
export const teamDescriptionHash = (underFolder: Bytes, underTeam: Bytes): Promise<Hash> =>
  sha256(encode('cloison/v1/team-description', underFolder, underTeam))

/** A sealed description as it is sent and kept; the sealed copies in base64url. */
type Sealed = { kind: 'folder'; sealed: string } | { kind: 'team'; sealed: string; sealedUnderTeam: string }

/** Returns the hash that the ledger carries for this sealed description. */
export const descriptionHash = (held: Sealed): Promise<Hash> =>
  held.kind === 'folder'
    ? folderDescriptionHash(fromBase64url(held.sealed))
    : teamDescriptionHash(fromBase64url(held.sealed), fromBase64url(held.sealedUnderTeam))
