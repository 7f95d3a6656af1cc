import { using } from '../bytes/bytes.ts'
import type { Bytes } from '../bytes/bytes.ts'
import { Failure } from '../bytes/failure.ts'
import { hash } from '../bytes/ids.ts'
import type { Hash } from '../bytes/ids.ts'
import { pad, unpad } from '../bytes/pad.ts'
import { record, text } from '../bytes/record.ts'
import type { Codec, Of } from '../bytes/record.ts'
import { openAead, sealAead } from '../crypto/aead.ts'
import { folderDescriptionContext, teamDescriptionContext } from '../crypto/contexts.ts'
import { nameInput, registerNameInfo } from '../crypto/name-contexts.ts'
import type { RegisterNameAt } from '../crypto/name-contexts.ts'
import { descriptionKey } from '../crypto/derive.ts'
import { sha256 } from '../crypto/hash.ts'
import { receiveHash, sealTo } from '../crypto/hpke.ts'
import type { ReceiveKeys } from '../crypto/hpke.ts'
import type { FolderKey, TeamSeed } from '../crypto/keys.ts'
import { randomBytes } from '../crypto/random.ts'
import { folderFacts } from './about-client.ts'
import type { FolderFacts } from './about-client.ts'

/**
 * What a folder or team is called. Every copy of it is sealed with the same salt, and the ledger's hash is over the copies and the
 * salted hash of the name: so no server renames a bank, and nobody gives it one name for the team and another for the auditor.
 */
const words = record('cloison/v1/description', { name: text, salt: hash })
export type Words = Of<typeof words>

/** A folder's own copy says more than its name: the register's says the name alone, so that auditors and admins read no contact by it. */
const folderWords = record('cloison/v1/folder-words', { name: text, salt: hash, ...folderFacts })
export type FolderWords = Words & FolderFacts

type FolderPlace = Parameters<typeof folderDescriptionContext>[0]
type TeamPlace = Parameters<typeof teamDescriptionContext>[0]

/** Returns a name with a new salt of 32 bytes, to be sealed. */
export const newWords = (name: string): Words => ({ name, salt: hash.read(randomBytes(32)) })

/** Returns the salted hash of a name, by which a reader knows that their copy says what the other copies say. */
export const nameHash = ({ name, salt }: Words): Promise<Hash> => sha256(nameInput(name, salt))

async function seal<T>(key: FolderKey | TeamSeed, context: Bytes, as: Codec<T>, said: T) {
  const plaintext = pad(as.write(said))
  return using(await descriptionKey(key, context), (own) => sealAead(own, context, plaintext))
}
async function open<T>(key: FolderKey | TeamSeed, context: Bytes, as: Codec<T>, sealed: Bytes) {
  const plaintext = await using(await descriptionKey(key, context), (own) => openAead(own, context, sealed))
  return using(plaintext, () => as.read(unpad(plaintext)))
}

export const sealFolderName = (key: FolderKey, place: FolderPlace, said: FolderWords) =>
  seal(key, folderDescriptionContext(place), folderWords, said)
export const openFolderName = (key: FolderKey, place: FolderPlace, sealed: Bytes) =>
  open(key, folderDescriptionContext(place), folderWords, sealed)

/** `place.under` says whether `key` is the home folder's or the team's own. */
export const sealTeamName = (key: FolderKey | TeamSeed, place: TeamPlace, said: Words) =>
  seal(key, teamDescriptionContext(place), words, said)
export const openTeamName = (key: FolderKey | TeamSeed, place: TeamPlace, sealed: Bytes) =>
  open(key, teamDescriptionContext(place), words, sealed)

/**
 * Seals a name to the organisation's register by HPKE: whoever names a folder cannot read the register. Throws `wrong-receive-key`
 * unless `publicKey` (1,216 bytes) is the one that the ledger names (P4).
 */
export async function sealNameForRegister(publicKey: Bytes, place: RegisterNameAt, said: Words): Promise<Bytes> {
  if ((await receiveHash(publicKey)) !== place.keyHash) throw new Failure('wrong-receive-key')
  return sealTo(publicKey, registerNameInfo(place), pad(words.write(said)))
}
/** Opens it with the register's receive keys of that generation. Throws `cannot-open`. */
export async function openNameByRegister(receive: ReceiveKeys, place: RegisterNameAt, sealed: Bytes): Promise<Words> {
  const plaintext = await receive.open(registerNameInfo(place), sealed)
  return using(plaintext, () => words.read(unpad(plaintext)))
}
