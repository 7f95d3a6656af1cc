import { Failure } from '../../shared/bytes/failure.ts'
import { requests } from './contract.ts'
import type { Answer, FailureData, Input, Reply, RequestName } from './contract.ts'
import type { Sender } from './define-request.ts'
import { frameRequest } from './frame.ts'
import { MENU_PORT } from './menu.ts'
import { SIGN_IN_PORT } from './sign-in.ts'
import { topic } from './topic.ts'
import type { Topic } from './topic.ts'
import * as z from 'zod/mini'
import { browser } from '../browser.ts'

/** One handler for each request. `origin` is the sender's, by the browser's account. */
export type Handlers = { [N in RequestName]: (input: Input<N>, origin: string) => Promise<Reply<N>> }

const envelope = z.strictObject({ name: z.string(), input: z.unknown() })

const pages: Readonly<Record<string, Sender>> = {
  '/console.html': 'console',
  '/popup.html': 'popup',
  '/unlock.html': 'unlock',
  '/clipboard.html': 'clipboard',
  '/sign-in.html': 'sign-in',
}

/**
 * Returns who sent a message, by the browser's account of the sender and never by the message: one of our own pages, or the opener script
 * in a server's page, each in the main frame. Null for anybody else.
 */
export function senderOf(sender: chrome.runtime.MessageSender, own: { id: string; origin: string }): Sender | null {
  const url = URL.parse(sender.url ?? '')
  if (sender.id !== own.id || url === null) return null
  // The toolbar popup has no tab and no frame id.
  if (sender.frameId !== 0 && sender.tab !== undefined) return null
  // Not `url.origin`: it is "null" for the extension's scheme where the URL parser does not know that scheme (in Node).
  if (`${url.protocol}//${url.host}` === own.origin)
    return sender.origin === own.origin && Object.hasOwn(pages, url.pathname) ? (pages[url.pathname] ?? null) : null
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:'
  const isOpener = isWeb && sender.tab !== undefined && url.pathname === '/.cloison/open'
  return isOpener && sender.origin === url.origin ? 'opener' : null
}

/** Returns the id and origin of this extension. */
export const ownExtension = () => ({ id: browser.runtime.id, origin: browser.runtime.getURL('').replace(/\/$/, '') })

const table: { readonly [N in RequestName]: { from: readonly Sender[]; input: z.ZodMiniType<Input<N>> } } = requests

const isName = (name: string): name is RequestName => Object.hasOwn(requests, name)

async function answer(
  handlers: Handlers,
  message: unknown,
  sender: chrome.runtime.MessageSender,
  explain: (error: unknown) => { code: string; data: FailureData },
): Promise<Answer<unknown>> {
  const parsed = envelope.safeParse(message)
  const asker = senderOf(sender, ownExtension())
  if (!parsed.success || asker === null || !isName(parsed.data.name)) return { ok: false, code: 'refused', data: {} }
  try {
    return {
      ok: true,
      value: await dispatch(handlers, parsed.data.name, parsed.data.input, asker, sender.origin ?? ''),
    }
  } catch (error) {
    return { ok: false, ...explain(error) }
  }
}

function dispatch<N extends RequestName>(handlers: Handlers, name: N, raw: unknown, asker: Sender, origin: string) {
  const { from, input } = table[name]
  if (!from.includes(asker)) throw new Failure('refused', name)
  const parsed = input.safeParse(raw)
  if (parsed.success) return handlers[name](parsed.data, origin)
  const [issue] = parsed.error.issues
  const extra = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
  throw new BadInput([...(issue?.path ?? []), ...extra].map(String).join('.') || 'input')
}

/** A request that does not fit its schema, with the path of the first bad field. */
export class BadInput extends Failure {
  constructor(readonly field: string) {
    super('bad-request', field)
  }
}

/** Answers the requests of our pages. `explain` turns an error into a stable code that reveals no content. */
export function serve(handlers: Handlers, explain: (error: unknown) => { code: string; data: FailureData }): void {
  browser.runtime.onMessage.addListener((message, sender, respond) => {
    if (frameRequest(message) !== null) return false
    void answer(handlers, message, sender, explain).then(respond)
    return true
  })
}

/** Which pages may watch which view: each only what it shows. */
const watchers: Readonly<Record<Topic['view'], readonly Sender[]>> = {
  status: ['console', 'popup', 'unlock', 'clipboard'],
  console: ['console'],
  folder: ['console'],
  popup: ['popup'],
}

/** Sends new views to the pages that watch. `view` returns the view of a topic. Returns the function to call after each change. */
export function publish(view: (what: Topic) => Promise<unknown>): () => void {
  const ports = new Map<chrome.runtime.Port, () => void>()
  /** Makes one view at a time, so that an older one never arrives last. A view that is queued covers all changes until it is made. */
  const viewSender = (port: chrome.runtime.Port, what: Topic) => {
    let queue: Promise<unknown> = Promise.resolve()
    let waiting = false
    const send = async () => {
      waiting = false
      const value = await view(what)
      if (ports.has(port)) port.postMessage(value)
    }
    return () => {
      if (waiting) return
      waiting = true
      queue = queue.then(send).catch(() => undefined)
    }
  }
  browser.runtime.onConnect.addListener((port) => {
    if (port.name === MENU_PORT || port.name === SIGN_IN_PORT) return
    const asker = port.sender === undefined ? null : senderOf(port.sender, ownExtension())
    const parsed = topic.safeParse(parseName(port.name))
    if (asker === null || !parsed.success || !watchers[parsed.data.view].includes(asker)) return port.disconnect()
    const send = viewSender(port, parsed.data)
    ports.set(port, send)
    port.onDisconnect.addListener(() => ports.delete(port))
    send()
  })
  return () => {
    for (const send of ports.values()) send()
  }
}

function parseName(name: string): unknown {
  try {
    return JSON.parse(name)
  } catch {
    return null
  }
}
