import { createServer } from 'node:http'

const page = (title: string, body: string, lang = ' lang="en"') =>
  `<!doctype html><html${lang}><meta charset="utf-8"><title>${title}</title>${body}`

const login = (focus: string) => `
  <form><h1>Sign in</h1>
    <label for="login">Username</label><input id="login" name="login" autocomplete="username" ${focus}>
    <label for="secret">Password</label><input id="secret" name="secret" type="password" autocomplete="current-password">
    <button>Sign in</button>
  </form>`

/** 5,000 nodes and 200 inputs, as a back office shows them: a table of rows with a field in every fourth. */
const big = Array.from({ length: 800 }, (_, row) => {
  const field = row % 4 === 0 ? `<input name="field${String(row)}" aria-label="Amount ${String(row)}">` : '<b>0</b>'
  return `<tr><td>${String(row)}</td><td><i>Client ${String(row)}</i></td><td>${field}</td></tr>`
}).join('')

/** 1,000 nodes a second for five seconds. */
const app = `<main></main><script>
  const ends = performance.now() + 5000
  const main = document.querySelector('main')
  const timer = setInterval(() => {
    for (let i = 0; i < 50; i += 1) {
      const row = document.createElement('p')
      row.textContent = 'row ' + i
      main.append(row)
    }
    if (main.childElementCount > 1000) main.replaceChildren()
    if (performance.now() > ends) { clearInterval(timer); document.title = 'done' }
  }, 50)
</script>`

/** The four kinds of page that peers were measured on, and login pages whose field takes the focus by itself; in some a key is pressed. */
const pages: Readonly<Record<string, string>> = {
  blank: page('blank', ''),
  empty: page('done', ''),
  login: page('done', login('')),
  'login, focused': page('done', login('autofocus')),
  'login, first key': page('done', login('autofocus')),
  // The words of more languages are loaded for it.
  'login, first key, of no language': page('done', login('autofocus'), ''),
  '5,000 nodes, 200 inputs': page('done', `<table>${big}</table>`),
  '1,000 nodes a second': page('app', app),
}
export const kinds = Object.keys(pages).filter((kind) => kind !== 'blank')
export const isPressed = (kind: string): boolean => kind.includes('first key')

/** Serves them on loopback, each at its place in the list. */
export async function serveHeavyPages() {
  const texts = Object.values(pages)
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(texts[Number(request.url?.slice(1))] ?? '')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const origin = `http://127.0.0.1:${String(address !== null && typeof address !== 'string' ? address.port : 0)}`
  return {
    origin,
    addressOf: (kind: string) => `${origin}/${String(Object.keys(pages).indexOf(kind))}`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
