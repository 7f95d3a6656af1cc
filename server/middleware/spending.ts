import type * as z from 'zod/mini'
import type { endpoints, Endpoint } from '../../shared/protocol/endpoints.ts'
import type { Spending } from '../store/quotas.ts'

type Costs = { readonly [E in Endpoint]?: (body: z.output<(typeof endpoints)[E]['request']>) => Spending }

/** The letters of all texts in a value, as it came. */
function letters(value: unknown): number {
  if (typeof value === 'string') return value.length
  if (typeof value !== 'object' || value === null) return 0
  return Object.values(value).reduce((sum: number, one) => sum + letters(one), 0)
}

const stored = (body: unknown): Spending => ({ bytes: letters(body) })
const givenBack = (body: unknown): Spending => ({ returned: letters(body) })

/** What a request takes from what its member may do in an hour, by what it says; acts are counted where entries are read. */
const costs: Costs = {
  appendLedger: stored,
  appendJournal: stored,
  rotateKeys: stored,
  repairLedger: givenBack,
  repairJournal: givenBack,
  repairObjects: givenBack,
  fetch: ({ journals }) => ({ reads: 1 + journals.length }),
  deleted: () => ({ reads: 1 }),
  findPerson: () => ({ finds: 1 }),
  use: () => ({ uses: 1 }),
}

export const spendingOf = <E extends Endpoint>(name: E, body: z.output<(typeof endpoints)[E]['request']>): Spending =>
  costs[name]?.(body) ?? {}
