/**
 * What our content script in a web page may ask of the worker. Tab, document and origin are never in the message: the worker takes them
 * from the browser's account of the sender (P8).
 */
import * as z from 'zod/mini'
import { browser } from '../browser.ts'

const passwordText = z.string().check(z.maxLength(1_000))
/**
 * A form that a person has submitted by a gesture, with the values of its fields, empty where there is no such field. `password`: the
 * current one; `fresh`: a newly chosen one. Kind `left`: the person followed a link instead.
 */
const loginSent = z.strictObject({
  name: z.literal('frame.sent'),
  kind: z.enum(['sign-in', 'username-step', 'password-step', 'change-password', 'sign-up', 'reset', 'left']),
  username: z.string().check(z.maxLength(500)),
  password: passwordText,
  fresh: passwordText,
})
export type SubmittedForm = z.infer<typeof loginSent>

/**
 * The likely language of a page. `said`: its `lang` attribute; `heard`: what the browser detects in the text near the field; `letters`:
 * the blocks of 128 code points that its letters are in. It only decides which languages' words are loaded.
 */
const pageLanguage = z.strictObject({
  said: z.string().check(z.maxLength(100)),
  heard: z.array(z.string().check(z.maxLength(20))).check(z.maxLength(5)),
  letters: z.array(z.int().check(z.nonnegative(), z.maximum(511))).check(z.maxLength(512)),
})
export type PageLanguage = z.infer<typeof pageLanguage>

/** `login`: the field takes a saved login; `fresh`: the field takes a new password, so that one may be generated. */
const request = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('frame.load'), language: pageLanguage }),
  z.strictObject({ name: z.literal('frame.menu'), login: z.boolean(), fresh: z.boolean() }),
  loginSent,
])
export type FrameRequest = z.infer<typeof request>

/** Whether the full script was injected into the document. `nothing`: no login matches; `closed`: locked, or not a valid frame. */
export type LoadAnswer = 'loaded' | 'nothing' | 'closed'

/** A web document in a tab by the browser's account. `url` has this `origin`. */
export type WebFrame = { tab: number; documentId: string; origin: string; url: string }

/** Returns the web document of the sender; null unless it is our own script, in an http(s) document that has the origin of its URL. */
export function webFrameOf(sender: chrome.runtime.MessageSender, ownId: string): WebFrame | null {
  const { id, tab, documentId, origin, url } = sender
  if (id !== ownId || tab?.id === undefined || documentId === undefined || origin === undefined) return null
  const at = URL.parse(url ?? '')
  const isWeb = at?.protocol === 'https:' || at?.protocol === 'http:'
  return isWeb && at.origin === origin ? { tab: tab.id, documentId, origin, url: at.href } : null
}

/** Returns the message as a frame's request, null where it is not one. */
export function frameRequest(message: unknown): FrameRequest | null {
  const parsed = request.safeParse(message)
  return parsed.success ? parsed.data : null
}

/** Answers the requests of web frames. Any failure is answered `closed`, the answer of a locked vault. */
export function serveFrames(answer: (asked: FrameRequest, frame: WebFrame) => Promise<unknown>): void {
  browser.runtime.onMessage.addListener((message, sender, respond) => {
    const asked = frameRequest(message)
    if (asked === null) return false
    const frame = webFrameOf(sender, browser.runtime.id)
    const reply = frame === null ? Promise.resolve('closed') : answer(asked, frame).catch(() => 'closed')
    void reply.then(respond)
    return true
  })
}
