import { expect, test } from 'vitest'
import { toBase64url } from '../../../shared/bytes/base64url.ts'
import { randomBytes } from '../../../shared/crypto/random.ts'
import { requestBody } from './request-body.ts'

test('a large body is gzipped, to about the bytes of its base64url ciphertext; a small one is not', async () => {
  const small = await requestBody({ a: 1 })
  expect([small.body, small.headers.get('content-encoding')]).toEqual(['{"a":1}', null])
  const value = Array.from({ length: 400 }, () => toBase64url(randomBytes(1_168)))
  const { body, headers } = await requestBody(value)
  expect(headers.get('content-encoding')).toBe('gzip')
  if (typeof body === 'string') throw new Error('not packed')
  expect(body.byteLength).toBeLessThan(400 * 1_168 * 1.04)
  const unpacked = new Blob([body]).stream().pipeThrough(new DecompressionStream('gzip'))
  expect(await new Response(unpacked).json()).toEqual(value)
})
