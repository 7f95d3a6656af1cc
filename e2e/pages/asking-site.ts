import { createHash, randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Account } from './serve.ts'

/** A login that the site received: on which path, whose username, and whether the site accepted it. */
export type Shown = { path: string; username: string; letIn: boolean }

export interface AskingSite {
  /** `http://127.0.0.1:PORT` */
  origin: string
  port: number
  shown: Shown[]
  /** Returns how often the site asked for a login on this path. */
  asked(path: string): number
  setAccount(account: Pick<Account, 'username' | 'password'>): void
  close(): Promise<void>
}

const HASHES: Record<string, string> = { MD5: 'md5', 'SHA-256': 'sha256' }
const escape = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${String(sign.codePointAt(0))};`)

/**
 * Serves a site with HTTP authentication. `/basic/REALM/…` and `/digest/ALGORITHM/REALM/…` ask for a login in that realm.
 * `/free/…` asks for none and shows the addresses in its query as an image, a frame or a link. Used as a proxy, the site
 * always asks and never forwards.
 */
export async function serveAsking(first: Pick<Account, 'username' | 'password'>): Promise<AskingSite> {
  let account = first
  const shown: Shown[] = []
  const asks: string[] = []
  const nonces = new Set<string>()

  const isRight = (request: IncomingMessage, scheme: string, algorithm: string, realm: string): string | null => {
    const given = request.headers.authorization ?? ''
    if (scheme === 'basic') {
      const [, sent = ''] = /^Basic (.+)$/.exec(given) ?? []
      return Buffer.from(sent, 'base64').toString() === `${account.username}:${account.password}`
        ? account.username
        : null
    }
    const said = digestFields(given)
    const hash = (text: string) =>
      createHash(HASHES[algorithm] ?? 'md5')
        .update(text)
        .digest('hex')
    const who = hash(`${account.username}:${realm}:${account.password}`)
    const what = hash(`${request.method ?? ''}:${said['uri'] ?? ''}`)
    const wanted = hash([who, said['nonce'], said['nc'], said['cnonce'], said['qop'], what].join(':'))
    const isOurs =
      nonces.has(said['nonce'] ?? '') && said['uri'] === request.url && said['username'] === account.username
    return isOurs && said['response'] === wanted ? account.username : null
  }
  const ask = (response: ServerResponse, path: string, scheme: string, algorithm: string, realm: string) => {
    asks.push(path)
    const nonce = randomBytes(16).toString('hex')
    nonces.add(nonce)
    // The bytes of UTF-8, as most sites send a realm.
    const said = Buffer.from(realm.replaceAll('"', '\\"')).toString('latin1')
    const digest = `Digest realm="${said}", qop="auth", algorithm=${algorithm}, nonce="${nonce}", opaque="x"`
    response.writeHead(401, {
      'www-authenticate': scheme === 'basic' ? `Basic realm="${said}", charset="UTF-8"` : digest,
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
    })
    response.end('<!doctype html><title>401</title><h1>Sign in first</h1>')
  }

  const server = createServer((request, response) => {
    const url = URL.parse(request.url ?? '/', 'http://site')
    // An absolute address: the browser uses this site as a proxy.
    if (!(request.url ?? '').startsWith('/')) {
      if (request.headers['proxy-authorization'] !== undefined)
        shown.push({ path: 'proxy', username: request.headers['proxy-authorization'], letIn: false })
      asks.push('proxy')
      response.writeHead(407, { 'proxy-authenticate': 'Basic realm="Agents"' }).end('a proxy asks')
      return
    }
    const path = url?.pathname ?? '/'
    const [, scheme, algorithm = 'MD5', realm] =
      /^\/(basic)()\/([^/]*)\//.exec(path) ?? /^\/(digest)\/([\w-]+)\/([^/]*)\//.exec(path) ?? []
    if (scheme !== undefined && realm !== undefined) {
      const within = decodeURIComponent(realm)
      const who = isRight(request, scheme, algorithm, within)
      if (request.headers.authorization !== undefined)
        shown.push({ path, username: usernameIn(request.headers.authorization), letIn: who !== null })
      if (who === null) return ask(response, path, scheme, algorithm, within)
      return send(response, `<h1>Signed in: ${escape(who)}</h1>`)
    }
    const embed = (name: string) => escape(url?.searchParams.get(name) ?? '')
    send(
      response,
      [
        '<h1>Free</h1>',
        embed('img') && `<img alt="" src="${embed('img')}">`,
        embed('frame') && `<iframe src="${embed('frame')}"></iframe>`,
        embed('link') && `<a href="${embed('link')}">Go on</a>`,
      ].join(''),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the site has no port')
  return {
    origin: `http://127.0.0.1:${String(address.port)}`,
    port: address.port,
    shown,
    asked: (path) => asks.filter((one) => one === path).length,
    setAccount: (next) => void (account = next),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function send(response: ServerResponse, body: string): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
  response.end(`<!doctype html><title>Site</title>${body}`)
}

const digestFields = (given: string): Record<string, string> =>
  Object.fromEntries(
    [...given.matchAll(/(\w+)=(?:"([^"]*)"|([^,\s]+))/g)].map(([, name = '', quoted, bare]) => [
      name,
      quoted ?? bare ?? '',
    ]),
  )

const usernameIn = (given: string): string => {
  const [, sent] = /^Basic (.+)$/.exec(given) ?? []
  if (sent === undefined) return digestFields(given)['username'] ?? ''
  return Buffer.from(sent, 'base64').toString().split(':')[0] ?? ''
}
