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
import type { FolderFacts } from '../../../shared/vault/about-client.ts'
import type { Overview } from '../../../shared/vault/item.ts'
import type { Stored } from '../desk/session-store.ts'
import type { Queue } from './unsent-schema.ts'
import { newSettings } from './own-settings.ts'
import type { OwnSettings } from './own-settings.ts'
import { newForkWatch } from './fork-watch.ts'
import type { ForkWatch } from './fork-watch.ts'
import { KeyRegister } from '../desk/key-register.ts'
import { emptyBook } from '../../../shared/access/losses.ts'
import type { LossBook } from '../../../shared/access/losses.ts'

/** One folder's journal, the sealed parts that it names, and its overviews. `refused`: the code of what did not verify, else null (P5). */
export type Shelf = {
  journal: JournalState
  /** The content (base64url) of the snapshot that the first of `entries` names; null where `entries` begin with the journal's first. */
  start: string | null
  entries: string[]
  /** Sealed parts (base64url) by the hash that the journal names. */
  parts: Map<Hash, string>
  overviews: Map<ItemId, Overview>
  refused: string | null
}

/** The teams and the personal grants of a member just before the entry that removed them. */
export type Leaver = { teams: readonly TeamId[]; grants: readonly (Grant & { folder: FolderId })[] }

export type Reported = { mark: string | null; ends: ReadonlyMap<FolderId, number> }

/**
 * A new key that a re-keying could not seal to somebody entitled to it: the server withheld their receive key, or sent one that
 * is not theirs (S10). A warning names it until whoever holds the key has delivered it.
 */
export type Undelivered = Stored<'undelivered'>[number]

/** All that an unlocked keeper holds, in memory only. A starting worker restores it from sealed blobs. */
export type Vault = {
  me: MemberId
  org: OrgId
  keys: MemberKeys
  /** This device's clock, ms since 1970. */
  now: () => number
  /** Every key buffer of this vault and of drafts made from it, to be overwritten at lock. */
  register: KeyRegister
  /** The head that the ledger must extend: first the one in the sealed seed, then the newest that this device has seen. */
  pinned: LedgerHead
  /**
   * The head up to which this person's own client has verified the ledger before, by their own signed receipt; null without one. Up
   * to there a new device does not check signatures again, since the hash chain leads to that head.
   */
  verified: LedgerHead | null
  /** The head that managed policy names and the ledger must contain; null without one. */
  anchor: LedgerHead | null
  /** The ledger's entries as the server sent them: views on the bytes of its replies. */
  entries: Bytes[]
  /** The state of the same entries after verification. */
  chain: Chain
  /** What people had when they left, for those who came back. A cache: it never changes, and to compute it the ledger is replayed. */
  leavers: Map<MemberId, Leaver>
  /** Who lost what, as far as it was read out of the ledger, and the reading under way. A cache as well, shared by copies. */
  losses: { book: LossBook; walk: Promise<LossBook> | null }
  /** Signatures that the first sync has yet to check; null once all are checked. Later ones are checked as they arrive. */
  uncheckedSignatures: Claim[] | null
  teamSeeds: Map<TeamId, Map<number, TeamSeed>>
  folderKeys: Map<FolderId, Map<number, FolderKey>>
  wraps: Map<string, Wrap>
  descriptions: Map<FolderId | TeamId, Description>
  profiles: Map<MemberId, Profile>
  /** People whom this person has found by e-mail since the worker woke, to bring them into a team. */
  found: Map<MemberId, Profile>
  /** Former members whose profile the server has erased, as of the server's `mark`. */
  erased: { mark: string; members: ReadonlySet<MemberId> }
  folderNames: Map<FolderId, string>
  /** What folders say of their clients, of those whose own key this member has. */
  abouts: Map<FolderId, FolderFacts>
  teamNames: Map<TeamId, string>
  /** For which hash in the ledger each held name was opened: none is opened twice. */
  openedNames: Map<FolderId | TeamId, Hash>
  shelves: Map<FolderId, Shelf>
  /** Each journal's last sequence by the server's account, and the server's mark for it: the next reply lists only what grew since. */
  reported: Reported
  /** The failure code of the server's last ledger, null where it was valid. */
  ledgerRefused: string | null
  /** Members, teams and folders whose profile or name, as the server last sent it, does not match the ledger's hash. */
  mismatched: Set<MemberId | TeamId | FolderId>
  forkWatch: ForkWatch
  /** New keys that could not be sealed to somebody yet. */
  undelivered: Undelivered[]
  /** What has changed since the sealed blobs were written: shelves by folder, and `ledger` for all the rest. */
  unstored: Set<FolderId | 'ledger'>
  /** Edits that the server does not have yet. */
  unsent: Queue
  /** Shared by copies of the vault: a sync under way does not undo what is set meanwhile. */
  settings: OwnSettings
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
  losses: { book: emptyBook, walk: null },
  uncheckedSignatures: [],
  teamSeeds: new Map(),
  folderKeys: new Map(),
  wraps: new Map(),
  descriptions: new Map(),
  profiles: new Map(),
  found: new Map(),
  erased: { mark: zero32, members: new Set() },
  folderNames: new Map(),
  abouts: new Map(),
  teamNames: new Map(),
  openedNames: new Map(),
  shelves: new Map(),
  reported: { mark: null, ends: new Map() },
  ledgerRefused: null,
  mismatched: new Set(),
  forkWatch: newForkWatch(),
  undelivered: [],
  unstored: new Set(),
  unsent: { edits: [], dropped: 0 },
  settings: newSettings(),
})

