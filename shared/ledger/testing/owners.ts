import type { Act, OwnersAct, Role } from '../acts.ts'
import type { LedgerState } from '../replay/state.ts'
import { replayEntry } from '../replay/ledger.ts'
import { accept, attempt, newMember, newOrg, signedBy, verdict } from './org.ts'
import type { Org } from './org.ts'
import type { Person } from './person.ts'

export const DAY = 24 * 3_600_000

/** What an owner asks another's signature for. */
export const propose = (proposal: OwnersAct): Act => ({ act: 'proposed', proposal })
export const setRole = ({ id }: Person, role: Role): OwnersAct => ({ act: 'member role set', member: id, role })

/** Approves what the newest entry proposed. */
export const approval = ({ state }: Org): Act => ({ act: 'approved', proposed: state.head })

/** An act by two owners, in two entries. */
export async function byTwo(org: Org, first: Person, second: Person, act: OwnersAct): Promise<LedgerState> {
  await accept(org, first, propose(act))
  return accept(org, second, approval(org))
}

/** The verdict on an act by two owners; the proposal stands afterwards. */
export async function attemptByTwo(org: Org, first: Person, second: Person, act: OwnersAct) {
  await accept(org, first, propose(act))
  return attempt(org, second, approval(org))
}

/** The verdict on acts at a time, in ms. */
export const attemptAt = async (org: Org, by: Person, time: number, ...acts: Act[]) =>
  verdict(await replayEntry(org.state, (await signedBy(org, by, acts, { time })).entry))

/** An org of three owners. */
export async function threeOwners() {
  const org = await newOrg()
  const { owner } = org
  const [second, third] = [await newMember(org), await newMember(org)]
  await accept(org, owner, setRole(second, 'owner'))
  await byTwo(org, owner, second, setRole(third, 'owner'))
  return { org, owner, second, third }
}
