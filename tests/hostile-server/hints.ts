import type { Server } from 'node:http'
import { WebSocket, WebSocketServer } from 'ws'

/** The socket's half of a malicious server: it can drop what the honest server says, and say what it likes itself. */
export type Hints = {
  /** Whether the honest server's hints come through. */
  passing: boolean
  /** Says this to every client that listens: a hint, or something that is none. */
  say(message: unknown): void
  /** What clients have said, as text. */
  readonly heard: string[]
  listening(): number
  /** Ends every socket that there is; clients may come again. */
  hangUp(): void
  close(): void
}

/** Takes every upgrade of `server`, and relays it message by message to the honest server's socket. */
export function hints(server: Server, target: () => URL): Hints {
  const acceptor = new WebSocketServer({ noServer: true })
  const heard: string[] = []
  const clients = new Set<WebSocket>()
  const all: Hints = {
    passing: true,
    say(message) {
      const text = typeof message === 'string' ? message : JSON.stringify(message)
      for (const client of clients) client.send(text)
    },
    heard,
    listening: () => clients.size,
    hangUp() {
      for (const client of clients) client.terminate()
    },
    close() {
      for (const client of acceptor.clients) client.terminate()
    },
  }
  server.on('upgrade', (incoming, socket, head) => {
    acceptor.handleUpgrade(incoming, socket, head, (client) => {
      const { origin } = incoming.headers
      const upstream = new WebSocket(new URL(incoming.url ?? '/', target().origin.replace(/^http/, 'ws')), {
        headers: origin === undefined ? {} : { origin },
      })
      const waiting: string[] = []
      upstream.on('open', () => {
        for (const text of waiting.splice(0)) upstream.send(text)
      })
      clients.add(client)
      client.on('message', (data: Buffer) => {
        const text = data.toString()
        heard.push(text)
        if (upstream.readyState === WebSocket.OPEN) upstream.send(text)
        else waiting.push(text)
      })
      upstream.on('message', (data: Buffer) => {
        if (all.passing && client.readyState === WebSocket.OPEN) client.send(data.toString())
      })
      for (const [one, other] of [
        [client, upstream],
        [upstream, client],
      ] as const) {
        one.on('error', () => other.terminate())
        one.on('close', () => {
          clients.delete(client)
          other.terminate()
        })
      }
    })
  })
  return all
}
