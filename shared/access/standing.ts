import type { FolderId, MemberId, TeamId } from '../bytes/ids.ts'
import { get, idsIn, pairsIn } from '../bytes/table.ts'
import type { Level } from '../ledger/acts.ts'
import { isClosed, isCurrent, isMember, levelOf, reaches, upFrom } from '../ledger/replay/level.ts'
import type { JournalState } from '../ledger/replay/journal-state.ts'
import type { Folder, Grant, LedgerState } from '../ledger/replay/state.ts'

/** Why somebody has a level: a grant on the folder or above it, by name or through a team. */
export type AccessReason = {
  level: Level
  on: FolderId
  team: TeamId | null
  since: number
  from: number | null
  until: number | null
}

/** Who may do what, and why, as a state says it: plain data for reports. Times in ms since 1970. See `asOf`. */
export function matchStanding(state: LedgerState) {
  const members = ordered(pairsIn(state.members), ({ addedAt }) => addedAt)
  const teams = ordered(pairsIn(state.teams), bySince)
  return {
    entry: state.head.sequence,
    hash: state.head.hash,
    at: state.time,
    policy: { ...state.policy },
    members: members
      .filter(([id]) => isMember(state, id))
      .map(([member, { role, addedAt, replaces, teams: of, keyGeneration }]) => {
        return { member, role, since: addedAt, keys: keyGeneration, replaces, teams: idsIn(of) }
      }),
    left: members.flatMap(([member, { removedAt }]) => (removedAt === null ? [] : [{ member, entry: removedAt }])),
    teams: teams.map(([team, { home, members: of, staleSince }]) => ({
      team,
      home,
      members: idsIn(of),
      stale: staleSince,
    })),
    folders: inTree(state).map(
      ([folder, { parent, staleSince, closedSince, witnessed, isRegister, personal, recovery, generations }]) => ({
        folder,
        parent,
        depth: [...upFrom(state, folder)].length - 1,
        generation: generations.length,
        stale: staleSince,
        closed: closedSince !== null ? ('itself' as const) : isClosed(state, folder) ? ('above' as const) : null,
        witnessed,
        personal,
        register: isRegister,
        shares: recovery?.shares.map(({ owner }) => owner) ?? [],
        access: members.flatMap(([member]) => accessOf(state, member, folder)),
      }),
    ),
    proposals: state.proposals
      .filter(({ expires }) => expires >= state.time)
      .map(({ at, by, act, expires }) => ({ entry: at.sequence, by, act, expires })),
  }
}
export type AccessReport = ReturnType<typeof matchStanding>

const ordered = <K, V>(pairs: (readonly [K, V])[], key: (value: V) => number) =>
  pairs.sort(([a, one], [b, two]) => key(one) - key(two) || (String(a) < String(b) ? -1 : 1))

const bySince = ({ generations }: Pick<Folder, 'generations'>) => generations.nth(0)?.since ?? 0

type Pair = readonly [FolderId, Folder]

/** Parents before their children, each tree together. */
function inTree(state: LedgerState) {
  const from = (folders: Pair[]): Pair[] => folders.flatMap((one) => [one, ...from(childrenOf(state, one[1]))])
  const tops = pairsIn(state.folders).filter(([, { parent }]) => parent === null)
  return from(ordered(tops, bySince))
}

const childrenOf = (state: LedgerState, { children }: Folder) =>
  ordered(
    idsIn(children).flatMap((id): Pair[] => {
      const found = get(state.folders, id)
      return found === null ? [] : [[id, found]]
    }),
    bySince,
  )

function accessOf(state: LedgerState, member: MemberId, folder: FolderId) {
  const level = levelOf(state, member, folder)
  if (level === null) return []
  const why = [...upFrom(state, folder)].flatMap((on) =>
    (get(state.folders, on)?.grants ?? [])
      .filter((grant) => isCurrent(grant, state.time) && reaches(state, grant.to, member))
      .map((grant) => reason(on, grant)),
  )
  return [{ member, level, why: why.filter((one) => one.level === level) }]
}

const reason = (on: FolderId, { to, level, since, from, until }: Grant): AccessReason => ({
  level,
  on,
  team: to.kind === 'team' ? to.id : null,
  since,
  from,
  until,
})

/** A folder's journal: its items as opaque ids, with their revisions. */
export const journalOf = ({ folder, head, items }: JournalState) => ({
  folder,
  head,
  items: pairsIn(items)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([item, { revision, parts, changedBy, changedAt }]) => {
      return { item, revision, deleted: parts === null, by: changedBy, on: changedAt }
    }),
})
