import type { RawData, WebSocket } from 'ws'
import { socketUp } from '../../shared/protocol/push.ts'
import { askerOf } from '../middleware/authenticate.ts'
import { within } from '../middleware/deadline.ts'
import { problemOf } from '../middleware/problem-reply.ts'
import type { Services } from '../middleware/services.ts'
import type { Line } from '../middleware/sockets.ts'
import type { Serve } from '../middleware/upgrades.ts'
import { Problem } from '../store/problem.ts'

const patience = 5_000

/** The socket that pushes hints: a token within five seconds, in a message; then pings. Anything else ends it. */
export const serveSocket =
  (services: Services): Serve =>
  (socket, known) => {
    const { sockets } = services
    let line: Line | 'token' | 'asking' = 'token'
    const timer = setTimeout(() => {
      if (line === 'token') socket.close(4401, 'no token')
    }, patience)
    socket.on('close', () => {
      clearTimeout(timer)
      if (typeof line === 'object') sockets.drop(line)
    })

    async function show(token: string): Promise<void> {
      const shown = await lineOf(services, socket, token)
      if (shown === null || socket.readyState !== socket.OPEN) return
      line = shown
      known()
      sockets.add(line)
      sockets.welcome(line)
    }

    socket.on('message', (data, isBinary) => {
      const message = isBinary ? null : read(data)
      if (message?.kind === 'ping' && typeof line === 'object') return socket.send('{"kind":"pong"}')
      if (message?.kind !== 'token' || line !== 'token') return socket.close(4400, 'not understood')
      line = 'asking'
      void show(message.token)
    })
  }

/** The line of a token's session; null where the token is no good, which the socket is told before it is closed. */
async function lineOf(services: Services, socket: WebSocket, token: string): Promise<Line | null> {
  try {
    const { session, member, sessionEnds, removedAt } = await within(services.patience, askerOf(services, token))
    if (removedAt !== null) throw new Problem('removed', 'This member was removed.')
    return { session, member, sessionEnds, send: (text) => socket.send(text), close: (code) => socket.close(code) }
  } catch (error) {
    socket.send(JSON.stringify({ kind: 'bye', code: problemOf(error, services.log).code }))
    socket.close(4401, 'refused')
    return null
  }
}

function read(data: RawData) {
  try {
    const parsed = socketUp.safeParse(JSON.parse(Buffer.isBuffer(data) ? data.toString() : ''))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
