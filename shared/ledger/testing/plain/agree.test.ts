/** The two replayers on random histories: the product's, and the plain one made from docs/LEDGER.md alone. */
import { newChain } from '../../replay/chain.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Failure } from '../../../bytes/failure.ts'
import type { FolderId } from '../../../bytes/ids.ts'
import { replay, replayEntry } from '../../replay/ledger.ts'
import { replayJournal, replayJournalEntry } from '../../replay/journal.ts'
import { emptyJournal } from '../../replay/journal-state.ts'
import type { Ledgers } from '../../replay/journal.ts'
import type { JournalState } from '../../replay/journal-state.ts'
import { Refused } from '../../replay/state.ts'
import { isWhole } from '../../../testing/whole.ts'
import { copyOf, newCast } from '../cast.ts'
import type { Cast } from '../cast.ts'
import { actsBy, entryDice } from '../dice.ts'
import type { EntryDice } from '../dice.ts'
import { harmDice, signedWith } from '../harm.ts'
import type { Harm } from '../harm.ts'
import { folderOfDice, writeDice, writtenWith } from '../journal-dice.ts'
import type { WriteDice } from '../journal-dice.ts'
import type { Book } from './book.ts'
import { digest, digestOfBook, digestOfDiary, digestOfJournal } from './digest.ts'
import { emptyDiary, replayJournalPlainly } from './journal.ts'
import type { Diary } from './journal.ts'
import { replayPlainly } from './ledger.ts'

const bases = { 'one owner': await begin(await newCast(1)), 'three owners': await begin(await newCast(3)) }
// By name, so that a counterexample can be read.
const start = fc.constantFrom('one owner' as const, 'three owners' as const)

async function begin(cast: Cast) {
  const books: Book[] = []
  for (const entry of cast.org.entries) books.push(await replayPlainly(books.at(-1) ?? null, entry))
  return { cast, books }
}

type Journal = { state: JournalState; diary: Diary; entries: Uint8Array<ArrayBuffer>[] }
type History = { cast: Cast; books: Book[]; journals: Map<FolderId, Journal>; seen: Map<string, number> }

/** What the plain replayer makes of something: the result, or the rule's code. */
async function plainly<T>(result: Promise<T>): Promise<T | string> {
  try {
    return await result
  } catch (error) {
    if (error instanceof Failure) return error.code
    throw error
  }
}

const verdictOf = (code: string | null) => (code === null ? 'accepted' : 'refused')

function count({ seen }: History, what: string) {
  seen.set(what, (seen.get(what) ?? 0) + 1)
}

async function sign(history: History, dice: EntryDice, harm: Harm) {
  const { cast, books } = history
  const { org } = cast
  const time = org.state.time + dice.step
  const { author, acts } = await actsBy(cast, dice, time)
  const entry = await signedWith(cast, author, acts, time, harm)
  const ours = await replayEntry(org.state, entry)
  const plain = await plainly(replayPlainly(books.at(-1) ?? null, entry))
  const codes = [ours instanceof Refused ? ours.code : null, typeof plain === 'string' ? plain : null] as const
  const [said, saidPlainly] = [verdictOf(codes[0]), verdictOf(codes[1])]
  expect(said, `${codes.join(' against ')}: ${JSON.stringify(acts)}`).toBe(saidPlainly)
  count(history, said)
  if (ours instanceof Refused || typeof plain === 'string') return
  for (const { act } of acts) count(history, act)
  same(digest(ours), digestOfBook(plain))
  org.state = ours
  org.states.push(ours)
  org.entries.push(entry)
  books.push(plain)
}

async function write(history: History, dice: WriteDice) {
  const { cast, books, journals } = history
  const { org } = cast
  const folder = folderOfDice(cast, dice)
  if (folder === null) return
  const id = org.state.org
  const journal = journals.get(folder) ?? {
    state: emptyJournal(id, folder),
    diary: emptyDiary(id, folder),
    entries: [],
  }
  const { entry, hash } = await writtenWith(cast, journal.state, dice)
  const ours = await replayJournalEntry(journal.state, entry, ledgersOf(cast))
  const plain = await plainly(replayJournalPlainly(journal.diary, books, entry))
  const codes = [ours instanceof Refused ? ours.code : null, typeof plain === 'string' ? plain : null] as const
  expect(verdictOf(codes[0]), `journal: ${codes.join(' against ')}`).toBe(verdictOf(codes[1]))
  count(history, ours instanceof Refused ? 'write refused' : ours.body.snapshot === null ? 'write' : 'snapshot')
  if (ours instanceof Refused || typeof plain === 'string') return
  same(digestOfJournal(ours.state), digestOfDiary(plain))
  journals.set(folder, { state: ours.state, diary: plain, entries: [...journal.entries, entry] })
  org.journals.set(folder, { sequence: ours.state.head.sequence, hash })
}

const ledgersOf = ({ org }: Cast): Ledgers => ({ at: (sequence) => org.states[sequence - 1] ?? null, now: org.state })

/** Compares text first: a thousand times cheaper than a difference. */
function same(ours: object, plain: object) {
  if (JSON.stringify(ours) !== JSON.stringify(plain)) expect(ours).toEqual(plain)
}

/** Fresh desks replay the whole: ledger in one run, journals against all cuts that came after their entries. */
async function again({ cast, books, journals }: History) {
  const { chain, refused } = await replay(newChain(), cast.org.entries)
  expect(refused).toBe(null)
  expect([...chain.marks].map(({ hash }) => hash)).toEqual(cast.org.states.map(({ head }) => head.hash))
  for (const [folder, { entries }] of journals) {
    const { run } = await replayJournal(emptyJournal(cast.org.state.org, folder), entries, ledgersOf(cast))
    let diary = emptyDiary(cast.org.state.org, folder)
    let accepted = 0
    for (const entry of entries) {
      const next = await plainly(replayJournalPlainly(diary, books, entry))
      if (typeof next === 'string') break
      diary = next
      accepted++
    }
    expect(run.length, 'a fresh desk reads as far').toBe(accepted)
  }
}

const steps = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ entry: entryDice, harm: harmDice }) },
    { weight: 1, arbitrary: fc.record({ write: writeDice }) },
  ),
  { minLength: 10, maxLength: 60, size: 'max' },
)

test(
  'P4 P6 S3 S7 S11 S14: two replayers, one made from the rules’ text alone, agree on every random entry and on what it makes',
  { timeout: 0 },
  async () => {
    const seen = new Map<string, number>()
    await fc.assert(
      fc.asyncProperty(start, steps, async (base, thrown) => {
        const { cast, books } = bases[base]
        const history: History = { cast: copyOf(cast), books: [...books], journals: new Map(), seen }
        for (const step of thrown)
          if ('entry' in step) await sign(history, step.entry, step.harm)
          else await write(history, step.write)
        await again(history)
      }),
      { numRuns: isWhole ? 5000 : 120 },
    )
    for (const what of [
      'accepted',
      'refused',
      'write',
      'snapshot',
      'write refused',
      'form approved',
      'register created',
    ])
      expect(seen.get(what) ?? 0, `${what}: the dice are worth throwing`).toBeGreaterThan(20)
  },
)
