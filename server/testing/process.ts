import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync, realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import postgres from 'postgres'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** `program`: what Node runs, and with which flags; the server's sources unless told otherwise. */
type Options = Readonly<{ env?: Record<string, string>; uid?: number; gid?: number; cwd?: string; program?: string[] }>

const sources = ['--import', 'tsx', 'server/main.ts']

/** A real server process on a data folder and any free port. `said`: all it wrote. `exit`: its exit code, null when killed. */
export type ServerProcess = Readonly<{
  child: ChildProcess
  said(): string
  /** Resolves once the process has written this; rejects when it ends first. */
  says(text: string): Promise<void>
  /** The origin, once it listens. */
  origin(): Promise<string>
  exit: Promise<number | null>
}>

/** Starts the server, as another user or from another clone where asked. */
export function startProcess(dataFolder: string, options: Options = {}): ServerProcess {
  const { env = {}, uid, gid, cwd = root, program = sources } = options
  const child = spawn(process.execPath, program, {
    cwd,
    env: { PATH: process.env['PATH'], HOME: dataFolder, PORT: '0', DATA_FOLDER: dataFolder, ...env },
    ...(uid === undefined ? {} : { uid, gid: gid ?? uid }),
  })
  let text = ''
  const waiting = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (part: string) => {
      text += part
      for (const look of waiting) look()
    })
  }
  const exit = new Promise<number | null>((resolve) => child.once('close', resolve))
  const says = (wanted: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (text.includes(wanted)) resolve()
      }
      waiting.add(look)
      void exit.then(() => reject(new Error(`the server ended without saying "${wanted}":\n${text}`)))
      look()
    })
  const origin = async () => {
    await says('"event":"listening"')
    const port = /"event":"listening".*"port":(\d+)/.exec(text)?.[1]
    return `http://127.0.0.1:${port}`
  }
  return { child, said: () => text, says, origin, exit }
}

/** The embedded PostgreSQL of a data folder, as its own files describe it: its postmaster, and a connection of ours beside the server's. */
export function embeddedOf(dataFolder: string): {
  postmaster: number
  folder: string
  connect(more?: object): postgres.Sql
} {
  const folder = realpathSync(join(dataFolder, 'postgres'))
  const [pid, , , port] = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')
  const password = readFileSync(join(dataFolder, 'postgres-password'), 'utf8').trim()
  const url = `postgres://cloison:${password}@127.0.0.1:${port}/postgres`
  return {
    postmaster: Number(pid),
    folder,
    connect: (more = {}) => postgres(url, { max: 1, onnotice: () => {}, ...more }),
  }
}
