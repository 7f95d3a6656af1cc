import { lengthOf } from '../../shared/ledger/replay/chain.ts'
import { socketPath } from '../../shared/protocol/endpoints.ts'
import { socketDown } from '../../shared/protocol/push.ts'
import type { SocketDown } from '../../shared/protocol/push.ts'
import { proofForSocket } from './desk/call-as.ts'
import { randomFraction } from './desk/random-fraction.ts'
import type { Keeper } from './keeper.ts'
import type { Open } from './vault/open.ts'
import { shelfOf } from './vault/vault.ts'

type SocketProof = Awaited<ReturnType<typeof proofForSocket>>

const PING = 20_000
/** A server can delay a desk's sync by at most so many ms. */
const longest = 30_000

/**
 * The socket that brings hints while unlocked. New data comes by sync and is verified there (P4). The socket's traffic keeps the worker
 * alive; if the worker dies all the same, an alarm wakes it and the socket is opened again.
 */
export class Live {
  private failures = 0
  private socket: WebSocket | null = null
  private timer: ReturnType<typeof setInterval> | null = null
  private asking = false
  /** Over how many ms desks are to spread their return, as the server asked last. */
  private within = 0
  private due: ReturnType<typeof setTimeout> | null = null

  constructor(private readonly keeper: Keeper) {}

  /** Opens the socket when unlocked and without one; closes it when locked. */
  async follow(): Promise<void> {
    const { open } = this.keeper
    if (open === null) return this.close()
    if (this.socket !== null || this.asking) return
    this.asking = true
    // Through `run`: a renewed token is written to the session, and nothing may be written after a lock (P10).
    const shown = await this.keeper.run(() => this.show(open)).catch(() => null)
    this.asking = false
    if (this.keeper.open !== open) return this.follow()
    if (shown !== null) this.connect(open, shown)
  }

  private async show(open: Open): Promise<SocketProof | null> {
    return this.keeper.open === open ? proofForSocket(open.desk, open.session) : null
  }

  private connect({ desk, session }: Open, shown: SocketProof): void {
    const socket = desk.socket(session.server.replace(/^http/, 'ws') + socketPath)
    this.socket = socket
    socket.addEventListener('open', () => {
      socket.send(JSON.stringify({ kind: 'token', ...shown }))
    })
    socket.addEventListener('message', ({ data }) => {
      const message = readMessage(data)
      if (message !== null) this.hint(message)
    })
    socket.addEventListener('close', () => {
      if (this.socket !== socket) return
      this.close()
      this.failures += 1
      const wait = Math.min(30_000, 500 * 2 ** this.failures)
      setTimeout(() => void this.keeper.wake(), wait + randomFraction() * this.within)
    })
    this.timer = setInterval(() => {
      // S12: a socket that stayed open this long resets the back-off; one that closed right after it opened does not.
      this.failures = 0
      if (socket.readyState === socket.OPEN) socket.send(JSON.stringify({ kind: 'ping' }))
    }, PING)
  }

  close(): void {
    if (this.timer !== null) clearInterval(this.timer)
    if (this.due !== null) clearTimeout(this.due)
    this.timer = this.due = null
    const { socket } = this
    this.socket = null
    socket?.close()
  }

  private hint(message: SocketDown): void {
    const within = 'within' in message ? Math.min(longest, message.within ?? 0) : 0
    if (message.kind === 'ready') this.within = within
    if (message.kind === 'pong' || this.isKnown(message)) return
    if (within === 0) return void this.keeper.wake()
    // One sync covers every hint until it runs.
    this.due ??= setTimeout(() => {
      this.due = null
      void this.keeper.wake()
    }, randomFraction() * within)
  }

  /** Whether this desk wrote or synced it already, so that no sync is needed. */
  private isKnown(message: SocketDown): boolean {
    const vault = this.keeper.open?.vault
    if (vault === undefined) return true
    if (message.kind === 'ledger') return message.sequence <= lengthOf(vault.chain)
    return message.kind === 'journal' && message.sequence <= shelfOf(vault, message.folder).journal.head.sequence
  }
}

function readMessage(data: unknown): SocketDown | null {
  try {
    const parsed = socketDown.safeParse(typeof data === 'string' ? JSON.parse(data) : null)
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
