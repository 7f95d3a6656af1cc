import { argon2id } from 'hash-wasm'
import * as z from 'zod/mini'
import { Failure } from '../../shared/bytes/failure.ts'

const protectedFile = z.object({
  passwordProtected: z.literal(true),
  salt: z.string(),
  kdfType: z.number(),
  kdfIterations: z.number().check(z.minimum(1), z.maximum(10_000_000)),
  kdfMemory: z.nullish(z.number().check(z.maximum(1_024))),
  kdfParallelism: z.nullish(z.number().check(z.maximum(16))),
  data: z.string(),
})
type Protected = z.infer<typeof protectedFile>

const utf8 = new TextEncoder()
const bytesFrom = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))

/**
 * Returns the JSON inside an export of Bitwarden that is protected by a password.
 * @throws Failure `import-account-only` for an export that only the same account can open, `import-needs-password` where none is given,
 *   `import-wrong-password`, `import-damaged`
 */
export async function openBitwarden(json: unknown, password: string | null): Promise<unknown> {
  const parsed = protectedFile.safeParse(json)
  if (!parsed.success) throw new Failure('import-account-only')
  if (password === null) throw new Failure('import-needs-password')
  const [enc, mac] = await stretch(parsed.data, password)
  const [, iv = '', data = '', tag = ''] = /^2\.([^|]+)\|([^|]+)\|(.+)$/.exec(parsed.data.data) ?? []
  if (tag === '') throw new Failure('import-damaged')
  const ivBytes = bytesFrom(iv)
  const dataBytes = bytesFrom(data)
  const key = await crypto.subtle.importKey('raw', mac, { name: 'HMAC', hash: 'SHA-256' }, false, ['verify'])
  const signed = new Uint8Array([...ivBytes, ...dataBytes])
  if (!(await crypto.subtle.verify('HMAC', key, bytesFrom(tag), signed))) throw new Failure('import-wrong-password')
  const aes = await crypto.subtle.importKey('raw', enc, 'AES-CBC', false, ['decrypt'])
  const opened = await crypto.subtle.decrypt({ name: 'AES-CBC', iv: ivBytes }, aes, dataBytes)
  try {
    return JSON.parse(new TextDecoder().decode(opened))
  } catch {
    throw new Failure('import-damaged')
  }
}

async function stretch(of: Protected, password: string): Promise<[ArrayBuffer, ArrayBuffer]> {
  const key = await crypto.subtle.importKey(
    'raw',
    of.kdfType === 1 ? await argonKey(of, password) : await pbkdf2Key(of, password),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  )
  // One block of HKDF-Expand (RFC 5869) for each.
  const expand = (info: string) => crypto.subtle.sign('HMAC', key, new Uint8Array([...utf8.encode(info), 1]))
  return [await expand('enc'), await expand('mac')]
}

async function argonKey({ salt, kdfIterations, kdfMemory, kdfParallelism }: Protected, password: string) {
  const key = await argon2id({
    password,
    salt: new Uint8Array(await crypto.subtle.digest('SHA-256', utf8.encode(salt))),
    iterations: kdfIterations,
    memorySize: (kdfMemory ?? 64) * 1024,
    parallelism: kdfParallelism ?? 4,
    hashLength: 32,
    outputType: 'binary',
  })
  return new Uint8Array(key)
}

async function pbkdf2Key({ salt, kdfIterations: iterations }: Protected, password: string) {
  const from = await crypto.subtle.importKey('raw', utf8.encode(password), 'PBKDF2', false, ['deriveBits'])
  return crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt: utf8.encode(salt), iterations }, from, 256)
}
