import * as z from 'zod/mini'
import { count, folderId, itemId } from '../../../shared/protocol/primitives.ts'
import { afterFill, matchRule } from '../../messages/item-fields.ts'

/** As the door let it in, or as a merge made it: no lengths here, so that what is kept is always found again. */
const fields = z.strictObject({
  name: z.string(),
  username: z.string(),
  password: z.string(),
  urls: z.array(z.strictObject({ address: z.string(), match: matchRule, realm: z.string() })),
  custom: z.array(z.strictObject({ label: z.string(), value: z.string() })),
  totp: z.string(),
  afterFill,
  notes: z.string(),
})

const unsent = z.strictObject({
  folder: folderId,
  item: itemId,
  /** The form that it was typed in, where that is known: the same one may send it again. */
  form: z.nullable(itemId),
  /** The revision that it was opened on, null for a new item. */
  base: z.nullable(count),
  /** The fields at that revision; null where there are none, or where they are not known. */
  was: z.nullable(fields),
  /** Earlier versions of this very edit: one of them may have been sent by a request whose answer was lost. */
  tried: z.array(fields),
  /** Null to delete the item. */
  fields: z.nullable(fields),
  at: count,
  /** The stable code of what it waits for. */
  why: z.string(),
})
/** An edit of one item that the server does not have yet, or is not known to have. One at most for each item. */
export type Unsent = z.infer<typeof unsent>

export const queue = z.strictObject({ edits: z.array(unsent), dropped: count })
/** In the order in which they were made. `dropped`: how many went with the access to their folder, until it is read. */
export type Queue = z.infer<typeof queue>
