import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startProcess } from '../server/testing/process.ts'
import type { ServerProcess } from '../server/testing/process.ts'

/** A real server on a fresh data folder, with the set-up code that it printed. */
export type Stack = {
  server: ServerProcess
  /** As a person types it: the server's public origin. */
  origin: string
  setupCode: string
  folder: string
  stop(): Promise<void>
}

/** Starts the server on loopback, on a port of its own. */
export async function startStack(): Promise<Stack> {
  const folder = mkdtempSync(join(tmpdir(), 'cloison-e2e-'))
  const server = startProcess(folder)
  const port = new URL(await server.origin()).port
  await server.says('Set-up code')
  const setupCode = /[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/.exec(server.said())?.[0] ?? ''
  return {
    server,
    origin: `http://localhost:${port}`,
    setupCode,
    folder,
    async stop() {
      server.child.kill('SIGTERM')
      await server.exit
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
