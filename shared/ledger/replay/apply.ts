import type { Act } from '../acts.ts'
import type { Context } from './context.ts'
import {
  anchored,
  cut,
  folderAdopted,
  folderClosed,
  folderCreated,
  folderDeleted,
  folderDescribed,
  folderMoved,
  folderRekeyed,
  folderReopened,
  folderWitnessed,
  registerCreated,
} from './folders.ts'
import { formApproved } from './forms.ts'
import { granted, revoked } from './grants.ts'
import { approved, policySet, proposed, withdrawn } from './owners.ts'
import { added, invitationCancelled, invited, keysRotated, profileSet, removed, roleSet } from './people.ts'
import { folderRecovered, personalCreated, recoverySet } from './recovery.ts'
import { Refused } from './state.ts'
import type { LedgerState } from './state.ts'
import { membersSet, teamCreated, teamDeleted, teamDescribed, teamRekeyed } from './teams.ts'

/** The state after one act, by its rule. Throws Refused. */
export function apply(state: LedgerState, act: Act, context: Context): LedgerState {
  switch (act.act) {
    case 'org created':
      throw new Refused('not-first')
    case 'member invited':
      return invited(state, act, context)
    case 'invitation cancelled':
      return invitationCancelled(state, act, context)
    case 'member added':
      return added(state, act, context)
    case 'member removed':
      return removed(state, act, context)
    case 'member role set':
      return roleSet(state, act, context)
    case 'member keys rotated':
      return keysRotated(state, act, context)
    case 'member profile set':
      return profileSet(state, act, context)
    case 'team created':
      return teamCreated(state, act, context)
    case 'team described':
      return teamDescribed(state, act, context)
    case 'team members set':
      return membersSet(state, act, context)
    case 'team deleted':
      return teamDeleted(state, act, context)
    case 'team re-keyed':
      return teamRekeyed(state, act, context)
    case 'folder created':
      return folderCreated(state, act, context)
    case 'register created':
      return registerCreated(state, act, context)
    case 'personal folder created':
      return personalCreated(state, act, context)
    case 'recovery set':
      return recoverySet(state, act, context)
    case 'folder recovered':
      return folderRecovered(state, act, context)
    case 'folder described':
      return folderDescribed(state, act, context)
    case 'folder moved':
      return folderMoved(state, act, context)
    case 'folder deleted':
      return folderDeleted(state, act, context)
    case 'folder granted':
      return granted(state, act, context)
    case 'folder revoked':
      return revoked(state, act, context)
    case 'folder re-keyed':
      return folderRekeyed(state, act, context)
    case 'folder closed':
      return folderClosed(state, act, context)
    case 'folder reopened':
      return folderReopened(state, act, context)
    case 'folder witnessed':
      return folderWitnessed(state, act, context)
    case 'folder adopted':
      return folderAdopted(state, act, context)
    case 'journal anchored':
      return anchored(state, act, context)
    case 'policy set':
      return policySet(state, act, context)
    case 'form approved':
      return formApproved(state, act, context)
    case 'proposed':
      return proposed(state, act, context)
    case 'approved': {
      const { state: next, act: proposal, context: behind } = approved(state, act, context)
      return apply(next, proposal, behind)
    }
    case 'withdrawn':
      return withdrawn(state, act, context)
    case 'journal cut':
      return cut(state, act, context)
  }
}
