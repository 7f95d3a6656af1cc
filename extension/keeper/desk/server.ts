import * as z from 'zod/mini'
import { Failure } from '../../../shared/bytes/failure.ts'
import type { Hello } from '../../../shared/protocol/enrol.ts'
import { orgId } from '../../../shared/protocol/primitives.ts'
import { call } from './api.ts'
import type { Desk } from './desk.ts'
import { managedPolicy } from './policy.ts'

/** What is stored unencrypted: one server per browser profile (P10). `org` is null until an assertion or an invitation names it. */
const trusted = z.strictObject({ server: z.string(), org: z.nullable(orgId) })
type Trusted = z.infer<typeof trusted>

/**
 * Returns the device's server and org, and whether managed policy chose the server; null where none is known. Policy overrides what is
 * stored. Throws Failure `bad-policy`.
 */
export async function trustedServer(desk: Desk): Promise<(Trusted & { managed: boolean }) | null> {
  const policy = await managedPolicy(desk)
  const parsed = trusted.safeParse(await desk.local.get('trusted'))
  const known = parsed.success ? parsed.data : null
  if (policy === null) return known === null ? null : { ...known, managed: false }
  const { server, org } = policy
  return { server, org: org ?? (known?.server === server ? known.org : null), managed: true }
}

/** Returns the device's server and org. Throws Failure `no-server` where none is known, `bad-policy`. */
export async function needTrusted(desk: Desk): Promise<Trusted> {
  const known = await trustedServer(desk)
  if (known === null) throw new Failure('no-server')
  return known
}

/** Throws Failure `managed-server` or `policy-other-org` where managed policy names another server or org; `bad-policy`. */
export async function needAllowed(desk: Desk, { server, org }: Trusted): Promise<void> {
  const policy = await managedPolicy(desk)
  if (policy !== null && policy.server !== server) throw new Failure('managed-server')
  if (policy !== null && policy.org !== null && org !== null && policy.org !== org)
    throw new Failure('policy-other-org')
}

/**
 * Stores the server and org of this device. The org must come from an invitation, an assertion or policy, never from the server
 * itself (P4): with null, an org that is known for this server stays. Throws as `needAllowed`.
 */
export async function trust(desk: Desk, { server, org }: Trusted): Promise<void> {
  await needAllowed(desk, { server, org })
  const known = await trustedServer(desk)
  const kept = org ?? (known?.server === server ? known.org : null)
  await desk.local.set('trusted', { server, org: kept })
}

/**
 * Returns what a server says of itself. Throws Failure `not-cloison` where it is no Cloison server, or names another origin; as `call`.
 */
export async function fetchHello(desk: Desk, server: string): Promise<Hello> {
  const answer = await call(desk, server, 'hello', null).catch((error: unknown) => {
    throw error instanceof Failure && error.code === 'bad-reply' ? new Failure('not-cloison') : error
  })
  if (answer.origin !== server) throw new Failure('not-cloison', answer.origin)
  return answer
}
