import { toBase64url } from '../../../shared/bytes/base64url.ts'
import { wipe } from '../../../shared/bytes/bytes.ts'
import type { Bytes } from '../../../shared/bytes/bytes.ts'
import type { FolderId, Hash, TeamId } from '../../../shared/bytes/ids.ts'
import { commitment } from '../../../shared/crypto/commit.ts'
import { folderReceive, teamReceive } from '../../../shared/crypto/derive.ts'
import { receiveHash } from '../../../shared/crypto/hpke.ts'
import type { ReceiveKeys } from '../../../shared/crypto/hpke.ts'
import type { FolderKey, TeamSeed } from '../../../shared/crypto/keys.ts'
import type { Act } from '../../../shared/ledger/acts.ts'
import { judge } from '../../../shared/ledger/replay/ledger.ts'
import type { LedgerState } from '../../../shared/ledger/replay/state.ts'
import type { LedgerAppend } from '../../../shared/protocol/sync.ts'
import { newestFolderKey, newestTeamSeed, stateOf } from '../vault/vault.ts'
import type { Undelivered, Vault } from '../vault/vault.ts'

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
  /** Judged and shown, and never sent: nothing is sealed for it. */
  isDry: boolean
  /** Null while a recipient without a usable receive key stops the draft; in a re-keying, whom it had to pass over. */
  undelivered: Undelivered[] | null
  /** More entries of the same intent follow, and the last of them re-keys. */
  goesOn: boolean
  /** What the first `count` acts make of the ledger, so that a long draft is judged once and not once for each act. */
  judged: Judged | null
  /** What was asked for makes this of the ledger once a second owner has approved it; null where it takes none. */
  proposed: LedgerState | null
}
type Judged = { state: LedgerState; touched: ReadonlySet<FolderId>; count: number }
type Held<K> = { key: K; generation: number }

export const newDraft = (vault: Vault, time: number, lookup: Draft['lookup'], isDry = false): Draft => ({
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
  isDry,
  undelivered: null,
  goesOn: false,
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

async function noteReceiveKey(draft: Draft, { publicKey, secrets }: ReceiveKeys): Promise<Hash> {
  secrets.forEach(wipe)
  const hash = await receiveHash(publicKey)
  draft.publicKeys.set(hash, publicKey)
  draft.receiveKeys.push(toBase64url(publicKey))
  return hash
}
