import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core'
import { expect, test } from 'vitest'
import { utf8, wipe } from '../bytes/bytes.ts'
import { sha256 } from './hash.ts'
import { receiveHash, receiveKeysFrom, sealTo } from './hpke.ts'
import { randomBytes } from './random.ts'
import { hex } from './vectors/hex.ts'
import { xWing } from './x-wing.ts'
import xwing from './vectors/xwing.json' with { type: 'json' }

const info = utf8('wrap')
const receiver = await receiveKeysFrom(randomBytes(32))
const sealed = await sealTo(receiver.publicKey, info, utf8('key'))

test('what is sealed to a receive key is opened by its holder, and by nobody else', async () => {
  expect(await receiver.open(info, sealed)).toEqual(utf8('key'))
  const other = await receiveKeysFrom(randomBytes(32))
  await expect(other.open(info, sealed)).rejects.toThrow('cannot-open')
})

test('P10: whose secrets are overwritten opens nothing more, though it opened before', async () => {
  const ended = await receiveKeysFrom(randomBytes(32))
  const theirs = await sealTo(ended.publicKey, info, utf8('key'))
  expect(await ended.open(info, theirs)).toEqual(utf8('key'))
  // The key, what ML-KEM makes of it, and the 96 bytes that it is expanded to.
  expect(ended.secrets.map(({ length, buffer }) => [length, buffer.byteLength])).toEqual([
    [32, 32],
    [2400, 2400],
    [96, 96],
  ])
  for (const secret of ended.secrets) wipe(secret)
  await expect(ended.open(info, theirs)).rejects.toThrow('cannot-open')
})

test('another place, a changed or missing byte is refused', async () => {
  await expect(receiver.open(utf8('wrap2'), sealed)).rejects.toThrow('cannot-open')
  for (const at of [0, 1087, 1088, 1119, 1120, sealed.length - 1]) {
    const changed = sealed.map((byte, i) => (i === at ? byte ^ 1 : byte))
    await expect(receiver.open(info, changed)).rejects.toThrow('cannot-open')
  }
  for (const end of [0, 1120, 1135, sealed.length - 1]) {
    await expect(receiver.open(info, sealed.subarray(0, end))).rejects.toThrow('cannot-open')
  }
})

test('keys of a wrong length, keys that are none, and a seal without a place are refused', async () => {
  await expect(receiveKeysFrom(randomBytes(31))).rejects.toThrow('bad-length')
  await expect(receiveHash(randomBytes(1215))).rejects.toThrow('bad-receive-key')
  await expect(sealTo(randomBytes(1217), info, info)).rejects.toThrow('bad-receive-key')
  await expect(sealTo(new Uint8Array(1216).fill(0xff), info, info)).rejects.toThrow('bad-receive-key')
  await expect(sealTo(receiver.publicKey, new Uint8Array(), info)).rejects.toThrow('empty-context')
  await expect(receiver.open(new Uint8Array(), sealed)).rejects.toThrow('empty-context')
})

test('a seed inside a larger buffer gives the same keys as the seed alone', async () => {
  const seed = hex(xwing.full.seed)
  const within = new Uint8Array([...randomBytes(7), ...seed, 9]).subarray(7, 39)
  const { publicKey } = await receiveKeysFrom(within)
  expect(publicKey).toEqual(hex(xwing.full.pk))
  expect(await receiveHash(publicKey)).toBe(await sha256(publicKey))
})

test.each([xwing.full, ...xwing.short])('X-Wing draft vector, seed $seed', async ({ seed, eseed, ss }) => {
  const kem = xWing()
  expect(kem.id).toBe(0x647a)
  const pair = await kem.generateKeyPairDerand(hex(seed))
  const sent = await kem.encap({ recipientPublicKey: pair.publicKey, ekm: hex(eseed) })
  expect(new Uint8Array(sent.sharedSecret)).toEqual(hex(ss))
  expect(new Uint8Array(await kem.decap({ recipientKey: pair.privateKey, enc: sent.enc }))).toEqual(hex(ss))
})

test('X-Wing draft vector: the published public key and ciphertext, byte for byte', async () => {
  const kem = xWing()
  const { seed, eseed, pk, ct, ss } = xwing.full
  const { publicKey, privateKey } = await kem.generateKeyPairDerand(hex(seed))
  expect(new Uint8Array(await kem.serializePublicKey(publicKey))).toEqual(hex(pk))
  const { enc } = await kem.encap({ recipientPublicKey: publicKey, ekm: hex(eseed) })
  expect(new Uint8Array(enc)).toEqual(hex(ct))
  expect(new Uint8Array(await kem.decap({ recipientKey: privateKey, enc: hex(ct) }))).toEqual(hex(ss))
})

test('CFRG vectors of RFC 9180, base mode, X25519, HKDF-SHA256, AES-256-GCM: the first message opens', async () => {
  const kem = new DhkemX25519HkdfSha256()
  const suite = new CipherSuite({ kem, kdf: new HkdfSha256(), aead: new Aes256Gcm() })
  const secret = hex('497b4502664cfea5d5af0b39934dac72242a74f8480451e1aee7d6a53320333d')
  const opened = await suite.open(
    {
      recipientKey: await kem.deserializePrivateKey(secret),
      enc: hex('6c93e09869df3402d7bf231bf540fadd35cd56be14f97178f0954db94b7fc256'),
      info: hex('4f6465206f6e2061204772656369616e2055726e'),
    },
    hex('e5d84cd531cfb583096e7cfa9641bd3079cf3a91cda813c52deb5f512be9931980a41de125a925cdad859d5b7a'),
    hex('436f756e742d30'),
  )
  expect(new Uint8Array(opened)).toEqual(hex('4265617574792069732074727574682c20747275746820626561757479'))
})
