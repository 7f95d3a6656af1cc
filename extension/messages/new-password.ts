/** A page's rules for a new password, and what the popup shows of a generated password. */
import * as z from 'zod/mini'
import type { FolderId, ItemId } from '../../shared/bytes/ids.ts'
import { count } from '../../shared/protocol/primitives.ts'

const text = z.string().check(z.maxLength(2_000))

/** A form for a new password. The attributes of its fields are as the page wrote them, and not to be trusted. */
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
  /** Whether the form belongs to an existing account: a change or a reset of its password. */
  changes: z.boolean(),
  /** The username that the person has typed in the form, or empty. */
  username: z.string().check(z.maxLength(500)),
})
export type NewPasswordForm = z.infer<typeof newPasswordForm>
export type FieldRules = NewPasswordForm['fields'][number]

/** The length and the kinds of characters of a password that the console generates. */
export const passwordWish = z.strictObject({
  length: count.check(z.gte(8), z.lte(100)),
  kinds: z.array(z.enum(['upper', 'lower', 'digit', 'sign'])).check(z.minLength(1), z.maxLength(4)),
  withAlike: z.boolean(),
})
export type PasswordWish = z.infer<typeof passwordWish>
export type CharacterKind = PasswordWish['kinds'][number]

/** What can be generated or was generated on a web page, for a person who may save a login. The password itself stays in the worker. */
export type GeneratedLook = {
  /** The page's form for a new password, null where it has none. `fields`: 1, or 2 with the confirmation. */
  form: { origin: string; host: string; fields: number; username: string } | null
  /** The password that was generated in this tab or at this origin. It is kept until it is saved, at most half an hour. */
  kept: GeneratedView | null
  /** The folders that it may be saved in; `folder` is the likeliest. */
  folders: { folder: FolderId; path: string[] }[]
  folder: FolderId | null
  /** The logins for that page whose password it may replace. */
  logins: { folder: FolderId; item: ItemId; name: string; username: string }[]
}
/** A generated password. `item`: the id of the login that it becomes when saved. `isShort`: the page's rules allow no stronger one. */
export type GeneratedView = {
  item: ItemId
  host: string
  username: string
  fields: number
  changes: boolean
  isShort: boolean
}
