import { beforeEach, expect, test, vi } from 'vitest'
import { requests, type Answer, type RequestName } from './contract.ts'
import type { Sender } from './define-request.ts'
import { BadInput, publish, senderOf, serve, type Handlers } from './serve.ts'
import { folder, inputs } from './testing/request-inputs.ts'

const id = 'jnooeheohahjgfbbggmialjedifcbnoa'
const origin = `chrome-extension://${id}`
const own = { id, origin }
type From = chrome.runtime.MessageSender
const tab = { id: 7 } as chrome.tabs.Tab

const page = (name: string, more: Partial<From> = {}): From => ({
  id,
  origin,
  url: `${origin}/${name}.html#/somewhere`,
  tab,
  frameId: 0,
  ...more,
})
const server = 'https://cloison.example'
const opener: From = { id, origin: server, url: `${server}/.cloison/open`, tab, frameId: 0 }

test.each(['console', 'popup', 'unlock', 'sign-in'])(
  'our own page %s is recognised, in a tab and (as the popup is) without one',
  (name) => {
    expect(senderOf(page(name), own)).toBe(name)
    expect(senderOf({ id, origin, url: `${origin}/${name}.html` }, own)).toBe(name)
  },
)

test('the opener script is recognised on a server’s page, over http too: it may only open our window', () => {
  expect(senderOf(opener, own)).toBe('opener')
  const local = 'http://localhost:8787'
  expect(senderOf({ ...opener, origin: local, url: `${local}/.cloison/open?x#y` }, own)).toBe('opener')
})

const other = 'chrome-extension://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'
test.each<[string, From]>([
  ['nobody', {}],
  ['another extension', page('console', { id: 'a'.repeat(32) })],
  ['another extension’s page that uses our id', page('console', { url: `${other}/console.html`, origin: other })],
  ['a page of ours in a frame', page('unlock', { frameId: 3 })],
  ['a page of ours whose frame is not told', page('unlock', { frameId: undefined })],
  ['a page of ours in a sandbox', page('console', { origin: 'null' })],
  ['a web page that names our address', page('console', { origin: 'https://evil.example' })],
  ['our address without an origin', { id, url: `${origin}/console.html` }],
  ['a file of ours that is no page', page('fill', { url: `${origin}/fill.js` })],
  ['a page with a page’s name inside its path', page('console', { url: `${origin}/x/console.html` })],
  ['a page named like what every object has', page('console', { url: `${origin}/toString` })],
  ['a host that looks like our id', page('console', { url: `https://${id}/console.html`, origin: `https://${id}` })],
  ['the opener in a frame', { ...opener, frameId: 2 }],
  ['the opener in no tab', { id, origin: server, url: `${server}/.cloison/open` }],
  ['a content script on another path', { ...opener, url: `${server}/.cloison/open/x` }],
  ['a content script on a path in the query', { ...opener, url: `${server}/?/.cloison/open` }],
  ['the opener of another origin than its address', { ...opener, origin: 'https://evil.example' }],
  ['the opener in a sandboxed page', { ...opener, origin: 'null' }],
  ['the opener in a blob', { ...opener, url: `blob:${server}/.cloison/open` }],
  ['the opener in a file', { ...opener, origin: 'null', url: 'file:///.cloison/open' }],
  ['an address that is none', { ...opener, url: 'open' }],
])('%s is not recognised as a sender', (_, sender) => {
  expect(senderOf(sender, own)).toBeNull()
})

type Listener = (message: unknown, sender: From, respond: (answer: Answer<unknown>) => void) => boolean
let listen: Listener
let connect: (port: chrome.runtime.Port) => void
const called = vi.fn<(name: RequestName, input: unknown, from: string) => void>()

beforeEach(() => {
  called.mockReset()
  vi.stubGlobal('chrome', {
    runtime: {
      id,
      getURL: (path: string) => `${origin}/${path}`,
      onMessage: { addListener: (listener: Listener) => (listen = listener) },
      onConnect: { addListener: (listener: typeof connect) => (connect = listener) },
    },
  })
  const handlers = Object.fromEntries(
    Object.keys(requests).map((name) => [
      name,
      (input: unknown, from: string) => {
        called(name as RequestName, input, from)
        return Promise.resolve(null)
      },
    ]),
  ) as unknown as Handlers
  serve(handlers, (error) =>
    error instanceof BadInput ? { code: error.code, data: { field: error.field } } : { code: 'refused', data: {} },
  )
})
const ask = (message: unknown, sender: From) =>
  new Promise<Answer<unknown>>((resolve) => void listen(message, sender, resolve))

