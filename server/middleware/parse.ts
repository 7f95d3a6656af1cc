import * as z from 'zod/mini'
import { badField, Problem } from '../store/problem.ts'

/** The value as the schema has it. Throws `bad-request` naming the path of the first bad field. */
export function parse<S extends z.ZodMiniType>(schema: S, value: unknown, whole = 'body'): z.output<S> {
  const parsed = z.safeParse(schema, value)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const extra = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
    const path = [...(issue?.path ?? []), ...extra].map(String).join('.').slice(0, 200)
    throw badField(path === '' ? whole : path, extra.length > 0 ? 'Unknown field.' : 'Not what it should be.')
  }
  return parsed.data
}

type Bytes = AsyncIterable<Uint8Array>
/**
 * `gzip`: whether a compressed body is taken; unpacking costs more than most requests. `plain`: the uncompressed body where
 * it is not the request's own stream.
 */
type Reading = Readonly<{ gzip: boolean; plain: Bytes | null }>

/**
 * The JSON of a request's body. Throws `bad-request`, or `too-large` past `most` unpacked bytes without reading on.
 */
export async function readJson(request: Request, most: number, { gzip, plain }: Reading): Promise<unknown> {
  const { headers } = request
  if (!/^application\/json\s*(;|$)/i.test(headers.get('content-type') ?? ''))
    throw badField('content-type', 'The body must be application/json.')
  const tooLarge = () => new Problem('too-large', `The body may have ${most} bytes.`)
  if (Number(headers.get('content-length') ?? 0) > most) throw tooLarge()
  const encoding = headers.get('content-encoding')
  if (encoding !== null && (encoding !== 'gzip' || !gzip))
    throw badField('content-encoding', gzip ? 'The body may be gzipped, or as it is.' : 'The body must be as it is.')
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of whole(encoding === null ? (plain ?? request.body) : unpacked(request))) {
    size += chunk.length
    if (size > most) throw tooLarge()
    chunks.push(chunk)
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)))
  } catch {
    throw badField('body', 'The body is not JSON.')
  }
}

const unpacked = ({ body }: Request): Bytes | null => body?.pipeThrough(new DecompressionStream('gzip')) ?? null

async function* whole(body: Bytes | null): AsyncGenerator<Uint8Array> {
  try {
    yield* body ?? []
  } catch {
    throw badField('body', 'The body broke off, or is not gzipped.')
  }
}
