import { aaguid } from '../../bytes/aaguid.ts'
import { get, has } from '../../bytes/table.ts'
import { newFolderId, newInvitationId, zero32 } from '../../bytes/ids.ts'
import type { FolderId } from '../../bytes/ids.ts'
import { plainExports } from '../../rules/plain-export.ts'
import { roles } from '../acts.ts'
import type { OwnersAct } from '../acts.ts'
import { hasManager, isMember } from '../replay/level.ts'
import { pick } from './cast.ts'
import type { Cast } from './cast.ts'
import { invitationFor, joinOf } from './person.ts'
import type { Person } from './person.ts'

type Thrown = { kind: string; a: number; b: number; c: number; d: number }

/** What can be proposed, whether or not it takes two owners. */
export async function ownersAct(cast: Cast, { kind, a, b, c, d }: Thrown): Promise<OwnersAct> {
  const { state, owner } = cast.org
  const person = pick(cast.people, c) ?? owner
  const folders = cast.folders.filter((one) => has(state.folders, one))
  const folder = pick(folders, a) ?? newFolderId()
  const closed = folders.filter((one) => get(state.folders, one)?.closedSince !== null)
  const lost = folders.filter((one) => !isMember(state, get(state.folders, one)?.personal ?? owner.id))
  const recovers = kind === 'folder recovered' || (kind === 'proposed' && lost.length > 0 && c < 5)
  if (recovers) return recoveryOf(cast, pick(lost, a) ?? folder, d)
  if (kind === 'journal anchored' || (kind === 'proposed' && c === 9)) return anchorOf(cast, a, d)
  const which = kind === 'proposed' ? b : kind === 'folder reopened' ? 8 : kind === 'folder adopted' ? 6 : 4
  if (which < 2) return { act: 'member removed', member: person.id }
  if (which < 4)
    return { act: 'member role set', member: person.id, role: d < 6 ? 'owner' : (pick(roles, d) ?? 'member') }
  if (which < 6) return { act: 'policy set', policy: policyOf(a, b, c, d) }
  if (which < 8) {
    const orphans = folders.filter((one) => !hasManager(state, one))
    return {
      act: 'folder adopted',
      folder: (d < 8 ? pick(orphans, a) : null) ?? folder,
      by: (d < 6 ? owner : person).id,
    }
  }
  if (which === 8) return { act: 'folder reopened', folder: pick(closed, a) ?? folder }
  return added(cast, { kind, a, b, c, d })
}

const policyOf = (a: number, b: number, c: number, d: number) => ({
  shiftHours: (a * 2) % 16,
  keepDays: d * 12,
  // Beyond the bounds on either side at times; without the server at times longer than those days.
  unlockedHours: (a + b) % 14,
  withoutServerHours: c * 36,
  twoKeys: c < 5,
  recovery: c > 2,
  attested: (b + d) % 3 > 0,
  authenticators: modelsOf(a, b, c),
  managersInvite: d > 3,
  plainExport: pick(plainExports, a + d) ?? 'never',
  forms: a === 1 ? ('manage' as const) : a > 5 ? ('always' as const) : ('off' as const),
})

const models = [1, 2, 3].map((n) => aaguid.read(new Uint8Array(16).fill(n)))

/** None, some, or all of three models; at times in the wrong order or one twice, and once more than there may be. */
function modelsOf(a: number, b: number, c: number) {
  const some = models.filter((_, at) => ((a + c) >> at) % 2 === 1)
  if (b === 7) return [...some].reverse()
  if (b === 8) return [...some, ...some.slice(-1)]
  if (b === 9 && c === 0)
    return Array.from({ length: 101 }, (_, n) => aaguid.read(Uint8Array.of(n, ...new Uint8Array(15))))
  return b < 4 ? [] : some
}

/** Mostly of a folder that has cuts. */
function anchorOf({ folders, org: { state } }: Cast, a: number, sequence: number): OwnersAct {
  const cutOnes = folders.filter((one) => (get(state.folders, one)?.cuts.length ?? 0) > 0)
  const folder = (a < 8 ? pick(cutOnes, a) : pick(folders, a)) ?? newFolderId()
  return { act: 'journal anchored', folder, sequence, head: zero32 }
}

/** Mostly to whom a person became under new keys. */
function recoveryOf({ org: { state, owner }, people }: Cast, folder: FolderId, d: number): OwnersAct {
  const person = get(state.folders, folder)?.personal ?? null
  const heirs = people.filter(({ id }) => isMember(state, id) && get(state.members, id)?.replaces === person)
  return { act: 'folder recovered', folder, to: (pick(d < 8 ? heirs : people, d) ?? owner).id }
}

/** Mostly somebody new. */
export function newcomer({ org, people }: Cast, d: number): Person {
  const outside = people.filter(({ id }) => !has(org.state.members, id))
  return pick(d < 9 ? outside : people, d) ?? org.owner
}

export async function added(cast: Cast, { a, c, d }: Thrown) {
  const { state } = cast.org
  const open = cast.invitations.filter((one) => get(state.invitations, one)?.usedBy === null)
  const invitation = pick(d < 8 ? open : cast.invitations, a) ?? newInvitationId()
  const secret = cast.secrets.get(invitation) ?? new Uint8Array(32)
  const act = { ...(await invitationFor('member', 0)).act, invitation }
  const proof = await joinOf(state.org, newcomer(cast, d), { act, secret })
  return c === 9
    ? { ...proof, byMember: proof.byInvitation }
    : c === 8
      ? { ...proof, byInvitation: proof.byMember }
      : proof
}
