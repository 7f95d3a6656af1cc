import { createServer } from 'node:http'

/** A test site with accounts. Its forms sign in, sign up and change passwords, and each answer is a new page. */
export interface AccountsSite {
  /** `http://127.0.0.1:PORT` */
  origin: string
  /** The passwords of those who may sign in, by username. */
  accounts: Map<string, string>
  close(): Promise<void>
}

const page = (title: string, body: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><link rel="stylesheet" href="/pages.css">
  <main><h1>${title}</h1>${body}</main></html>`

const signIn = (said = '', name = '') =>
  page(
    'Sign in',
    `<p role="alert">${said}</p><form method="post" action="/login"><label for="user">Username</label><input id="user" name="user"
     autocomplete="username" value="${name}"><label for="pass">Password</label><input id="pass" name="pass" type="password">
     <button>Sign in</button></form><a href="/forgot">Forgot your password?</a>`,
  )
const firstStep = page(
  'Sign in',
  `<form method="post" action="/step"><label for="user">Username</label><input id="user" name="user" autocomplete="username">
   <button>Next</button></form>`,
)
const secondStep = (name: string, said = '') =>
  page(
    'Welcome back',
    `<p>${name}</p><p role="alert">${said}</p><form method="post" action="/step"><input type="hidden" name="user" value="${name}">
     <label for="pass">Enter your password</label><input id="pass" name="pass" type="password"><button>Sign in</button></form>`,
  )
const change = (said: string, isWrong: boolean) =>
  page(
    'Change your password',
    `<p class="${isWrong ? 'error' : 'notice'}" role="alert">${said}</p><form method="post" action="/change">
     <label for="old">Current password</label><input id="old" name="old" type="password">
     <label for="new">New password</label><input id="new" name="fresh" type="password">
     <label for="again">Confirm the new password</label><input id="again" name="again" type="password">
     <button>Change password</button></form>`,
  )
const signUp = page(
  'Create your account',
  `<form method="post" action="/sign-up"><label for="first">First name</label><input id="first" name="first">
   <label for="mail">Email</label><input id="mail" name="user" type="email">
   <label for="made">Choose a password</label><input id="made" name="pass" type="password" autocomplete="new-password">
   <button>Create account</button></form>`,
)
const home = (name: string) =>
  page('Desk', `<p>Signed in as ${name}</p><form role="search"><input name="q" placeholder="Search customers"></form>`)

/** Returns the site's answer: its status, and the page or, for 303, the address to go to. */
function answer(accounts: Map<string, string>, path: string, given: URLSearchParams | null): [number, string] {
  const [name, pass] = [given?.get('user') ?? '', given?.get('pass') ?? '']
  const isRight = given !== null && accounts.has(name) && accounts.get(name) === pass
  switch (path) {
    case '/login':
      if (isRight) return [303, `/home?${name}`]
      return [200, given === null ? signIn() : signIn('Username or password is wrong.', name)]
    case '/strict':
      if (given === null) return [200, signIn().replace('/login', '/strict')]
      return isRight ? [303, `/home?${name}`] : [401, page('No', '<p>Not authorised.</p>')]
    case '/step':
      if (given === null) return [200, firstStep]
      if (!given.has('pass')) return [200, secondStep(name)]
      return isRight ? [303, `/home?${name}`] : [200, secondStep(name, 'This password is wrong.')]
    case '/change': {
      if (given === null) return [200, change('', false)]
      const found = [...accounts].find(([, password]) => password === given.get('old'))
      if (found === undefined) return [200, change('The current password is wrong.', true)]
      accounts.set(found[0], given.get('fresh') ?? '')
      return [200, change('Your password was changed.', false)]
    }
    case '/sign-up':
      if (given === null) return [200, signUp]
      accounts.set(name, pass)
      return [303, '/login']
    case '/home':
      return [200, home('somebody')]
    case '/forgot':
      return [200, page('Forgotten', '<p>Ask your supervisor.</p>')]
    default:
      return [404, '']
  }
}

/** Serves the site on 127.0.0.1. */
export async function serveAccounts(): Promise<AccountsSite> {
  const accounts = new Map<string, string>()
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      const given = request.method === 'POST' ? new URLSearchParams(body) : null
      const [status, said] = answer(accounts, new URL(request.url ?? '/', 'http://site').pathname, given)
      if (status === 303) response.writeHead(303, { location: said }).end()
      else response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(said)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the site has no port')
  return {
    origin: `http://127.0.0.1:${String(address.port)}`,
    accounts,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
