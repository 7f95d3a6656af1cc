import * as z from 'zod/mini'
import { Failure } from '../../../shared/bytes/failure.ts'
import { head, orgId } from '../../../shared/protocol/primitives.ts'
import { originOf } from './origin.ts'
import type { Desk } from './desk.ts'

const schema = z.strictObject({ server: z.string(), org: z.optional(orgId), ledger: z.optional(head) })

/** What the organisation's IT has set for this browser (`public/managed-schema.json`). The person at the device cannot change it. */
export type Policy = { server: string; org: z.infer<typeof orgId> | null; ledger: z.infer<typeof head> | null }

/**
 * Returns the browser's managed policy for this extension, null where there is none. Throws Failure `bad-policy` where any part of it
 * is invalid: applying half of a policy would not protect.
 */
export async function managedPolicy(desk: Desk): Promise<Policy | null> {
  const found = await desk.managed()
  if (typeof found !== 'object' || found === null || Object.keys(found).length === 0) return null
  const parsed = schema.safeParse(found)
  if (!parsed.success) throw new Failure('bad-policy')
  const { server, org = null, ledger = null } = parsed.data
  return { server: serverOf(server), org, ledger }
}

function serverOf(address: string): string {
  try {
    return originOf(address)
  } catch {
    throw new Failure('bad-policy')
  }
}
