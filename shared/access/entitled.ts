import type { FolderId, MemberId, TeamId } from '../bytes/ids.ts'
import type { LedgerState } from '../ledger/replay/state.ts'
import { get, idsIn } from '../bytes/table.ts'
import { isCurrent, keyGrants, levelOf } from '../ledger/replay/level.ts'
import { standingShares } from '../ledger/replay/recovery.ts'
import { teamsOf } from './visible.ts'

/** Which generation of what a wrap holds, and for whom. */
export type WrapName =
  | { kind: 'team'; id: TeamId; generation: number; to: { kind: 'member'; id: MemberId } | { kind: 'previous' } }
  | {
      kind: 'folder'
      id: FolderId
      generation: number
      to:
        | { kind: 'member'; id: MemberId }
        | { kind: 'team'; id: TeamId; generation: number }
        | { kind: 'folder'; id: FolderId; generation: number }
        | { kind: 'previous' }
    }
  | ShareName
/** An owner's share of a personal folder's key: to that owner, and once two owners gave the folder back, to its person. */
export type ShareName = {
  kind: 'share'
  id: FolderId
  generation: number
  holder: MemberId
  to: { kind: 'member'; id: MemberId }
}
export type KeyWrapName = Exclude<WrapName, ShareName>
export type Holder = { kind: 'team'; id: TeamId } | { kind: 'folder'; id: FolderId }
export type Holding = Holder | { kind: 'share'; id: FolderId }

/** What names a wrap, as one text. */
export function wrapText(name: WrapName): string {
  const { kind, id, generation, to } = name
  const holder = name.kind === 'share' ? [name.holder] : []
  return [
    ...[kind, id, generation, ...holder],
    ...[to.kind, 'id' in to ? to.id : '', 'generation' in to ? to.generation : 0],
  ].join(' ')
}

/**
 * All that must lie at the server so that everybody whom the ledger entitles reaches every generation: the newest sealed to
 * each, and each older one under its successor.
 */
export function entitledWraps(state: LedgerState, { kind, id }: Holding): WrapName[] {
  switch (kind) {
    case 'team':
      return ofTeam(state, id)
    case 'folder':
      return ofFolder(state, id)
    case 'share':
      return ofShares(state, id)
  }
}

/** As they were split, or as they go to whom the folder came back to. */
function ofShares(state: LedgerState, id: FolderId): ShareName[] {
  const folder = get(state.folders, id)
  const to = folder?.recovery?.to ?? null
  return folder === null
    ? []
    : standingShares(state, folder).map((holder) => ({
        kind: 'share',
        id,
        generation: folder.generations.length,
        holder,
        to: { kind: 'member', id: to ?? holder },
      }))
}

function ofTeam(state: LedgerState, id: TeamId): WrapName[] {
  const team = get(state.teams, id)
  if (team === null) return []
  const newest = team.generations.length
  return [
    ...older(newest).map((generation) => ({ kind: 'team', id, generation, to: { kind: 'previous' } }) as const),
    ...idsIn(team.members).map((member) => {
      return { kind: 'team', id, generation: newest, to: { kind: 'member', id: member } } as const
    }),
  ]
}

function ofFolder(state: LedgerState, id: FolderId): WrapName[] {
  const folder = get(state.folders, id)
  if (folder === null) return []
  const newest = folder.generations.length
  const at = { kind: 'folder', id, generation: newest } as const
  const wraps: WrapName[] = older(newest).map((generation) => ({ ...at, generation, to: { kind: 'previous' } }))
  const { parent } = folder
  if (parent !== null && !folder.isRegister) {
    const generation = get(state.folders, parent)?.generations.length ?? 0
    wraps.push({ ...at, to: { kind: 'folder', id: parent, generation } })
  }
  for (const grant of keyGrants(state, id)) {
    if (!isCurrent(grant, state.time)) continue
    const { to } = grant
    if (to.kind === 'member') wraps.push({ ...at, to: { kind: 'member', id: to.id } })
    else
      wraps.push({
        ...at,
        to: { kind: 'team', id: to.id, generation: get(state.teams, to.id)?.generations.length ?? 0 },
      })
  }
  return wraps
}

/** Generations 2 to `newest`: each has the one before it sealed under it. */
const older = (newest: number) => Array.from({ length: Math.max(0, newest - 1) }, (_, i) => i + 2)

/** Whether the ledger gives the member the keys of it: such a client may deliver them to whom else it entitles. */
export function holds(state: LedgerState, member: MemberId, of: Holding): boolean {
  switch (of.kind) {
    case 'team':
      return teamsOf(state, member).includes(of.id)
    case 'folder':
      return levelOf(state, member, of.id) !== null
    case 'share': {
      const folder = get(state.folders, of.id)
      return folder !== null && standingShares(state, folder).includes(member)
    }
  }
}
