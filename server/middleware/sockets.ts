import type { MemberId } from '../../shared/bytes/ids.ts'
import type { SocketDown } from '../../shared/protocol/push.ts'

/** An open connection of one session. */
export type Line = Readonly<{
  session: string
  member: MemberId
  sessionEnds: number
  send(text: string): void
  close(code: number): void
}>
export type Sockets = ReturnType<typeof createSockets>

/** Time for the last hint to be acted on before the line is cut. */
const grace = 2_000

/** More lines than these spread what they ask, at the pace at which one core answers a sync and what follows it. */
const few = 50
const msEach = 2

/** Who is listening. Hints only: what they are about comes by sync and is verified there (P4). */
export function createSockets(now: () => number) {
  const lines = new Set<Line>()
  const timers = new Set<NodeJS.Timeout>()

  /** Ten thousand desks that ask in the same second keep each other waiting for twenty. */
  const spread = () => (lines.size > few ? { within: lines.size * msEach } : {})
  const send = (line: Line, message: SocketDown) => line.send(JSON.stringify(message))

  function cut(line: Line, code: string, status = 1_000): void {
    send(line, { kind: 'bye', code })
    line.close(status)
    lines.delete(line)
  }

  return {
    add: (line: Line) => void lines.add(line),
    drop: (line: Line) => void lines.delete(line),
    /** Tells everybody whom `to` picks. */
    tell(message: SocketDown, to: (member: MemberId) => boolean): void {
      const hint = JSON.stringify({ ...message, ...spread() })
      for (const line of lines) if (to(line.member)) line.send(hint)
    },
    /** Says that this line is heard, and over how long its desk comes back, should all lines break. */
    welcome: (line: Line): void => send(line, { kind: 'ready', ...spread() }),
    /** Cuts the lines of a session that ended, and says why. */
    end(session: string, code = 'session-over'): void {
      for (const line of lines) if (line.session === session) cut(line, code)
    },
    /** Cuts the lines of those removed, a moment after their hint. */
    cutMembers(members: ReadonlySet<MemberId>): void {
      if (members.size === 0) return
      const timer = setTimeout(() => {
        timers.delete(timer)
        for (const line of lines) if (members.has(line.member)) cut(line, 'removed')
      }, grace)
      timers.add(timer)
    },
    /** Cuts the lines of sessions that have run out. */
    sweep(): void {
      for (const line of lines) if (line.sessionEnds <= now()) cut(line, 'session-over')
    },
    close(): void {
      for (const timer of timers) clearTimeout(timer)
      for (const line of lines) cut(line, 'server-stops', 1_001)
    },
  }
}
