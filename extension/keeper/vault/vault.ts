import { get } from '../../../shared/bytes/table.ts'
import { zero32 } from '../../../shared/bytes/ids.ts'
import type { FolderId, Hash, ItemId, MemberId, OrgId, TeamId } from '../../../shared/bytes/ids.ts'
import type { Bytes } from '../../../shared/bytes/bytes.ts'
import { Failure } from '../../../shared/bytes/failure.ts'
import type { MemberKeys } from '../../../shared/crypto/derive.ts'
import type { FolderKey, TeamSeed } from '../../../shared/crypto/keys.ts'
import type { LedgerHead } from '../../../shared/ledger/acts.ts'
import { newChain } from '../../../shared/ledger/replay/chain.ts'
import type { Chain } from '../../../shared/ledger/replay/chain.ts'
import { emptyJournal } from '../../../shared/ledger/replay/journal-state.ts'
import type { JournalState } from '../../../shared/ledger/replay/journal-state.ts'
import type { Claim } from '../../../shared/ledger/replay/context.ts'
import { stateAt } from '../../../shared/ledger/replay/past.ts'
import { asOf } from '../../../shared/ledger/replay/state.ts'
import type { Grant, LedgerState } from '../../../shared/ledger/replay/state.ts'
import type { Description, Profile, Wrap } from '../../../shared/protocol/objects.ts'
import type { Overview } from '../../../shared/vault/item.ts'
import type { Stored } from '../desk/session-store.ts'
import type { Queue } from './unsent-schema.ts'
import { newWitness } from './witness.ts'
import type { Witness } from './witness.ts'
import { KeyRegister } from '../desk/key-register.ts'

/** One folder's journal with what it leads to; `refused` is the code of what did not verify (P5). */
export type Shelf = {
  journal: JournalState
  /** The content of the snapshot that `entries` begin with, null where they begin at the start. */
  start: string | null
  entries: string[]
  /** Sealed parts by the hash that the journal names. */
  parts: Map<Hash, string>
  overviews: Map<ItemId, Overview>
  refused: string | null
}

/** The teams and the grants by name of somebody just before the entry that removed them. */
export type Leaver = { teams: readonly TeamId[]; grants: readonly (Grant & { folder: FolderId })[] }

export type Said = { mark: string | null; ends: ReadonlyMap<FolderId, number> }

/**
 * A new key that a re-keying could not seal to somebody entitled to it: the server withheld their receive key, or it is none
 * (S10). Named in a warning until whoever holds the key has delivered it.
 */
export type Undelivered = Stored<'undelivered'>[number]

/** All that an unlocked keeper holds, in memory only; made again from sealed blobs when the worker wakes. */
export type Vault = {
  me: MemberId
  org: OrgId
  keys: MemberKeys
  /** This desk's clock, ms since 1970. */
  now: () => number
  /** Every key buffer of this vault and of what is drafted on it. */
  register: KeyRegister
  /** The least that the ledger must extend: from the sealed seed, then from what this desk has seen. */
  pinned: LedgerHead
  /**
   * How far this person's own client has verified the ledger before, by their own receipt: up to there signatures are not checked
   * again on a new desk, since the chain of hashes leads to it. Null without one.
   */
  verified: LedgerHead | null
  /** The head that managed policy names, which the ledger must hold; null without one. */
  anchor: LedgerHead | null
  /** As they were served: windows on what came with each. */
  entries: Bytes[]
  /** The same entries as they were verified. */
  chain: Chain
  /** What people had when they left, for those who came back: it never changes, and to find it the ledger is judged again. */
  leavers: Map<MemberId, Leaver>
  /** Signatures that a first sync has left to be checked; null once they all are, and from then on each as it comes. */
  owed: Claim[] | null
  teamSeeds: Map<TeamId, Map<number, TeamSeed>>
  folderKeys: Map<FolderId, Map<number, FolderKey>>
  wraps: Map<string, Wrap>
  descriptions: Map<FolderId | TeamId, Description>
  profiles: Map<MemberId, Profile>
  /** Who left and is erased at the server, as it was asked when it gave this mark. */
  erased: { mark: string; members: ReadonlySet<MemberId> }
  folderNames: Map<FolderId, string>
  teamNames: Map<TeamId, string>
  shelves: Map<FolderId, Shelf>
  /** Where the server said last that each journal ends, and its mark for it: from then on it names those alone that grew. */
  said: Said
  /** The code of what was wrong with the ledger that the server last gave, null when it was right. */
  ledgerRefused: string | null
  /** People and teams whose profile or name, as the server last gave it, is not what the ledger says. */
  untrue: Set<MemberId | TeamId>
  witness: Witness
  /** New keys that could not be sealed to somebody yet. */
  undelivered: Undelivered[]
  /** What changed since the desk's sealed blobs were written: shelves by folder, and all the rest. */
  unkept: Set<FolderId | 'ledger'>
  /** Edits that the server does not have yet. */
  unsent: Queue
}

