import { createServer, request } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { connect } from 'node:net'
import type { Duplex } from 'node:stream'
import type { ReplyOf } from '../extension/keeper/api.ts'
import { fetchReply, ledgerReply } from '../shared/protocol/sync.ts'

/** What a malicious server makes of its honest replies; a reply without a bend goes through as it is. */
export type Bends = {
  ledger?: (reply: ReplyOf<'ledger'>) => ReplyOf<'ledger'>
  fetch?: (reply: ReplyOf<'fetch'>) => ReplyOf<'fetch'>
}

export type Hostile = {
  origin: string
  /** The honest server behind. */
  aim(target: string): void
  /** From now on; `{}` is honest again. */
  bend(bends: Bends): void
  close(): Promise<void>
}

/** A malicious server: the real one, whose replies pass through here. Sockets pass untouched. */
export async function hostileServer(): Promise<Hostile> {
  let target = new URL('http://127.0.0.1')
  let bends: Bends = {}
  const server = createServer((incoming, outgoing) => {
    forward(incoming, outgoing, target, () => bends).catch(() => outgoing.destroy())
  })
  const sockets = new Set<Duplex>()
  server.on('upgrade', (incoming, socket, head) => {
    const upstream = connect(Number(target.port), target.hostname, () => {
      upstream.write(`${headOf(incoming)}\r\n\r\n`)
      upstream.write(head)
      socket.pipe(upstream).pipe(socket)
    })
    for (const [one, other] of [
      [socket, upstream],
      [upstream, socket],
    ] as const) {
      sockets.add(one)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        sockets.delete(one)
        other.destroy()
      })
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the hostile server has no port')
  return {
    origin: `http://localhost:${String(address.port)}`,
    aim: (to) => void (target = new URL(to.replace('localhost', '127.0.0.1'))),
    bend: (next) => void (bends = next),
    async close() {
      for (const socket of sockets) socket.destroy()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function headOf({ method, url, rawHeaders }: IncomingMessage): string {
  const pairs = rawHeaders.flatMap((name, at) => (at % 2 === 0 ? [`${name}: ${rawHeaders[at + 1] ?? ''}`] : []))
  return [`${method ?? 'GET'} ${url ?? '/'} HTTP/1.1`, ...pairs].join('\r\n')
}

async function forward(incoming: IncomingMessage, outgoing: ServerResponse, target: URL, bends: () => Bends) {
  const { method, url = '/', headers } = incoming
  const upstream = request({ host: target.hostname, port: target.port, method, path: url, headers })
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    upstream.on('response', resolve).on('error', reject)
  })
  incoming.pipe(upstream)
  const answer = await answered
  const chunks: Buffer[] = []
  for await (const chunk of answer) chunks.push(Buffer.from(chunk))
  const body = Buffer.concat(chunks)
  const ok = answer.statusCode === 200
  const bent = ok ? bendBody(`${method ?? ''} ${url.split('?')[0] ?? ''}`, body, bends()) : body
  const { 'content-length': _length, 'transfer-encoding': _encoding, ...kept } = answer.headers
  outgoing.writeHead(answer.statusCode ?? 502, { ...kept, 'content-length': bent.length })
  outgoing.end(bent)
}

function bendBody(what: string, body: Buffer, { ledger, fetch }: Bends): Buffer {
  if (what === 'GET /api/ledger' && ledger !== undefined)
    return Buffer.from(JSON.stringify(ledger(ledgerReply.parse(JSON.parse(body.toString())))))
  if (what === 'POST /api/fetch' && fetch !== undefined)
    return Buffer.from(JSON.stringify(fetch(fetchReply.parse(JSON.parse(body.toString())))))
  return body
}

/** The same blob with one byte turned, at `at` from its start or (negative) its end. */
export function flipped(blob: string, at = -1): string {
  const bytes = Buffer.from(blob, 'base64url')
  const place = at < 0 ? bytes.length + at : at
  bytes[place] = (bytes[place] ?? 0) ^ 1
  return bytes.toString('base64url')
}
