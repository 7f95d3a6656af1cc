import type * as z from 'zod/mini'
import { Failure } from '../../../shared/bytes/failure.ts'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import type { Endpoint } from '../../../shared/protocol/endpoints.ts'
import { nonceHeader, proofNonce } from '../../../shared/protocol/dpop.ts'
import { problem, problemStatus } from '../../../shared/protocol/problem.ts'
import type { Desk } from './desk.ts'
import { requestBody } from './request-body.ts'

export type RequestOf<E extends Endpoint> = z.infer<(typeof endpoints)[E]['request']>
export type ReplyOf<E extends Endpoint> = z.infer<(typeof endpoints)[E]['reply']>

const table: { readonly [E in Endpoint]: { method: string; path: string; reply: z.ZodMiniType<ReplyOf<E>> } } =
  endpoints

/** How long a server may take for one answer, in ms. */
export const REQUEST_TIMEOUT = 20_000

/** The server refused, with a stable code. `triesLeft` where it counts tries; `nonce` is its newest for DPoP proofs. */
export class ServerRefusal extends Failure {
  constructor(
    code: string,
    readonly triesLeft: number | null,
    readonly nonce: string | null = null,
  ) {
    super(code)
  }
}

/** Codes after which it is not known whether the server carried out the request. */
const UNCLEAR = new Set(['server-unreachable', 'bad-reply', 'database-down', 'internal'])

/** Returns whether a request that failed like this may have been carried out: its answer was lost, or did not parse. */
export const isOutcomeUnknown = (error: unknown): boolean => error instanceof Failure && UNCLEAR.has(error.code)

/** The value of `:id` in the path, and the query with its `?`. */
export type CallOptions = { id?: string; query?: string }
/** An answer. `nonce` is the server's newest for DPoP proofs (RFC 9449 section 8.2), null where it sent none. */
export type Answered<E extends Endpoint> = { reply: ReplyOf<E>; nonce: string | null }

/** Returns the URL of an endpoint, without query. */
export const addressOf = (server: string, name: Endpoint, { id }: CallOptions = {}) =>
  server + table[name].path.replace(':id', id ?? '')
export const methodOf = (name: Endpoint) => table[name].method

/** Sends one request without a session to the server at `address`, and returns the reply. Throws as `exchange`. */
export const call = async <E extends Endpoint>(
  desk: Desk,
  address: string,
  name: E,
  body: RequestOf<E>,
  options: CallOptions = {},
): Promise<ReplyOf<E>> => (await exchange(desk, address, name, body, options)).reply

/**
 * Sends one request with these headers to the server at `address`, and returns the parsed reply with the server's nonce.
 * @throws Failure `server-unreachable`; `bad-reply` where the answer does not fit the schema; ServerRefusal with the server's code
 */
export async function exchange<E extends Endpoint>(
  desk: Desk,
  address: string,
  name: E,
  body: RequestOf<E>,
  options: CallOptions = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<Answered<E>> {
  const { method, reply } = table[name]
  const packed = body === null ? { headers: new Headers(), body: null } : await requestBody(body)
  for (const [header, value] of Object.entries(headers)) packed.headers.set(header, value)
  const init = { method, ...packed, redirect: 'error' as const }
  const url = addressOf(address, name, options) + (options.query ?? '')
  const response = await desk.fetch(url, init).catch(() => {
    throw new Failure('server-unreachable')
  })
  const text = await response.text().catch(() => {
    throw new Failure('server-unreachable')
  })
  const nonce = proofNonce.safeParse(response.headers.get(nonceHeader)).data ?? null
  if (!response.ok) throw refusalFrom(text, nonce)
  const parsed = reply.safeParse(text === '' ? null : parseJson(text))
  if (!parsed.success) throw new Failure('bad-reply', name)
  return { reply: parsed.data, nonce }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function refusalFrom(text: string, nonce: string | null): Failure {
  const parsed = problem.safeParse(parseJson(text))
  if (!parsed.success) return new Failure('server-unreachable')
  const { code, triesLeft } = parsed.data
  // P4: a server may send the protocol's codes only. The codes for what this device checks itself are not the server's to send.
  return Object.hasOwn(problemStatus, code)
    ? new ServerRefusal(code, triesLeft ?? null, nonce)
    : new Failure('bad-reply')
}
