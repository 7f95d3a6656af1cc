import { Decrypter } from 'age-encryption'
import * as z from 'zod/mini'
import { fromBase64url } from '../../shared/bytes/base64url.ts'
import { Failure } from '../../shared/bytes/failure.ts'
import type { ImportedLogin } from './imported.ts'

/**
 * Returns the JSON inside an encrypted export of ours.
 * @throws Failure `import-needs-password` where none is given, `import-wrong-password`, `import-damaged`
 */
export async function openCloison(bytes: Uint8Array<ArrayBuffer>, passphrase: string | null): Promise<string> {
  if (passphrase === null) throw new Failure('import-needs-password')
  const decrypter = new Decrypter()
  decrypter.addPassphrase(passphrase)
  try {
    return await decrypter.decrypt(bytes, 'text')
  } catch (error) {
    // age tells both apart in its sentence alone.
    throw new Failure(/no identity matched/i.test(String(error)) ? 'import-wrong-password' : 'import-damaged')
  }
}

const extension = z.object({
  name: z.literal('cloison'),
  fields: z.object({
    kind: z.enum(['login', 'host', 'key', 'note']),
    name: z.string(),
    username: z.string(),
    password: z.string(),
    urls: z.array(
      z.object({
        address: z.string(),
        match: z.enum(['origin', 'host', 'domain', 'path', 'none']),
        realm: z.string(),
      }),
    ),
    custom: z.array(z.object({ label: z.string(), value: z.string() })),
    totp: z.string(),
    afterFill: z.enum(['stay', 'send']),
    notes: z.string(),
    tags: z.array(z.string()),
    files: z.array(z.object({ name: z.string(), bytes: z.string() })),
  }),
  history: z.array(z.object({ password: z.string(), until: z.number() })),
})

/** Returns the login whole, as our own export has it beside what the format can say; null where there is no such extension. */
export function ownLogin(at: number, folder: readonly string[], extensions: readonly unknown[]): ImportedLogin | null {
  for (const one of extensions) {
    const parsed = extension.safeParse(one)
    if (!parsed.success) continue
    const { fields, history } = parsed.data
    return {
      ...fields,
      at,
      folder,
      history: history.map(({ password, until }) => ({ password, at: until })),
      files: fields.files.map(({ name, bytes }) => ({ name, bytes: fromBase64url(bytes) })),
    }
  }
  return null
}
