import { using } from '../bytes/bytes.ts'
import type { Bytes } from '../bytes/bytes.ts'
import { pad, unpad } from '../bytes/pad.ts'
import { record, text } from '../bytes/record.ts'
import { openAead, sealAead } from '../crypto/aead.ts'
import { folderDescriptionContext, teamDescriptionContext } from '../crypto/contexts.ts'
import { descriptionKey } from '../crypto/derive.ts'
import type { FolderKey, TeamSeed } from '../crypto/keys.ts'

/** What a folder or team is called: the ledger carries only the hash of the sealed form, so no server renames a bank. */
const words = record('cloison/v1/description', { name: text })

type FolderPlace = Parameters<typeof folderDescriptionContext>[0]
type TeamPlace = Parameters<typeof teamDescriptionContext>[0]

async function seal(key: FolderKey | TeamSeed, context: Bytes, name: string) {
  const plaintext = pad(words.write({ name }))
  return using(await descriptionKey(key, context), (own) => sealAead(own, context, plaintext))
}
async function open(key: FolderKey | TeamSeed, context: Bytes, sealed: Bytes) {
  const plaintext = await using(await descriptionKey(key, context), (own) => openAead(own, context, sealed))
  return using(plaintext, () => words.read(unpad(plaintext)).name)
}

export const sealFolderName = (key: FolderKey, place: FolderPlace, name: string) =>
  seal(key, folderDescriptionContext(place), name)
export const openFolderName = (key: FolderKey, place: FolderPlace, sealed: Bytes) =>
  open(key, folderDescriptionContext(place), sealed)

/** `place.under` says whether `key` is the home folder's or the team's own. */
export const sealTeamName = (key: FolderKey | TeamSeed, place: TeamPlace, name: string) =>
  seal(key, teamDescriptionContext(place), name)
export const openTeamName = (key: FolderKey | TeamSeed, place: TeamPlace, sealed: Bytes) =>
  open(key, teamDescriptionContext(place), sealed)
