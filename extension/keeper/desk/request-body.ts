/** Past this many letters a body is gzipped: the base64url of ciphertext shrinks by a quarter, back to its bytes. */
const LARGE = 262_144

/** A value as the body of a request, with the headers that say what it is. */
export async function requestBody(value: unknown): Promise<{ headers: Headers; body: string | ArrayBuffer }> {
  const text = JSON.stringify(value)
  const headers = new Headers({ 'content-type': 'application/json' })
  if (text.length < LARGE) return { headers, body: text }
  headers.set('content-encoding', 'gzip')
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))
  return { headers, body: await new Response(packed).arrayBuffer() }
}
