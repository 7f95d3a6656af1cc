import { emptyTable, get, has, idsIn } from '../../shared/bytes/table.ts'
import type { FolderId } from '../../shared/bytes/ids.ts'
import { newFolderKey, newTeamSeed } from '../../shared/crypto/keys.ts'
import { expiredGrants } from '../../shared/access/expired.ts'
import { foldersToRekey, teamsToRekey } from '../../shared/access/stale.ts'
import type { LedgerHead } from '../../shared/ledger/acts.ts'
import { isCurrent } from '../../shared/ledger/replay/level.ts'
import type { LedgerState } from '../../shared/ledger/replay/state.ts'
import {
  folderKeyOf,
  newFolderGeneration,
  newTeamGeneration,
  preview,
  teamSeedOf,
  wrapFolder,
  wrapPreviousFolder,
  wrapPreviousTeam,
  wrapTeam,
} from './draft.ts'
import type { Draft } from './draft.ts'
import { stateOf } from './vault.ts'

/**
 * Re-keys in the same entry whatever its acts make stale and this member manages (P7): teams first, then folders from
 * the top down, and then the cuts that the entry owes. What others manage stays stale, takes no writes, and says so.
 */
export async function rekeyStale(
  draft: Draft,
  journalHeads: (folders: FolderId[]) => Promise<Map<FolderId, LedgerHead>>,
) {
  const { vault } = draft
  const { state: before } = preview(draft)
  for (const team of teamsToRekey(before, vault.me)) {
    const found = get(before.teams, team)
    if (found === null) continue
    const holds = holdsNewest(vault.teamSeeds.get(team), get(stateOf(vault).teams, team))
    // Who is in the team and lacks its seed waits for whoever has it; who joins it by this has none to pass on.
    if (!holds && has(found.members, vault.me)) continue
    const previous = holds ? teamSeedOf(draft, team).key : null
    const generation = found.generations.length + 1
    const made = await newTeamGeneration(draft, team, newTeamSeed(), generation)
    draft.acts.push({ act: 'team re-keyed', team, generation, ...made })
    const { state: after } = preview(draft)
    await wrapTeam(draft, after, team, idsIn(get(after.teams, team)?.members ?? emptyTable))
    if (previous !== null) await wrapPreviousTeam(draft, team, previous)
  }
  for (const folder of foldersToRekey(preview(draft).state, vault.me)) {
    if (!holdsNewest(vault.folderKeys.get(folder), get(stateOf(vault).folders, folder))) continue
    const { state } = preview(draft)
    if (waitsForOthers(state, folder)) continue
    const { key: previous, generation } = folderKeyOf(draft, folder)
    const made = await newFolderGeneration(draft, folder, newFolderKey(), generation + 1)
    draft.acts.push({ act: 'folder re-keyed', folder, generation: generation + 1, ...made })
    const { state: after } = preview(draft)
    // A grant that is to come gets its key when it begins, one that is over none.
    const current = get(after.folders, folder)?.grants.filter((grant) => isCurrent(grant, after.time)) ?? []
    const grantees = current.map(({ to }) => to)
    await wrapFolder(draft, after, folder, grantees, true)
    await wrapPreviousFolder(draft, folder, previous)
  }
  const { touched } = preview(draft)
  const heads = touched.size === 0 ? new Map<FolderId, LedgerHead>() : await journalHeads([...touched])
  for (const folder of touched) {
    const at = heads.get(folder)
    if (at !== undefined) draft.acts.push({ act: 'journal cut', folder, sequence: at.sequence, head: at.hash })
  }
}

/** Takes back grants that are over, where this member can then re-key: by the clock they ended already (P7). */
export function revokeExpired(draft: Draft): void {
  const { vault } = draft
  const state = stateOf(vault)
  for (const { folder, to } of expiredGrants(state, vault.me))
    if (holdsNewest(vault.folderKeys.get(folder), get(state.folders, folder)))
      draft.acts.push({ act: 'folder revoked', folder, to })
}

/** What cannot be opened cannot be sealed anew so that its old items stay readable: it waits for somebody who can. */
const holdsNewest = (keys: ReadonlyMap<number, unknown> | undefined, of: { generations: readonly unknown[] } | null) =>
  keys !== undefined && of !== null && keys.has(of.generations.length)

/** A folder below a stale parent, or granted to a stale team, can only be re-keyed once that is. */
const waitsForOthers = (state: LedgerState, folder: FolderId) => {
  const found = get(state.folders, folder)
  if (found === null) return true
  const parentIsStale = found.parent !== null && get(state.folders, found.parent)?.staleSince !== null
  return (
    parentIsStale || found.grants.some(({ to }) => to.kind === 'team' && get(state.teams, to.id)?.staleSince !== null)
  )
}
