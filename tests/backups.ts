import type { Stack } from './stack.ts'

export type Backups = {
  /** Copies every table as it is now. */
  take(): Promise<void>
  /** Puts the copied tables back, and starts the server anew on them, as whoever restores a backup does. */
  restore(): Promise<void>
  /** What lies in the tables, for tests that count or plant rows. */
  sql: ReturnType<Stack['sql']>
  close(): Promise<void>
}

/** Backups of a stack's own PostgreSQL: one copy of all tables, within it. */
export function backupsOf(stack: Stack): Backups {
  let sql = stack.sql()
  const tables = async () =>
    (await sql<{ name: string }[]>`select tablename as name from pg_tables where schemaname = 'public'`).map(
      ({ name }) => name,
    )
  const close = () => sql.end({ timeout: 5 })
  return {
    get sql() {
      return sql
    },
    async take() {
      await sql`drop schema if exists backup cascade`
      await sql`create schema backup`
      for (const name of await tables())
        await sql`create table ${sql(`backup.${name}`)} as table ${sql(`public.${name}`)}`
    },
    async restore() {
      const all = await tables()
      // All at once: a desk that asks meanwhile waits, and never meets a server without sessions.
      await sql.begin(async (tx) => {
        await tx`truncate ${tx(all)} cascade`
        // Sessions and attempts lean on other rows.
        for (const name of all)
          await tx`insert into ${tx(`public.${name}`)} overriding system value select * from ${tx(`backup.${name}`)}`
      })
      await close()
      await stack.halt()
      await stack.resume()
      sql = stack.sql()
    },
    close,
  }
}
