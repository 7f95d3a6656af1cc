import type { RawData, WebSocket } from 'ws'
import { socketPath } from '../../shared/protocol/endpoints.ts'
import { socketUp } from '../../shared/protocol/push.ts'
import { memberOf } from '../middleware/authenticate.ts'
import { within } from '../middleware/deadline.ts'
import { problemOf } from '../middleware/problem-reply.ts'
import type { PresentedProof } from '../middleware/proofs.ts'
import type { Services } from '../middleware/services.ts'
import type { Line } from '../middleware/sockets.ts'
import type { Serve } from '../middleware/upgrades.ts'

const patience = 5_000

/** The socket that pushes hints: a token with its proof within five seconds, in a message; then pings. Anything else ends it. */
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

    async function show(token: string, proof: string): Promise<void> {
      const shown = await lineOf(services, socket, { token, proof, method: 'GET', path: socketPath })
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
      void show(message.token, message.proof)
    })
  }

/** The line of a token's session; null where the token is no good, which the socket is told before it is closed. */
async function lineOf(services: Services, socket: WebSocket, shown: PresentedProof): Promise<Line | null> {
  try {
    const claims = await services.proofs.check(shown)
    const { session, member, sessionEnds } = await within(services.patience, memberOf(services, claims))
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