export const emptyVault = (
  me: MemberId,
  org: OrgId,
  keys: MemberKeys,
  pinned: LedgerHead,
  now: () => number,
  register = new KeyRegister(),
): Vault => ({
  me,
  org,
  keys,
  now,
  register,
  pinned,
  verified: null,
  anchor: null,
  entries: [],
  chain: newChain(),
  leavers: new Map(),
  owed: [],
  teamSeeds: new Map(),
  folderKeys: new Map(),
  wraps: new Map(),
  descriptions: new Map(),
  profiles: new Map(),
  erased: { mark: zero32, members: new Set() },
  folderNames: new Map(),
  teamNames: new Map(),
  shelves: new Map(),
  said: { mark: null, ends: new Map() },
  ledgerRefused: null,
  untrue: new Set(),
  witness: newWitness(),
  undelivered: [],
  unkept: new Set(),
  unsent: { edits: [], dropped: 0 },
})

/** The same vault in maps and lists of its own, over the same keys and the same witness: a sync that fails half-way leaves no trace. */
export const copyOf = (vault: Vault): Vault => ({
  ...vault,
  entries: [...vault.entries],
  owed: vault.owed && [...vault.owed],
  teamSeeds: new Map(vault.teamSeeds),
  folderKeys: new Map(vault.folderKeys),
  wraps: new Map(vault.wraps),
  descriptions: new Map(vault.descriptions),
  profiles: new Map(vault.profiles),
  folderNames: new Map(vault.folderNames),
  teamNames: new Map(vault.teamNames),
  shelves: new Map([...vault.shelves].map(([folder, shelf]) => [folder, { ...shelf }])),
  untrue: new Set(vault.untrue),
  unkept: new Set(vault.unkept),
})

/**
 * The newest verified state, with dated grants judged at the later of this desk's clock and the last entry. Throws Failure
 * `no-ledger` before the first sync.
 */
export function stateOf(vault: Vault): LedgerState {
  const { last } = vault.chain
  if (last === null) throw new Failure('no-ledger')
  return asOf(last, vault.now())
}

/** Of this person's own keys: 1, and one more with each rotation. Throws Failure `no-ledger`. */
export const keyGenerationOf = (vault: Vault): number => get(stateOf(vault).members, vault.me)?.keyGeneration ?? 1

/** The ledger after the entry of that sequence, null where this desk has none. */
export const ledgerAt =
  ({ chain, entries }: Vault) =>
  (sequence: number): Promise<LedgerState | null> =>
    stateAt(chain, sequence, (from, to) => entries.slice(from, to))

/** The same shelf in maps and lists of its own. */
export const copyOfShelf = (shelf: Shelf): Shelf => ({
  ...shelf,
  entries: [...shelf.entries],
  parts: new Map(shelf.parts),
  overviews: new Map(shelf.overviews),
})

/** What this desk holds of a folder; of one that is not in sight, an empty shelf that the vault does not keep. */
export const shelfOf = (vault: Vault, folder: FolderId): Shelf =>
  vault.shelves.get(folder) ?? {
    journal: emptyJournal(vault.org, folder),
    start: null,
    entries: [],
    parts: new Map(),
    overviews: new Map(),
    refused: null,
  }

/** The newest key of a folder with its generation. Throws Failure `no-key`. */
export function newestFolderKey(vault: Vault, folder: FolderId): { key: FolderKey; generation: number } {
  const generation = get(stateOf(vault).folders, folder)?.generations.length ?? 0
  const key = vault.folderKeys.get(folder)?.get(generation)
  if (key === undefined) throw new Failure('no-key', folder)
  return { key, generation }
}

export function newestTeamSeed(vault: Vault, team: TeamId): { key: TeamSeed; generation: number } {
  const generation = get(stateOf(vault).teams, team)?.generations.length ?? 0
  const key = vault.teamSeeds.get(team)?.get(generation)
  if (key === undefined) throw new Failure('no-key', team)
  return { key, generation }
}
