import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pad, unpad } from './pad.ts'

test('padded data is a whole number of 256-byte blocks, the fewest that hold it, and comes back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 800 }), (data) => {
      const padded = pad(data)
      expect(padded.length % 256).toBe(0)
      expect(padded.length - (data.length + 4)).toBeLessThan(256)
      expect(unpad(padded)).toEqual(new Uint8Array(data))
    }),
  )
  expect([0, 252, 253].map((length) => pad(new Uint8Array(length)).length)).toEqual([256, 256, 512])
})

test('a block too many, a block too few, a length that lies, or dirt in the padding is refused', () => {
  const good = pad(new Uint8Array(300).fill(1))
  const wrong = [
    new Uint8Array(),
    new Uint8Array(768).map((_, i) => good[i] ?? 0),
    good.slice(0, 256),
    good.slice(0, 511),
    good.map((byte, i) => (i === 511 ? 1 : byte)),
    good.map((byte, i) => (i === 3 ? byte - 1 : byte)),
    good.map((byte, i) => (i === 0 ? 255 : byte)),
  ]
  for (const padded of wrong) expect(() => unpad(padded)).toThrow('bad-padding')
})
