import { expect, test } from 'vitest'
import { aaguid, aaguidIn } from './aaguid.ts'

const written = '01020304-0506-0708-090a-0b0c0d0e0fff'

test('an AAGUID is its 16 bytes, and comes back in lower case with hyphens', () => {
  const bytes = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 255)
  const one = aaguid.read(bytes)
  expect(one).toBe(written)
  expect(aaguid.write(one)).toEqual(bytes)
})

test('what is typed in either case is one AAGUID, and whatever else is none', () => {
  expect(aaguidIn(`  ${written.toUpperCase()}\n`)).toBe(written)
  const wrong = [
    '',
    written.replaceAll('-', ''),
    written.slice(1),
    `${written}0`,
    `${written} x`,
    written.replace('f', 'g'),
  ]
  for (const typed of wrong) expect(aaguidIn(typed)).toBeNull()
})

test('bytes of another length are no AAGUID', () => {
  for (const length of [0, 15, 17]) expect(() => aaguid.read(new Uint8Array(length))).toThrow('bad-encoding')
})
