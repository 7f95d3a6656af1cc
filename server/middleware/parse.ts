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

/** The JSON of a request's body, gzipped or not. Throws `bad-request`, or `too-large` past `most` unpacked bytes without reading on. */
export async function readJson(request: Request, most: number): Promise<unknown> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? ''))
    throw badField('content-type', 'The body must be application/json.')
  const tooLarge = new Problem('too-large', `The body may have ${most} bytes.`)
  if (Number(request.headers.get('content-length') ?? 0) > most) throw tooLarge
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of unpacked(request)) {
    size += chunk.length
    if (size > most) throw tooLarge
    chunks.push(chunk)
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)))
  } catch {
    throw badField('body', 'The body is not JSON.')
  }
}

async function* unpacked({ headers, body }: Request): AsyncGenerator<Uint8Array> {
  const encoding = headers.get('content-encoding')
  if (body === null || encoding === null) return yield* body ?? []
  if (encoding !== 'gzip') throw badField('content-encoding', 'The body may be gzipped, or as it is.')
  try {
    yield* body.pipeThrough(new DecompressionStream('gzip'))
  } catch {
    throw badField('body', 'The body is not gzipped.')
  }
}
