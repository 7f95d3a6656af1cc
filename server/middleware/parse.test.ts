import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { readJson } from './parse.ts'

const MOST = 1_000
const sent = (body: Uint8Array<ArrayBuffer> | string, encoding?: string, gzip = true) =>
  readJson(
    new Request('http://localhost/', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(encoding === undefined ? {} : { 'content-encoding': encoding }),
      },
      body,
    }),
    MOST,
    { gzip, plain: null },
  )
const zipped = (text: string) => new Uint8Array(gzipSync(text))

test('a body may be gzipped, and is the same', async () => {
  expect(await sent(zipped('{"a":[1,2]}'), 'gzip')).toEqual({ a: [1, 2] })
  expect(await sent('{"a":[1,2]}')).toEqual({ a: [1, 2] })
})

test('where no large body is asked for, a gzipped one is refused before it is unpacked', async () => {
  const refused = { code: 'bad-request', details: { field: 'content-encoding' } }
  await expect(sent(zipped('{"a":1}'), 'gzip', false)).rejects.toMatchObject(refused)
  await expect(sent('no gzip at all', 'gzip', false)).rejects.toMatchObject(refused)
  expect(await sent('{"a":1}', undefined, false)).toEqual({ a: 1 })
})

test('S12: a small gzipped body that unpacks to a large one is not unpacked past the limit', async () => {
  const bomb = zipped(JSON.stringify('0'.repeat(50_000_000)))
  expect(bomb.length).toBeLessThan(50_000)
  await expect(sent(bomb.subarray(0, 900), 'gzip')).rejects.toMatchObject({ code: 'too-large' })
  await expect(sent(zipped(JSON.stringify('0'.repeat(MOST))), 'gzip')).rejects.toMatchObject({ code: 'too-large' })
})

test('what is not gzipped, is cut short, or comes in another packing is refused', async () => {
  const cut = zipped(JSON.stringify('abc'.repeat(100))).slice(0, -8)
  for (const [body, encoding] of [
    ['{}', 'gzip'],
    [cut, 'gzip'],
    [zipped('{}'), 'br'],
    [zipped('{}'), 'gzip, gzip'],
  ] as const)
    await expect(sent(body, encoding)).rejects.toMatchObject({ code: 'bad-request' })
})
