import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import type { Socket } from 'node:net'

/** What one request costs under load: answers a second, and the server's milliseconds of CPU for each. */
export type Cost = { rate: number; cpu: number }

/** So many requests under way at the same time, as desks that come together. */
const atOnce = 16
const tick = 10

/** Milliseconds of CPU that a process has used, by the system's own count. */
export function cpuOf(pid: number): number {
  const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
  const [user = 0, system = 0] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number)
  return (user + system) * tick
}

/** One connection that asks as soon as it is answered. Throws where an answer is another than 200. */
async function askAgain(socket: Socket, next: () => Buffer | null, until: number): Promise<number> {
  let answered = 0
  let had = ''
  let wanted = 0
  const first = next()
  if (first === null) return 0
  socket.write(first)
  for await (const chunk of socket) {
    had += (chunk as Buffer).toString('latin1')
    const end = had.indexOf('\r\n\r\n')
    if (end < 0) continue
    wanted ||= end + 4 + Number(/content-length: (\d+)/i.exec(had)?.[1] ?? NaN)
    if (!had.startsWith('HTTP/1.1 200 ')) throw new Error(had.slice(0, 500))
    if (had.length < wanted) continue
    answered++
    had = ''
    wanted = 0
    const request = performance.now() > until ? null : next()
    if (request === null) break
    socket.write(request)
  }
  return answered
}

/**
 * Asks one process for so long (ms), over connections that stay: the same each time, or with each of these headers once,
 * while there are any.
 */
export async function load(
  origin: string,
  pid: number,
  path: string,
  once: readonly Record<string, string>[] | null,
  ms: number,
): Promise<Cost> {
  const { hostname, port } = new URL(origin)
  const requestWith = (headers: Record<string, string>) => {
    const all = Object.entries({ host: `${hostname}:${port}`, ...headers })
    return Buffer.from(`GET ${path} HTTP/1.1\r\n${all.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`)
  }
  const same = requestWith({})
  const ready = once?.map(requestWith)
  const next = () => (ready === undefined ? same : (ready.pop() ?? null))
  const [start, cpu] = [performance.now(), cpuOf(pid)]
  const sockets = Array.from({ length: atOnce }, () => connect(Number(port), '127.0.0.1'))
  const counts = await Promise.all(sockets.map((socket) => askAgain(socket, next, start + ms)))
  for (const socket of sockets) socket.destroy()
  const answered = counts.reduce((sum, one) => sum + one, 0)
  return { rate: (answered * 1_000) / (performance.now() - start), cpu: (cpuOf(pid) - cpu) / answered }
}

export const middle = (all: readonly number[]): number =>
  [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? NaN
