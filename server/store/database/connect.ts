import type { Socket } from 'node:net'
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'

export type Database = PostgresJsDatabase
export type Pool = postgres.Sql
export type Connections = Readonly<{ max: number; socket?: () => Socket; max_lifetime?: number; onclose?: () => void }>

/**
 * A pool on a `postgres://` URL. One query at a time on a connection (`max_pipeline: 1`: the default slows down under sustained
 * load); a lost database is tried again after 100 ms, without growing pauses, so that it is back as soon as it is back.
 */
export function connect(url: string, connections: Connections): postgres.Sql {
  const options = { onnotice: () => {}, backoff: () => 0.1, connect_timeout: 10, max_pipeline: 1, ...connections }
  return postgres(url, options)
}

/** The typed query builder over a pool. From here on raw queries on that pool give dates as strings too. */
export function drizzleOver(sql: postgres.Sql): Database {
  return drizzle(sql)
}
