/** What a verified ledger says about keys and rights: the one place here that reads replay's tables. */
import { hashAt, lengthOf } from '../../shared/ledger/replay/chain.ts'
import { get, has } from '../../shared/bytes/table.ts'
import { zero32 } from '../../shared/bytes/ids.ts'
import type { FolderId, Hash, ItemId, MemberId, TeamId } from '../../shared/bytes/ids.ts'
import type { LedgerHead } from '../../shared/ledger/acts.ts'
import type { LedgerState } from '../../shared/ledger/replay/state.ts'
import { isMember, same } from '../../shared/ledger/replay/level.ts'
import { entitledWraps, wrapText } from '../../shared/access/entitled.ts'
import type { Wrap } from '../../shared/protocol/objects.ts'
import { stateOf } from '../../extension/keeper/vault/vault.ts'
import type { Player } from './player.ts'

export const vaultOf = (player: Player) => player.keeper.needOpen().vault
export const ledgerOf = (player: Player): LedgerState => stateOf(vaultOf(player))
export const lengthAt = (player: Player): number => lengthOf(vaultOf(player).chain)
/** The head after the entry of that sequence; from the end where it is negative. */
export function headAt(player: Player, at: number): LedgerHead {
  const sequence = at < 0 ? lengthAt(player) + 1 + at : at
  return { sequence, hash: hashAt(vaultOf(player).chain, sequence) ?? zero32 }
}

/** Hashes of each generation's key and receive key, the oldest first. */
export const generationsOf = (
  state: LedgerState,
  kind: 'team' | 'folder' | 'share',
  id: string,
): readonly { commitment: Hash; receive: Hash }[] => [
  ...((kind === 'team' ? get(state.teams, id as TeamId) : get(state.folders, id as FolderId))?.generations ?? []),
]

/** The receive key that the ledger names for a recipient, newest generation; null for one that it does not know. */
export const receiveOf = (state: LedgerState, to: Exclude<Wrap['to'], { kind: 'previous' }>): Hash | null =>
  to.kind === 'member'
    ? (get(state.members, to.id)?.receive ?? null)
    : (generationsOf(state, to.kind, to.id)[to.generation - 1]?.receive ?? null)

/** The generation of the recipient's own keys that a wrap is for. */
export const keyGenerationOf = (state: LedgerState, to: Exclude<Wrap['to'], { kind: 'previous' }>): number =>
  to.kind === 'member' ? (get(state.members, to.id)?.keyGeneration ?? 0) : to.generation

/** Whether the ledger lets this recipient have that key: listed in the team, granted on the folder, or the folder's parent. */
export function isEntitled(state: LedgerState, wrap: Wrap): boolean {
  if (wrap.kind === 'share') return entitledWraps(state, wrap).some((name) => wrapText(name) === wrapText(wrap))
  if (generationsOf(state, wrap.kind, wrap.id).length !== wrap.generation) return false
  if (wrap.to.kind === 'previous') return wrap.generation > 1
  const { to } = wrap
  if (to.kind === 'member' && !isMember(state, to.id)) return false
  if (to.kind !== 'member' && generationsOf(state, to.kind, to.id).length !== to.generation) return false
  if (wrap.kind === 'team') {
    const team = get(state.teams, wrap.id)
    return to.kind === 'member' && team !== null && has(team.members, to.id)
  }
  const folder = get(state.folders, wrap.id)
  if (to.kind === 'folder') return folder?.parent === to.id
  return folder?.grants.some((grant) => same(grant.to, to)) === true
}

/** The last head at which this member was one. */
export function headWhileMember(player: Player, member: MemberId): LedgerHead {
  const removedAt = get(ledgerOf(player).members, member)?.removedAt ?? null
  return headAt(player, removedAt === null ? -1 : removedAt - 1)
}

/** Where that folder's journal was cut last. */
export const cutOf = (state: LedgerState, folder: FolderId) => get(state.folders, folder)?.cuts.last ?? null

/** The revision at which an item stands on this player's desk, 0 where there is none. */
export function revisionOf(player: Player, folder: FolderId, item: ItemId): number {
  const journal = vaultOf(player).shelves.get(folder)?.journal
  return journal === undefined ? 0 : (get(journal.items, item)?.revision ?? 0)
}
