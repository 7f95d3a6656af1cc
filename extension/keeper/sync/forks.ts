import { hashAt } from '../../../shared/ledger/replay/chain.ts'
import type { Hash, MemberId } from '../../../shared/bytes/ids.ts'
import { toBase64url } from '../../../shared/bytes/base64url.ts'
import { emptyTable, get } from '../../../shared/bytes/table.ts'
import { Failure } from '../../../shared/bytes/failure.ts'
import { isOnChain, readStatement } from '../../../shared/ledger/statement.ts'
import type { Statement, StatementKind } from '../../../shared/ledger/statement.ts'
import { stateOf } from '../vault/vault.ts'
import type { Vault } from '../vault/vault.ts'

/** How many statements of colleagues a device keeps, the newest: there may be 10,000 colleagues. */
const MOST = 200
const MOST_FORKS = 20

/** Returns a function that gives the hash of our entry with that sequence, null where we have none. */
export const ourHash =
  ({ chain }: Vault) =>
  (sequence: number): Hash | null =>
    hashAt(chain, sequence)

/** P5: throws Failure `forked` once there is evidence of a fork, so that nothing more is signed into one of its branches. */
export function needNoFork({ forkWatch }: Vault): void {
  if (forkWatch.forks.length > 0) throw new Failure('forked')
}

/** Notes signed statements of colleagues that the server sent, and ignores those whose signature is not valid. */
export async function takeStatements(
  vault: Vault,
  kind: StatementKind,
  signed: readonly string[],
  now: number,
): Promise<void> {
  if (vault.chain.last === null) return
  for (const one of signed) {
    const statement = await readStatement(kind, one, stateOf(vault))
    if (statement !== null) noteStatement(vault, statement, now)
  }
}

const statementName = ({ kind, author }: Statement) => `${kind} ${author}`

/** Judges a statement about a head within our chain, and remembers one about a later head until our chain has reached it. */
function noteStatement(vault: Vault, statement: Statement, now: number): void {
  const { forkWatch } = vault
  const isOurs = isOnChain(statement.head, ourHash(vault))
  if (isOurs === false) return addFork(vault, statement, now)
  if (statement.kind === 'ledger' || (statement.kind === 'journal' && isOurs === true)) return
  const known = forkWatch.statements.get(statementName(statement))
  if (known !== undefined && !isNewer(statement, known)) return
  forkWatch.statements.delete(statementName(statement))
  forkWatch.statements.set(statementName(statement), statement)
  const [oldest] = forkWatch.statements.keys()
  if (forkWatch.statements.size > MOST && oldest !== undefined) forkWatch.statements.delete(oldest)
  forkWatch.isChanged = true
}

const isNewer = (one: Statement, other: Statement) =>
  one.head.sequence === other.head.sequence ? one.time > other.time : one.head.sequence > other.head.sequence

/** Judges the remembered statements again after our chain has grown: each head is now on it, or evidence of a fork (P5, S8). */
export function rejudgeStatements(vault: Vault, now: number): void {
  const { statements } = vault.forkWatch
  for (const [name, statement] of statements) {
    const isOurs = isOnChain(statement.head, ourHash(vault))
    if (isOurs === false) addFork(vault, statement, now)
    if (isOurs === false || (isOurs === true && statement.kind !== 'seen')) statements.delete(name)
  }
}

function addFork({ forkWatch, chain, entries }: Vault, other: Statement, found: number): void {
  const { sequence, hash } = other.head
  const own = hashAt(chain, sequence)
  const entry = entries[sequence - 1]
  const isKnown = forkWatch.forks.some(({ other: one }) => one.author === other.author && one.head.hash === hash)
  if (own === null || entry === undefined || isKnown || forkWatch.forks.length >= MOST_FORKS) return
  forkWatch.forks.push({ own: { sequence, hash: own, entry: toBase64url(entry) }, other, found })
  forkWatch.isChanged = true
}

/** Returns the colleagues whose newest receipt names our head, and the statement furthest ahead of our head, null where none is. */
export function compareReceipts({ forkWatch, chain: { last }, me }: Vault) {
  const head = last?.head
  const members = last?.members ?? emptyTable
  const theirs = [...forkWatch.statements.values()].filter(
    ({ author }) => author !== me && get(members, author)?.removedAt === null,
  )
  const here = theirs.filter((one) => one.kind === 'seen' && one.head.hash === head?.hash)
  const ahead = theirs.filter((one) => head !== undefined && one.head.sequence > head.sequence)
  return {
    here: here.map(({ author, time }): { member: MemberId; time: number } => ({ member: author, time })),
    ahead: ahead.sort((one, other) => other.head.sequence - one.head.sequence)[0] ?? null,
  }
}
