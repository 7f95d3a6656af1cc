import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { extensionId, publicOrigin } from '../../server/testing/desk.ts'
import { embeddedOf } from '../../server/testing/process.ts'

/** CPU in ms since the start: of the server, and of its PostgreSQL (null where the system does not say). */
export type Cpu = Readonly<{ server: number; postgres: number | null }>

/** The server in a process of its own, with its own PostgreSQL, and a Hono that says hello beside it. */
export async function serverProcess() {
  const folder = mkdtempSync(join(tmpdir(), 'cloison-bench-'))
  const server = fork(fileURLToPath(import.meta.resolve('./strangers-server.ts')), {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: {
      PATH: process.env['PATH'],
      HOME: folder,
      PORT: '0',
      DATA_FOLDER: folder,
      PUBLIC_ORIGIN: publicOrigin,
      EXTENSION_ID: extensionId,
      TRUSTED_PROXIES: '127.0.0.1',
    },
  })
  let said = ''
  server.stdout?.setEncoding('utf8').on('data', (text: string) => (said += text))
  const [{ port, reference }] = (await once(server, 'message')) as [{ port: number; reference: number }]
  const { postmaster } = embeddedOf(folder)
  return {
    origin: `http://127.0.0.1:${String(port)}`,
    reference: `http://127.0.0.1:${String(reference)}`,
    setupCode: () => /[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/.exec(said)?.[0] ?? '',
    async cpu(): Promise<Cpu> {
      server.send('cpu')
      const [used] = (await once(server, 'message')) as [number]
      return { server: used, postgres: postgresCpu(postmaster) }
    },
    async stop(): Promise<void> {
      server.disconnect()
      await once(server, 'exit')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** What the postmaster and its children have used, as Linux tells it: ticks of 10 ms. */
function postgresCpu(postmaster: number): number | null {
  try {
    const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
    return all.map((pid) => ticksOf(Number(pid), postmaster)).reduce((sum, ticks) => sum + ticks * 10, 0)
  } catch {
    return null
  }
}

function ticksOf(pid: number, postmaster: number): number {
  try {
    const text = readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const [parent, user, system] = [fields[1], fields[11] ?? 0, fields[12] ?? 0]
    return pid === postmaster || parent === postmaster ? user + system : 0
  } catch {
    // It ended meanwhile.
    return 0
  }
}
