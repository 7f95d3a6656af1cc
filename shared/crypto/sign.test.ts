import { ED25519_TORSION_SUBGROUP, ed25519 } from '@noble/curves/ed25519.js'
import { expect, test } from 'vitest'
import { utf8 } from '../bytes/bytes.ts'
import { idBytes, signature as signatureCodec, signPublic } from '../bytes/ids.ts'
import { randomBytes } from './random.ts'
import { signerFrom } from './sign.ts'
import { hex } from './vectors/hex.ts'
import { checkSignKey, verify } from './verify.ts'

test('what a member signs is theirs, and nobody else can say another thing with it', async () => {
  const signer = await signerFrom(randomBytes(32))
  const other = await signerFrom(randomBytes(32))
  const message = utf8('grant')
  const signature = await signer.sign(message)
  checkSignKey(signer.publicKey)
  expect(await verify(signer.publicKey, message, signature)).toBe(true)
  expect(await verify(other.publicKey, message, signature)).toBe(false)
  expect(await verify(signer.publicKey, utf8('grand'), signature)).toBe(false)
  const changed = signatureCodec.read(idBytes(signature).map((byte, i) => (i === 40 ? byte ^ 1 : byte)))
  expect(await verify(signer.publicKey, message, changed)).toBe(false)
  await expect(signerFrom(randomBytes(31))).rejects.toThrow('bad-length')
})

// RFC 8032 section 7.1
test.each([
  {
    name: '1',
    seed: '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    publicKey: 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    message: '',
    signature:
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  },
  {
    name: '2',
    seed: '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
    publicKey: '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    message: '72',
    signature:
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  },
  {
    name: '3',
    seed: 'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
    publicKey: 'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    message: 'af82',
    signature:
      '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
  },
])('RFC 8032 test $name', async ({ seed, publicKey, message, signature }) => {
  const signer = await signerFrom(hex(seed))
  expect(idBytes(signer.publicKey)).toEqual(hex(publicKey))
  expect(idBytes(await signer.sign(hex(message)))).toEqual(hex(signature))
  expect(await verify(signPublic.read(hex(publicKey)), hex(message), signatureCodec.read(hex(signature)))).toBe(true)
})

test('an all-zero, small-order, mixed-order or non-canonical sign key is refused', () => {
  const mixed = ed25519.Point.BASE.add(ed25519.Point.fromHex(ED25519_TORSION_SUBGROUP[1] ?? ''))
  const wrong = [
    new Uint8Array(32),
    ...ED25519_TORSION_SUBGROUP.map(hex),
    mixed.toBytes(),
    hex('f0ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f'),
    hex('0100000000000000000000000000000000000000000000000000000000000080'),
    hex('0200000000000000000000000000000000000000000000000000000000000000'),
  ]
  for (const key of wrong) expect(() => checkSignKey(signPublic.read(key))).toThrow('bad-sign-key')
})

test('a key that is no point verifies nothing', async () => {
  const none = signPublic.read(hex('0200000000000000000000000000000000000000000000000000000000000000'))
  expect(await verify(none, utf8('x'), signatureCodec.read(new Uint8Array(64)))).toBe(false)
})
