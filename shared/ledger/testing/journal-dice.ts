import fc from 'fast-check'
import { get } from '../../bytes/table.ts'
import { newItemId, zero32, zeroOrg } from '../../bytes/ids.ts'
import type { FolderId, ItemId } from '../../bytes/ids.ts'
import type { Change, JournalBody, PartLink } from '../entry.ts'
import { atLeast, levelOf } from '../replay/level.ts'
import { emptyJournal } from '../replay/journal-state.ts'
import type { JournalState } from '../replay/journal-state.ts'
import { snapshotHash } from '../replay/snapshot.ts'
import { signJournalEntry } from '../sign-entry.ts'
import { authorOf, pick, signerOf } from './cast.ts'
import type { Cast } from './cast.ts'
import { someHash } from './person.ts'

const harms = [
  'signer',
  'sequence',
  'previous',
  'org',
  'folder',
  'time',
  'head',
  'generation',
  'both',
  'empty',
] as const
const die = fc.nat(9)

/** Who writes where, on which ledger, and what: dice for one entry of a journal. */
export const writeDice = fc.record({
  by: fc.nat(19),
  folder: fc.nat(30),
  /** How many entries behind the ledger's newest. */
  behind: fc.constantFrom(0, 0, 0, 0, 1, 2, 5),
  changes: fc.array(fc.record({ item: die, how: die, part: die }), { minLength: 1, maxLength: 3 }),
  isSnapshot: fc.nat(4).map((n) => n === 0),
  later: fc.constantFrom(0, 0, 1, 7_200_000),
  harm: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constantFrom(...harms) }),
})
export type WriteDice = typeof writeDice extends fc.Arbitrary<infer T> ? T : never

/** The folder that dice pick, null while there is none. */
export function folderOfDice({ org, folders }: Cast, { folder }: WriteDice): FolderId | null {
  const known = folders.filter((one) => get(org.state.folders, one) !== null)
  const fresh = known.filter((one) => get(org.state.folders, one)?.staleSince === null)
  return pick(folder < 25 && fresh.length > 0 ? fresh : known, folder)
}

/** An entry that is often lawful, after `journal`. */
export async function writtenWith(cast: Cast, journal: JournalState, dice: WriteDice) {
  const { org } = cast
  const { folder } = journal
  const { harm } = dice
  const writers = cast.people.filter(({ id }) => atLeast(levelOf(org.state, id, folder), 'edit'))
  const author = (dice.by < 14 ? pick(writers, dice.by) : null) ?? authorOf(cast, dice.by)
  const named = org.states.at(-1 - dice.behind) ?? org.state
  const generation = (get(named.folders, folder)?.generations.length ?? 1) + (harm === 'generation' ? 1 : 0)
  const changes: Change[] = []
  for (const one of dice.changes) changes.push(await changeOf(cast, journal, one, generation))
  const isSnapshot = dice.isSnapshot && harm !== 'empty'
  const time = Math.max(named.time, journal.time) + dice.later
  const body: Omit<JournalBody, 'version'> = {
    org: harm === 'org' ? zeroOrg : org.state.org,
    folder: harm === 'folder' ? (pick(cast.folders, dice.folder + 1) ?? folder) : folder,
    sequence: journal.head.sequence + (harm === 'sequence' ? 2 : 1),
    previous: harm === 'previous' ? org.state.head.hash : journal.head.hash,
    time: harm === 'time' ? Math.max(0, journal.time - 1) : time,
    author: author.id,
    ledger: harm === 'head' ? { ...named.head, hash: zero32 } : named.head,
    generation,
    changes: (isSnapshot && harm !== 'both') || harm === 'empty' ? [] : changes,
    snapshot: isSnapshot || harm === 'both' ? await snapshotOf(journal, dice) : null,
  }
  const signer = signerOf(cast, harm === 'signer' ? (pick(cast.people, dice.by + 1) ?? author) : author)
  return signJournalEntry(signer, body)
}

/** Of what the folder holds, now and then of nothing. */
const snapshotOf = (journal: JournalState, { later }: WriteDice) =>
  snapshotHash(later === 1 ? emptyJournal(journal.org, journal.folder).items : journal.items)

/** A change of an item: new, touched in one part or both, deleted, and now and then wrong. */
async function changeOf(
  cast: Cast,
  journal: JournalState,
  { item: which, how, part }: { item: number; how: number; part: number },
  generation: number,
): Promise<Change> {
  const known = cast.items.get(journal.folder) ?? []
  const item: ItemId = (which < 7 ? pick(known, which) : null) ?? newItemId()
  cast.items.set(journal.folder, known.includes(item) ? known : [...known, item])
  const old = get(journal.items, item)
  const revision = (old?.revision ?? 0) + (how === 9 ? 2 : 1)
  const fresh = async (): Promise<PartLink> => ({ revision, generation, hash: await someHash() })
  if (how === 0) return { item, revision, parts: null }
  // What is deleted is mostly brought back as it was, and now and then with something else.
  const kept = old?.parts ?? old?.gone ?? null
  const isBack = old?.parts === null && part < 7
  // A part that stays; one that keeps its hash under a new revision; one with another's hash under its old revision.
  const link = async (before: PartLink | undefined, keep: boolean): Promise<PartLink> => {
    if (before === undefined || !keep) return fresh()
    const { revision: was, generation: then, hash } = before
    if (part === 9) return { revision, generation, hash }
    return { revision: was, generation: then, hash: part === 8 ? await someHash() : hash }
  }
  return {
    item,
    revision,
    parts: {
      overview: await link(kept?.overview, isBack || how % 2 === 0),
      secret: await link(kept?.secret, isBack || how % 3 === 0),
    },
  }
}
