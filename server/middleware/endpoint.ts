import { Readable } from 'node:stream'
import type { Context, Hono } from 'hono'
import type * as z from 'zod/mini'
import { endpoints } from '../../shared/protocol/endpoints.ts'
import type { Endpoint } from '../../shared/protocol/endpoints.ts'
import { limits } from '../../shared/protocol/objects.ts'
import { askerOf, memberOf, readyOf, readPresentedProof } from './authenticate.ts'
import type { Asker } from './authenticate.ts'
import { within } from './deadline.ts'
import { parse, readJson } from './parse.ts'
import type { Services } from './services.ts'
import { spendingOf } from './spending.ts'

type Body<E extends Endpoint> = z.output<(typeof endpoints)[E]['request']>
type Reply<E extends Endpoint> = z.output<(typeof endpoints)[E]['reply']>
type OpenEndpoint = { [E in Endpoint]: (typeof endpoints)[E]['open'] extends true ? E : never }[Endpoint]
type ClosedEndpoint = Exclude<Endpoint, OpenEndpoint>

const usual = 65_536
const large: readonly Endpoint[] = [
  ...(['appendLedger', 'appendJournal', 'fetch', 'rotateKeys'] as const),
  ...(['repairLedger', 'repairJournal', 'repairObjects'] as const),
]
/** What a removed member may still ask: the ledger, to see with their own eyes that they were. */
const evenIfRemoved: readonly Endpoint[] = ['ledger', 'renew']
/** What may be asked with a token that has run out, of a session that has not. */
const evenIfExpired: readonly Endpoint[] = ['renew']
const withoutBody: readonly Endpoint[] = ['endSession', 'renew']

/** How many bytes the body of a request may have, unpacked, and whether it may come gzipped. */
export function bodyLimitOf(name: Endpoint): { most: number; gzip: boolean } {
  const gzip = large.includes(name)
  return { most: gzip ? limits.body : usual, gzip }
}

/**
 * Node's own stream of a body, where Node serves: a web stream over it costs more than all else of a refusal. Whoever stops reading leaves
 * it open, so that the answer still goes out.
 */
function plainBody({ env }: Context): AsyncIterable<Uint8Array> | null {
  const incoming = (env as { incoming?: unknown } | undefined)?.incoming
  return incoming instanceof Readable ? incoming.iterator({ destroyOnReturn: false }) : null
}

async function bodyOf<E extends Endpoint>(name: E, c: Context): Promise<Body<E>> {
  const { method, request } = endpoints[name]
  const takesNothing = method === 'GET' || withoutBody.includes(name)
  const { most, gzip } = bodyLimitOf(name)
  return parse(request, takesNothing ? null : await readJson(c.req.raw, most, { gzip, plain: plainBody(c) })) as Body<E>
}

/** Answers a request that anybody may make, its body parsed by the shared schema. */
export function openTo<E extends OpenEndpoint>(
  app: Hono,
  services: Services,
  name: E,
  answer: (body: Body<E>, c: Context) => Promise<Reply<E>>,
): void {
  const { method, path } = endpoints[name]
  app.on(method, path, async (c) => {
    const body = await bodyOf(name, c)
    const answered = async () => {
      await readyOf(services)
      return answer(body, c)
    }
    return c.json(await within(services.patience, answered()))
  })
}

/** Answers a member's request: the proof first, then the session, then the body. */
export function membersOnly<E extends ClosedEndpoint>(
  app: Hono,
  services: Services,
  name: E,
  answer: (asker: Asker, body: Body<E>, c: Context) => Promise<Reply<E>>,
): void {
  const { method, path } = endpoints[name]
  app.on(method, path, async (c) => {
    const claims = await services.proofs.check(readPresentedProof(c), evenIfExpired.includes(name))
    const asking = evenIfRemoved.includes(name) ? askerOf(services, claims) : memberOf(services, claims)
    const asker = await within(services.patience, asking)
    // However long a slow line takes for it.
    const body = await bodyOf(name, c)
    const answered = async () => {
      await services.spend(asker.member, spendingOf(name, body))
      return answer(asker, body, c)
    }
    return c.json(await within(services.patience, answered()))
  })
}
