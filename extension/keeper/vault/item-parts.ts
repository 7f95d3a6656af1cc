/** The two sealed parts of an item, and its fields as pages know them: the bytes of files are base64url there. */
import { fromBase64url, toBase64url } from '../../../shared/bytes/base64url.ts'
import type { Overview, PasswordPlace, PastPassword, Secret } from '../../../shared/vault/item.ts'
import type { ItemFields } from '../../messages/views.ts'

/** Returns the overview that these fields make, of a login whose password has lain in these places. */
export function overviewOf(
  { kind, name, username, urls, afterFill, tags }: ItemFields,
  passwordIn: readonly PasswordPlace[],
): Overview {
  return { kind, name, username, urls, afterFill, tags, passwordIn: [...passwordIn] }
}

/** Returns the secret that these fields make, with these earlier passwords. Throws `bad-encoding` for bytes that are not base64url. */
export function secretOf(
  { password, totp, notes, custom, files }: ItemFields,
  history: readonly PastPassword[],
): Secret {
  const opened = files.map((file) => ({ ...file, bytes: fromBase64url(file.bytes) }))
  return { password, totp, notes, custom, history: [...history], files: opened }
}

/** Returns the fields of an item that has these parts. */
export const fieldsOf = (
  { passwordIn: _, ...overview }: Overview,
  { history: __, files, ...secret }: Secret,
): ItemFields => ({
  ...overview,
  ...secret,
  files: files.map((file) => ({ ...file, bytes: toBase64url(file.bytes) })),
})
