import { descriptionHash } from '../../../shared/access/description-hash.ts'
import type { Table } from '../../../shared/bytes/table.ts'
import { get } from '../../../shared/bytes/table.ts'
import { fromBase64url } from '../../../shared/bytes/base64url.ts'
import type { AnyId, FolderId, Hash, TeamId } from '../../../shared/bytes/ids.ts'
import { wipe } from '../../../shared/bytes/bytes.ts'
import { Failure } from '../../../shared/bytes/failure.ts'
import { folderReceive } from '../../../shared/crypto/derive.ts'
import type { ReceiveKeys } from '../../../shared/crypto/hpke.ts'
import type { Described } from '../../../shared/ledger/replay/state.ts'
import type { Description, Wrap } from '../../../shared/protocol/objects.ts'
import { nameHash, openFolderName, openNameByRegister, openTeamName } from '../../../shared/vault/seal-description.ts'
import type { FolderWords, Words } from '../../../shared/vault/seal-description.ts'
import { hueOf } from '../../../shared/rules/hue.ts'
import type { FolderFacts } from '../../../shared/vault/about-client.ts'
import { openKeys } from './keyring.ts'
import { stateOf } from './vault.ts'
import type { Vault } from './vault.ts'

/** Returns what the ledger says of the sealed name of a team or folder (its hash, revision, author, generations). */
export const descriptionOf = ({ chain }: Vault, kind: Description['kind'], id: FolderId | TeamId) => {
  const state = chain.last
  const all: Table<AnyId, { description: Described }> | undefined = kind === 'team' ? state?.teams : state?.folders
  return all === undefined ? undefined : get(all, id)?.description
}

/** Returns whether the vault lacks the sealed name whose hash is in the ledger. */
export async function lacksName(vault: Vault, kind: Description['kind'], id: FolderId | TeamId): Promise<boolean> {
  const held = vault.descriptions.get(id)
  const hash = descriptionOf(vault, kind, id)?.hash
  if (held !== undefined && vault.openedNames.get(id) === hash) return false
  return held === undefined || (await descriptionHash(held)) !== hash
}

/** Opens the keys in these wraps, and then all names that the vault has sealed and not opened yet. */
export async function openEverything(vault: Vault, wraps: Iterable<Wrap>): Promise<void> {
  await openKeys(vault, wraps)
  const byRegister = new Map<number, Promise<ReceiveKeys>>()
  await Promise.all([...vault.descriptions.values()].map((one) => openName(vault, one, byRegister)))
  for (const keys of byRegister.values()) (await keys).secrets.forEach(wipe)
}

/** Returns the hue of a client: the one that was chosen, or, where this member cannot read which, the one by its id. */
export const hueOfClient = (vault: Vault, folder: FolderId): number => vault.abouts.get(folder)?.hue ?? hueOf(folder)

/** Of what, for which hash in the ledger, the name, and what a folder says of its client where this member reads that. */
export type KeptName = [string, Hash, string, FolderFacts | null]

/** Returns the names that are open, for the sealed blob: those sealed to the register take a second to open by the thousand. */
export function keptNames({ folderNames, teamNames, openedNames, abouts }: Vault): KeptName[] {
  const about = new Map<AnyId, FolderFacts>(abouts)
  return [...folderNames, ...teamNames].flatMap(([id, name]) => {
    const of = openedNames.get(id)
    return of === undefined ? [] : [[id, of, name, about.get(id) ?? null]]
  })
}

/** Takes back the names that `keptNames` gave, where the ledger has the same hash still. */
export function recallNames(vault: Vault, kept: readonly KeptName[]): void {
  const byId = new Map(kept.map(([id, hash, name, about]) => [id, { hash, name, about }]))
  for (const held of vault.descriptions.values()) {
    const one = byId.get(held.id)
    if (one === undefined || descriptionOf(vault, held.kind, held.id)?.hash !== one.hash) continue
    const names: Map<FolderId | TeamId, string> = held.kind === 'folder' ? vault.folderNames : vault.teamNames
    names.set(held.id, one.name)
    vault.openedNames.set(held.id, one.hash)
    if (held.kind === 'folder' && one.about !== null) vault.abouts.set(held.id, one.about)
  }
}

