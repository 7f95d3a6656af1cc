import type { Hono } from 'hono'
import type { UpgradeWebSocket } from 'hono/ws'
import { socketPath } from '../../shared/protocol/endpoints.ts'
import { socketUp } from '../../shared/protocol/push.ts'
import { askerOf } from '../middleware/authenticate.ts'
import { problemOf } from '../middleware/problem-reply.ts'
import type { Services } from '../middleware/services.ts'
import type { Line } from '../middleware/sockets.ts'
import { Problem } from '../store/problem.ts'

const patience = 5_000

/** The socket that pushes hints: a token within five seconds, in a message; then pings. Anything else ends it. */
export function socketRoute(app: Hono, services: Services, upgradeWebSocket: UpgradeWebSocket): void {
  const { sockets, log } = services
  app.get(
    socketPath,
    upgradeWebSocket(() => {
      let line: Line | 'token' | 'asking' = 'token'
      let timer: NodeJS.Timeout | null = null
      return {
        onOpen(_, ws) {
          timer = setTimeout(() => {
            if (line === 'token') ws.close(4401, 'no token')
          }, patience)
        },
        async onMessage({ data }, ws) {
          const message = read(data)
          if (message?.kind === 'ping' && typeof line === 'object') return ws.send('{"kind":"pong"}')
          if (message?.kind !== 'token' || line !== 'token') return ws.close(4400, 'not understood')
          line = 'asking'
          try {
            const asker = await askerOf(services, message.token)
            if (asker.removedAt !== null) throw new Problem('removed', 'This member was removed.')
            if (ws.readyState !== 1) return
            const { session, member, sessionEnds } = asker
            line = { session, member, sessionEnds, send: (text) => ws.send(text), close: (code) => ws.close(code) }
            sockets.add(line)
            sockets.welcome(line)
          } catch (error) {
            ws.send(JSON.stringify({ kind: 'bye', code: problemOf(error, log).code }))
            ws.close(4401, 'refused')
          }
        },
        onClose() {
          if (timer !== null) clearTimeout(timer)
          if (typeof line === 'object') sockets.drop(line)
        },
      }
    }),
  )
}

function read(data: unknown) {
  try {
    const parsed = socketUp.safeParse(JSON.parse(String(data)))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
