import { timingSafeEqual } from 'node:crypto'
import { utf8 } from '../../shared/bytes/bytes.ts'
import { encode } from '../../shared/bytes/encode.ts'
import { idBytes } from '../../shared/bytes/ids.ts'
import { sha256 } from '../../shared/crypto/hash.ts'
import { hkdf } from '../../shared/crypto/hkdf.ts'
import type { Connection } from './connection.ts'
import { Problem } from './problem.ts'
import { org, setup } from './schema.ts'

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * Four groups of four, 80 bits that nobody without the server's secret knows, without letters that read as others. The same at each start
 * of a server that has no org yet: who has copied it down uses it tomorrow too.
 */
async function codeOf(secret: Uint8Array): Promise<string> {
  const bytes = await hkdf(secret, new Uint8Array(), encode('cloison/v1/server/setup-code'), 16)
  return [...bytes]
    .map((byte) => letters.charAt(byte & 31))
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-')
}

export type SetupCode = ReturnType<typeof createSetupCode>

/** The code as the server shows it: in memory only, the table has its hash. */
export function createSetupCode(db: Connection, secret: Uint8Array, hasOrg: () => boolean) {
  let code: string | null = null
  return {
    /** The code while there is no org, made when it is first asked for; else null. */
    async show(): Promise<string | null> {
      if ((await db.select({ id: org.id }).from(org)).length > 0) code = null
      else code ??= await makeCode(db, secret)
      return code
    },
    /**
     * Nobody guesses 80 random bits, so tries are not counted: who counts them lets strangers take the code from the operator (L10). The
     * database is asked about none but the right one. Throws `org-exists`, `bad-code`.
     */
    async check(tried: string): Promise<void> {
      if (hasOrg()) throw orgExists()
      if (code !== null && !isSame(code, tried)) throw badCode()
      await checkKept(db, tried)
    },
  }
}

/** Returns the code; only its hash is kept. */
async function makeCode(db: Connection, secret: Uint8Array): Promise<string> {
  const code = await codeOf(secret)
  const row = { codeHash: await sha256(utf8(code)) }
  await db.insert(setup).values(row).onConflictDoUpdate({ target: setup.single, set: row })
  return code
}

/** In constant time; both are 19 letters, by the schema. */
const isSame = (one: string, other: string) => timingSafeEqual(utf8(one), utf8(other))

const badCode = () => new Problem('bad-code', 'This is not the set-up code.')
const orgExists = () => new Problem('org-exists', 'This server has its organisation already.')

async function checkKept(db: Connection, code: string): Promise<void> {
  const [row] = await db.select().from(setup)
  // The code goes with the founding: whoever finds it gone in that moment is told why.
  if ((await db.select({ id: org.id }).from(org)).length > 0) throw orgExists()
  if (row === undefined || !timingSafeEqual(idBytes(row.codeHash), idBytes(await sha256(utf8(code))))) throw badCode()
}
