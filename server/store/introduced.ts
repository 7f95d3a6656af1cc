import { get, has } from '../../shared/bytes/table.ts'
import { badField, Problem } from './problem.ts'
import { fromBase64url } from '../../shared/bytes/base64url.ts'
import { hash, idBytes, parseId, zero32 } from '../../shared/bytes/ids.ts'
import type { FolderId, Hash, OrgId } from '../../shared/bytes/ids.ts'
import { profileInput } from '../../shared/crypto/contexts.ts'
import { sha256 } from '../../shared/crypto/hash.ts'
import { descriptionHash } from '../../shared/access/description-hash.ts'
import { isTrueInvitee } from '../../shared/access/profile.ts'
import type { Act, ActOf } from '../../shared/ledger/acts.ts'
import type { Described, LedgerState } from '../../shared/ledger/replay/state.ts'
import type { Profile } from '../../shared/protocol/objects.ts'
import type { LedgerAppend } from '../../shared/protocol/sync.ts'

type Objects = Omit<LedgerAppend, 'entry' | 'wraps'>

/** What must come beside an entry: keys of the maps are how an object names itself, values the hash it must have. */
function introducedBy(acts: readonly Act[], after: LedgerState) {
  const descriptions = new Map<string, Described>()
  const receiveKeys = new Set<Hash>()
  const profiles = new Map<string, Hash>()
  const invitees = new Set<string>()
  const describe = (kind: 'team' | 'folder', id: string, described: Described | undefined) => {
    if (described !== undefined) descriptions.set(`${kind} ${id}`, described)
  }
  // A proposed newcomer's keys and name come with the proposal, not again with the approval.
  for (const one of acts) {
    const act = one.act === 'proposed' ? one.proposal : one
    // L7: who is only proposed writes over nobody's row.
    if (one !== act && act.act === 'member added' && has(after.members, act.member)) continue
    if ('receive' in act) receiveKeys.add(act.receive)
    if (act.act === 'member invited') invitees.add(act.invitation)
    if (act.act === 'member added' || act.act === 'member profile set') profiles.set(act.member, act.profile)
    if (act.act === 'team created' || act.act === 'team described')
      describe('team', act.team, get(after.teams, act.team)?.description)
    if (isFolderNamed(act)) describe('folder', act.folder, get(after.folders, act.folder)?.description)
  }
  return { descriptions, receiveKeys, profiles, invitees }
}

type Naming = 'folder created' | 'personal folder created' | 'register created' | 'folder described'
const naming: readonly string[] = ['folder created', 'personal folder created', 'register created', 'folder described']
const isFolderNamed = (act: Act): act is ActOf<Naming> => naming.includes(act.act)

/** Hash that the ledger carries for a person's name and address. */
export const profileHash = (org: OrgId, { member, name, email, salt }: Profile): Promise<Hash> =>
  sha256(profileInput({ org, member, name, email, salt: idBytes(parseId(hash, salt)) }))

/** Hash that the ledger carries for a receive key (base64url). */
export const receiveHash = (key: string): Promise<Hash> => sha256(fromBase64url(key))

/**
 * Checks that what came is what the entry introduces, no more and no less. `isKnown` tells which receive keys lie here
 * already: those need not come. Gives the receive keys by hash. Throws `bad-request` naming the field.
 */
export async function checkIntroduced(
  acts: readonly Act[],
  after: LedgerState,
  came: Objects,
  isKnown: (hashes: Hash[]) => Promise<ReadonlySet<Hash>>,
): Promise<{ hash: Hash; key: string }[]> {
  const want = introducedBy(acts, after)
  for (const [i, one] of came.descriptions.entries()) {
    const name = `${one.kind} ${one.id}`
    const described = want.descriptions.get(name)
    const fits =
      described?.revision === one.revision &&
      (described.registerGeneration !== null) === (one.forRegister !== null) &&
      described.hash === (await descriptionHash(one))
    if (!fits) throw badField(`descriptions.${i}`, 'The entry introduces no such description.')
    want.descriptions.delete(name)
  }
  for (const [i, one] of came.profiles.entries()) {
    if (want.profiles.get(one.member) !== (await profileHash(after.org, one)))
      throw badField(`profiles.${i}`, 'The entry introduces no such profile.')
    want.profiles.delete(one.member)
  }
  for (const [i, one] of came.invitees.entries()) {
    if (!want.invitees.delete(one.invitation) || !(await isTrueInvitee(after, one)))
      throw badField(`invitees.${i}`, 'The entry makes no such invitation.')
  }
  const keys = []
  for (const [i, key] of came.receiveKeys.entries()) {
    const hash = await receiveHash(key)
    if (!want.receiveKeys.delete(hash)) throw badField(`receiveKeys.${i}`, 'The entry introduces no such key.')
    keys.push({ hash, key })
  }
  for (const known of await isKnown([...want.receiveKeys])) want.receiveKeys.delete(known)
  for (const field of ['descriptions', 'profiles', 'invitees', 'receiveKeys'] as const)
    if (want[field].size > 0) throw badField(field, 'Something that the entry introduces did not come.')
  return keys
}

/** The folders whose journal's end an act tells. */
export const cutFolders = (acts: readonly Act[]): FolderId[] =>
  acts.flatMap((act) => (act.act === 'journal cut' || act.act === 'journal anchored' ? [act.folder] : []))

/** Every cut must name the journal's real end (`heads` has the folders with one). Throws `conflict`. */
export function checkCuts(acts: readonly Act[], heads: ReadonlyMap<string, { sequence: number; hash: Hash }>): void {
  for (const act of acts) {
    if (act.act !== 'journal cut' && act.act !== 'journal anchored') continue
    const head = heads.get(act.folder) ?? { sequence: 0, hash: zero32 }
    if (act.sequence !== head.sequence || act.head !== head.hash)
      throw new Problem('conflict', `The journal of folder ${act.folder} has grown meanwhile.`)
  }
}
