import { expect, test } from 'vitest'
import { hkdf } from './hkdf.ts'
import { hex } from './vectors/hex.ts'

const range = (from: number, to: number) => Uint8Array.from({ length: to - from }, (_, i) => from + i)

test.each([
  {
    name: 'A.1',
    ikm: new Uint8Array(22).fill(0x0b),
    salt: range(0, 13),
    info: range(0xf0, 0xfa),
    okm: '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865',
  },
  {
    name: 'A.2',
    ikm: range(0, 0x50),
    salt: range(0x60, 0xb0),
    info: range(0xb0, 0x100),
    okm: 'b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e590e09da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87',
  },
  {
    name: 'A.3',
    ikm: new Uint8Array(22).fill(0x0b),
    salt: new Uint8Array(),
    info: new Uint8Array(),
    okm: '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8',
  },
])('RFC 5869 $name', async ({ ikm, salt, info, okm }) => {
  expect(await hkdf(ikm, salt, info, okm.length / 2)).toEqual(hex(okm))
})
