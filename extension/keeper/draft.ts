import { get } from '../../shared/bytes/table.ts'
import { toBase64url } from '../../shared/bytes/base64url.ts'
import { wipe } from '../../shared/bytes/bytes.ts'
import type { Bytes } from '../../shared/bytes/bytes.ts'
import type { FolderId, Hash, MemberId, TeamId } from '../../shared/bytes/ids.ts'
import { Failure } from '../../shared/bytes/failure.ts'
import { commitment } from '../../shared/crypto/commit.ts'
import { folderReceive, teamReceive } from '../../shared/crypto/derive.ts'
import { receiveHash } from '../../shared/crypto/hpke.ts'
import type { ReceiveKeys } from '../../shared/crypto/hpke.ts'
import type { Generation } from '../../shared/crypto/contexts.ts'
import type { FolderKey, KeyOf, TeamSeed } from '../../shared/crypto/keys.ts'
import { sealPrevious, wrapKey } from '../../shared/crypto/wrap.ts'
import type { Act, Grantee } from '../../shared/ledger/acts.ts'
import { judge } from '../../shared/ledger/replay/ledger.ts'
import type { LedgerState } from '../../shared/ledger/replay/state.ts'
import type { Wrap } from '../../shared/protocol/objects.ts'
import type { LedgerAppend } from '../../shared/protocol/sync.ts'
import { newestFolderKey, newestTeamSeed, stateOf } from './vault.ts'
import type { Vault } from './vault.ts'

/** An entry in the making: its acts, and all that must land with it in one transaction. */
export type Draft = Omit<LedgerAppend, 'entry'> & {
  vault: Vault
  time: number
  acts: Act[]
  /** Keys made by this draft. */
  teamSeeds: Map<TeamId, Held<TeamSeed>>
  folderKeys: Map<FolderId, Held<FolderKey>>
  /** Receive keys by hash: `lookup` brings those that the draft did not make. Each is checked when something is sealed. */
  publicKeys: Map<Hash, Bytes>
  lookup(hashes: Hash[]): Promise<Bytes[]>
  /** What the first `count` acts make of the ledger, so that a long draft is judged once and not once for each act. */
  judged: Judged | null
  /** What was asked for makes this of the ledger once a second owner has approved it; null where it takes none. */
  proposed: LedgerState | null
}
type Judged = { state: LedgerState; touched: ReadonlySet<FolderId>; count: number }
type Held<K> = { key: K; generation: number }

export const newDraft = (vault: Vault, time: number, lookup: Draft['lookup']): Draft => ({
  vault,
  time,
  acts: [],
  wraps: [],
  descriptions: [],
  receiveKeys: [],
  profiles: [],
  invitees: [],
  teamSeeds: new Map(),
  folderKeys: new Map(),
  publicKeys: new Map(),
  lookup,
  judged: null,
  proposed: null,
})

/** Where this draft's entry would stand. */
export const position = ({ vault, time }: Draft) => {
  const state = stateOf(vault)
  return { author: vault.me, sequence: state.head.sequence + 1, time: Math.max(time, state.time) }
}

/** What the acts so far would make of the ledger, and the folders that still owe a cut. Throws Refused. */
export function preview(draft: Draft): Judged {
  const { judged, acts } = draft
  const before = judged === null || judged.count > acts.length ? null : judged
  const state = before?.state ?? stateOf(draft.vault)
  const next = judge(state, acts.slice(before?.count ?? 0), position(draft), before?.touched)
  draft.judged = { ...next, count: acts.length }
  return draft.judged
}

export const teamSeedOf = (draft: Draft, team: TeamId) => draft.teamSeeds.get(team) ?? newestTeamSeed(draft.vault, team)
export const folderKeyOf = (draft: Draft, folder: FolderId) =>
  draft.folderKeys.get(folder) ?? newestFolderKey(draft.vault, folder)

/** Notes a new key and gives what its act commits to; the receive key travels along. */
export async function newTeamGeneration(draft: Draft, id: TeamId, key: TeamSeed, generation: number) {
  draft.teamSeeds.set(id, { key: draft.vault.register.born(key), generation })
  const receive = await noteReceiveKey(draft, await teamReceive(key))
  return { commitment: await commitment(key, 'team', draft.vault.org, id, generation), receive }
}

export async function newFolderGeneration(draft: Draft, id: FolderId, key: FolderKey, generation: number) {
  draft.folderKeys.set(id, { key: draft.vault.register.born(key), generation })
  const receive = await noteReceiveKey(draft, await folderReceive(key))
  return { commitment: await commitment(key, 'folder', draft.vault.org, id, generation), receive }
}

