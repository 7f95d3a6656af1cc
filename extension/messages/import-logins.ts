import * as z from 'zod/mini'
import { count, folderId, itemId } from '../../shared/protocol/primitives.ts'
import type { ItemId } from '../../shared/bytes/ids.ts'
import { itemFields } from './item-fields.ts'

/** How many logins one request of an import holds, of however many folders: progress is said, and a stop heard, between two. */
export const MOST_IMPORTED = 1_000

const text = (max: number) => z.string().check(z.maxLength(max))

/** A login to make, under an id that the page chose, with the earlier passwords that it comes with. */
const importRow = z.strictObject({
  item: itemId,
  fields: itemFields,
  history: z.array(z.strictObject({ password: text(5_000), until: count })).check(z.maxLength(10)),
})
export type ImportRow = z.infer<typeof importRow>

/** Logins by the folder that they go into. */
export const importBatches = z
  .array(z.strictObject({ folder: folderId, logins: z.array(importRow).check(z.maxLength(MOST_IMPORTED)) }))
  .check(
    z.maxLength(MOST_IMPORTED),
    z.refine((batches) => batches.reduce((sum, { logins }) => sum + logins.length, 0) <= MOST_IMPORTED),
  )

/** What tells whether a folder has a login already. `address`: its first. */
export const knownLogin = z.strictObject({
  name: text(200),
  username: text(500),
  address: text(2_048),
  password: text(5_000),
})
export type KnownLogin = z.infer<typeof knownLogin>

/** How many logins the folder has of those that came, and those that were not made, each with a failure code. */
export type LoginImport = { made: number; refused: { item: ItemId; code: string }[] }
