import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundleServer } from './bundled.ts'
import { startSharedPostgres } from './postgres.ts'

/** Before a run of server tests or journeys: the PostgreSQL that they share, and the server built once. Returns what ends both. */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'cloison-server-'))
  const [shared, program] = await Promise.all([startSharedPostgres(), bundleServer(folder)])
  process.env['CLOISON_TEST_SERVER'] = program
  return async () => {
    await shared.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