async function noteReceiveKey(draft: Draft, { publicKey, secret }: ReceiveKeys): Promise<Hash> {
  wipe(secret)
  const hash = await receiveHash(publicKey)
  draft.publicKeys.set(hash, publicKey)
  draft.receiveKeys.push(toBase64url(publicKey))
  return hash
}

/** Whom a key is sealed to, with the receive key that the ledger names for them (P4: never one that the server says). */
type Recipient = { to: Exclude<Wrap['to'], { kind: 'previous' }>; generation: number; hash: Hash }

function recipientOf(state: LedgerState, to: Grantee | { kind: 'folder'; id: FolderId }): Recipient {
  if (to.kind === 'member') {
    const found = get(state.members, to.id)
    if (found === null) throw new Failure('not-a-member', to.id)
    return { to: { kind: 'member', id: to.id }, generation: found.keyGeneration, hash: found.receive }
  }
  const generations = to.kind === 'team' ? get(state.teams, to.id)?.generations : get(state.folders, to.id)?.generations
  const last = generations?.at(-1)
  if (generations === undefined || last === undefined) throw new Failure('unknown-recipient', to.id)
  return { to: { ...to, generation: generations.length }, generation: generations.length, hash: last.receive }
}

async function publicKeysOf(draft: Draft, recipients: Recipient[]): Promise<void> {
  const lacking = [...new Set(recipients.map(({ hash }) => hash))].filter((hash) => !draft.publicKeys.has(hash))
  if (lacking.length === 0) return
  for (const key of await draft.lookup(lacking)) draft.publicKeys.set(await receiveHash(key), key)
}

async function sealedTo<K extends 'team' | 'folder'>(
  draft: Draft,
  recipient: Recipient,
  key: KeyOf[K],
  at: Generation<K>,
) {
  const publicKey = draft.publicKeys.get(recipient.hash)
  if (publicKey === undefined) throw new Failure('receive-key-missing', recipient.to.id)
  return toBase64url(
    await wrapKey(key, publicKey, {
      ...at,
      recipientKind: recipient.to.kind,
      recipient: recipient.to.id,
      recipientGeneration: recipient.generation,
      recipientKeyHash: recipient.hash,
    }),
  )
}

/** Seals the team's newest seed to members. */
export async function wrapTeam(draft: Draft, state: LedgerState, id: TeamId, members: readonly MemberId[]) {
  const { key, generation } = teamSeedOf(draft, id)
  const recipients = members.map((member) => recipientOf(state, { kind: 'member', id: member }))
  await publicKeysOf(draft, recipients)
  for (const recipient of recipients) {
    if (recipient.to.kind !== 'member') continue
    const sealed = await sealedTo(draft, recipient, key, { kind: 'team', org: draft.vault.org, id, generation })
    draft.wraps.push({ kind: 'team', id, generation, to: recipient.to, sealed })
  }
}

/** Seals the folder's newest key to grantees, and upwards to its parent where it has one and `upwards` says so. */
export async function wrapFolder(
  draft: Draft,
  state: LedgerState,
  id: FolderId,
  to: readonly Grantee[],
  upwards: boolean,
) {
  const { key, generation } = folderKeyOf(draft, id)
  const parent = upwards ? (get(state.folders, id)?.parent ?? null) : null
  const recipients = to.map((grantee) => recipientOf(state, grantee))
  if (parent !== null) recipients.push(recipientOf(state, { kind: 'folder', id: parent }))
  await publicKeysOf(draft, recipients)
  for (const recipient of recipients) {
    const sealed = await sealedTo(draft, recipient, key, { kind: 'folder', org: draft.vault.org, id, generation })
    draft.wraps.push({ kind: 'folder', id, generation, to: recipient.to, sealed })
  }
}

/** Seals the generation before under the new one, so that what was written under it stays readable. */
export async function wrapPreviousTeam(draft: Draft, id: TeamId, previous: TeamSeed) {
  const { key, generation } = teamSeedOf(draft, id)
  const sealed = toBase64url(await sealPrevious(key, previous, { kind: 'team', org: draft.vault.org, id, generation }))
  draft.wraps.push({ kind: 'team', id, generation, to: { kind: 'previous' }, sealed })
}

export async function wrapPreviousFolder(draft: Draft, id: FolderId, previous: FolderKey) {
  const { key, generation } = folderKeyOf(draft, id)
  const sealed = toBase64url(
    await sealPrevious(key, previous, { kind: 'folder', org: draft.vault.org, id, generation }),
  )
  draft.wraps.push({ kind: 'folder', id, generation, to: { kind: 'previous' }, sealed })
}
