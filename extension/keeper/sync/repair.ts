import { lengthOf, markAt } from '../../../shared/ledger/replay/chain.ts'
import { toBase64url } from '../../../shared/bytes/base64url.ts'
import { has } from '../../../shared/bytes/table.ts'
import { Failure } from '../../../shared/bytes/failure.ts'
import type { LedgerHead } from '../../../shared/ledger/acts.ts'
import { callAs } from '../desk/call-as.ts'
import type { RepairSource, Progress } from './giving.ts'
import { takePortion } from './portion.ts'
import { stateOf } from '../vault/vault.ts'
import type { Vault } from '../vault/vault.ts'
import { needNoFork } from './forks.ts'

const ENTRIES = 200

/** The progress of a repair of the server. */
export type Repairing = { step: 'ledger' | 'rest'; done: number; total: number }

/** Returns what a server with `head` lacks of our ledger: how many entries, and the time of the first of them (ms). */
export function missingFrom({ chain }: Vault, head: LedgerHead): { entries: number; since: number } {
  return { entries: lengthOf(chain) - head.sequence, since: markAt(chain, head.sequence + 1)?.time ?? 0 }
}

/**
 * Sends the ledger entries that a server lacks after it was restored from a backup, each as its author signed it. Each member's device
 * sends the rest at its next sync (`giveBack`). It can be interrupted at any point and started again.
 * @throws Failure `not-allowed` unless this person is an owner, `forked`, `nothing-to-repair`, `bad-reply`; what `callAs` throws;
 *   ServerRefusal `conflict` where the server's ledger has got other entries meanwhile
 */
export async function repairLedger({ desk, session, vault }: RepairSource, progress: Progress): Promise<void> {
  needNoFork(vault)
  const { shorter } = vault.forkWatch
  if (!has(stateOf(vault).owners, vault.me)) throw new Failure('not-allowed')
  if (shorter === null) throw new Failure('nothing-to-repair')
  let { head } = shorter
  const first = head.sequence
  const total = vault.entries.length - first
  while (head.sequence < vault.entries.length) {
    const lacking = vault.entries.slice(head.sequence, head.sequence + ENTRIES).map(toBase64url)
    const entries = takePortion(lacking, ENTRIES, (entry) => entry.length)
    const reply = await callAs(desk, session, 'repairLedger', { entries })
    if (reply.sequence <= head.sequence) throw new Failure('bad-reply')
    head = reply
    progress(Math.min(head.sequence - first, total), total)
  }
}
