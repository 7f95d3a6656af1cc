import * as z from 'zod/mini'
import { statementKinds } from '../../../shared/ledger/statement.ts'
import { count, hash, head, memberId } from '../../../shared/protocol/primitives.ts'
import { putBlob, readBlob } from './cache.ts'
import type { Desk } from '../desk/desk.ts'
import type { Vault } from './vault.ts'

const statement = z.strictObject({
  kind: z.enum(statementKinds),
  author: memberId,
  head,
  time: count,
  signed: z.string(),
})
const blob = z.strictObject({
  statements: z.array(z.tuple([z.string(), statement])),
  forks: z.array(
    z.strictObject({
      own: z.strictObject({ sequence: count, hash, entry: z.string() }),
      other: statement,
      found: count,
    }),
  ),
  cursor: count,
  left: z.nullable(z.strictObject({ hash, due: count })),
  shorter: z.nullable(z.strictObject({ head, since: count })),
  repairedAt: count,
})

/** Writes to disk, sealed, what this device knows of others' ledgers: evidence of a fork outlives lock and restart (P5, P10). */
export async function keepForkWatch(desk: Desk, vault: Vault): Promise<void> {
  const { isChanged, statements, forks, cursor, left, shorter, repairedAt } = vault.forkWatch
  if (!isChanged) return
  const due = left === null ? null : { ...left, due: Math.round(left.due) }
  const value = { statements: [...statements], forks, cursor, left: due, shorter, repairedAt }
  // Where the disk is full it stays in memory only.
  await putBlob(desk, vault, 'witness', '', value).then(
    () => (vault.forkWatch.isChanged = false),
    () => undefined,
  )
}

/** Restores it from disk. A blob that does not parse is ignored. */
export async function recallForkWatch(desk: Desk, vault: Vault): Promise<void> {
  const kept = blob.safeParse(await readBlob(desk, vault, 'witness', ''))
  if (kept.success) vault.forkWatch = { ...vault.forkWatch, ...kept.data, statements: new Map(kept.data.statements) }
}
