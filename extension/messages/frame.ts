/**
 * What a script of ours in a web page may ask of the worker. It says nothing of itself: tab, document and origin are what the
 * browser says of the sender (P8).
 */
import * as z from 'zod/mini'
import { browser } from '../browser.ts'

const typed = z.string().check(z.maxLength(1_000))
/**
 * What a person has sent by a gesture of theirs, as the fields held it, empty where there was none: `password` the one in use until now,
 * `fresh` a chosen one. `left`: they went away by a link instead.
 */
const loginSent = z.strictObject({
  name: z.literal('frame.sent'),
  kind: z.enum(['sign-in', 'username-step', 'password-step', 'change-password', 'sign-up', 'reset', 'left']),
  username: z.string().check(z.maxLength(500)),
  password: typed,
  fresh: typed,
})
export type LoginSent = z.infer<typeof loginSent>

/**
 * Of which language a page seems to be: what it says of itself, what the browser hears in the text at the field, and of which blocks of 128
 * characters its letters are. It decides about words and nothing else.
 */
const pageLanguage = z.strictObject({
  said: z.string().check(z.maxLength(100)),
  heard: z.array(z.string().check(z.maxLength(20))).check(z.maxLength(5)),
  letters: z.array(z.int().check(z.nonnegative(), z.maximum(511))).check(z.maxLength(512)),
})
export type PageLanguage = z.infer<typeof pageLanguage>

/** `login`: a login would be put into the field; `fresh`: it takes a new password, so that one may be generated. */
const request = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('frame.load'), language: pageLanguage }),
  z.strictObject({ name: z.literal('frame.menu'), login: z.boolean(), fresh: z.boolean() }),
  loginSent,
])
export type FrameRequest = z.infer<typeof request>

/** Whether the rest was put into the document; `nothing`: no login is for it; `closed`: Cloison is locked, or knows no such frame. */
export type Loaded = 'loaded' | 'nothing' | 'closed'

/** A document of the web in a tab, as the browser names it: `url` has this `origin`. */
export type WebFrame = { tab: number; documentId: string; origin: string; url: string }

/** Null for whatever is no script of ours in a document of the web that has an origin of its own. */
export function webFrameOf(sender: chrome.runtime.MessageSender, ownId: string): WebFrame | null {
  const { id, tab, documentId, origin, url } = sender
  if (id !== ownId || tab?.id === undefined || documentId === undefined || origin === undefined) return null
  const at = URL.parse(url ?? '')
  const isWeb = at?.protocol === 'https:' || at?.protocol === 'http:'
  return isWeb && at.origin === origin ? { tab: tab.id, documentId, origin, url: at.href } : null
}

/** The request that a message is, if it is one of a frame's. */
export function frameRequest(message: unknown): FrameRequest | null {
  const parsed = request.safeParse(message)
  return parsed.success ? parsed.data : null
}

/** Answers frames of the web; whatever fails is answered as by a vault that is locked. */
export function serveFrames(answer: (asked: FrameRequest, frame: WebFrame) => Promise<unknown>): void {
  browser.runtime.onMessage.addListener((message, sender, respond) => {
    const asked = frameRequest(message)
    if (asked === null) return false
    const frame = webFrameOf(sender, browser.runtime.id)
    const answered = frame === null ? Promise.resolve('closed') : answer(asked, frame).catch(() => 'closed')
    void answered.then(respond)
    return true
  })
}
