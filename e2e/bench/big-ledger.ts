import { emptyTable, get, idsIn } from '../../shared/bytes/table.ts'
import { toBase64url } from '../../shared/bytes/base64url.ts'
import {
  hash,
  newFolderId,
  newInvitationId,
  newMemberId,
  newTeamId,
  signature,
  signPublic,
} from '../../shared/bytes/ids.ts'
import type { FolderId, Hash, MemberId, TeamId } from '../../shared/bytes/ids.ts'
import { joinProof, profileInput } from '../../shared/crypto/contexts.ts'
import { receiveHash, receiveKeysFrom } from '../../shared/crypto/hpke.ts'
import { sha256 } from '../../shared/crypto/hash.ts'
import { randomBytes } from '../../shared/crypto/random.ts'
import type { Signer } from '../../shared/crypto/sign.ts'
import type { Act } from '../../shared/ledger/acts.ts'
import { judge } from '../../shared/ledger/replay/ledger.ts'
import { upFrom } from '../../shared/ledger/replay/level.ts'
import type { LedgerState } from '../../shared/ledger/replay/state.ts'
import { signLedgerEntry } from '../../shared/ledger/sign-entry.ts'
import type { Profile } from '../../shared/protocol/objects.ts'

/** How much happens in an org; `withKeys` of its people have receive keys that can be sealed to. */
export type Sizes = {
  people: number
  teams: number
  folders: number
  grants: number
  removals: number
  withKeys: number
}

/** A history as it was signed, and what the server keeps beside it. */
export type BigLedger = {
  state: LedgerState
  entries: { sequence: number; entry: Uint8Array<ArrayBuffer>; hash: Hash }[]
  profiles: Profile[]
  receiveKeys: { hash: Hash; key: string }[]
  /** Members with real receive keys, none of them removed. */
  keyed: MemberId[]
}

/**
 * Goes on from `state` with a whole organisation's years, signed by one owner: people invited and added, teams, folders four
 * deep, grants, and removals with re-keys and cuts. Keys that nobody here will open are only hashes.
 */
export async function growLedger(
  start: LedgerState,
  author: MemberId,
  signer: Signer,
  sizes: Sizes,
): Promise<BigLedger> {
  const big: BigLedger = { state: start, entries: [], profiles: [], receiveKeys: [], keyed: [] }
  const append = appenderTo(big, author, signer)
  const folders = await makeFolders(append, sizes.folders)
  const teams = await makeTeams(append, author, folders, sizes.teams)
  await grantAll(append, teams, folders, sizes.grants)
  const people = await hireAll(big, append, sizes)
  for (const [i, member] of people.entries())
    await append({ act: 'team members set', team: at(teams, i), added: [member], removed: [] })
  for (const member of people.slice(-sizes.removals)) await append(...removal(big.state, author, member))
  return big
}

/** Signs entries as one author, each with the cuts that it owes, and puts them at the end of a history. */
export function appenderTo(big: Pick<BigLedger, 'state' | 'entries'>, author: MemberId, signer: Signer): Append {
  return async (...acts) => {
    const { org, head, time } = big.state
    const place = { author, sequence: head.sequence + 1, time: time + 1 }
    const judged = judge(big.state, acts, place)
    const cuts = [...judged.touched].map((folder): Act => ({ act: 'journal cut', folder, sequence: 0, head: noHead }))
    const body = { org, previous: head.hash, ...place, acts: [...acts, ...cuts] }
    const signed = await signLedgerEntry(signer, body)
    const { state } = cuts.length === 0 ? judged : judge(big.state, body.acts, place)
    big.state = { ...state, head: { sequence: place.sequence, hash: signed.hash } }
    big.entries.push({ sequence: place.sequence, ...signed })
  }
}

export type Append = (...acts: Act[]) => Promise<void>
const noHead = hash.read(new Uint8Array(32))
export const someHash = () => hash.read(randomBytes(32))
export const generation = () => ({ commitment: someHash(), receive: someHash() })
const at = <T>(list: readonly T[], i: number): T => {
  const found = list[i % list.length]
  if (found === undefined) throw new Error('an empty list')
  return found
}

