import { Failure } from '../../../../shared/bytes/failure.ts'
import type { MemberId } from '../../../../shared/bytes/ids.ts'
import { get } from '../../../../shared/bytes/table.ts'
import type { ForkView, SeenView, Status, Warning } from '../../../messages/views.ts'
import type { Keeper } from '../../keeper.ts'
import type { Open } from '../../vault/open.ts'
import { trustedServer } from '../../desk/server.ts'
import { missingFrom } from '../../sync/repair.ts'
import { standingOf } from '../../vault/standing.ts'
import { readShift } from '../../unlock/shift.ts'
import { stateOf } from '../../vault/vault.ts'
import type { Vault } from '../../vault/vault.ts'
import { compareReceipts } from '../../sync/forks.ts'
import { renewalViews, undeliveredViews } from './renewals.ts'

/** Returns where the person stands: no server, locked, a second key owed, or unlocked with who they are and every warning. */
export async function statusView(keeper: Keeper): Promise<Status> {
  const { open, shown } = keeper
  if (open !== null && standingOf(open) === 'owed')
    return { state: 'second-key', server: open.session.server, orgName: stateOf(open.vault).name }
  if (shown === null) return lockedStatus(keeper)
  const { vault, session } = shown
  const state = stateOf(vault)
  return {
    state: 'unlocked',
    server: session.server,
    org: state.org,
    orgName: state.name,
    me: {
      member: vault.me,
      name: vault.profiles.get(vault.me)?.name ?? '',
      role: get(state.members, vault.me)?.role ?? 'member',
    },
    connection: keeper.connection,
    head: { ...state.head, time: vault.chain.last?.time ?? 0 },
    seen: seenView(vault),
    repair: keeper.repairing,
    rekeying: keeper.rekeying.progress,
    warnings: warnings(shown),
    unsent: vault.unsent.edits.length,
    settings: vault.settings.desk,
    keys: session.keys,
  }
}

async function lockedStatus({ desk, why, limit }: Keeper): Promise<Status> {
  try {
    const trusted = await trustedServer(desk)
    if (trusted === null) return { state: 'no-server', code: null }
    const kept = await readShift(desk)
    const touchUntil = kept?.server === trusted.server ? kept.until : null
    return { state: 'locked', ...trusted, why, limit, touchUntil }
  } catch (error) {
    if (error instanceof Failure) return { state: 'no-server', code: error.code }
    throw error
  }
}

function warnings(open: Open): Warning[] {
  const { vault } = open
  const state = stateOf(vault)
  const found: Warning[] = []
  // Of two owners the one who is left cannot let the other back in, so two owners need a second key as much as one does.
  if (get(state.members, vault.me)?.role === 'owner' && state.owners.count < 3 && open.session.keys === 1)
    found.push({ kind: 'only-one-key', owners: state.owners.count })
  if (vault.forkWatch.forks.length > 0) found.push({ kind: 'forked', forks: forkViews(vault) })
  const { shorter } = vault.forkWatch
  if (vault.ledgerRefused === 'restored' && shorter !== null)
    found.push({
      kind: 'restored',
      ...missingFrom(vault, shorter.head),
      noticed: shorter.since,
      canRepair: get(state.members, vault.me)?.role === 'owner',
    })
  else if (vault.ledgerRefused !== null) found.push({ kind: 'tampered-ledger', code: vault.ledgerRefused })
  if (vault.mismatched.size > 0) found.push({ kind: 'tampered-names', count: vault.mismatched.size })
  for (const [folder, { refused }] of vault.shelves) {
    const name = vault.folderNames.get(folder) ?? null
    // A folder that two owners gave back is still arriving; the folder itself says so.
    if (refused !== null && refused !== 'shares-missing')
      found.push({ kind: 'tampered-folder', folder, name, code: refused })
  }
  const stale = renewalViews(open).length
  if (stale > 0) found.push({ kind: 'stale', count: stale })
  const to = undeliveredViews(open)
  if (to.length > 0) found.push({ kind: 'undelivered', to })
  return found
}

/** At most so many people who have seen this head are named. */
const NAMES = 5

function seenView(vault: Vault): SeenView {
  const nameOf = (member: MemberId) => vault.profiles.get(member)?.name ?? null
  const { here, ahead } = compareReceipts(vault)
  const newest = here.sort((one, other) => other.time - one.time)
  return {
    colleagues: newest.length,
    names: newest.slice(0, NAMES).map(({ member, time }) => ({ name: nameOf(member), at: time })),
    last: newest[0]?.time ?? null,
    ahead: ahead === null ? null : { name: nameOf(ahead.author), sequence: ahead.head.sequence },
  }
}

const forkViews = ({ forkWatch, profiles }: Vault): ForkView[] =>
  forkWatch.forks.map(({ own, other, found }) => ({
    sequence: own.sequence,
    own: own.hash,
    other: other.head.hash,
    by: profiles.get(other.author)?.name ?? null,
    on: other.kind,
    signedAt: other.time,
    foundAt: found,
  }))
