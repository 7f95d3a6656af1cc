import { get } from '../../../../shared/bytes/table.ts'
import { isClosed, isCurrent, levelsOf, reachOf } from '../../../../shared/ledger/replay/level.ts'
import { stands } from '../../../../shared/ledger/replay/people.ts'
import type { Keeper } from '../../keeper.ts'
import type { Open } from '../../vault/open.ts'
import { isArchived } from '../../vault/archived.ts'
import { stateOf } from '../../vault/vault.ts'
import { proposalViews } from './owners.ts'
import { recoverableViews } from './recovery.ts'

const DAY = 24 * 3_600_000
/** What ends within so many days calls for a decision now. */
const SOON = 7 * DAY

/**
 * Returns how many things wait for this person: newcomers who ask to be let in, decisions of a second owner, and grants and contracts that
 * end within a week in the folders that they manage. None while nothing of the vault may be shown (P10).
 */
export function countNotices(keeper: Keeper): number {
  const open = keeper.shown
  if (open === null) return 0
  const approvals = proposalViews(keeper, open).filter(({ may }) => may === 'approve').length
  return countRequests(keeper, open) + approvals + recoverableViews(open.vault).length + countEndings(open)
}

function countRequests({ joins }: Keeper, { vault }: Open): number {
  const state = stateOf(vault)
  return joins.joins.filter(({ invitation }) => {
    const found = get(state.invitations, invitation)
    return found !== null && found.usedBy === null && stands(state, found)
  }).length
}

function countEndings({ vault, desk }: Open): number {
  const state = stateOf(vault)
  const levelAt = levelsOf(state, vault.me)
  const now = desk.now()
  // Days as people read them, here: they compare as text.
  const [today, last] = [dayAt(now), dayAt(now + SOON)]
  let count = 0
  for (const id of reachOf(state, vault.me)) {
    const folder = get(state.folders, id)
    if (folder === null || folder.personal !== null || levelAt(id) !== 'manage' || isClosed(state, id)) continue
    if (isArchived(vault, id)) continue
    const grants = folder.grants.filter((grant) => grant.until !== null && isCurrent(grant, state.time))
    count += grants.filter(({ until }) => until !== null && until > now && until <= now + SOON).length
    const end = vault.abouts.get(id)?.end ?? ''
    if (end >= today && end <= last) count += 1
  }
  return count
}

function dayAt(time: number): string {
  const at = new Date(time)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${String(at.getFullYear())}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}
