import * as z from 'zod/mini'
import { count, folderId, itemId } from '../../../shared/protocol/primitives.ts'
import { afterFill, kind, matchRule } from '../../messages/item-fields.ts'

/** The fields of an edit. No length limits here: a merge may exceed those of the form, and what was stored must be read again. */
const fields = z.strictObject({
  kind,
  name: z.string(),
  username: z.string(),
  password: z.string(),
  urls: z.array(z.strictObject({ address: z.string(), match: matchRule, realm: z.string() })),
  custom: z.array(z.strictObject({ label: z.string(), value: z.string() })),
  totp: z.string(),
  afterFill,
  notes: z.string(),
  tags: z.array(z.string()),
  files: z.array(z.strictObject({ name: z.string(), type: z.string(), bytes: z.string() })),
})

const unsent = z.strictObject({
  folder: folderId,
  item: itemId,
  /** The form that it was typed in, null where that is not known. The same form may send it again. */
  form: z.nullable(itemId),
  /** The revision that it was opened on, null for a new item. */
  base: z.nullable(count),
  /** The fields at that revision; null for a new item, or where they are not known. */
  was: z.nullable(fields),
  /** Earlier versions of this edit: a request whose answer was lost may have stored one of them. */
  tried: z.array(fields),
  /** Null to delete the item. */
  fields: z.nullable(fields),
  /** Earlier passwords that a new item comes with: those of the login that it was moved or imported from. */
  history: z.array(z.strictObject({ password: z.string(), until: count })),
  /** Where the password of a login that it was moved from has lain. */
  passwordIn: z.array(z.strictObject({ folder: folderId, since: count })),
  /** Sent only once the server has this item, live: a login is not deleted here before it is there. Null for every other edit. */
  after: z.nullable(z.strictObject({ folder: folderId, item: itemId })),
  at: count,
  /** The failure code of why it was not sent. */
  why: z.string(),
})
/** An edit of one item that the server does not have, or is not known to have. At most one for each item. */
export type UnsentEdit = z.infer<typeof unsent>

export const queue = z.strictObject({ edits: z.array(unsent), dropped: count })
/** Edits in the order in which they were made. `dropped`: how many were lost with access to their folder, until the person has seen it. */
export type Queue = z.infer<typeof queue>