/** One in a hundred at the top, then one in twenty, one in five, and leaves. Parents come first. */
async function makeFolders(append: Append, count: number): Promise<FolderId[]> {
  const folders: FolderId[] = []
  const ends = [0.01, 0.05, 0.2, 1].map((part) => Math.max(1, Math.round(count * part)))
  for (const [depth, end] of ends.entries()) {
    const [from, to] = [ends[depth - 2] ?? 0, ends[depth - 1] ?? 0]
    const above = folders.slice(from, to)
    while (folders.length < end) {
      const folder = newFolderId()
      const parent = depth === 0 ? null : at(above, folders.length)
      await append({ act: 'folder created', folder, parent, ...generation(), description: someHash() })
      folders.push(folder)
    }
  }
  return folders
}

async function makeTeams(append: Append, author: MemberId, homes: FolderId[], count: number): Promise<TeamId[]> {
  const teams = Array.from({ length: count }, newTeamId)
  for (const [i, team] of teams.entries())
    await append({
      act: 'team created',
      team,
      home: at(homes, i),
      members: [author],
      ...generation(),
      description: someHash(),
    })
  return teams
}

/** Mostly on leaves, from the end of the tree backwards. */
async function grantAll(append: Append, teams: TeamId[], folders: FolderId[], count: number): Promise<void> {
  const low = folders.toReversed()
  for (let i = 0; i < count; i++)
    await append({
      act: 'folder granted',
      folder: at(low, i),
      to: { kind: 'team', id: at(teams, i + Math.floor(i / low.length)) },
      level: i % 3 === 0 ? 'read' : 'fill',
      from: null,
      until: null,
    })
}

async function hireAll(big: BigLedger, append: Append, { people, withKeys }: Sizes): Promise<MemberId[]> {
  const hired: MemberId[] = []
  for (let i = 0; i < people; i++) {
    const keyed = i < withKeys
    const { invited, added, profile, key } = await newcomer(big.state, i, keyed)
    await append(invited)
    await append(added)
    big.profiles.push(profile)
    if (key !== null) big.receiveKeys.push({ hash: added.receive, key: toBase64url(key) })
    if (keyed) big.keyed.push(added.member)
    hired.push(added.member)
  }
  return hired
}

/** Somebody with an invitation, signed by both of its keys. */
export async function newcomer({ org, time }: LedgerState, i: number, keyed: boolean) {
  const [invitation, member] = [newInvitationId(), newMemberId()]
  const [secret, own] = [await keyPair(), await keyPair()]
  const key = keyed ? (await receiveKeysFrom(randomBytes(32))).publicKey : null
  const receive = key === null ? someHash() : await receiveHash(key)
  const proof = joinProof({ org, invitation, member, signKey: own.publicKey, receiveHash: receive })
  const [salt, name, email] = [randomBytes(32), `Agent ${String(i + 1)}`, `agent${String(i + 1)}@atlas.example`]
  const profile = await sha256(profileInput({ org, member, name, email, salt }))
  const invited: Act = {
    act: 'member invited',
    invitation,
    key: secret.publicKey,
    role: 'member',
    teams: [],
    expires: time + 1_000_000,
    replaces: null,
    invitee: someHash(),
  }
  const [byInvitation, byMember] = await Promise.all([secret.sign(proof), own.sign(proof)])
  const keys = { signKey: own.publicKey, receive }
  const added = { act: 'member added', invitation, member, ...keys, profile, byInvitation, byMember } as const
  return { invited, added, profile: { member, name, email, salt: toBase64url(salt) }, key }
}

async function keyPair() {
  const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])
  const publicKey = signPublic.read(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)))
  const sign = async (message: Uint8Array<ArrayBuffer>) =>
    signature.read(new Uint8Array(await crypto.subtle.sign('Ed25519', pair.privateKey, message)))
  return { publicKey, sign }
}

/** A removal as a manager's client makes it: teams re-keyed first, then folders from the top down. */
function removal(state: LedgerState, author: MemberId, member: MemberId): Act[] {
  const removed: Act = { act: 'member removed', member }
  const { sequence } = state.head
  const { touched, state: after } = judge(state, [removed], { author, sequence: sequence + 1, time: state.time + 1 })
  const depth = (folder: FolderId) => [...upFrom(after, folder)].length
  const teams = idsIn(get(state.members, member)?.teams ?? emptyTable)
  const next = (holder: { generations: { length: number } } | null) => (holder?.generations.length ?? 0) + 1
  return [
    removed,
    ...teams.map((team): Act => {
      return { act: 'team re-keyed', team, generation: next(get(after.teams, team)), ...generation() }
    }),
    ...[...touched]
      .sort((a, b) => depth(a) - depth(b))
      .map((folder): Act => {
        return { act: 'folder re-keyed', folder, generation: next(get(after.folders, folder)), ...generation() }
      }),
  ]
}
