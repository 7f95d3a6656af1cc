import { markAt } from '../../../../shared/ledger/replay/chain.ts'
import { get, has, idsIn, pairsIn } from '../../../../shared/bytes/table.ts'
import type { FolderId, MemberId, TeamId } from '../../../../shared/bytes/ids.ts'
import { isOver } from '../../../../shared/access/expired.ts'
import { visiblePath } from '../../../../shared/access/visible.ts'
import type { Level } from '../../../../shared/ledger/acts.ts'
import { atLeast, hasManager, isClosed, isMember, levelOf } from '../../../../shared/ledger/replay/level.ts'
import type { LedgerState, Member, Proposal } from '../../../../shared/ledger/replay/state.ts'
import type { ConsoleView, ProposalView, ReturnedView } from '../../../messages/views.ts'
import type { Keeper } from '../../keeper.ts'
import type { Open } from '../../vault/open.ts'
import { ledgerAt, stateOf } from '../../vault/vault.ts'
import type { Leaver, Vault } from '../../vault/vault.ts'

const profileName = (vault: Vault, id: MemberId) => vault.profiles.get(id)?.name ?? null
const folderName = (vault: Vault, folder: FolderId) => vault.folderNames.get(folder) ?? null

/** What waits for a second owner, and may still be approved. */
export function proposalViews(keeper: Keeper, { vault }: Open): ProposalView[] {
  const state = stateOf(vault)
  const isOwner = get(state.members, vault.me)?.role === 'owner'
  return state.proposals
    .filter(({ expires }) => expires >= state.time)
    .map((one) => ({
      proposed: one.at,
      by: profileName(vault, one.by),
      at: markAt(vault.chain, one.at.sequence)?.time ?? 0,
      expires: one.expires,
      what: describeProposal(keeper, vault, state, one),
      may: one.by === vault.me ? 'mine' : isOwner ? 'approve' : 'look',
    }))
}

function describeProposal(keeper: Keeper, vault: Vault, state: LedgerState, { act }: Proposal): ProposalView['what'] {
  switch (act.act) {
    case 'member added': {
      const join = keeper.joins.joins.find(({ invitation }) => invitation === act.invitation)
      return { do: 'add-owner', invitation: act.invitation, name: join?.name ?? profileName(vault, act.member) }
    }
    case 'member removed':
      return { do: 'remove-owner', name: profileName(vault, act.member) }
    case 'member role set': {
      const from = get(state.members, act.member)?.role ?? act.role
      return { do: 'set-role', name: profileName(vault, act.member), from, to: act.role }
    }
    case 'policy set':
      return { do: 'set-policy', from: state.policy, to: act.policy }
    case 'folder adopted':
      return { do: 'adopt-folder', folder: folderName(vault, act.folder), by: profileName(vault, act.by) }
    case 'journal anchored':
      return { do: 'anchor-journal', folder: folderName(vault, act.folder) }
    case 'folder reopened':
      return { do: 'reopen-folder', folder: folderName(vault, act.folder) }
    case 'folder recovered':
      return { do: 'recover-folder', name: profileName(vault, act.to) }
  }
}

/** The topmost folders that nobody manages, for owners. */
export function orphanViews({ vault }: Open): ConsoleView['orphans'] {
  const state = stateOf(vault)
  if (get(state.members, vault.me)?.role !== 'owner') return []
  // What was one person's alone is given back to that person, or to nobody.
  const isOrphan = (folder: FolderId) => !hasManager(state, folder) && get(state.folders, folder)?.personal === null
  return idsIn(state.folders)
    .filter((folder) => {
      const parent = get(state.folders, folder)?.parent ?? null
      return isOrphan(folder) && (parent === null || !isOrphan(parent))
    })
    .map((folder) => ({
      folder,
      name: vault.folderNames.get(folder) ?? null,
      path: visiblePath(state, vault.me, folder).flatMap((one) => folderName(vault, one) ?? []),
    }))
}

/** People who came back under new keys, with what they had under the old ones and this person may give again. */
export async function returnedViews({ vault }: Open): Promise<ReturnedView[]> {
  const state = stateOf(vault)
  const rows: ReturnedView[] = []
  for (const [member, found] of pairsIn(state.members)) {
    if (found.replaces === null || !isMember(state, member)) continue
    const before = await asTheyLeft(vault, state, found.replaces)
    if (before === null) continue
    const teams = before.teams.flatMap((team) => mayPutBack(vault, state, team, found))
    const folders = before.grants.flatMap(({ folder, level, from, until }) => {
      const name = folderName(vault, folder)
      const over = isOver({ until }, state.time) || isClosed(state, folder)
      if (name === null || over || has(found.grants, folder) || !maySet(vault, state, folder, level)) return []
      return [{ folder, name, level, starts: from, ends: until }]
    })
    if (teams.length + folders.length > 0) rows.push({ member, name: profileName(vault, member), teams, folders })
  }
  return rows
}

/** Whoever manages the folder; to appoint a manager, whoever stands above it. */
function maySet({ me }: Vault, state: LedgerState, folder: FolderId, level: Level): boolean {
  const above = get(state.folders, folder)?.parent ?? null
  if (level !== 'manage') return atLeast(levelOf(state, me, folder), 'manage')
  return above === null ? get(state.members, me)?.role === 'owner' : atLeast(levelOf(state, me, above), 'manage')
}

/** Who adds to a team manages its home, and is in it: they have its seed to give. */
function mayPutBack(vault: Vault, state: LedgerState, team: TeamId, { teams }: Member) {
  const found = get(state.teams, team)
  const manages = found !== null && atLeast(levelOf(state, vault.me, found.home), 'manage')
  if (!manages || !has(found.members, vault.me) || has(teams, team)) return []
  return [{ team, name: vault.teamNames.get(team) ?? '…' }]
}

async function asTheyLeft(vault: Vault, state: LedgerState, member: MemberId): Promise<Leaver | null> {
  const known = vault.leavers.get(member)
  if (known !== undefined) return known
  const removedAt = get(state.members, member)?.removedAt ?? null
  const before = removedAt === null ? null : await ledgerAt(vault)(removedAt - 1)
  const then = before && get(before.members, member)
  if (before === null || then === null) return null
  const grants = idsIn(then.grants).flatMap((folder) =>
    (get(before.folders, folder)?.grants ?? [])
      .filter(({ to }) => to.id === member)
      .map((grant) => ({ ...grant, folder })),
  )
  const leaver = { teams: idsIn(then.teams), grants }
  vault.leavers.set(member, leaver)
  return leaver
}
