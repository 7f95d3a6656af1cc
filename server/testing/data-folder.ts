import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect } from 'vitest'
import { startProcess, type ServerProcess } from './process.ts'

/** A data folder for each test, and the servers that the test starts on it; whichever still live are stopped at its end. */
export function dataFolder() {
  let folder = ''
  let servers: ServerProcess[] = []
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cloison-life-'))
    servers = []
  })
  afterEach(async () => {
    for (const { child } of servers) child.kill('SIGTERM')
    await Promise.all(servers.map(({ exit }) => exit))
    rmSync(folder, { recursive: true, force: true })
  })
  const start = (env: Record<string, string> = {}) => {
    const server = startProcess(folder, { env })
    servers.push(server)
    return server
  }
  return { path: () => folder, start }
}

/** Waits for the server to listen; gives its origin. */
export async function ready(server: ServerProcess): Promise<string> {
  const origin = await server.origin()
  expect((await fetch(`${origin}/readyz`)).status).toBe(200)
  return origin
}

/** Waits until the database answers again. */
export async function untilReady(origin: string): Promise<void> {
  while ((await fetch(`${origin}/readyz`)).status !== 200) await sleep(50)
}

/** A request that is answered once its row is written. */
export const askNonce = (origin: string) =>
  fetch(`${origin}/api/nonce`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ purpose: 'unlock' }),
  })

/** Signals processes; one that is gone meanwhile (PostgreSQL's helpers come and go) is passed over. */
export function signal(pids: readonly number[], name: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, name)
    } catch {
      continue
    }
  }
}
