import { emptyTable, idsIn, pairsIn, tableOf, valuesIn } from '../../../shared/bytes/table.ts'
import * as z from 'zod/mini'
import { fromUtf8, utf8 } from '../../../shared/bytes/bytes.ts'
import type { Bytes } from '../../../shared/bytes/bytes.ts'
import { toBase64url } from '../../../shared/bytes/base64url.ts'
import { framed, unframed } from '../../../shared/bytes/encode.ts'
import type { FolderId } from '../../../shared/bytes/ids.ts'
import { Failure } from '../../../shared/bytes/failure.ts'
import { openAead, sealAead } from '../../../shared/crypto/aead.ts'
import { blobNameInfo, cacheContext } from '../../../shared/crypto/contexts.ts'
import { hkdf } from '../../../shared/crypto/hkdf.ts'
import { isShortened } from '../../../shared/ledger/replay/journal.ts'
import type { ItemState, JournalState } from '../../../shared/ledger/replay/journal-state.ts'
import { newChain } from '../../../shared/ledger/replay/chain.ts'
import { replay } from '../../../shared/ledger/replay/ledger.ts'
import { visibleFolders } from '../../../shared/access/visible.ts'
import { description, profile, wrap } from '../../../shared/protocol/objects.ts'
import { bytes32, hash, head, itemId, memberId } from '../../../shared/protocol/primitives.ts'
import type { Overview } from '../../../shared/vault/item.ts'
import type { Desk } from '../desk/desk.ts'
import { heldFolderKey, sealHeldKeys, heldTeamSeed, restoreKeys } from './held-keys.ts'
import { keepWraps } from './keyring.ts'
import { keptNames, openEverything, recallNames } from './names.ts'
import type { KeptName } from './names.ts'
import { stateOf } from './vault.ts'
import type { Vault } from './vault.ts'

/** The JSON part of the ledger blob. The entries follow it as raw bytes: 20 MB are slow to encode and parse as text. */
const ledgerBlob = z.strictObject({
  pinned: head,
  wraps: z.array(wrap),
  teamSeeds: z.array(heldTeamSeed),
  folderKeys: z.array(heldFolderKey),
  descriptions: z.array(description),
  names: z.array(z.custom<KeptName>((value) => Array.isArray(value) && value.length === 4)),
  profiles: z.array(profile),
  erased: z.strictObject({ mark: bytes32, members: z.array(memberId) }),
})
/**
 * A shelf as it was verified and opened, so that a starting worker does not replay, hash and open ten thousand logins for seconds.
 * It need not be verified again: only this member's cache key can make its seal.
 */
const shelfBlob = z.strictObject({
  journal: z.custom<Omit<JournalState, 'items'>>((value) => typeof value === 'object' && value !== null),
  items: z.array(z.tuple([itemId, z.custom<ItemState>((value) => typeof value === 'object' && value !== null)])),
  snapshot: z.nullable(z.string()),
  entries: z.array(z.string()),
  parts: z.array(z.tuple([hash, z.string()])),
  overviews: z.array(z.tuple([itemId, z.custom<Overview>((value) => typeof value === 'object' && value !== null)])),
})

/** The member whose blobs these are, with the cache key that seals them. */
export type CacheOwner = Pick<Vault, 'org' | 'me'> & { keys: Pick<Vault['keys'], 'cache'> }

/** P10: returns a blob's name on disk, 16 bytes (base64url) by HKDF from the member's cache key, and the context of its seal. */
async function locate(vault: CacheOwner, kind: string, name: string) {
  const info = blobNameInfo(kind, name)
  const at = toBase64url(await hkdf(vault.keys.cache, new Uint8Array(), info, 16))
  return { at, context: cacheContext({ org: vault.org, member: vault.me, kind, name }) }
}

/** Returns the blob's name on disk: it says nothing about the content to anybody without the cache key. */
export const blobName = async (vault: CacheOwner, kind: string, name: string): Promise<string> =>
  (await locate(vault, kind, name)).at

/** Removes the blobs with these names from disk. */
export async function dropNamed(desk: Desk, names: readonly string[]): Promise<void> {
  for (const name of names) await desk.blobs.remove(name)
}

/** Writes a blob to disk, sealed: `value` as JSON, and `beside` as raw bytes. */
export async function putBlob(
  desk: Desk,
  vault: CacheOwner,
  kind: string,
  name: string,
  value: unknown,
  beside: readonly Uint8Array[] = [],
): Promise<void> {
  const { at, context } = await locate(vault, kind, name)
  const content = framed([utf8(JSON.stringify(value)), ...beside])
  await desk.blobs.set(at, await sealAead(vault.keys.cache, context, content))
}

/** Returns the value that `putBlob` wrote, null where there is none, or none that this member's cache key opens. */
export const readBlob = async (desk: Desk, vault: CacheOwner, kind: string, name: string): Promise<unknown> =>
  (await readBlobParts(desk, vault, kind, name)).value

/** As `readBlob`, with the raw bytes beside the value. */
export async function readBlobParts(
  desk: Desk,
  vault: CacheOwner,
  kind: string,
  name: string,
): Promise<{ value: unknown; beside: Bytes[] }> {
  const { at, context } = await locate(vault, kind, name)
  const nothing = { value: null, beside: [] }
  const sealed = await desk.blobs.get(at)
  if (sealed === null) return nothing
  try {
    const [json, ...beside] = unframed(await openAead(vault.keys.cache, context, sealed))
    return json === undefined ? nothing : { value: JSON.parse(fromUtf8(json)), beside }
  } catch {
    return nothing
  }
}

