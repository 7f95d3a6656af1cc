/** What a page says of its fields for a new password, and what the popup shows of one that was generated. */
import * as z from 'zod/mini'
import type { FolderId, ItemId } from '../../shared/bytes/ids.ts'
import { count } from '../../shared/protocol/primitives.ts'

const text = z.string().check(z.maxLength(2_000))

/** A form that asks for a new password. What its fields say of themselves stands as the page wrote it: it may say anything. */
export const newPasswordForm = z.strictObject({
  fields: z
    .array(
      z.strictObject({
        passwordrules: text,
        minlength: z.nullable(count),
        maxlength: z.nullable(count),
        pattern: text,
      }),
    )
    .check(z.minLength(1), z.maxLength(2)),
  /** It is for an account that there is already: a change of password, or a reset. */
  changes: z.boolean(),
  /** The name that a person has typed beside it, or nothing. */
  username: z.string().check(z.maxLength(500)),
})
export type NewPasswordForm = z.infer<typeof newPasswordForm>
export type FieldRules = NewPasswordForm['fields'][number]

/** What a password of the console's is made of. */
export const passwordWish = z.strictObject({
  length: count.check(z.gte(8), z.lte(100)),
  kinds: z.array(z.enum(['upper', 'lower', 'digit', 'sign'])).check(z.minLength(1), z.maxLength(4)),
  withAlike: z.boolean(),
})
export type PasswordWish = z.infer<typeof passwordWish>
export type Kind = PasswordWish['kinds'][number]

/** For who may keep a login: what can be generated on a page of the web, and what was. The password itself stays with the worker. */
export type GeneratedLook = {
  /** The page's form for a new password, null where it has none. `fields`: the password's, and its confirmation's. */
  form: { origin: string; host: string; fields: number; username: string } | null
  /** Generated in this tab or at this origin, and kept until it is saved, for half an hour at the most. */
  kept: GeneratedView | null
  /** Where it may be saved, and where it most likely belongs. */
  folders: { folder: FolderId; path: string[] }[]
  folder: FolderId | null
  /** Logins for that page whose password it may become. */
  logins: { folder: FolderId; item: ItemId; name: string; username: string }[]
}
/** `item`: the login that it becomes when it is saved. `isShort`: the page allows no better one. */
export type GeneratedView = {
  item: ItemId
  host: string
  username: string
  fields: number
  changes: boolean
  isShort: boolean
}
