import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startProcess } from '../server/testing/process.ts'
import type { ServerProcess } from '../server/testing/process.ts'

type Env = Record<string, string>

/** A real server on a fresh data folder, with the set-up code that it printed. */
export type Stack = {
  /** The process that runs now, or ran last. */
  readonly server: ServerProcess
  /** As a person types it: the server's public origin. */
  origin: string
  setupCode: string
  folder: string
  /** Ends the server; its address answers nothing from now on. */
  halt(): Promise<void>
  /** Starts it again at the same address, on the same data. */
  resume(env?: Env): Promise<void>
  stop(): Promise<void>
}

/** Starts the server on loopback, on a port of its own; `env` adds to its environment. */
export async function startStack(env: Env = {}): Promise<Stack> {
  const folder = mkdtempSync(join(tmpdir(), 'cloison-e2e-'))
  let server = startProcess(folder, { env })
  // A set-up that fails never comes to `stop`: the server goes with its test all the same.
  process.once('exit', () => server.child.kill('SIGTERM'))
  const port = new URL(await server.origin()).port
  await server.says('Set-up code')
  const setupCode = /[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/.exec(server.said())?.[0] ?? ''
  const halt = async () => {
    server.child.kill('SIGTERM')
    await server.exit
  }
  return {
    get server() {
      return server
    },
    origin: env['PUBLIC_ORIGIN'] ?? `http://localhost:${port}`,
    setupCode,
    folder,
    halt,
    async resume(more = {}) {
      server = startProcess(folder, { env: { ...env, PORT: port, ...more } })
      await server.origin()
    },
    async stop() {
      await halt()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
