import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import { fileURLToPath } from 'node:url'

/** The clone's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url))

/** Node 20 warns of WebCrypto's Ed25519 in every process; it is what we chose. */
const quiet = '--disable-warning=ExperimentalWarning'

/**
 * Runs a program in the clone's folder and waits for its end.
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: Record<string, string>, quiet?: boolean, tee?: boolean, shell?: boolean, behind?: boolean,
 *   signal?: AbortSignal }} [options]
 * quiet: keep the output and show nothing; tee: keep it and show it; behind: use only what others leave of the processor; signal: ends it
 * @returns {Promise<{ code: number, output: string }>} code as a shell tells it (128 + n after a signal)
 */
export function run(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: options.cwd ?? root,
      env: { ...process.env, NODE_OPTIONS: nodeOptions(), ...options.env },
      stdio: options.quiet || options.tee ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      shell: options.shell ?? false,
      detached: options.behind ?? false,
    })
    if (options.behind && child.pid !== undefined) letOthersFirst(child.pid)
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (chunk) => {
        output += chunk
        if (options.tee) process.stdout.write(chunk)
      })
    }
    const forward = (signal) => () => child.kill(signal)
    options.signal?.addEventListener('abort', forward('SIGTERM'))
    // A terminal gives SIGINT to the whole group: a child that is in it has it already.
    const forwards = [
      ['SIGTERM', forward('SIGTERM')],
      ['SIGHUP', forward('SIGHUP')],
      ['SIGINT', process.stdin.isTTY && !options.behind ? () => {} : forward('SIGINT')],
    ]
    for (const [signal, handler] of forwards) process.on(signal, handler)
    const done = () => forwards.forEach(([signal, handler]) => process.off(signal, handler))
    child.on('error', (error) => (done(), reject(error)))
    child.on('close', (code, signal) => {
      done()
      resolve({ code: code ?? 128 + (signals[signal] ?? 0), output })
    })
  })
}

/** Lowers the priority of a process that leads a session, and of those that it starts. */
function letOthersFirst(pid) {
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW)
    // Linux divides its time among sessions first, and only within one by the priority of a process.
    writeFileSync(`/proc/${pid}/autogroup`, String(constants.priority.PRIORITY_LOW))
  } catch {
    // Another system, or it has ended already.
  }
}

const signals = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGSEGV: 11, SIGTERM: 15 }

function nodeOptions() {
  const given = process.env.NODE_OPTIONS ?? ''
  return given.includes(quiet) ? given : `${given} ${quiet}`.trim()
}

/** Runs a tool that an installed package brings, by its script. */
export const tool = (script, args, options) =>
  run(process.execPath, [`${root}node_modules/${script}`, ...args], options)

/** Runs a TypeScript file of ours in this one process below us, so that signals and exit code are its own. */
export const typescript = (file, args, options) => run(process.execPath, ['--import', 'tsx', file, ...args], options)

/** Prints what a step was and how long it took. */
export const report = (ok, name, since, detail = '') =>
  console.log(
    `${ok ? '✓' : '✗'} ${name}${detail && ` (${detail})`}  ${((performance.now() - since) / 1000).toFixed(1)} s`,
  )
