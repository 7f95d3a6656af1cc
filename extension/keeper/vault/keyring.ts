import { Growing } from '../../../shared/bytes/growing.ts'
import type { Table } from '../../../shared/bytes/table.ts'
import { get } from '../../../shared/bytes/table.ts'
import { fromBase64url } from '../../../shared/bytes/base64url.ts'
import { wipe } from '../../../shared/bytes/bytes.ts'
import type { AnyId, FolderId, Hash, TeamId } from '../../../shared/bytes/ids.ts'
import type { Generation, IdOf, Kind } from '../../../shared/crypto/contexts.ts'
import { folderReceive, teamReceive } from '../../../shared/crypto/derive.ts'
import type { ReceiveKeys } from '../../../shared/crypto/hpke.ts'
import type { KeyOf } from '../../../shared/crypto/keys.ts'
import { openPrevious, openWrap } from '../../../shared/crypto/wrap.ts'
import type { Folder, Team } from '../../../shared/ledger/replay/state.ts'
import { teamsOf, visibleFolders } from '../../../shared/access/visible.ts'
import type { Wrap } from '../../../shared/protocol/objects.ts'
import { openByShares } from './shares.ts'
import { stateOf } from './vault.ts'
import type { Vault } from './vault.ts'

type KeyWrap = Exclude<Wrap, { kind: 'share' }>

/** Returns a wrap's name, by content and recipient: a later wrap with the same name replaces the earlier one. */
const wrapName = (wrap: Wrap) => {
  const to = 'id' in wrap.to ? `${wrap.to.id}/${'generation' in wrap.to ? String(wrap.to.generation) : ''}` : ''
  const holder = wrap.kind === 'share' ? `/${wrap.holder}` : ''
  return `${wrap.kind}/${wrap.id}/${String(wrap.generation)}/${wrap.to.kind}/${to}${holder}`
}

/** Returns the team seeds or folder keys that the vault holds, by team or folder and by generation. */
export const keysOfKind = <K extends Kind>(vault: Vault, kind: K): Map<IdOf[K], Map<number, KeyOf[K]>> => {
  const held: { [T in Kind]: Map<IdOf[T], Map<number, KeyOf[T]>> } = { team: vault.teamSeeds, folder: vault.folderKeys }
  return held[kind]
}

/** Keeps wraps of keys that the vault already holds: a server that was restored from a backup may need them. */
export function keepWraps(vault: Vault, wraps: readonly Wrap[]): void {
  for (const wrap of wraps) {
    const ids: ReadonlyMap<string, ReadonlyMap<number, unknown>> = vault[
      wrap.kind === 'team' ? 'teamSeeds' : 'folderKeys'
    ]
    if (ids.get(wrap.id)?.has(wrap.generation) === true) vault.wraps.set(wrapName(wrap), wrap)
  }
}

/** Replaces the wraps for this person's own receive key after a rotation: those for the old key open no more. */
export function replaceOwnWraps(vault: Vault, wraps: readonly Wrap[]): void {
  const isOwn = ({ to }: Wrap) => to.kind === 'member' && to.id === vault.me
  for (const [name, wrap] of vault.wraps) if (isOwn(wrap)) vault.wraps.delete(name)
  for (const wrap of wraps) if (isOwn(wrap)) vault.wraps.set(wrapName(wrap), wrap)
}

/** Returns the generations whose key is not held yet, newest first. The ledger alone says which, not the server (P4). */
export function lackingKeys(
  vault: Vault,
): ({ kind: 'team'; id: TeamId; generation: number } | { kind: 'folder'; id: FolderId; generation: number })[] {
  const state = stateOf(vault)
  const downFrom = (count: number) => Array.from({ length: count }, (_, i) => count - i)
  const teams = teamsOf(state, vault.me).flatMap((id) =>
    downFrom(get(state.teams, id)?.generations.length ?? 0)
      .filter((generation) => vault.teamSeeds.get(id)?.has(generation) !== true)
      .map((generation) => ({ kind: 'team' as const, id, generation })),
  )
  const folders = visibleFolders(state, vault.me).flatMap((id) =>
    downFrom(get(state.folders, id)?.generations.length ?? 0)
      .filter((generation) => vault.folderKeys.get(id)?.has(generation) !== true)
      .map((generation) => ({ kind: 'folder' as const, id, generation })),
  )
  return [...teams, ...folders]
}

/** Returns the wraps to ask the server for: those of missing generations, and of held ones that seal a missing one under them. */
export function wrapsToAsk(vault: Vault): ReturnType<typeof lackingKeys> {
  const lacking = lackingKeys(vault)
  const named = new Set(lacking.map(({ id, generation }) => `${id} ${String(generation)}`))
  const above = lacking
    .map((one) => ({ ...one, generation: one.generation + 1 }))
    .filter(({ kind, id, generation }) => {
      return generation <= generationsOf(vault, kind, id).length && !named.has(`${id} ${String(generation)}`)
    })
  return [...lacking, ...above]
}

