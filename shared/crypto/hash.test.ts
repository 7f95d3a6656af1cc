import { expect, test } from 'vitest'
import { idBytes } from '../bytes/ids.ts'
import { sha256, sha256Bytes } from './hash.ts'
import { hex } from './vectors/hex.ts'

test('FIPS 180-4: SHA-256 of "abc"', async () => {
  const abc = new TextEncoder().encode('abc')
  const expected = hex('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  expect(await sha256Bytes(abc)).toEqual(expected)
  expect(idBytes(await sha256(abc))).toEqual(expected)
})
