import { get, idsIn } from '../../../shared/bytes/table.ts'
import { Failure } from '../../../shared/bytes/failure.ts'
import type { ActOf, LedgerHead, OwnersAct } from '../../../shared/ledger/acts.ts'
import { judge } from '../../../shared/ledger/replay/ledger.ts'
import { Refused } from '../../../shared/ledger/replay/state.ts'
import type { LedgerState } from '../../../shared/ledger/replay/state.ts'
import { positionOf, preview } from './draft.ts'
import type { Draft } from './draft.ts'
import { wrapFolder } from './seal-keys.ts'
import { joinTeams } from './team-members.ts'
import { stateOf } from '../vault/vault.ts'

/**
 * Adds an act that may need two owners: as it is where the rules allow it, else as a proposal to the other owners.
 * @throws Refused where the rules refuse the act for another reason, or no other owner could approve it
 */
export function pushOwned(draft: Draft, act: OwnersAct): void {
  if (!needsSecondOwner(draft, act)) return void draft.acts.push(act)
  draft.acts.push({ act: 'proposed', proposal: act })
  draft.proposed = stateOnceApproved(draft, act)
}

function needsSecondOwner(draft: Draft, act: OwnersAct): boolean {
  try {
    judge(preview(draft).state, [act], positionOf(draft))
    return false
  } catch (error) {
    if (error instanceof Refused && error.code === 'needs-two-owners') return true
    throw error
  }
}

/** Returns the state after another owner approves the drafted proposal. The owner whom it removes cannot be the one who approves. */
function stateOnceApproved(draft: Draft, act: OwnersAct): LedgerState {
  const { state } = preview(draft)
  const { author, sequence, time } = positionOf(draft)
  const proposed = state.proposals.at(-1)?.at
  const removed = act.act === 'member removed' ? act.member : null
  let refused = new Refused('last-owner')
  for (const other of idsIn(state.owners)) {
    if (other === author || other === removed || proposed === undefined) continue
    try {
      return judge(state, [{ act: 'approved', proposed }], { author: other, sequence: sequence + 1, time }).state
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      refused = error
    }
  }
  throw refused
}

/** P5: throws Failure `other-journal` where this device knows the journal, and its head is not the one to be anchored. */
function needOwnHead({ vault }: Draft, { folder, sequence, head }: ActOf<'journal anchored'>): void {
  const own = vault.shelves.get(folder)?.journal.head
  if (own !== undefined && (own.sequence !== sequence || own.hash !== head)) throw new Failure('other-journal')
}

/** Adds the second owner's approval, and what the approved act needs beside it. Throws Failure `proposal-unknown`, `other-journal`. */
export async function approveProposal(draft: Draft, proposed: LedgerHead): Promise<void> {
  const state = stateOf(draft.vault)
  const found = state.proposals.find(({ at }) => at.sequence === proposed.sequence && at.hash === proposed.hash)
  if (found === undefined) throw new Failure('proposal-unknown')
  draft.acts.push({ act: 'approved', proposed })
  const { act } = found
  if (act.act === 'member added') await joinTeams(draft, act.invitation, act.member)
  if (act.act === 'journal anchored') needOwnHead(draft, act)
  if (act.act !== 'folder adopted') return
  // Seal the folder's key where this owner holds it; else another holder's client delivers it.
  const generation = get(state.folders, act.folder)?.generations.length ?? 0
  if (draft.vault.folderKeys.get(act.folder)?.has(generation) === true)
    await wrapFolder(draft, preview(draft).state, act.folder, [{ kind: 'member', id: act.by }], false)
}
