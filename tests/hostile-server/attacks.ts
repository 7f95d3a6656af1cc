/** What a malicious server makes of one endpoint's answers, by its place in the protocol: the harness's vocabulary. */
import type * as z from 'zod/mini'
import type { ReplyOf } from '../../extension/keeper/desk/api.ts'
import { endpoints } from '../../shared/protocol/endpoints.ts'
import type { Endpoint } from '../../shared/protocol/endpoints.ts'
import { listed, unlisted } from './listed.ts'
import type { Answer, Attack, Exchange, Sent } from './proxy.ts'

const schemas: { readonly [E in Endpoint]: { reply: z.ZodMiniType<ReplyOf<E>> } } = endpoints

const isOk = ({ status }: Answer) => status === 200 || status === 201
const json = (answer: Answer): unknown => (answer.body.length === 0 ? null : JSON.parse(answer.body.toString()))
const saying = (answer: Answer, body: unknown): Answer => ({ ...answer, body: Buffer.from(JSON.stringify(body)) })
const on =
  (endpoint: Endpoint, attack: Attack): Attack =>
  (sent, pass) =>
    sent.endpoint === endpoint ? attack(sent, pass) : pass()

/** What an endpoint answers, the ledger's entries one by one (base64url). */
type Listed<E extends Endpoint> = E extends 'ledger'
  ? Omit<ReplyOf<'ledger'>, 'entries'> & { entries: string[] }
  : ReplyOf<E>

/** Changes a good answer, in the protocol's own shape: what is changed still parses, so the client must look at what it says. */
export const bend = <E extends Endpoint>(
  endpoint: E,
  change: (reply: Listed<E>, sent: Sent) => Listed<E> | Promise<Listed<E>>,
): Attack =>
  on(endpoint, async (sent, pass) => {
    const answer = await pass()
    if (!isOk(answer)) return answer
    const reply = listed(schemas[endpoint].reply.parse(json(answer)))
    return saying(answer, unlisted(await change(reply as Listed<E>, sent)))
  })

/** Changes to the answers of any endpoints, by name. */
export type Bends = { [E in Endpoint]?: (reply: Listed<E>) => Listed<E> }
export const bending = (bends: Bends): Attack =>
  all(...Object.entries(bends).map(([endpoint, change]) => bend(endpoint as Endpoint, change as never)))

/** Changes a good answer into any JSON at all, the wrong shape included. */
export const warp = (endpoint: Endpoint, change: (reply: never, sent: Sent) => unknown): Attack =>
  on(endpoint, async (sent, pass) => {
    const answer = await pass()
    return isOk(answer) ? saying(answer, change(json(answer) as never, sent)) : answer
  })

/** Answers without the honest server having been asked, or (`done`) though it did what it was asked. */
export const answering = (endpoint: Endpoint, status: number, body: unknown, done = false): Attack =>
  on(endpoint, async (_, pass) => {
    if (done) await pass()
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    return { status, headers: { 'content-type': 'application/json' }, body: Buffer.from(text), cutAfter: null }
  })

/** The honest answer, but the line goes dead after so many bytes of it. */
export const cut = (endpoint: Endpoint, after: number): Attack =>
  on(endpoint, async (_, pass) => ({ ...(await pass()), cutAfter: after }))

/** What the server answered to this kind of request at another time, or to somebody else, once more. */
export const replaying = (endpoint: Endpoint, earlier: Exchange): Attack =>
  on(endpoint, () => Promise.resolve(earlier.answer))

/** Carries out another request than the one that was sent. */
export const asking = (endpoint: Endpoint, change: (sent: Sent) => Partial<Sent> | Promise<Partial<Sent>>): Attack =>
  on(endpoint, async (sent, pass) => pass(await change(sent)))

/** Several attacks at once: each sees the answers of those before it. */
export const all =
  (...attacks: Attack[]): Attack =>
  (sent, pass) =>
    attacks.reduce<Parameters<Attack>[1]>(
      (below, attack) => (changed) => attack({ ...sent, ...changed }, (again) => below({ ...changed, ...again })),
      pass,
    )()

/** The same blob (base64url) with one byte turned, at `at` from its start or (negative) its end. */
export function flipped(blob: string, at = -1, by = 1): string {
  const bytes = Buffer.from(blob, 'base64url')
  const place = at < 0 ? bytes.length + at : at
  bytes[place] = (bytes[place] ?? 0) ^ by
  return bytes.toString('base64url')
}
