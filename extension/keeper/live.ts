import { socketPath } from '../../shared/protocol/endpoints.ts'
import { socketDown } from '../../shared/protocol/push.ts'
import type { Keeper } from './keeper.ts'
import { freshToken } from './session.ts'

const PING = 20_000

/**
 * The socket that brings hints while unlocked. What is new comes by sync and is verified there (P4). Its traffic keeps
 * the worker alive; when that dies all the same, an alarm finds this again.
 */
export class Live {
  private failures = 0
  private socket: WebSocket | null = null
  private timer: ReturnType<typeof setInterval> | null = null

  constructor(private readonly keeper: Keeper) {}

  /** Opens the socket when unlocked and without one; closes it when locked. */
  async follow(): Promise<void> {
    const { open } = this.keeper
    if (open === null) return this.close()
    if (this.socket !== null) return
    const { desk, session } = open
    const token = await freshToken(desk, session).catch(() => null)
    if (token === null || this.keeper.open !== open || this.socket !== null) return
    const socket = desk.socket(session.server.replace(/^http/, 'ws') + socketPath)
    this.socket = socket
    socket.addEventListener('open', () => {
      socket.send(JSON.stringify({ kind: 'token', token }))
    })
    socket.addEventListener('message', ({ data }) => {
      this.hint(data)
    })
    socket.addEventListener('close', () => {
      if (this.socket !== socket) return
      this.close()
      this.failures += 1
      setTimeout(this.refresh, Math.min(30_000, 500 * 2 ** this.failures))
    })
    this.timer = setInterval(() => {
      if (socket.readyState === socket.OPEN) socket.send(JSON.stringify({ kind: 'ping' }))
    }, PING)
  }

  close(): void {
    if (this.timer !== null) clearInterval(this.timer)
    this.timer = null
    const { socket } = this
    this.socket = null
    socket?.close()
  }

  private hint(data: unknown): void {
    const parsed = socketDown.safeParse(typeof data === 'string' ? JSON.parse(data) : null)
    if (!parsed.success || parsed.data.kind === 'pong') return
    if (parsed.data.kind === 'ready') this.failures = 0
    this.refresh()
  }

  private readonly refresh = () => void this.keeper.run(() => this.keeper.refresh())
}
