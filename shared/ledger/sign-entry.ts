import type { Hash } from '../bytes/ids.ts'
import { sha256 } from '../crypto/hash.ts'
import type { Signer } from '../crypto/sign.ts'
import { entryVersion, journalBody, ledgerBody, packEntry } from './entry.ts'
import type { JournalBody, LedgerBody } from './entry.ts'

export type SignedEntry = { entry: Uint8Array<ArrayBuffer>; hash: Hash }

async function sign(signer: Signer, body: Uint8Array<ArrayBuffer>): Promise<SignedEntry> {
  const entry = packEntry(body, await signer.sign(body))
  return { entry, hash: await sha256(entry) }
}

/** A ledger entry signed by its author. */
export const signLedgerEntry = (signer: Signer, body: Omit<LedgerBody, 'version'>) =>
  sign(signer, ledgerBody.write({ version: entryVersion, ...body }))

/** A journal entry signed by its author; without `snapshot`, one of changes. */
export const signJournalEntry = (
  signer: Signer,
  body: Omit<JournalBody, 'version' | 'snapshot'> & { snapshot?: JournalBody['snapshot'] },
) => sign(signer, journalBody.write({ version: entryVersion, snapshot: null, ...body }))
