import * as z from 'zod/mini'
import { Failure } from '../../../shared/bytes/failure.ts'
import type { Hello } from '../../../shared/protocol/enrol.ts'
import { orgId } from '../../../shared/protocol/primitives.ts'
import { call } from './api.ts'
import type { Desk } from './desk.ts'
import { managedPolicy } from './policy.ts'

/** What lies in clear on the desk: one server per browser profile (P10). `org` is null until a touch or an invitation has said it. */
const trusted = z.strictObject({ server: z.string(), org: z.nullable(orgId) })
type Trusted = z.infer<typeof trusted>

/** The desk's server and org, and whether managed policy chose the server; policy comes first. Throws Failure `bad-policy`. */
export async function trustedServer(desk: Desk): Promise<(Trusted & { managed: boolean }) | null> {
  const policy = await managedPolicy(desk)
  const parsed = trusted.safeParse(await desk.local.get('trusted'))
  const known = parsed.success ? parsed.data : null
  if (policy === null) return known === null ? null : { ...known, managed: false }
  const { server, org } = policy
  return { server, org: org ?? (known?.server === server ? known.org : null), managed: true }
}

/** Throws Failure `no-server`, `bad-policy`. */
export async function needTrusted(desk: Desk): Promise<Trusted> {
  const known = await trustedServer(desk)
  if (known === null) throw new Failure('no-server')
  return known
}

/** Throws Failure `managed-server` or `policy-other-org` where managed policy says another server or org, `bad-policy`. */
export async function needAllowed(desk: Desk, { server, org }: Trusted): Promise<void> {
  const policy = await managedPolicy(desk)
  if (policy !== null && policy.server !== server) throw new Failure('managed-server')
  if (policy !== null && policy.org !== null && org !== null && policy.org !== org)
    throw new Failure('policy-other-org')
}

/**
 * Keeps what this desk is for. An org comes from an invitation, a touch or policy, never from what a server says of itself
 * (P4): with null, one that is known for this server stays. Throws as `needAllowed`.
 */
export async function trust(desk: Desk, { server, org }: Trusted): Promise<void> {
  await needAllowed(desk, { server, org })
  const known = await trustedServer(desk)
  const kept = org ?? (known?.server === server ? known.org : null)
  await desk.local.set('trusted', { server, org: kept })
}

/** Asks a server who it is. Throws Failure `not-cloison` when it answers as something else, or for another origin. */
export async function hello(desk: Desk, server: string): Promise<Hello> {
  const answer = await call(desk, server, 'hello', null).catch((error: unknown) => {
    throw error instanceof Failure && error.code === 'bad-reply' ? new Failure('not-cloison') : error
  })
  if (answer.origin !== server) throw new Failure('not-cloison', answer.origin)
  return answer
}
