import type * as z from 'zod/mini'
import { Failure } from '../../shared/bytes/failure.ts'
import { endpoints } from '../../shared/protocol/endpoints.ts'
import type { Endpoint } from '../../shared/protocol/endpoints.ts'
import { problem, problemStatus } from '../../shared/protocol/problem.ts'
import type { Desk } from './desk.ts'
import { requestBody } from './request-body.ts'

export type RequestOf<E extends Endpoint> = z.infer<(typeof endpoints)[E]['request']>
export type ReplyOf<E extends Endpoint> = z.infer<(typeof endpoints)[E]['reply']>

const table: { readonly [E in Endpoint]: { method: string; path: string; reply: z.ZodMiniType<ReplyOf<E>> } } =
  endpoints

/** How long a server may take for one answer, in ms. */
export const PATIENCE = 20_000

/** The server said no, with a stable code; `triesLeft` where tries are counted. */
export class ServerRefusal extends Failure {
  constructor(
    code: string,
    readonly triesLeft: number | null,
  ) {
    super(code)
  }
}

/** Codes that leave open whether the server did what it was asked. */
const UNCLEAR = new Set(['server-unreachable', 'bad-reply', 'database-down', 'internal'])

/** Whether a request that ended like this may have been carried out all the same: its answer was lost, or made no sense. */
export const mayHaveLanded = (error: unknown): boolean => error instanceof Failure && UNCLEAR.has(error.code)

type Options = { token?: string; id?: string; query?: string }

/**
 * One request to the server at `address`. The answer is parsed: what does not fit is `bad-reply`.
 * @throws Failure `server-unreachable`, `bad-reply`; ServerRefusal with the server's code
 */
export async function call<E extends Endpoint>(
  desk: Desk,
  address: string,
  name: E,
  body: RequestOf<E>,
  { token, id, query }: Options = {},
): Promise<ReplyOf<E>> {
  const { method, path, reply } = table[name]
  const packed = body === null ? { headers: new Headers(), body: null } : await requestBody(body)
  if (token !== undefined) packed.headers.set('authorization', `Bearer ${token}`)
  const init = { method, ...packed, redirect: 'error' as const }
  const url = address + path.replace(':id', id ?? '') + (query ?? '')
  const response = await desk.fetch(url, init).catch(() => {
    throw new Failure('server-unreachable')
  })
  const text = await response.text().catch(() => {
    throw new Failure('server-unreachable')
  })
  if (!response.ok) throw refusal(text)
  const parsed = reply.safeParse(text === '' ? null : parseJson(text))
  if (!parsed.success) throw new Failure('bad-reply', name)
  return parsed.data
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function refusal(text: string): Failure {
  const parsed = problem.safeParse(parseJson(text))
  if (!parsed.success) return new Failure('server-unreachable')
  const { code, triesLeft } = parsed.data
  // P4: a server refuses in the protocol's words only; what this desk finds out for itself is not its to say.
  return Object.hasOwn(problemStatus, code) ? new ServerRefusal(code, triesLeft ?? null) : new Failure('bad-reply')
}
