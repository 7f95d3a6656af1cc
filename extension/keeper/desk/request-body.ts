/** A body of at least so many characters is gzipped: the base64url of ciphertext shrinks by a quarter, about to its bytes. */
const LARGE = 262_144

/** Returns a value as JSON body of a request, gzipped where it is large, with the headers that describe it. */
export async function requestBody(value: unknown): Promise<{ headers: Headers; body: string | ArrayBuffer }> {
  const text = JSON.stringify(value)
  const headers = new Headers({ 'content-type': 'application/json' })
  if (text.length < LARGE) return { headers, body: text }
  headers.set('content-encoding', 'gzip')
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))
  return { headers, body: await new Response(packed).arrayBuffer() }
}
