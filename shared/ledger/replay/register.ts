import { get, pairsIn } from '../../bytes/table.ts'
import type { MemberId } from '../../bytes/ids.ts'
import type { Level, Role } from '../acts.ts'
import { folderOf, settle, withGrants } from './context.ts'
import type { Context } from './context.ts'
import { atLeast, grantTo, isMember, same } from './level.ts'
import type { Grant, LedgerState } from './state.ts'

/** What each role has on the organisation's register. Owners and admins manage it, so that whoever removes somebody can re-key it. */
const levelOfRole: { [R in Role]: Level | null } = { owner: 'manage', admin: 'manage', auditor: 'read', member: null }

/** The newest generation of the register's key, to which a new name is sealed; null while there is no register. */
export const registerGeneration = (state: LedgerState): number | null =>
  state.register === null ? null : folderOf(state, state.register).generations.length

const grantFor = (member: MemberId, role: Role, { sequence, author }: Context): Grant[] => {
  const level = levelOfRole[role]
  const to = { kind: 'member' as const, id: member }
  return level === null
    ? []
    : [{ to, level, since: sequence, by: author, from: null, until: null, adopts: false, form: null }]
}

/** The grants of a register that is just made: what the roles of all members ask for. */
export const grantsByRole = (state: LedgerState, context: Context): Grant[] =>
  pairsIn(state.members).flatMap(([member, { role }]) =>
    isMember(state, member) ? grantFor(member, role, context) : [],
  )

/** The register's grants follow a role that `after` gives to a member, who loses there what the role no longer has (P5, P7). */
export function followRole(before: LedgerState, after: LedgerState, member: MemberId, context: Context): LedgerState {
  const { register } = after
  const role = get(after.members, member)?.role
  if (register === null || role === undefined) return after
  const { grants } = folderOf(after, register)
  const to = { kind: 'member' as const, id: member }
  const [old, now] = [grantTo(grants, to)?.level ?? null, levelOfRole[role]]
  if (old === now) return after
  const others = grants.filter((one) => !same(one.to, to))
  const next = withGrants(after, register, [...others, ...grantFor(member, role, context)])
  return old === null || (now !== null && atLeast(now, old))
    ? next
    : settle(before, next, context, [member], [register])
}
