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

/** A ledger entry before it is signed: its acts, and all that the server must store with it in one transaction. */
export type Draft = Omit<LedgerAppend, 'entry'> & {
  vault: Vault
  time: number
  acts: Act[]
  /** The new team seeds and folder keys of this draft. */
  teamSeeds: Map<TeamId, NewKey<TeamSeed>>
  folderKeys: Map<FolderId, NewKey<FolderKey>>
  /** Public receive keys by hash. `lookup` fetches those that the draft did not make; each is checked against its hash. */
  publicKeys: Map<Hash, Bytes>
  lookup(hashes: Hash[]): Promise<Bytes[]>
  /** Only to be judged and shown, never sent: nothing is sealed for it. */
  isDry: boolean
  /** Null while a recipient without a usable receive key makes the draft fail; in a re-keying, the keys that it could not seal. */
  undelivered: Undelivered[] | null
  /** Whether more entries of the same intent follow; only the last one re-keys. */
  hasMoreEntries: boolean
  /** The state after the first `count` acts, so that a long draft is not judged from the start for each act. */
  lastPreview: Preview | null
  /** The state after a second owner has approved the proposal in this draft; null where it needs no second owner. */
  proposed: LedgerState | null
}
type Preview = { state: LedgerState; touched: ReadonlySet<FolderId>; count: number }
type NewKey<K> = { key: K; generation: number }

/** Returns an empty draft. `time` is this device's clock (ms); `lookup` returns the receive keys with these hashes. */
export const newDraft = (vault: Vault, time: number, lookup: Draft['lookup'], isDry = false): Draft => ({
  vault,
  time,
  acts: [],
  wraps: [],
  descriptions: [],
  receiveKeys: [],
  profiles: [],
  invitees: [],
  found: [],
  teamSeeds: new Map(),
  folderKeys: new Map(),
  publicKeys: new Map(),
  lookup,
  isDry,
  undelivered: null,
  hasMoreEntries: false,
  lastPreview: null,
  proposed: null,
})

/** Returns author, sequence and time (ms) of the draft's entry. Time never goes back behind the ledger's. */
export const positionOf = ({ vault, time }: Draft) => {
  const state = stateOf(vault)
  return { author: vault.me, sequence: state.head.sequence + 1, time: Math.max(time, state.time) }
}

/** Returns the ledger's state after the acts so far, and the folders whose journal must still be cut. Throws Refused by the rules. */
export function preview(draft: Draft): Preview {
  const { lastPreview, acts } = draft
  const before = lastPreview === null || lastPreview.count > acts.length ? null : lastPreview
  const state = before?.state ?? stateOf(draft.vault)
  const next = judge(state, acts.slice(before?.count ?? 0), positionOf(draft), before?.touched)
  draft.lastPreview = { ...next, count: acts.length }
  return draft.lastPreview
}

/** Returns the newest seed of a team, the draft's own where it has made one. Throws Failure `no-key`. */
export const teamSeedOf = (draft: Draft, team: TeamId) => draft.teamSeeds.get(team) ?? newestTeamSeed(draft.vault, team)
/** Returns the newest key of a folder, the draft's own where it has made one. Throws Failure `no-key`. */
export const folderKeyOf = (draft: Draft, folder: FolderId) =>
  draft.folderKeys.get(folder) ?? newestFolderKey(draft.vault, folder)

/** Adds a new team seed to the draft. Returns what its act must contain: the commitment, and the hash of the receive key. */
export async function newTeamGeneration(draft: Draft, id: TeamId, key: TeamSeed, generation: number) {
  draft.teamSeeds.set(id, { key: draft.vault.register.add(key), generation })
  const receive = await noteReceiveKey(draft, await teamReceive(key))
  return { commitment: await commitment(key, 'team', draft.vault.org, id, generation), receive }
}

/** Adds a new folder key to the draft. Returns what its act must contain: the commitment, and the hash of the receive key. */
export async function newFolderGeneration(draft: Draft, id: FolderId, key: FolderKey, generation: number) {
  draft.folderKeys.set(id, { key: draft.vault.register.add(key), generation })
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