const names = Object.keys(requests) as RequestName[]
const senders: Record<Sender, From> = {
  console: page('console'),
  popup: page('popup'),
  unlock: page('unlock'),
  clipboard: page('clipboard'),
  'sign-in': page('sign-in'),
  opener,
}

test.each(names)('%s is answered for its allowed senders, and for nobody else', async (name) => {
  const input = inputs[name].good
  for (const [who, sender] of Object.entries(senders) as [Sender, From][]) {
    called.mockReset()
    const mayAsk = requests[name].from.includes(who)
    const answer = await ask({ name, input }, sender)
    expect([who, answer.ok]).toEqual([who, mayAsk])
    if (mayAsk) expect(called).toHaveBeenCalledExactlyOnceWith(name, input, sender.origin)
    else expect([answer, called.mock.calls]).toEqual([{ ok: false, code: 'refused', data: {} }, []])
  }
})

test.each(names)(
  '%s with an invalid input is refused with the name of the bad field, before its handler runs',
  async (name) => {
    const { bad, field } = inputs[name]
    const [from = 'opener'] = requests[name].from
    expect(await ask({ name, input: bad }, senders[from])).toEqual({ ok: false, code: 'bad-request', data: { field } })
    expect(called).not.toHaveBeenCalled()
  },
)

test('the worker refuses every message that is not a request of the contract', async () => {
  const refused = { ok: false, code: 'refused', data: {} }
  const incomplete = [{ name: 'lock' }, { name: 'toString', input: null }, { name: '__proto__', input: null }]
  for (const message of [null, 'lock', {}, ...incomplete]) expect(await ask(message, page('popup'))).toEqual(refused)
  expect(await ask({ name: 'lock', input: null, more: 1 }, page('popup'))).toEqual(refused)
  expect(called).not.toHaveBeenCalled()
})

type Fake = chrome.runtime.Port & { sent: unknown[]; gone: boolean }
function port(name: unknown, sender: From | undefined): Fake {
  const fake = {
    name: typeof name === 'string' ? name : JSON.stringify(name),
    sender,
    sent: [] as unknown[],
    gone: false,
    postMessage: (value: unknown) => void fake.sent.push(value),
    disconnect: () => void (fake.gone = true),
    onDisconnect: { addListener: () => undefined },
  }
  return fake as unknown as Fake
}
const settled = () => new Promise((resolve) => setTimeout(resolve))

test('a page can watch the views that it shows; web pages and our other pages cannot', async () => {
  const tell = publish((what) => Promise.resolve(what.view))
  const watching = [
    port({ view: 'status' }, page('unlock')),
    port({ view: 'console' }, page('console')),
    port({ view: 'folder', folder }, page('console')),
    port({ view: 'popup', tab: 3 }, page('popup')),
  ]
  const refused = [
    port({ view: 'status' }, undefined),
    port({ view: 'status' }, opener),
    port({ view: 'status' }, page('console', { frameId: 1 })),
    port({ view: 'console' }, { id, origin: 'https://evil.example', url: 'https://evil.example/', tab, frameId: 0 }),
    port({ view: 'console' }, page('unlock')),
    port({ view: 'popup', tab: null }, page('unlock')),
    port({ view: 'status' }, page('sign-in')),
    port({ view: 'folder', folder: 'x' }, page('console')),
    port({ view: 'other' }, page('console')),
    port('not json', page('console')),
  ]
  for (const one of [...watching, ...refused]) connect(one)
  await settled()
  tell()
  await settled()
  expect(watching.map(({ sent, gone }) => [sent.length, gone])).toEqual(watching.map(() => [2, false]))
  expect(refused.map(({ sent, gone }) => [sent, gone])).toEqual(refused.map(() => [[], true]))
})

test('many changes cause one more view, the newest arrives last, and a failed view is made again at the next change', async () => {
  let made = 0
  let fails = false
  const tell = publish(() => (fails ? Promise.reject(new Error('no')) : settled().then(() => ++made)))
  const one = port({ view: 'status' }, page('console'))
  connect(one)
  for (let i = 0; i < 50; i++) tell()
  while (one.sent.length < 1) await settled()
  tell()
  while (one.sent.length < 2) await settled()
  expect(one.sent).toEqual([1, 2])
  fails = true
  tell()
  await settled()
  fails = false
  tell()
  while (one.sent.length < 3) await settled()
  expect(one.sent).toEqual([1, 2, 3])
})
