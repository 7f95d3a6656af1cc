import fc from 'fast-check'
import { expect, expectTypeOf, test } from 'vitest'
import { toBase64url } from './base64url.ts'
import { concat, u64, utf8 } from './bytes.ts'
import { encode } from './encode.ts'
import { Failure } from './failure.ts'
import { b64, bytes, int, list, nullable, oneOf, record, text, variant } from './record.ts'
import type { Of } from './record.ts'

const person = record('person', {
  name: text,
  age: int,
  key: b64(4),
  raw: bytes(),
  level: oneOf('read', 'edit'),
  note: nullable(text),
  tags: list(nullable(int)),
})
const act = variant('act', { 'member added': { who: person }, 'folder closed': { at: int }, nothing: {} })

const persons = fc.record({
  name: fc.string({ unit: 'binary' }),
  age: fc.maxSafeNat(),
  key: fc.uint8Array({ minLength: 4, maxLength: 4 }).map(toBase64url),
  raw: fc.uint8Array().map((raw) => new Uint8Array(raw)),
  level: fc.constantFrom('read' as const, 'edit' as const),
  note: fc.option(fc.string({ unit: 'binary' })),
  tags: fc.array(fc.option(fc.maxSafeNat())),
})
const acts: fc.Arbitrary<Of<typeof act>> = fc.oneof(
  persons.map((who) => ({ act: 'member added' as const, who })),
  fc.maxSafeNat().map((at) => ({ act: 'folder closed' as const, at })),
  fc.constant({ act: 'nothing' as const }),
)

test('a record, and a union of them, come back as they were written', () => {
  fc.assert(fc.property(persons, (value) => void expect(person.read(person.write(value))).toEqual(value)))
  fc.assert(fc.property(acts, (value) => void expect(act.read(act.write(value))).toEqual(value)))
})

test('bytes that were flipped, cut or extended are refused, or are the one form of another value', () => {
  const mutate = (whole: Uint8Array, at: number, how: number) => {
    const i = at % whole.length
    if (how === 0) return whole.slice(0, i)
    if (how < 0) return concat(whole.subarray(0, i), Uint8Array.of(-how), whole.subarray(i))
    return whole.map((byte, j) => (j === i ? byte ^ how : byte))
  }
  fc.assert(
    fc.property(acts, fc.nat(), fc.integer({ min: -255, max: 255 }), (value, at, how) => {
      const changed = mutate(act.write(value), at, how)
      let read
      try {
        read = act.read(changed)
      } catch (error) {
        expect(error).toBeInstanceOf(Failure)
        return
      }
      expect(act.write(read)).toEqual(changed)
    }),
    { numRuns: 1000 },
  )
})

test('a record has its own label, its own number of fields, and nothing behind them', () => {
  const pair = record('pair', { a: int, b: int })
  expect(pair.write({ a: 1, b: 2 })).toEqual(encode('pair', 1, 2))
  for (const wrong of [encode('pear', 1, 2), encode('pair', 1), encode('pair', 1, 2, 3), encode('pair', 1, '2')]) {
    expect(() => pair.read(wrong)).toThrow('bad-encoding')
  }
})

test('an act this version does not know is a hard failure, also one named like a property of every object', () => {
  for (const label of ['folder painted', 'constructor', '__proto__', 'toString']) {
    expect(() => act.read(encode(label))).toThrow('unknown-variant')
  }
})

test('leaves refuse the wrong size, an unknown word, a lone surrogate', () => {
  expect(() => bytes(3).read(Uint8Array.of(1))).toThrow('bad-encoding')
  expect(() => bytes(3).write(Uint8Array.of(1))).toThrow('bad-encoding')
  expect(() => b64(4).write('AAAA')).toThrow('bad-encoding')
  expect(() => b64(4).write('AAAAAA=')).toThrow('bad-base64url')
  expect(() => oneOf('read').read(utf8('write'))).toThrow('bad-encoding')
  expect(() => int.read(u64(1).subarray(1))).toThrow('bad-encoding')
  expect(() => text.write('\udfff')).toThrow('bad-text')
  expect(() => text.read(Uint8Array.of(0xff))).toThrow('bad-encoding')
  expect(() => nullable(int).read(encode('none', 1))).toThrow('bad-encoding')
  expect(() => nullable(int).read(encode('some'))).toThrow('bad-encoding')
})

test('types follow from the declaration', () => {
  expectTypeOf<Of<typeof act>['act']>().toEqualTypeOf<'member added' | 'folder closed' | 'nothing'>()
  expectTypeOf<Extract<Of<typeof act>, { act: 'folder closed' }>['at']>().toEqualTypeOf<number>()
  expectTypeOf<Of<typeof person>['level']>().toEqualTypeOf<'read' | 'edit'>()
  expectTypeOf<Of<typeof person>['tags']>().toEqualTypeOf<(number | null)[]>()
})
