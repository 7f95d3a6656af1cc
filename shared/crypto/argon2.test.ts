import { argon2id as nobleArgon2id } from '@noble/hashes/argon2.js'
import { argon2id } from 'hash-wasm'
import { expect, test } from 'vitest'
import { idBytes, orgOf, zeroOrg } from '../bytes/ids.ts'
import { LANES, MEMORY_KIB, PASSES, stretchPin } from './argon2.ts'
import { pinSalt } from './contexts.ts'
import { sha256, sha256Bytes } from './hash.ts'
import { hex } from './vectors/hex.ts'

test('the reference implementation: 64 MiB, two passes, one lane, "password", "somesalt"', async () => {
  const cost = { memorySize: 65536, iterations: 2, parallelism: 1, hashLength: 32 }
  expect(await argon2id({ password: 'password', salt: 'somesalt', ...cost, outputType: 'hex' })).toBe(
    '09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7',
  )
})

test('RFC 9106 section 5.3 holds for a second library, which agrees with this one', async () => {
  const rfc = { t: 3, m: 32, p: 4, key: new Uint8Array(8).fill(3), personalization: new Uint8Array(12).fill(4) }
  expect(nobleArgon2id(new Uint8Array(32).fill(1), new Uint8Array(16).fill(2), { ...rfc, dkLen: 32 })).toEqual(
    hex('0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659'),
  )
  const salt = await sha256Bytes(pinSalt(zeroOrg))
  const cost = { iterations: PASSES, parallelism: LANES, memorySize: 256, hashLength: 32 }
  expect(await argon2id({ password: '482913', salt, ...cost, outputType: 'binary' })).toEqual(
    nobleArgon2id('482913', salt, { t: PASSES, m: 256, p: LANES, dkLen: 32 }),
  )
})

test('P2: the price of a guess is what was compiled in, to the byte', async () => {
  expect([MEMORY_KIB, PASSES, LANES]).toEqual([65536, 3, 1])
  // Of our own tuple: both libraries gave it.
  expect(await stretchPin('482913', zeroOrg)).toEqual(
    hex('9c39f069194265a7d1b5db1ef1bf740a4a79ba162c59730ec6feb89edb1ddfac'),
  )
})

test('a PIN typed on another keyboard is the same PIN; another org makes it another secret', async () => {
  const one = await stretchPin('É12345', zeroOrg)
  expect(await stretchPin('E\u030112345', zeroOrg)).toEqual(one)
  expect(await stretchPin('É12345', orgOf(await sha256(idBytes(zeroOrg))))).not.toEqual(one)
})
