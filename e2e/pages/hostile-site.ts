import { createServer } from 'node:http'

/** Many hosts on one port of this machine, with whatever pages a test of an attack wants to show. */
export type HostileSite = {
  /** Returns the origin of a host such as `portal.example`. */
  origin(host: string): string
  /** Sets the page at a host and path such as `portal.example/login`, and returns its address. */
  show(place: string, html: string, headers?: Record<string, string>): string
  close(): Promise<void>
}

/** Serves the hosts on 127.0.0.1. The browser must resolve their names to this address. */
export async function hostileSite(): Promise<HostileSite> {
  const pages = new Map<string, { html: string; headers: Record<string, string> }>()
  const server = createServer((request, response) => {
    const { hostname, pathname } = new URL(request.url ?? '/', `http://${request.headers.host ?? ''}`)
    const page = pages.get(hostname + pathname)
    const type = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }
    response.writeHead(page === undefined ? 404 : 200, { ...type, ...page?.headers })
    response.end(page?.html)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the site has no port')
  const origin = (host: string) => `http://${host}:${String(address.port)}`
  return {
    origin,
    show(place, html, headers = {}) {
      pages.set(place, { html: `<!doctype html><html lang="en"><body>${html}`, headers })
      const at = place.indexOf('/')
      return origin(place.slice(0, at)) + place.slice(at)
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Returns the HTML of an ordinary sign-in form, with these attributes of the form and more content in it. */
export const signIn = (attributes = '', more = ''): string => `
  <h1>Sign in</h1>
  <form id="form" method="post" ${attributes}>
    <p><label for="login">Username</label> <input id="login" name="login" autocomplete="username"></p>
    <p><label for="secret">Password</label> <input id="secret" name="secret" type="password"></p>
    ${more}
    <button>Sign in</button>
  </form>`
