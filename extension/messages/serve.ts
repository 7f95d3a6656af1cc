import { Failure } from '../../shared/bytes/failure.ts'
import { requests } from './contract.ts'
import type { Answer, FailureData, Input, Reply, RequestName, Sender } from './contract.ts'
import { frameRequest } from './frame.ts'
import { MENU_PORT } from './menu.ts'
import { SIGN_IN_PORT } from './sign-in.ts'
import { topic } from './topic.ts'
import type { Topic } from './topic.ts'
import * as z from 'zod/mini'
import { browser } from '../browser.ts'

/** One handler for each request; `origin` is the sender's, as the browser says it. */
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
 * Who is asking, by what the browser says of the sender and never by the message: one of our own pages, or the opener
 * script of a server's page, each in the main frame. Null for anybody else.
 */
export function senderOf(sender: chrome.runtime.MessageSender, own: { id: string; origin: string }): Sender | null {
  const url = URL.parse(sender.url ?? '')
  if (sender.id !== own.id || url === null) return null
  // The action's popup is in no tab, and has no frame number.
  if (sender.frameId !== 0 && sender.tab !== undefined) return null
  // Not `url.origin`, which is "null" for a scheme of the browser's own wherever that scheme is not known.
  if (`${url.protocol}//${url.host}` === own.origin)
    return sender.origin === own.origin && Object.hasOwn(pages, url.pathname) ? (pages[url.pathname] ?? null) : null
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:'
  const isOpener = isWeb && sender.tab !== undefined && url.pathname === '/.cloison/open'
  return isOpener && sender.origin === url.origin ? 'opener' : null
}

/** Who we are, as the browser says it. */
export const ourselves = () => ({ id: browser.runtime.id, origin: browser.runtime.getURL('').replace(/\/$/, '') })

const table: { readonly [N in RequestName]: { from: readonly Sender[]; input: z.ZodMiniType<Input<N>> } } = requests

const isName = (name: string): name is RequestName => Object.hasOwn(requests, name)

async function answer(
  handlers: Handlers,
  message: unknown,
  sender: chrome.runtime.MessageSender,
  explain: (error: unknown) => { code: string; data: FailureData },
): Promise<Answer<unknown>> {
  const parsed = envelope.safeParse(message)
  const who = senderOf(sender, ourselves())
  if (!parsed.success || who === null || !isName(parsed.data.name)) return { ok: false, code: 'refused', data: {} }
  try {
    return { ok: true, value: await dispatch(handlers, parsed.data.name, parsed.data.input, who, sender.origin ?? '') }
  } catch (error) {
    return { ok: false, ...explain(error) }
  }
}

function dispatch<N extends RequestName>(handlers: Handlers, name: N, raw: unknown, who: Sender, origin: string) {
  const { from, input } = table[name]
  if (!from.includes(who)) throw new Failure('refused', name)
  const parsed = input.safeParse(raw)
  if (parsed.success) return handlers[name](parsed.data, origin)
  const [issue] = parsed.error.issues
  const extra = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
  throw new BadInput([...(issue?.path ?? []), ...extra].map(String).join('.') || 'input')
}

/** A request that does not fit its schema, with the field. */
export class BadInput extends Failure {
  constructor(readonly field: string) {
    super('bad-request', field)
  }
}

/** Answers requests; `explain` turns what was thrown into a stable code without contents. */
export function serve(handlers: Handlers, explain: (error: unknown) => { code: string; data: FailureData }): void {
  browser.runtime.onMessage.addListener((message, sender, respond) => {
    if (frameRequest(message) !== null) return false
    void answer(handlers, message, sender, explain).then(respond)
    return true
  })
}

/** Who may watch what; each page sees what it shows and no more. */
const watchers: Readonly<Record<Topic['view'], readonly Sender[]>> = {
  status: ['console', 'popup', 'unlock', 'clipboard'],
  console: ['console'],
  folder: ['console'],
  popup: ['popup'],
}

/** Keeps watching pages fresh: `view` makes what a topic shows. Gives the function to call after each change. */
export function publish(view: (what: Topic) => Promise<unknown>): () => void {
  const ports = new Map<chrome.runtime.Port, () => void>()
  /** One view after another, so that an older one never comes last; one that waits serves every change until it is made. */
  const sender = (port: chrome.runtime.Port, what: Topic) => {
    let line: Promise<unknown> = Promise.resolve()
    let waiting = false
    const send = async () => {
      waiting = false
      const value = await view(what)
      if (ports.has(port)) port.postMessage(value)
    }
    return () => {
      if (waiting) return
      waiting = true
      line = line.then(send).catch(() => undefined)
    }
  }
  browser.runtime.onConnect.addListener((port) => {
    if (port.name === MENU_PORT || port.name === SIGN_IN_PORT) return
    const who = port.sender === undefined ? null : senderOf(port.sender, ourselves())
    const parsed = topic.safeParse(parseName(port.name))
    if (who === null || !parsed.success || !watchers[parsed.data.view].includes(who)) return port.disconnect()
    const send = sender(port, parsed.data)
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
