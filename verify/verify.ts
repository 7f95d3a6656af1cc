import type { FolderId } from '../shared/bytes/ids.ts'
import { ledgerBody, readEntry } from '../shared/ledger/entry.ts'
import type { LedgerBody } from '../shared/ledger/entry.ts'
import { entryBytes } from '../shared/ledger/export.ts'
import type { LedgerExport } from '../shared/ledger/export.ts'
import { fromBase64url } from '../shared/bytes/base64url.ts'
import { verifyReceipt } from '../shared/ledger/receipt.ts'
import type { Seen } from '../shared/ledger/receipt.ts'
import { isShortened, replayJournal } from '../shared/ledger/replay/journal.ts'
import { emptyJournal } from '../shared/ledger/replay/journal-state.ts'
import type { Ledgers } from '../shared/ledger/replay/journal.ts'
import type { JournalState } from '../shared/ledger/replay/journal-state.ts'
import { hashAt, lengthOf, newChain } from '../shared/ledger/replay/chain.ts'
import type { Chain } from '../shared/ledger/replay/chain.ts'
import { replay } from '../shared/ledger/replay/ledger.ts'
import { stateAt } from '../shared/ledger/replay/past.ts'
import { Refused } from '../shared/ledger/replay/state.ts'
import type { LedgerState } from '../shared/ledger/replay/state.ts'

/** A file whose every entry stands. `now` is the state after the last; the body of sequence n is at n - 1. */
export type Verified = {
  chain: Chain
  now: LedgerState
  at: (sequence: number) => Promise<LedgerState | null>
  bodies: LedgerBody[]
  journals: JournalState[]
  receipts: Seen[]
}

/** Why a file is not believed, in one sentence. */
export class Disbelieved extends Error {
  override readonly name = 'Disbelieved'
}

/** Replays ledger and journals with every signature. Throws Disbelieved: which entry, and the code of the rule. */
export async function verifyExport(file: LedgerExport): Promise<Verified> {
  const entries = entryBytes(file.entries)
  const { chain, refused } = await replay(newChain(), entries)
  if (refused !== null)
    throw new Disbelieved(
      `The ledger is refused at entry ${lengthOf(chain) + 1} of ${entries.length}: ${refused.code}.`,
    )
  const now = chain.last
  if (now === null) throw new Disbelieved('The ledger has no entries.')
  if (now.org !== file.org) throw new Disbelieved(`The ledger is that of another organisation: ${now.org}.`)
  const at = (sequence: number) => stateAt(chain, sequence, (from, to) => entries.slice(from, to))
  const journals: JournalState[] = []
  for (const journal of file.journals) journals.push(await verifyJournal(journal, { at, now }))
  const bodies = await Promise.all(entries.map(async (entry) => (await readEntry(ledgerBody, entry)).body))
  return { chain, now, at, bodies, journals, receipts: await verifyReceipts(file.receipts, chain, now) }
}

async function verifyJournal(
  { folder, entries }: { folder: FolderId; entries: string[] },
  ledgers: Ledgers,
): Promise<JournalState> {
  const { now } = ledgers
  const { run, refused } = await replayJournal(emptyJournal(now.org, folder), entryBytes(entries), ledgers)
  if (refused !== null)
    throw new Disbelieved(
      `The journal of folder ${folder} is refused at entry ${run.length + 1} of ${entries.length}: ${refused.code}.`,
    )
  const journal = run.at(-1)?.state ?? emptyJournal(now.org, folder)
  if (isShortened(now, journal))
    throw new Disbelieved(`The journal of folder ${folder} ends before a place that the ledger holds fast.`)
  return journal
}

/** Receipts are their members'; one for another hash than the ledger's is evidence of a fork, which is never overlooked. */
async function verifyReceipts(receipts: string[], chain: Chain, now: LedgerState): Promise<Seen[]> {
  const seen: Seen[] = []
  for (const [i, receipt] of receipts.entries()) {
    const read = await verifyReceipt(fromBase64url(receipt), now)
    if (read instanceof Refused)
      throw new Disbelieved(`Receipt ${i + 1} of ${receipts.length} is refused: ${read.code}.`)
    const { sequence, hash } = read.ledger
    const own = hashAt(chain, sequence)
    if (own !== null && own !== hash)
      throw new Disbelieved(
        `Member ${read.member} has signed for another entry ${sequence}: the server told two histories.`,
      )
    seen.push(read)
  }
  return seen
}
