import { encode } from '../../shared/bytes/encode.ts'
import { Failure } from '../../shared/bytes/failure.ts'
import { hash } from '../../shared/bytes/ids.ts'
import { hkdf } from '../../shared/crypto/hkdf.ts'
import type { Connection } from './connection.ts'
import { serverSecret } from './schema.ts'

/**
 * Whether the secret is the one that this database's credentials were made with: under another one every PIN would be
 * wrong, and cost its ten tries. A database without a mark takes this secret's. Throws Failure `server-secret`.
 */
export async function checkServerSecret(db: Connection, secret: Uint8Array): Promise<void> {
  const mark = hash.read(await hkdf(secret, new Uint8Array(), encode('cloison/v1/server/secret-mark'), 32))
  await db.insert(serverSecret).values({ mark }).onConflictDoNothing()
  const [row] = await db.select().from(serverSecret)
  if (row?.mark !== mark)
    throw new Failure(
      'server-secret',
      'The server secret does not belong to this database: start with the secret that it was first started with, without which no PIN works.',
    )
}
