/**
 * A malicious server: the real one, whose replies pass through here, between it and the clients as they ship. What it makes of
 * them is an `Attack` (attacks.ts); what clients send is kept for the oracle (oracle.ts).
 */
import { createServer, request } from 'node:http'
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { endpoints } from '../../shared/protocol/endpoints.ts'
import type { Endpoint } from '../../shared/protocol/endpoints.ts'
import { hints } from './hints.ts'
import type { Hints } from './hints.ts'

/** What a client asked; `endpoint` is null for what the protocol does not know. `url`: path and query. */
export type Sent = {
  endpoint: Endpoint | null
  method: string
  url: string
  headers: IncomingHttpHeaders
  body: Buffer
}
/** `cutAfter`: the socket is destroyed after so many bytes of the body. */
export type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer; cutAfter: number | null }
/** Asks the honest server, with the request as it was or changed. */
export type Pass = (changed?: Partial<Sent>) => Promise<Answer>
export type Attack = (sent: Sent, pass: Pass) => Promise<Answer>
export type Exchange = { sent: Sent; answer: Answer }

export type Hostile = {
  origin: string
  /** Where the honest server is; it can be aimed elsewhere at any time. */
  target(): string
  aim(target: string): void
  /** From now on; null is honest again. */
  attack(attack: Attack | null): void
  /** Everything that clients asked so far, with what they got. */
  readonly log: Exchange[]
  readonly hints: Hints
  close(): Promise<void>
}

export async function hostileServer(): Promise<Hostile> {
  let target = new URL('http://127.0.0.1')
  let attack: Attack | null = null
  const log: Exchange[] = []
  const server = createServer((incoming, outgoing) => {
    forward(incoming, outgoing).catch(() => outgoing.destroy())
  })
  const forward = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const sent = await read(incoming)
    // Whoever lies about journals asks for all of them: else there is nothing to lie about.
    const asked = attack === null ? sent : { ...sent, url: sent.url.replace(/&mark=[^&]*/, '') }
    const pass: Pass = (changed = {}) => ask(target, { ...asked, ...changed })
    const answer = attack === null ? await pass() : await attack(sent, pass)
    log.push({ sent, answer })
    reply(outgoing, answer)
  }
  const sockets = hints(server, () => target)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the hostile server has no port')
  return {
    origin: `http://localhost:${String(address.port)}`,
    target: () => target.origin,
    aim: (to) => void (target = new URL(to.replace('localhost', '127.0.0.1'))),
    attack: (next) => void (attack = next),
    log,
    hints: sockets,
    async close() {
      sockets.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const known = Object.entries(endpoints).map(([name, { method, path }]) => ({
  name: name as Endpoint,
  method,
  path: new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`),
}))
export const endpointOf = (method: string, url: string): Endpoint | null =>
  known.find((one) => one.method === method && one.path.test(url.split('?')[0] ?? ''))?.name ?? null

const collect = async (message: IncomingMessage) => {
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

async function read(incoming: IncomingMessage): Promise<Sent> {
  const { method = 'GET', url = '/', headers } = incoming
  return { endpoint: endpointOf(method, url), method, url, headers, body: await collect(incoming) }
}

async function ask(target: URL, { method, url, headers, body }: Sent): Promise<Answer> {
  const { 'transfer-encoding': _encoding, ...kept } = headers
  const length = body.length > 0 ? { 'content-length': String(body.length) } : {}
  const upstream = request({
    host: target.hostname,
    port: target.port,
    method,
    path: url,
    headers: { ...kept, ...length },
  })
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    upstream.on('response', resolve).on('error', reject)
  })
  upstream.end(body)
  const answer = await answered
  return { status: answer.statusCode ?? 502, headers: answer.headers, body: await collect(answer), cutAfter: null }
}

function reply(outgoing: ServerResponse, { status, headers, body, cutAfter }: Answer): void {
  const { 'content-length': _length, 'transfer-encoding': _encoding, ...kept } = headers
  outgoing.writeHead(status, { ...kept, 'content-length': body.length })
  if (cutAfter === null) outgoing.end(body)
  else outgoing.write(body.subarray(0, cutAfter), () => outgoing.destroy())
}