/**
 * Returns a copy of the vault with maps and lists of its own, so that a failing sync changes nothing. Keys, fork watch and settings are
 * shared, not copied.
 */
export const copyVault = (vault: Vault): Vault => ({
  ...vault,
  entries: [...vault.entries],
  uncheckedSignatures: vault.uncheckedSignatures && [...vault.uncheckedSignatures],
  teamSeeds: new Map(vault.teamSeeds),
  folderKeys: new Map(vault.folderKeys),
  wraps: new Map(vault.wraps),
  descriptions: new Map(vault.descriptions),
  profiles: new Map(vault.profiles),
  folderNames: new Map(vault.folderNames),
  abouts: new Map(vault.abouts),
  teamNames: new Map(vault.teamNames),
  openedNames: new Map(vault.openedNames),
  shelves: new Map([...vault.shelves].map(([folder, shelf]) => [folder, { ...shelf }])),
  mismatched: new Set(vault.mismatched),
  unstored: new Set(vault.unstored),
})

/**
 * Returns the newest verified state of the ledger. Dated grants are judged at the later of this device's clock and the last entry's
 * time. Throws Failure `no-ledger` before the first sync.
 */
export function stateOf(vault: Vault): LedgerState {
  const { last } = vault.chain
  if (last === null) throw new Failure('no-ledger')
  return asOf(last, vault.now())
}

/** Returns the generation of this person's own keys: 1, and one more with each rotation. Throws Failure `no-ledger`. */
export const keyGenerationOf = (vault: Vault): number => get(stateOf(vault).members, vault.me)?.keyGeneration ?? 1

/** Returns a function that gives the ledger's state after the entry with that sequence, null where this device has no such entry. */
export const ledgerAt =
  ({ chain, entries }: Vault) =>
  (sequence: number): Promise<LedgerState | null> =>
    stateAt(chain, sequence, (from, to) => entries.slice(from, to))

/** Returns a copy of a shelf with maps and lists of its own. */
export const copyShelf = (shelf: Shelf): Shelf => ({
  ...shelf,
  entries: [...shelf.entries],
  parts: new Map(shelf.parts),
  overviews: new Map(shelf.overviews),
})

/** Returns what this device holds of a folder; where it holds nothing, an empty shelf that is not part of the vault. */
export const shelfOf = (vault: Vault, folder: FolderId): Shelf =>
  vault.shelves.get(folder) ?? {
    journal: emptyJournal(vault.org, folder),
    start: null,
    entries: [],
    parts: new Map(),
    overviews: new Map(),
    refused: null,
  }

/** Returns the newest key of a folder with its generation. Throws Failure `no-key` where this person does not hold it. */
export function newestFolderKey(vault: Vault, folder: FolderId): { key: FolderKey; generation: number } {
  const generation = get(stateOf(vault).folders, folder)?.generations.length ?? 0
  const key = vault.folderKeys.get(folder)?.get(generation)
  if (key === undefined) throw new Failure('no-key', folder)
  return { key, generation }
}

/** Returns the newest seed of a team with its generation. Throws Failure `no-key` where this person does not hold it. */
export function newestTeamSeed(vault: Vault, team: TeamId): { key: TeamSeed; generation: number } {
  const generation = get(stateOf(vault).teams, team)?.generations.length ?? 0
  const key = vault.teamSeeds.get(team)?.get(generation)
  if (key === undefined) throw new Failure('no-key', team)
  return { key, generation }
}
