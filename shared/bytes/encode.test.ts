import fc from 'fast-check'
import { expect, test } from 'vitest'
import { utf8 } from './bytes.ts'
import { encode, framed, split, unframed } from './encode.ts'

test('the form is u32 length and bytes, label first, integers as eight bytes', () => {
  expect(encode('ab', 'é', 258, Uint8Array.of(7))).toEqual(
    // prettier-ignore
    Uint8Array.of(0, 0, 0, 2, 97, 98, 0, 0, 0, 2, 0xc3, 0xa9, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 1, 2, 0, 0, 0, 1, 7),
  )
})

test('what was put together comes apart again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.array(fc.uint8Array()), (label, fields) => {
      expect(split(encode(label, ...fields))).toEqual({ label, fields: fields.map((field) => new Uint8Array(field)) })
    }),
  )
})

test('two different lists of fields never give the same bytes', () => {
  expect(encode('a', 'bc')).not.toEqual(encode('ab', 'c'))
  expect(encode('a', 'b', '')).not.toEqual(encode('a', 'b'))
  expect(encode('a', '', 'b')).not.toEqual(encode('a', 'b', ''))
})

test('bytes cut short, extended, empty, or with a label that is no text are refused', () => {
  const good = encode('label', 'field', 7)
  const isStart = (end: number) => end === 9 || end === 18
  for (let end = 0; end < good.length; end++) {
    if (!isStart(end)) expect(() => split(good.subarray(0, end))).toThrow('bad-encoding')
  }
  expect(() => split(Uint8Array.of(...good, 0))).toThrow('bad-encoding')
  expect(() => split(encode('x').map((byte) => (byte === 120 ? 0xff : byte)))).toThrow('bad-encoding')
})

test('fields are copies, so that wiping the source leaves them', () => {
  const source = encode('a', 'secret')
  const { fields } = split(source)
  source.fill(0)
  expect(fields).toEqual([utf8('secret')])
})

test('what is framed comes apart into windows on the same bytes, empty ones too, and nothing else does', () => {
  const parts = [utf8('one'), utf8(''), utf8('three')]
  const whole = framed(parts)
  expect(unframed(whole)).toEqual(parts)
  expect(unframed(whole).every(({ buffer }) => buffer === whole.buffer)).toBe(true)
  expect(unframed(framed([]))).toEqual([])
  for (const end of [1, 6, 8, 12]) expect(() => unframed(whole.subarray(0, end))).toThrow('bad-encoding')
})
