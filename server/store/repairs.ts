import type { Database } from './database/connect.ts'
import { repairs } from './schema.ts'

export type Repairs = ReturnType<typeof createRepairs>

/** When this server's ledger was last repaired, in memory: every sync asks for it. */
export function createRepairs(db: Database) {
  let known: Promise<number> | null = null
  return {
    /** ms since 1970, 0 if never. */
    last(): Promise<number> {
      return (known ??= look(db).catch((error: unknown) => {
        known = null
        throw error
      }))
    },
    /** A repair of that time is committed. */
    noted(at: number): void {
      known = Promise.resolve(at)
    },
  }
}

async function look(db: Database): Promise<number> {
  const [row] = await db.select({ at: repairs.at }).from(repairs)
  return row?.at ?? 0
}
