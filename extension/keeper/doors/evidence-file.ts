import { get } from '../../../shared/bytes/table.ts'
import { Failure } from '../../../shared/bytes/failure.ts'
import { writeEvidence } from '../../../shared/ledger/fork-evidence.ts'
import { stateOf } from '../vault/vault.ts'
import type { Vault } from '../vault/vault.ts'

/** Returns the evidence of one fork as a file: both heads, both signatures, ids, no names. Throws Failure `not-found`. */
export function evidenceFile(vault: Vault, at: number): { name: string; content: string } {
  const fork = vault.forkWatch.forks[at]
  const signKey = fork === undefined ? undefined : get(stateOf(vault).members, fork.other.author)?.signKey
  if (fork === undefined || signKey === undefined) throw new Failure('not-found')
  const { own, other, found } = fork
  const { kind, author: member, head, time, signed } = other
  const content = writeEvidence({
    org: vault.org,
    own,
    other: { kind, member, signKey, ...head, time, signed },
    found: Math.round(found),
  })
  return { name: `cloison-fork-entry-${String(own.sequence)}.json`, content }
}
