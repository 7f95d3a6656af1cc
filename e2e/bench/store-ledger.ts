import { fromBase64url } from '../../shared/bytes/base64url.ts'
import type { Stack } from '../../tests/stack.ts'
import type { BigLedger } from './big-ledger.ts'

/** Rows in one statement. */
const AT_ONCE = 2_000

/** Puts a history into the server's tables as if it had been appended entry by entry, and starts the server anew on it. */
export async function storeLedger(stack: Stack, { entries, profiles, receiveKeys }: BigLedger): Promise<void> {
  const sql = stack.sql()
  const bytes = (text: string) => Buffer.from(fromBase64url(text))
  const put = async (table: string, rows: Record<string, string | number | Buffer>[]) => {
    for (let at = 0; at < rows.length; at += AT_ONCE)
      await sql`insert into ${sql(table)} ${sql(rows.slice(at, at + AT_ONCE))}`
  }
  await put(
    'ledger_entries',
    entries.map(({ sequence, entry, hash }) => ({ sequence, entry: Buffer.from(entry), hash: bytes(hash) })),
  )
  await put(
    'profiles',
    profiles.map(({ member, name, email, salt }) => ({ member: bytes(member), name, email, salt: bytes(salt) })),
  )
  await put(
    'receive_keys',
    receiveKeys.map(({ hash, key }) => ({ hash: bytes(hash), key: bytes(key) })),
  )
  await sql.end()
  await stack.halt()
  await stack.resume()
}
