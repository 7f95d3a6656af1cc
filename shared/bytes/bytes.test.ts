import fc from 'fast-check'
import { expect, test } from 'vitest'
import { concat, equal, fromUtf8, readU32, readU64, u32, u64, utf8, wipe } from './bytes.ts'

test('integers are big-endian and come back', () => {
  expect(u32(0x01020304)).toEqual(Uint8Array.of(1, 2, 3, 4))
  expect(u64(0x0102030405n)).toEqual(Uint8Array.of(0, 0, 0, 1, 2, 3, 4, 5))
  fc.assert(fc.property(fc.maxSafeNat(), (n) => readU64(u64(n)) === n && readU64(u64(BigInt(n))) === n))
  fc.assert(fc.property(fc.nat(0xffffffff), (n) => readU32(u32(n)) === n))
})

test('an integer that some reader could not hold is neither written nor read', () => {
  for (const n of [-1, 1.5, NaN, 2 ** 53, -1n, 2n ** 53n]) expect(() => u64(n)).toThrow('bad-integer')
  for (const n of [-1, 2 ** 32]) expect(() => u32(n)).toThrow('bad-integer')
  expect(() => readU64(Uint8Array.of(0, 0x20, 0, 0, 0, 0, 0, 0))).toThrow('bad-encoding')
  expect(() => readU64(new Uint8Array(7))).toThrow('bad-encoding')
  expect(() => readU32(new Uint8Array(7), 4)).toThrow('bad-encoding')
})

test('text keeps every character, a leading byte order mark too', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => fromUtf8(utf8(text)) === text))
  expect(fromUtf8(utf8('\ufeffa'))).toBe('\ufeffa')
})

test('half a surrogate pair and broken UTF-8 are refused', () => {
  expect(() => utf8('a\ud800')).toThrow('bad-text')
  expect(() => fromUtf8(Uint8Array.of(0xc0, 0x80))).toThrow('bad-text')
})

test('bytes are equal only when length and every byte are', () => {
  expect(equal(Uint8Array.of(1, 2), Uint8Array.of(1, 2))).toBe(true)
  expect(equal(Uint8Array.of(1, 2), Uint8Array.of(1, 3))).toBe(false)
  expect(equal(Uint8Array.of(0x81, 2), Uint8Array.of(1, 2))).toBe(false)
  expect(equal(Uint8Array.of(1, 2), Uint8Array.of(1, 2, 0))).toBe(false)
})

test('parts are joined in order, and a wiped array is zeros', () => {
  const joined = concat(Uint8Array.of(1), new Uint8Array(), Uint8Array.of(2, 3))
  expect(joined).toEqual(Uint8Array.of(1, 2, 3))
  wipe(joined)
  expect(joined).toEqual(new Uint8Array(3))
})
