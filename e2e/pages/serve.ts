import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundle } from './bundle.ts'

/** An account of the test portal. `company` null: any company code is accepted. */
export interface Account {
  username: string
  password: string
  company: string | null
}

export interface PagesServer {
  /** `http://127.0.0.1:PORT` */
  origin: string
  /** Replaces the portal's accounts. */
  setAccounts(accounts: Account[]): void
  close(): Promise<void>
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
}

/** Serves our login pages on 127.0.0.1, and the sign-in of the test portal at POST /portal/login. Port 0 means any free port. */
export async function servePages(options: { port?: number; accounts?: Account[] } = {}): Promise<PagesServer> {
  let accounts = options.accounts ?? []
  const server = createServer((request, response) => {
    const done = request.method === 'POST' ? logIn(request, response, accounts) : send(request, response)
    done.catch(() => response.writeHead(404).end('not here'))
  })
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the pages have no port')
  return {
    origin: `http://127.0.0.1:${String(address.port)}`,
    setAccounts: (next) => void (accounts = next),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function logIn(request: IncomingMessage, response: ServerResponse, accounts: Account[]): Promise<void> {
  let body = ''
  for await (const chunk of request) body += String(chunk)
  const given: Partial<Account> = JSON.parse(body)
  const account = accounts.find(
    ({ username, password, company }) =>
      username === given.username && password === given.password && (company === null || company === given.company),
  )
  response.writeHead(account === undefined ? 401 : 200, {
    'content-type': 'application/json',
    'cache-control': 'no-store',
  })
  response.end(JSON.stringify({ name: account?.username ?? null }))
}

async function send(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = new URL(request.url ?? '/', 'http://pages').pathname
  const text = await textAt(path.endsWith('/') ? `${path}index.html` : path)
  response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? TYPES['.html'], 'cache-control': 'no-store' })
  response.end(text)
}

/** Scripts that pages load. Named here so that the check for unused files sees them. */
const SCRIPTS: Record<string, string> = {
  '/sign-in.js': import.meta.resolve('./sign-in.js'),
  '/portal/portal.js': import.meta.resolve('./portal/portal.js'),
  '/vendor/vue.js': new URL('dist/vue.esm-browser.prod.js', import.meta.resolve('vue/package.json')).href,
}
/** Pages built from the real frameworks, each a sign-in, a step of one or a sign-up at /frameworks/NAME/. */
const FRAMEWORKS: Record<string, string> = {
  'react-hook-form': import.meta.resolve('./frameworks/react-hook-form.js'),
  'react-keyed': import.meta.resolve('./frameworks/react-keyed.js'),
  'react-sign-up': import.meta.resolve('./frameworks/react-sign-up.js'),
  'react-boxes': import.meta.resolve('./frameworks/react-boxes.js'),
  'angular-reactive': import.meta.resolve('./frameworks/angular-reactive.js'),
  'angular-model': import.meta.resolve('./frameworks/angular-model.js'),
  preact: import.meta.resolve('./frameworks/preact.js'),
  svelte: import.meta.resolve('./frameworks/svelte.js'),
  lit: import.meta.resolve('./frameworks/lit.js'),
  'jquery-mask': import.meta.resolve('./frameworks/jquery-mask.js'),
}
const BUNDLES: Record<string, string> = {
  '/vendor/react-login.js': import.meta.resolve('./react-login.js'),
  ...Object.fromEntries(Object.entries(FRAMEWORKS).map(([name, at]) => [`/frameworks/${name}/script.js`, at])),
}
const built = new Map<string, Promise<string>>()

async function textAt(path: string): Promise<string> {
  const entry = BUNDLES[path]
  if (entry !== undefined) {
    const made = built.get(entry) ?? bundle(fileURLToPath(entry))
    built.set(entry, made)
    return made
  }
  const framework = /^\/frameworks\/([\w-]+)\/index\.html$/.exec(path)?.[1] ?? ''
  if (framework in FRAMEWORKS) return readFile(join(import.meta.dirname, 'frameworks/page.html'), 'utf8')
  const script = SCRIPTS[path]
  if (script !== undefined) return readFile(fileURLToPath(script), 'utf8')
  if (!/^\/[\w/-]+\.(?:html|css)$/.test(path)) throw new Error('no such page')
  return readFile(join(import.meta.dirname, path), 'utf8')
}
