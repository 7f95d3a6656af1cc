import { emptyTable, get, idsIn } from '../../../shared/bytes/table.ts'
import type { FolderId, TeamId } from '../../../shared/bytes/ids.ts'
import { Failure } from '../../../shared/bytes/failure.ts'
import { newFolderKey, newTeamSeed } from '../../../shared/crypto/keys.ts'
import { expiredGrants } from '../../../shared/access/expired.ts'
import { foldersToRekey, rekeyersOfTeam, teamsToRekey } from '../../../shared/access/stale.ts'
import type { Grantee, LedgerHead } from '../../../shared/ledger/acts.ts'
import { isCurrent, keyGrants } from '../../../shared/ledger/replay/level.ts'
import type { LedgerState } from '../../../shared/ledger/replay/state.ts'
import { folderKeyOf, newFolderGeneration, newTeamGeneration, preview, teamSeedOf } from './draft.ts'
import type { Draft } from './draft.ts'
import { trackRoom } from './entry-budget.ts'
import { folderSeals, sealAll, teamSeals, wrapPreviousFolder, wrapPreviousTeam } from './seal-keys.ts'
import type { Seal } from './seal-keys.ts'
import { stateOf } from '../vault/vault.ts'
import type { Vault } from '../vault/vault.ts'

/**
 * Re-keys in the same entry what its acts make stale and this member manages (P7), as far as the entry has room: teams first, then
 * folders from the top down, then the journal cuts that the rules require. The rest stays stale: it takes no writes, and a warning says so.
 * @param journalHeads returns the newest heads of these folders' journals
 * @param tell called with how many keys are sealed so far
 * @throws Refused; Failure `bad-reply` where a journal head is missing, and what sealing throws
 */
export async function rekeyStale(
  draft: Draft,
  journalHeads: (folders: FolderId[]) => Promise<Map<FolderId, LedgerHead>>,
  tell: (done: number) => void = () => undefined,
) {
  draft.undelivered = []
  if (!draft.hasMoreEntries) await sealAll(draft, await addRekeyings(draft), tell)
  const { touched } = preview(draft)
  const heads = touched.size === 0 ? new Map<FolderId, LedgerHead>() : await journalHeads([...touched])
  for (const folder of touched) {
    const at = heads.get(folder)
    // P5: an entry without a required cut is invalid on every ledger. A server that withholds a head must not get one signed.
    if (at === undefined) throw new Failure('bad-reply', 'fetch')
    draft.acts.push({ act: 'journal cut', folder, sequence: at.sequence, head: at.hash })
  }
}

/** Revokes grants whose end date has passed, in folders that this member can then re-key (P7). */
export function revokeExpired(draft: Draft): void {
  const { vault } = draft
  const state = stateOf(vault)
  for (const { folder, to } of expiredGrants(state, vault.me))
    if (holdsNewest(vault.folderKeys.get(folder), get(state.folders, folder)))
      draft.acts.push({ act: 'folder revoked', folder, to })
}

/** Adds the acts of the re-keying. Returns the seals to be made, so that one request fetches all receive keys. */
async function addRekeyings(draft: Draft): Promise<Seal[]> {
  const { vault } = draft
  const hasRoom = trackRoom(draft)
  const seals: Seal[] = []
  for (const team of rekeyableTeams(vault, preview(draft).state)) {
    const found = get(preview(draft).state.teams, team)
    if (found === null) continue
    if (!hasRoom(found.members.count + 2)) return seals
    const previous = holdsTeam(vault, team) ? teamSeedOf(draft, team).key : null
    const generation = found.generations.length + 1
    const made = await newTeamGeneration(draft, team, newTeamSeed(), generation)
    draft.acts.push({ act: 'team re-keyed', team, generation, ...made })
    const { state } = preview(draft)
    seals.push(...teamSeals(draft, state, team, idsIn(get(state.teams, team)?.members ?? emptyTable)))
    if (previous !== null) await wrapPreviousTeam(draft, team, previous)
  }
  for (const folder of rekeyableFolders(vault, preview(draft).state)) {
    const { state } = preview(draft)
    if (waitsForOthers(state, folder)) continue
    // A grant that starts later gets the key when it starts, an ended one gets none.
    const current = keyGrants(state, folder).filter((grant) => isCurrent(grant, state.time))
    if (!hasRoom(current.length + 2)) return seals
    seals.push(
      ...(await rekeyFolder(
        draft,
        folder,
        current.map((grant) => grant.to),
      )),
    )
  }
  return seals
}

/** Adds the act that re-keys one folder. Returns the seals of the new key to be made. Throws Refused, Failure `no-key`. */
export async function rekeyFolder(draft: Draft, folder: FolderId, to: readonly Grantee[]): Promise<Seal[]> {
  const { key: previous, generation } = folderKeyOf(draft, folder)
  const made = await newFolderGeneration(draft, folder, newFolderKey(), generation + 1)
  draft.acts.push({ act: 'folder re-keyed', folder, generation: generation + 1, ...made })
  await wrapPreviousFolder(draft, folder, previous)
  const { state } = preview(draft)
  return folderSeals(draft, state, folder, to, get(state.folders, folder)?.isRegister === false)
}

/** Returns how many seals it takes to re-key all that is stale and this member's client can re-key: the measure of progress. */
export function sealsAhead(vault: Vault): number {
  const state = stateOf(vault)
  const teams = rekeyableTeams(vault, state).map((team) => get(state.teams, team)?.members.count ?? 0)
  const folders = rekeyableFolders(vault, state).map((folder) => {
    const { parent = null, isRegister = false } = get(state.folders, folder) ?? {}
    return (
      keyGrants(state, folder).filter((grant) => isCurrent(grant, state.time)).length +
      (parent === null || isRegister ? 0 : 1)
    )
  })
  return [...teams, ...folders].reduce((sum, seals) => sum + seals, 0)
}

/** Returns the stale teams that this client re-keys. Without the team's seed it leaves them to others, unless nobody else can. */
const rekeyableTeams = (vault: Vault, state: LedgerState): TeamId[] =>
  teamsToRekey(state, vault.me).filter(
    (team) => holdsTeam(vault, team) || rekeyersOfTeam(state, team).every((one) => one === vault.me),
  )

/** Returns the stale folders that this client re-keys: those whose newest key it holds. */
const rekeyableFolders = (vault: Vault, state: LedgerState): FolderId[] =>
  foldersToRekey(state, vault.me).filter((folder) =>
    holdsNewest(vault.folderKeys.get(folder), get(stateOf(vault).folders, folder)),
  )

const holdsTeam = (vault: Vault, team: TeamId) =>
  holdsNewest(vault.teamSeeds.get(team), get(stateOf(vault).teams, team))

/** Returns whether the newest key is held. Without it the old key cannot be sealed under the new one, and old items become unreadable. */
const holdsNewest = (keys: ReadonlyMap<number, unknown> | undefined, of: { generations: { length: number } } | null) =>
  keys !== undefined && of !== null && keys.has(of.generations.length)

/** Returns whether a folder cannot be re-keyed yet, because its parent or a team with a grant on it is still stale. */
const waitsForOthers = (state: LedgerState, folder: FolderId) => {
  const found = get(state.folders, folder)
  if (found === null) return true
  const parentIsStale = found.parent !== null && get(state.folders, found.parent)?.staleSince !== null
  return (
    parentIsStale ||
    keyGrants(state, folder).some(({ to }) => to.kind === 'team' && get(state.teams, to.id)?.staleSince !== null)
  )
}