/** Removes one blob from disk. */
export const dropBlob = async (desk: Desk, vault: Vault, kind: string, name: string): Promise<void> =>
  desk.blobs.remove((await locate(vault, kind, name)).at)

/**
 * Writes the changed parts of the vault to disk, sealed, and removes folders out of reach (P7). Does not throw where the disk is
 * full: the part stays marked as changed, and the next start asks the server for it.
 */
export async function keepVault(desk: Desk, vault: Vault): Promise<void> {
  for (const what of [...vault.unstored]) {
    try {
      await (what === 'ledger' ? keepLedger(desk, vault) : keepShelf(desk, vault, what))
      vault.unstored.delete(what)
    } catch {
      continue
    }
  }
}

async function keepLedger(desk: Desk, vault: Vault): Promise<void> {
  const { pinned, entries } = vault
  const wraps = [...vault.wraps.values()]
  const descriptions = [...vault.descriptions.values()]
  const names = keptNames(vault)
  const profiles = [...vault.profiles.values()]
  const erased = { mark: vault.erased.mark, members: [...vault.erased.members] }
  const [teamSeeds, folderKeys] = await Promise.all([sealHeldKeys(vault, 'team'), sealHeldKeys(vault, 'folder')])
  const keys = { teamSeeds, folderKeys }
  return putBlob(desk, vault, 'ledger', '', { pinned, wraps, ...keys, descriptions, names, profiles, erased }, entries)
}

async function keepShelf(desk: Desk, vault: Vault, folder: FolderId): Promise<void> {
  const shelf = vault.shelves.get(folder)
  if (shelf === undefined) return dropBlob(desk, vault, 'shelf', folder)
  const { start, entries } = shelf
  const { items: all, ...journal } = shelf.journal
  const [items, parts, overviews] = [pairsIn(all), [...shelf.parts], [...shelf.overviews]]
  return putBlob(desk, vault, 'shelf', folder, { journal, items, snapshot: start, entries, parts, overviews })
}

/** Removes all blobs of this member from the device, those of folders that they no longer see included. */
export async function dropVault(desk: Desk, vault: Vault): Promise<void> {
  for (const folder of idsIn(vault.chain.last?.folders ?? emptyTable)) await dropBlob(desk, vault, 'shelf', folder)
  for (const kind of ['ledger', 'witness', 'seals', 'unsent', 'never-offer', 'times', 'settings'])
    await dropBlob(desk, vault, kind, '')
}

/**
 * Restores the vault, except its folders, from the blobs on this device, which were verified before they were written. What does
 * not parse is left out, and the next sync asks the server for it. The pin rises to what this device has seen (P5).
 * @throws Failure `cache-broken` where the stored entries do not replay
 */
export async function recallVault(desk: Desk, vault: Vault): Promise<void> {
  const { value, beside: entries } = await readBlobParts(desk, vault, 'ledger', '')
  const kept = ledgerBlob.safeParse(value)
  if (!kept.success) return
  // The ledger's rules and hash links are checked again, its signatures are not.
  const { chain, refused } = await replay(newChain(), entries, { checked: entries.length })
  if (refused !== null || chain.last?.org !== vault.org) throw new Failure('cache-broken')
  vault.entries = entries
  vault.chain = chain
  vault.uncheckedSignatures = null
  if (kept.data.pinned.sequence > vault.pinned.sequence) vault.pinned = kept.data.pinned
  for (const one of kept.data.descriptions) vault.descriptions.set(one.id, one)
  recallNames(vault, kept.data.names)
  for (const one of kept.data.profiles) vault.profiles.set(one.member, one)
  vault.erased = { ...kept.data.erased, members: new Set(kept.data.erased.members) }
  await restoreKeys(vault, 'team', kept.data.teamSeeds)
  await restoreKeys(vault, 'folder', kept.data.folderKeys)
  keepWraps(vault, kept.data.wraps)
  await openEverything(vault, kept.data.wraps)
  vault.unstored.clear()
}

/** Restores all folders from disk, or `only` one. One at a time, so that a request for one folder need not wait for all of them. */
export async function restoreShelves(desk: Desk, vault: Vault, only: FolderId | null = null): Promise<void> {
  if (vault.chain.last === null) return
  for (const folder of visibleFolders(stateOf(vault), vault.me))
    if (!vault.shelves.has(folder) && (only ?? folder) === folder) await recallShelf(desk, vault, folder)
}

function hasKeys({ folderKeys }: Vault, { folder, items }: JournalState): boolean {
  const keys = folderKeys.get(folder)
  return valuesIn(items).every(({ parts }) => parts === null || keys?.has(parts.overview.generation) === true)
}

async function recallShelf(desk: Desk, vault: Vault, folder: FolderId): Promise<void> {
  const kept = shelfBlob.safeParse(await readBlob(desk, vault, 'shelf', folder))
  // The next sync asks the server for the whole folder.
  if (!kept.success) return
  const { items, snapshot, entries, parts, overviews } = kept.data
  const journal = { ...kept.data.journal, items: tableOf(items) }
  // A journal that the ledger has cut since, or whose keys are gone, was valid when it was stored and is not now.
  if (isShortened(stateOf(vault), journal) || !hasKeys(vault, journal)) return
  const opened = { parts: new Map(parts), overviews: new Map(overviews) }
  vault.shelves.set(folder, { journal, start: snapshot, entries, ...opened, refused: null })
}
