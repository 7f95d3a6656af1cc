import { lengthOf, markAt } from '../../../shared/ledger/replay/chain.ts'
import { toBase64url } from '../../../shared/bytes/base64url.ts'
import { has } from '../../../shared/bytes/table.ts'
import { Failure } from '../../../shared/bytes/failure.ts'
import type { LedgerHead } from '../../../shared/ledger/acts.ts'
import { callAs } from '../desk/call-as.ts'
import type { Giving, Progress } from './giving.ts'
import { portion } from './portion.ts'
import { stateOf } from '../vault/vault.ts'
import type { Vault } from '../vault/vault.ts'
import { needNoFork } from './forks.ts'

const ENTRIES = 200

/** How far a repair of the server is. */
export type Repairing = { step: 'ledger' | 'rest'; done: number; total: number }

/** What a server that holds `head` lacks of our ledger: how many entries, and when the first of them was written (ms). */
export function missingFrom({ chain }: Vault, head: LedgerHead): { entries: number; since: number } {
  return { entries: lengthOf(chain) - head.sequence, since: markAt(chain, head.sequence + 1)?.time ?? 0 }
}

/**
 * Gives back the ledger entries that a server restored from a backup lacks, each as its author signed it. The
 * rest follows by sync, from every member's desk. It can be broken off at any point and begun again. Throws `not-allowed`,
 * `forked`, `nothing-to-repair`, as `call`; ServerRefusal `conflict` where the server's ledger went another way meanwhile.
 */
export async function repairLedger({ desk, session, vault }: Giving, progress: Progress): Promise<void> {
  needNoFork(vault)
  const { shorter } = vault.witness
  if (!has(stateOf(vault).owners, vault.me)) throw new Failure('not-allowed')
  if (shorter === null) throw new Failure('nothing-to-repair')
  let { head } = shorter
  const first = head.sequence
  const total = vault.entries.length - first
  while (head.sequence < vault.entries.length) {
    const lacking = vault.entries.slice(head.sequence, head.sequence + ENTRIES).map(toBase64url)
    const entries = portion(lacking, ENTRIES, (entry) => entry.length)
    const reply = await callAs(desk, session, 'repairLedger', { entries })
    if (reply.sequence <= head.sequence) throw new Failure('bad-reply')
    head = reply
    progress(Math.min(head.sequence - first, total), total)
  }
}
