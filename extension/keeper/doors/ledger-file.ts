import { toBase64url } from '../../../shared/bytes/base64url.ts'
import { writeExport } from '../../../shared/ledger/export.ts'
import { readStatement } from '../../../shared/ledger/statement.ts'
import { stateOf } from '../vault/vault.ts'
import type { Vault } from '../vault/vault.ts'

/**
 * Returns the ledger as this desk has verified it, with the journals that this person may read, as a file for `npm run verify-ledger`.
 * Receipts that prove a fork are included, so that whoever examines the file sees the fork too.
 */
export async function ledgerFile(vault: Vault): Promise<{ name: string; content: string }> {
  const { org, entries, shelves, forkWatch } = vault
  const { sequence } = stateOf(vault).head
  const journals = [...shelves]
    .filter(([, { refused, entries: own }]) => refused === null && own.length > 0)
    .map(([folder, { entries: own }]) => ({ folder, entries: own }))
    .sort((a, b) => (a.folder < b.folder ? -1 : 1))
  const statements = [...forkWatch.statements.values(), ...forkWatch.forks.map(({ other }) => other)]
  const receipts: string[] = []
  // A receipt signed by keys that its member has rotated since proves nothing to whoever reads the file.
  for (const { kind, signed } of statements)
    if (kind === 'seen' && (await readStatement(kind, signed, stateOf(vault))) !== null) receipts.push(signed)
  return {
    name: `cloison-ledger-entry-${sequence}.json`,
    content: writeExport({ org, entries: entries.map(toBase64url), journals, receipts }),
  }
}