/**
 * Opens every missing key that these wraps lead to: teams first, then folders from the top down. A key counts only if it matches its
 * commitment in the ledger, and a wrap is kept only once it has opened such a key: a bad wrap never replaces a good one (P4).
 */
export async function openKeys(vault: Vault, wraps: Iterable<Wrap>): Promise<void> {
  const byHolder = new Map<string, Wrap[]>()
  for (const wrap of wraps) {
    const others = byHolder.get(wrap.id)
    if (others === undefined) byHolder.set(wrap.id, [wrap])
    else others.push(wrap)
  }
  const opening: Opening = { vault, receive: new Map() }
  try {
    for (const lacking of lackingKeys(vault)) {
      const at = byHolder.get(lacking.id) ?? []
      if (lacking.kind === 'team') await openGeneration(opening, at, vault.teamSeeds, { org: vault.org, ...lacking })
      else {
        await openGeneration(opening, at, vault.folderKeys, { org: vault.org, ...lacking })
        await openByShares(vault, at, lacking.id)
      }
    }
  } finally {
    for (const { secrets } of opening.receive.values()) secrets.forEach(wipe)
  }
}

/** The receive keys of teams and folders, derived once for all wraps to them, and overwritten at the end. */
type Opening = { vault: Vault; receive: Map<string, ReceiveKeys> }

async function openGeneration<K extends Kind>(
  opening: Opening,
  wraps: readonly Wrap[],
  held: Map<IdOf[K], Map<number, KeyOf[K]>>,
  at: Generation<K>,
): Promise<void> {
  const { vault } = opening
  const committed = generationsOf(vault, at.kind, at.id).nth(at.generation - 1)?.commitment
  if (committed === undefined) return
  const keys = held.get(at.id) ?? new Map<number, KeyOf[K]>()
  held.set(at.id, keys)
  for (const wrap of wraps) {
    const key =
      wrap.kind !== 'share' && wrap.kind === at.kind ? await tryWrap(opening, wrap, at, committed, keys) : null
    if (key === null) continue
    keys.set(at.generation, vault.register.add(key))
    vault.wraps.set(wrapName(wrap), wrap)
    return
  }
}

/**
 * Returns the key that a wrap holds, null where it does not open. A `previous` wrap holds the key of the generation before its own;
 * every other wrap holds the key of its own generation.
 */
async function tryWrap<K extends Kind>(
  opening: Opening,
  wrap: KeyWrap,
  at: Generation<K>,
  committed: Hash,
  keys: ReadonlyMap<number, KeyOf[K]>,
): Promise<KeyOf[K] | null> {
  const sealed = fromBase64url(wrap.sealed)
  try {
    if (wrap.to.kind === 'previous') {
      const newer = keys.get(at.generation + 1)
      if (wrap.generation !== at.generation + 1 || newer === undefined) return null
      return await openPrevious(newer, sealed, { ...at, generation: wrap.generation }, committed)
    }
    if (wrap.generation !== at.generation) return null
    const receiver = await receiverOf(opening, wrap.to)
    if (receiver === null) return null
    const recipient = { recipientKind: wrap.to.kind, recipient: wrap.to.id }
    const { receive, recipientGeneration, recipientKeyHash } = receiver
    const to = { ...at, ...recipient, recipientGeneration, recipientKeyHash }
    return await openWrap(receive, sealed, to, committed)
  } catch {
    return null
  }
}

type Receiver = { receive: ReceiveKeys; recipientGeneration: number; recipientKeyHash: Hash }

async function receiverOf(
  { vault, receive: made }: Opening,
  to: Exclude<KeyWrap['to'], { kind: 'previous' }>,
): Promise<Receiver | null> {
  if (to.kind === 'member') {
    const mine = get(stateOf(vault).members, vault.me)
    if (to.id !== vault.me || mine === null) return null
    return { receive: vault.keys.receive, recipientGeneration: mine.keyGeneration, recipientKeyHash: mine.receive }
  }
  const hash = generationsOf(vault, to.kind, to.id).nth(to.generation - 1)?.receive
  if (hash === undefined) return null
  const name = `${to.id}/${String(to.generation)}`
  const receive = made.get(name) ?? (await receiveKeysOf(vault, to))
  if (receive === null) return null
  made.set(name, receive)
  return { receive, recipientGeneration: to.generation, recipientKeyHash: hash }
}

async function receiveKeysOf(vault: Vault, to: Exclude<KeyWrap['to'], { kind: 'previous' | 'member' }>) {
  if (to.kind === 'team') {
    const seed = vault.teamSeeds.get(to.id)?.get(to.generation)
    return seed === undefined ? null : teamReceive(seed)
  }
  const key = vault.folderKeys.get(to.id)?.get(to.generation)
  return key === undefined ? null : folderReceive(key)
}

/** Returns what the ledger says of each generation of a team or folder; generation 1 is at index 0. */
export function generationsOf(vault: Vault, kind: Kind, id: TeamId | FolderId): Team['generations'] {
  const state = stateOf(vault)
  const all: Table<AnyId, Team | Folder> = kind === 'team' ? state.teams : state.folders
  return get(all, id)?.generations ?? Growing.of()
}
