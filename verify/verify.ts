import type { FolderId } from '../shared/bytes/ids.ts'
import { ledgerBody, readEntry } from '../shared/ledger/entry.ts'
import type { LedgerBody } from '../shared/ledger/entry.ts'
import { entryBytes } from '../shared/ledger/export.ts'
import type { LedgerExport } from '../shared/ledger/export.ts'
import { fromBase64url } from '../shared/bytes/base64url.ts'
import { verifyReceipt } from '../shared/ledger/receipt.ts'
import type { Seen } from '../shared/ledger/receipt.ts'
import { emptyJournal, isShortened, replayJournal } from '../shared/ledger/replay/journal.ts'
import type { JournalState } from '../shared/ledger/replay/journal.ts'
import { replay } from '../shared/ledger/replay/ledger.ts'
import { Refused } from '../shared/ledger/replay/state.ts'
import type { LedgerState } from '../shared/ledger/replay/state.ts'

/** A file whose every entry stands. `bodies` and `states` of sequence n are at n - 1. */
export type Verified = { states: LedgerState[]; bodies: LedgerBody[]; journals: JournalState[]; receipts: Seen[] }

/** Why a file is not believed, in one sentence. */
export class Disbelieved extends Error {
  override readonly name = 'Disbelieved'
}

/** Replays ledger and journals with every signature. Throws Disbelieved: which entry, and the code of the rule. */
export async function verifyExport(file: LedgerExport): Promise<Verified> {
  const entries = entryBytes(file.entries)
  const { states, refused } = await replay(null, entries)
  if (refused !== null)
    throw new Disbelieved(`The ledger is refused at entry ${states.length + 1} of ${entries.length}: ${refused.code}.`)
  const now = states.at(-1)
  if (now === undefined) throw new Disbelieved('The ledger has no entries.')
  if (now.org !== file.org) throw new Disbelieved(`The ledger is that of another organisation: ${now.org}.`)
  const journals: JournalState[] = []
  for (const journal of file.journals) journals.push(await verifyJournal(journal, states, now))
  const bodies = await Promise.all(entries.map(async (entry) => (await readEntry(ledgerBody, entry)).body))
  return { states, bodies, journals, receipts: await verifyReceipts(file.receipts, states, now) }
}

async function verifyJournal(
  { folder, entries }: { folder: FolderId; entries: string[] },
  states: LedgerState[],
  now: LedgerState,
): Promise<JournalState> {
  const ledgers = { at: (sequence: number) => states[sequence - 1] ?? null, now }
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
async function verifyReceipts(receipts: string[], states: LedgerState[], now: LedgerState): Promise<Seen[]> {
  const seen: Seen[] = []
  for (const [i, receipt] of receipts.entries()) {
    const read = await verifyReceipt(fromBase64url(receipt), now)
    if (read instanceof Refused)
      throw new Disbelieved(`Receipt ${i + 1} of ${receipts.length} is refused: ${read.code}.`)
    const { sequence, hash } = read.ledger
    const own = states[sequence - 1]?.head.hash
    if (own !== undefined && own !== hash)
      throw new Disbelieved(
        `Member ${read.member} has signed for another entry ${sequence}: the server told two histories.`,
      )
    seen.push(read)
  }
  return seen
}
