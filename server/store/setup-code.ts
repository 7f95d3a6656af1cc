import { randomBytes, timingSafeEqual } from 'node:crypto'
import { eq, gt, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { utf8 } from '../../shared/bytes/bytes.ts'
import { idBytes } from '../../shared/bytes/ids.ts'
import { sha256 } from '../../shared/crypto/hash.ts'
import type { Log } from '../log.ts'
import type { Connection } from './connection.ts'
import { Problem } from './problem.ts'
import { org, setup } from './schema.ts'

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const mostTries = 10

/** Four groups of four, 80 random bits, without letters that read as others. */
function newCode(): string {
  const code = [...randomBytes(16)].map((byte) => letters.charAt(byte & 31)).join('')
  return code.replace(/(.{4})(?=.)/g, '$1-')
}

export type SetupCode = ReturnType<typeof createSetupCode>

/** The code as this start of the server shows it: in memory only, the table has its hash. `replaced` tells the operator. */
export function createSetupCode(db: Connection, log: Log, replaced: (code: string) => void) {
  let code: string | null = null
  return {
    /** The code while there is no org, made when it is first asked for; else null. */
    async show(): Promise<string | null> {
      if ((await db.select({ id: org.id }).from(org)).length > 0) code = null
      else code ??= await makeCode(db, sql`true`)
      return code
    },
    /** Makes a new code where the old one was guessed at too often; of several who ask at once, one makes it. */
    async replace(): Promise<void> {
      const made = await makeCode(db, eq(setup.triesLeft, 0))
      if (made === null) return
      code = made
      log.info('setup-code-replaced')
      replaced(code)
    },
  }
}

/** Makes a new code and forgets the one before, where that fits `which`; else null. Only its hash is kept. */
async function makeCode(db: Connection, which: SQL): Promise<string | null> {
  const code = newCode()
  const row = { codeHash: await sha256(utf8(code)), triesLeft: mostTries }
  const made = await db
    .insert(setup)
    .values(row)
    .onConflictDoUpdate({ target: setup.single, set: row, setWhere: which })
    .returning({ triesLeft: setup.triesLeft })
  return made.length === 0 ? null : code
}

/**
 * A try is counted before the code is compared; the right code gives the tries back. Throws `org-exists`, or `bad-code`
 * with the tries left: at 0 the caller replaces the code.
 */
export async function checkSetupCode(db: Connection, code: string): Promise<void> {
  await needNoOrg(db)
  const [row] = await db
    .update(setup)
    .set({ triesLeft: sql`${setup.triesLeft} - 1` })
    .where(gt(setup.triesLeft, 0))
    .returning()
  // The code goes with the founding: whoever finds it gone in that moment is told why.
  if (row === undefined) await needNoOrg(db)
  const given = idBytes(await sha256(utf8(code)))
  if (row === undefined || !timingSafeEqual(idBytes(row.codeHash), given))
    throw new Problem('bad-code', 'This is not the set-up code.', { triesLeft: row?.triesLeft ?? 0 })
  await db.update(setup).set({ triesLeft: mostTries }).where(eq(setup.codeHash, row.codeHash))
}

async function needNoOrg(db: Connection): Promise<void> {
  if ((await db.select({ id: org.id }).from(org)).length > 0)
    throw new Problem('org-exists', 'This server has its organisation already.')
}
