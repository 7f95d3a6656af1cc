import { ristretto255, ristretto255_oprf } from '@noble/curves/ed25519.js'
import { afterEach, expect, test, vi } from 'vitest'
import { utf8 } from '../bytes/bytes.ts'
import { randomBytes } from './random.ts'
import { hex } from './vectors/hex.ts'
import { blind } from './voprf-blind.ts'
import { evaluate, voprfKeyFrom } from './voprf-evaluate.ts'

const secret = randomBytes(32)
const key = voprfKeyFrom(secret, randomBytes(32))

afterEach(() => void vi.restoreAllMocks())

test('one PIN under one key gives one y, whatever the blinding; another PIN or key gives another', () => {
  const ask = (pin: string, under = key) => {
    const { blinded, finish } = blind(utf8(pin))
    const { evaluation, proof } = evaluate(under, blinded)
    return finish(evaluation, proof, under.publicKey)
  }
  const y = ask('482913')
  expect(y).toHaveLength(64)
  expect(ask('482913')).toEqual(y)
  expect(ask('482914')).not.toEqual(y)
  expect(ask('482913', voprfKeyFrom(secret, randomBytes(32)))).not.toEqual(y)
  expect(blind(utf8('482913')).blinded).not.toEqual(blind(utf8('482913')).blinded)
})

test('a credential has its key again from the same secret and row, and no other', () => {
  const row = randomBytes(32)
  expect(voprfKeyFrom(secret, row)).toEqual(voprfKeyFrom(secret, row))
  expect(voprfKeyFrom(randomBytes(32), row).publicKey).not.toEqual(voprfKeyFrom(secret, row).publicKey)
  expect(() => voprfKeyFrom(secret, new Uint8Array())).toThrow('bad-length')
  expect(() => voprfKeyFrom(secret.subarray(1), row)).toThrow('bad-length')
})

test('an answer under a key other than the one the seal names is refused', () => {
  const other = voprfKeyFrom(secret, randomBytes(32))
  const { blinded, finish } = blind(utf8('482913'))
  const { evaluation, proof } = evaluate(other, blinded)
  const right = evaluate(key, blinded)
  expect(() => finish(evaluation, proof, key.publicKey)).toThrow('bad-voprf-proof')
  expect(() => finish(evaluation, right.proof, key.publicKey)).toThrow('bad-voprf-proof')
  expect(() => finish(right.evaluation, proof.subarray(1), key.publicKey)).toThrow('bad-voprf-proof')
  expect(() => finish(right.evaluation, right.proof, other.publicKey)).toThrow('bad-voprf-proof')
})

test('what is no element of the group, or its identity, is refused by both sides', () => {
  const { blinded, finish } = blind(utf8('482913'))
  const { evaluation, proof } = evaluate(key, blinded)
  for (const bad of [new Uint8Array(32), new Uint8Array(32).fill(0xff), evaluation.subarray(1), new Uint8Array()]) {
    expect(() => evaluate(key, bad)).toThrow('bad-element')
    expect(() => finish(bad, proof, key.publicKey)).toThrow('bad-voprf-proof')
    expect(() => finish(evaluation, proof, bad)).toThrow('bad-voprf-proof')
  }
})

// RFC 9497 appendix A.1.2. The library draws its scalars from crypto.getRandomValues as 48 bytes, modulo order - 1, plus 1.
const blindScalar = '64d37aed22a27f5191de1c1d69fadb899d8862b58eb4220029e036ec4c1f6706'
const proofScalar = '222a5e897cf59db8145db8d16e597e8facb80ae7d4e26d9881aa6f61d645fc0e'

function drawScalar(scalar: string): void {
  const drawn = ristretto255.Point.Fn.toBytes(ristretto255.Point.Fn.fromBytes(hex(scalar)) - 1n)
  vi.spyOn(crypto, 'getRandomValues').mockImplementationOnce((array) => {
    if (array instanceof Uint8Array) array.set(drawn)
    return array
  })
}

test.each([
  {
    name: '1',
    input: '00',
    blinded: '863f330cc1a1259ed5a5998a23acfd37fb4351a793a5b3c090b642ddc439b945',
    evaluation: 'aa8fa048764d5623868679402ff6108d2521884fa138cd7f9c7669a9a014267e',
    proof:
      'ddef93772692e535d1a53903db24367355cc2cc78de93b3be5a8ffcc6985dd066d4346421d17bf5117a2a1ff0fcb2a759f58a539dfbe857a40bce4cf49ec600d',
    output:
      'b58cfbe118e0cb94d79b5fd6a6dafb98764dff49c14e1770b566e42402da1a7da4d8527693914139caee5bd03903af43a491351d23b430948dd50cde10d32b3c',
  },
  {
    name: '2',
    input: '5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a',
    blinded: 'cc0b2a350101881d8a4cba4c80241d74fb7dcbfde4a61fde2f91443c2bf9ef0c',
    evaluation: '60a59a57208d48aca71e9e850d22674b611f752bed48b36f7a91b372bd7ad468',
    proof:
      '401a0da6264f8cf45bb2f5264bc31e109155600babb3cd4e5af7d181a2c9dc0a67154fabf031fd936051dec80b0b6ae29c9503493dde7393b722eafdf5a50b02',
    output:
      '8a9a2f3c7f085b65933594309041fc1898d42d0858e59f90814ae90571a6df60356f4610bf816f27afdd84f47719e480906d27ecd994985890e5f539e7ea74b6',
  },
])('RFC 9497 A.1.2 test vector $name', (vector) => {
  const pair = ristretto255_oprf.voprf.deriveKeyPair(new Uint8Array(32).fill(0xa3), hex('74657374206b6579'))
  const known = { secretKey: new Uint8Array(pair.secretKey), publicKey: new Uint8Array(pair.publicKey) }
  expect(known.secretKey).toEqual(hex('e6f73f344b79b379f1a0dd37e07ff62e38d9f71345ce62ae3a9bc60b04ccd909'))
  expect(known.publicKey).toEqual(hex('c803e2cc6b05fc15064549b5920659ca4a77b2cca6f04f6b357009335476ad4e'))

  drawScalar(blindScalar)
  const { blinded, finish } = blind(hex(vector.input))
  expect(blinded).toEqual(hex(vector.blinded))
  drawScalar(proofScalar)
  const { evaluation, proof } = evaluate(known, blinded)
  expect(evaluation).toEqual(hex(vector.evaluation))
  expect(proof).toEqual(hex(vector.proof))
  expect(finish(evaluation, proof, known.publicKey)).toEqual(hex(vector.output))
})
