import { descriptionHash } from '../../../shared/access/description-hash.ts'
import { toBase64url } from '../../../shared/bytes/base64url.ts'
import { get } from '../../../shared/bytes/table.ts'
import type { FolderId, Hash, TeamId } from '../../../shared/bytes/ids.ts'
import { Failure } from '../../../shared/bytes/failure.ts'
import type { FolderKey } from '../../../shared/crypto/keys.ts'
import {
  nameHash,
  newWords,
  sealFolderName,
  sealNameForRegister,
  sealTeamName,
} from '../../../shared/vault/seal-description.ts'
import type { Words } from '../../../shared/vault/seal-description.ts'
import type { FolderFacts } from '../../../shared/vault/about-client.ts'
import { folderKeyOf, preview, teamSeedOf } from './draft.ts'
import type { Draft } from './draft.ts'
import { receiveKeyOf } from './seal-keys.ts'

type Named = { kind: 'folder'; id: FolderId } | { kind: 'team'; id: TeamId }

/**
 * Seals a folder's name, and what is said about the client, under its key; the name alone to the register, unless the folder is a
 * person's own or the register itself. Returns the hash for the act. Throws as `receiveKeyOf`.
 */
export async function nameFolder(
  draft: Draft,
  folder: FolderId,
  { key, generation }: { key: FolderKey; generation: number },
  revision: number,
  { name, about }: { name: string; about: FolderFacts },
  isShared = true,
): Promise<Hash> {
  const { org, me } = draft.vault
  const said = newWords(name)
  const sealed = await sealFolderName(key, { org, folder, generation, revision, author: me }, { ...said, ...about })
  const forRegister = isShared ? await sealForRegister(draft, { kind: 'folder', id: folder }, revision, said) : null
  const named = await nameHash(said)
  const row = { kind: 'folder' as const, id: folder, revision, named, sealed: toBase64url(sealed), forRegister }
  draft.descriptions.push(row)
  return descriptionHash(row)
}

/** Seals a team's name under its home folder's key, under its own seed, and to the register. Returns the hash for the act. */
export async function nameTeam(draft: Draft, team: TeamId, home: FolderId, revision: number, name: string) {
  const { org, me } = draft.vault
  const place = { org, team, revision, author: me }
  const said = newWords(name)
  const [folder, own] = [folderKeyOf(draft, home), teamSeedOf(draft, team)]
  const sealed = await sealTeamName(folder.key, { ...place, under: 'folder', generation: folder.generation }, said)
  const underTeam = await sealTeamName(own.key, { ...place, under: 'team', generation: own.generation }, said)
  const row = {
    kind: 'team' as const,
    id: team,
    revision,
    named: await nameHash(said),
    sealed: toBase64url(sealed),
    sealedUnderTeam: toBase64url(underTeam),
    forRegister: await sealForRegister(draft, { kind: 'team', id: team }, revision, said),
  }
  draft.descriptions.push(row)
  return descriptionHash(row)
}

/** Who names a folder need not read the register: its public key is enough. Null while there is none, or nothing will be sent. */
async function sealForRegister(draft: Draft, { kind, id }: Named, revision: number, said: Words) {
  const { vault, isDry } = draft
  const { register, folders } = preview(draft).state
  if (register === null || isDry) return null
  const generations = get(folders, register)?.generations
  const keyHash = generations?.last?.receive
  if (generations === undefined || keyHash === undefined) throw new Failure('unknown-folder', register)
  const publicKey = await receiveKeyOf(draft, { kind: 'folder', id: register }, keyHash)
  const place = {
    org: vault.org,
    kind,
    id,
    revision,
    author: vault.me,
    register,
    generation: generations.length,
    keyHash,
  }
  return toBase64url(await sealNameForRegister(publicKey, place, said))
}
