import { expect, test } from 'vitest'
import { concat, utf8 } from '../bytes/bytes.ts'
import { openAead, sealAead } from './aead.ts'
import { partKey } from './keys.ts'
import { randomBytes } from './random.ts'
import { hex } from './vectors/hex.ts'

const key = partKey(randomBytes(32))
const place = utf8('org, folder, item')
const sealed = await sealAead(key, place, utf8('hunter2'))

test('what is sealed at a place is opened there, and looks different each time', async () => {
  expect(await openAead(key, place, sealed)).toEqual(utf8('hunter2'))
  expect(await openAead(key, place, await sealAead(key, place, new Uint8Array()))).toEqual(new Uint8Array())
  expect(await sealAead(key, place, utf8('hunter2'))).not.toEqual(sealed)
})

test('another place, another key, any changed byte or a cut end is refused', async () => {
  await expect(openAead(key, utf8('org, folder, other'), sealed)).rejects.toThrow('cannot-open')
  await expect(openAead(partKey(randomBytes(32)), place, sealed)).rejects.toThrow('cannot-open')
  for (let at = 1; at < sealed.length; at++) {
    const changed = sealed.map((byte, i) => (i === at ? byte ^ 0x80 : byte))
    await expect(openAead(key, place, changed)).rejects.toThrow('cannot-open')
  }
  for (const end of [0, 1, 28, sealed.length - 1]) {
    await expect(openAead(key, place, sealed.subarray(0, end))).rejects.toThrow('cannot-open')
  }
})

test('P6: a version this client does not know is a hard failure, and so is no place at all', async () => {
  const later = sealed.map((byte, i) => (i === 0 ? 2 : byte))
  await expect(openAead(key, place, later)).rejects.toThrow('unknown-version')
  await expect(sealAead(key, new Uint8Array(), place)).rejects.toThrow('empty-context')
  await expect(openAead(key, new Uint8Array(), sealed)).rejects.toThrow('empty-context')
})

test('McGrew and Viega, test case 16: AES-256-GCM with a 96-bit nonce and associated data', async () => {
  const opened = await openAead(
    partKey(hex('feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308')),
    hex('feedfacedeadbeeffeedfacedeadbeefabaddad2'),
    concat(
      Uint8Array.of(1),
      hex('cafebabefacedbaddecaf888'),
      hex(
        '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662',
      ),
      hex('76fc6ece0f4e1768cddf8853bb2d551b'),
    ),
  )
  expect(opened).toEqual(
    hex(
      'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39',
    ),
  )
})
