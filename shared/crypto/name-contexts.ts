/** As `contexts.ts`: the places of names of folders and teams that are sealed to the organisation's register (P5). */
import type { Bytes } from '../bytes/bytes.ts'
import { encode } from '../bytes/encode.ts'
import { idBytes } from '../bytes/ids.ts'
import type { FolderId, Hash, MemberId, OrgId, TeamId } from '../bytes/ids.ts'
import { place } from './contexts.ts'
import type { Kind } from './contexts.ts'

/** A name as it is sealed to the organisation's register: of what, as written by whom, and to which of the register's keys. */
export type RegisterNameAt = {
  org: OrgId
  kind: Kind
  id: TeamId | FolderId
  revision: number
  author: MemberId
  register: FolderId
  generation: number
  /** Hash of the register's receive key of that generation, from the ledger. */
  keyHash: Hash
}

/** HPKE info of a name sealed to the register. */
export const registerNameInfo = (at: RegisterNameAt): Bytes =>
  place(
    'register-name',
    at.kind,
    idBytes(at.org),
    idBytes(at.id),
    at.revision,
    idBytes(at.author),
    idBytes(at.register),
    at.generation,
    idBytes(at.keyHash),
  )

/** Bytes whose SHA-256 stands for a name beside its sealed copies; `salt` is 32 random bytes. */
export const nameInput = (name: string, salt: Hash): Bytes => encode('cloison/v1/name', name, idBytes(salt))