/** A name is shown only while it is the one whose hash the ledger has now; one that does not open is removed from the screen. */
async function openName(vault: Vault, held: Description, byRegister: Map<number, Promise<ReceiveKeys>>): Promise<void> {
  const found = descriptionOf(vault, held.kind, held.id)
  if (found === undefined || isOpened(vault, held, found)) return
  if ((await descriptionHash(held)) !== found.hash) return
  const names: Map<FolderId | TeamId, string> = held.kind === 'folder' ? vault.folderNames : vault.teamNames
  try {
    const [own, about] = await openOwn(vault, held, found)
    const said = own ?? (await openByRegister(vault, held, found, byRegister))
    if (said === null) return
    // Whoever sealed the copies could have said one thing in this and another in those (S14).
    if ((await nameHash(said)) !== held.named) throw new Failure('wrong-name', held.id)
    names.set(held.id, said.name)
    vault.openedNames.set(held.id, found.hash)
    if (held.kind !== 'folder') return
    if (about !== null) vault.abouts.set(held.id, about)
    else vault.abouts.delete(held.id)
  } catch {
    names.delete(held.id)
    vault.openedNames.delete(held.id)
    if (held.kind === 'folder') vault.abouts.delete(held.id)
  }
}

type Held<K extends Description['kind']> = Extract<Description, { kind: K }>

const ownFolderKey = (vault: Vault, folder: FolderId, { folderGeneration }: Described) =>
  vault.folderKeys.get(folder)?.get(folderGeneration)

/** A folder whose name came by the register is opened once more when its key has come, which opens what is said about the client too. */
const isOpened = (vault: Vault, held: Description, found: Described): boolean =>
  vault.openedNames.get(held.id) === found.hash &&
  (held.kind === 'team' || vault.abouts.has(held.id) || ownFolderKey(vault, held.id, found) === undefined)

const factsIn = ({ hue, start, end, sensitive, contact, channels, archived }: FolderFacts): FolderFacts => ({
  hue,
  start,
  end,
  sensitive,
  contact,
  channels,
  archived,
})

/** The name by the member's own keys, and what a folder says of its client; nulls where they have none of the keys. */
async function openOwn(vault: Vault, held: Description, found: Described): Promise<[Words | null, FolderFacts | null]> {
  if (held.kind === 'team') return [await openOwnTeam(vault, held, found), null]
  const said = await openOwnFolder(vault, held, found)
  return [said, said === null ? null : factsIn(said)]
}

/** Opens it by the folder's key; null where this member has none. */
async function openOwnFolder(vault: Vault, held: Held<'folder'>, found: Described): Promise<FolderWords | null> {
  const key = ownFolderKey(vault, held.id, found)
  if (key === undefined) return null
  const { folderGeneration: generation, revision, author } = found
  const place = { org: vault.org, folder: held.id, generation, revision, author }
  return openFolderName(key, place, fromBase64url(held.sealed))
}

/** Opens it by the team's seed or its home's key; null where this member has neither. */
async function openOwnTeam(vault: Vault, held: Held<'team'>, found: Described): Promise<Words | null> {
  const { org } = vault
  const { revision, author } = found
  const sealed = fromBase64url(held.sealed)
  const team = { org, team: held.id, revision, author }
  const generation = found.teamGeneration ?? 0
  const seed = vault.teamSeeds.get(held.id)?.get(generation)
  if (seed !== undefined)
    return openTeamName(seed, { ...team, under: 'team', generation }, fromBase64url(held.sealedUnderTeam))
  const home = get(stateOf(vault).teams, held.id)?.home
  const key = home === undefined ? undefined : vault.folderKeys.get(home)?.get(found.folderGeneration)
  const place = { ...team, under: 'folder' as const, generation: found.folderGeneration }
  return key === undefined ? null : openTeamName(key, place, sealed)
}

/** Opens it by the organisation's register; null where this member does not read that, or the name is not in it. */
async function openByRegister(
  vault: Vault,
  { kind, id, forRegister }: Description,
  { revision, author, registerGeneration }: Described,
  byRegister: Map<number, Promise<ReceiveKeys>>,
): Promise<Words | null> {
  const state = stateOf(vault)
  if (state.register === null || registerGeneration === null || forRegister === null) return null
  const key = vault.folderKeys.get(state.register)?.get(registerGeneration)
  const keyHash = get(state.folders, state.register)?.generations.nth(registerGeneration - 1)?.receive
  if (key === undefined || keyHash === undefined) return null
  const receive = byRegister.get(registerGeneration) ?? folderReceive(key)
  byRegister.set(registerGeneration, receive)
  const at = {
    org: vault.org,
    kind,
    id,
    revision,
    author,
    register: state.register,
    generation: registerGeneration,
    keyHash,
  }
  return openNameByRegister(await receive, at, fromBase64url(forRegister))
}
