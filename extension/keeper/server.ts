import * as z from 'zod/mini'
import { Failure } from '../../shared/bytes/failure.ts'
import type { Hello } from '../../shared/protocol/enrol.ts'
import { orgId } from '../../shared/protocol/primitives.ts'
import { call } from './api.ts'
import type { Desk } from './desk.ts'

/** What lies in clear on the desk: one server per browser profile (P10). */
const trusted = z.strictObject({ server: z.string(), org: z.nullable(orgId) })
type Trusted = z.infer<typeof trusted>

export async function trustedServer(desk: Desk): Promise<Trusted | null> {
  const parsed = trusted.safeParse(await desk.local.get('trusted'))
  return parsed.success ? parsed.data : null
}

/** Throws Failure `no-server`. */
export async function needTrusted(desk: Desk): Promise<Trusted> {
  const known = await trustedServer(desk)
  if (known === null) throw new Failure('no-server')
  return known
}

export const trust = (desk: Desk, value: Trusted) => desk.local.set('trusted', value)

/** The origin of a server's address as typed; plain http only to loopback. Throws Failure `bad-address`. */
export function originOf(address: string): string {
  const typed = address.trim()
  const url = URL.parse(/^[a-z][a-z\d+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`)
  if (url === null || url.username !== '' || url.password !== '') throw new Failure('bad-address')
  const loopback = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback)) throw new Failure('bad-address')
  return url.origin
}

/** Asks a server who it is. Throws Failure `not-cloison` when it answers as something else, or for another origin. */
export async function hello(desk: Desk, server: string): Promise<Hello> {
  const answer = await call(desk, server, 'hello', null).catch((error: unknown) => {
    throw error instanceof Failure && error.code === 'bad-reply' ? new Failure('not-cloison') : error
  })
  if (answer.origin !== server) throw new Failure('not-cloison', answer.origin)
  return answer
}
