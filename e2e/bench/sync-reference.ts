/** The least that an answer from a table costs here: Hono, the driver, and one row by its key, of the server with the data FOLDER. */
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { embeddedOf } from '../../server/testing/process.ts'

const sql = embeddedOf(process.argv[2] ?? '').connect({ max: 10, max_pipeline: 1 })
const app = new Hono().get('/', async (c) => {
  const [row] = await sql<{ sequence: string; hash: Buffer }[]>`
    select sequence, hash from ledger_entries where sequence = ${1}`
  return c.json({ sequence: Number(row?.sequence), hash: row?.hash.toString('base64url') })
})
serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => process.send?.(port))
