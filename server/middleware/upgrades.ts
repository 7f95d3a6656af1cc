import type { IncomingMessage, Server } from 'node:http'
import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import { WebSocketServer } from 'ws'
import type { AddressOf } from './client-address.ts'
import type { CountRequest } from './flood.ts'

/** Has a socket that just opened; calls `known` once it has shown a good token. */
export type Serve = (socket: WebSocket, known: () => void) => void
export type Upgrades = ReturnType<typeof createUpgrades>

/**
 * How many sockets of one address may wait to show a token. After a restart all desks of a site come back at once, from one address; each
 * waits for a moment, and those past the cap try again. A socket costs about 20 KiB.
 */
export const usualWaiting = 2_000
/** What a client says is a token or a ping. */
const largestMessage = 4_096

type Door = Readonly<{ path: string; serve: Serve; addressOf: AddressOf; count: CountRequest; mostWaiting: number }>

/**
 * Lets WebSockets in at one path. Nothing is kept of a request before its handshake is done, so that strangers who break it off leave
 * nothing behind, and no more than `mostWaiting` of one address are in that have shown no token yet.
 */
export function createUpgrades({ path, serve, addressOf, count, mostWaiting }: Door) {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: largestMessage })
  const waiting = new Map<string, number>()

  function enter(socket: WebSocket, address: string): void {
    waiting.set(address, (waiting.get(address) ?? 0) + 1)
    let waits = true
    const known = () => {
      if (!waits) return
      waits = false
      const left = (waiting.get(address) ?? 1) - 1
      if (left === 0) waiting.delete(address)
      else waiting.set(address, left)
    }
    // A message that is too large, or is none: `ws` closes by itself.
    socket.on('error', () => undefined)
    socket.on('close', known)
    serve(socket, known)
  }

  function isFull(address: string): boolean {
    try {
      count(address)
    } catch {
      return true
    }
    return (waiting.get(address) ?? 0) >= mostWaiting
  }

  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    // Until the WebSocket stands, Node leaves the bare socket to us: an error that nobody hears would end the process.
    socket.on('error', () => socket.destroy())
    if (request.url?.split('?')[0] !== path) return refuse(socket, 404)
    const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    const address = addressOf({ peer: request.socket.remoteAddress ?? '', forwarded })
    if (isFull(address)) return refuse(socket, 429)
    sockets.handleUpgrade(request, socket, head, (opened) => enter(opened, address))
  }

  return {
    /** From now on this server's upgrades come here. */
    of: (server: Server) => void server.on('upgrade', upgrade),
    /** Says goodbye on every socket. */
    close(): void {
      for (const socket of sockets.clients) socket.close(1_001)
      sockets.close()
    },
  }
}

function refuse(socket: Duplex, status: 404 | 429): void {
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
