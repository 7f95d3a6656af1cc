import { expect, test } from 'vitest'
import { newFolderId, newItemId, newMemberId, orgOf } from '../bytes/ids.ts'
import { sha256 } from '../crypto/hash.ts'
import { newFolderKey } from '../crypto/keys.ts'
import { overview as codec } from './item.ts'
import type { Overview, Secret } from './item.ts'
import { openPart, sealPart } from './seal-item.ts'
import type { PartPosition } from './seal-item.ts'

const key = newFolderKey()
const place: PartPosition = {
  org: orgOf(await sha256(Uint8Array.of(1))),
  folder: newFolderId(),
  item: newItemId(),
  generation: 2,
  revision: 3,
  author: newMemberId(),
}
const overview: Overview = {
  name: 'Banque Azur – siège',
  username: 'agent.07',
  urls: [{ address: 'https://azur.example/login', match: 'path', realm: 'Siège' }],
  afterFill: 'send',
  kind: 'login',
  tags: ['voix'],
  passwordIn: [{ folder: newFolderId(), since: 7 }],
}
const secret: Secret = {
  password: 'correct horse 🐴',
  totp: 'JBSWY3DPEHPK3PXP',
  notes: '',
  custom: [{ label: 'Code société', value: '0042' }],
  history: [{ password: 'before', until: 1_700_000_000_000 }],
  files: [{ name: 'clé.pem', type: 'application/x-pem-file', bytes: Uint8Array.of(0, 255, 10) }],
}

test('both parts of an item open where they were sealed', async () => {
  const [first, second] = [
    await sealPart(key, place, 'overview', overview),
    await sealPart(key, place, 'secret', secret),
  ]
  expect(await openPart(key, place, 'overview', first.sealed, first.hash)).toEqual(overview)
  expect(await openPart(key, place, 'secret', second.sealed, second.hash)).toEqual(secret)
})

test('P1: the sealed size tells a password’s length only in steps of 256 bytes', async () => {
  const bare = { ...secret, history: [], files: [] }
  const size = async (password: string) =>
    (await sealPart(key, place, 'secret', { ...bare, password })).sealed.length - (1 + 12 + 16)
  expect(await size('')).toBe(await size('0123456789abcdef'))
  expect((await size('x'.repeat(300))) - (await size(''))).toBe(256)
  expect((await size('')) % 256).toBe(0)
})

test('the same item sealed twice gives other bytes: nobody sees that nothing changed', async () => {
  const [first, second] = [await sealPart(key, place, 'secret', secret), await sealPart(key, place, 'secret', secret)]
  expect(first.hash).not.toBe(second.hash)
})

test('P6: an item whose address has a rule that nobody knows does not open', () => {
  const bytes = codec.write(overview)
  const text = new TextDecoder('latin1').decode(bytes)
  expect(codec.read(bytes)).toEqual(overview)
  const at = text.indexOf('path')
  const changed = bytes.map((byte, i) => (i === at ? 'b'.charCodeAt(0) : byte))
  expect(() => codec.read(changed)).toThrow(/bad-encoding/)
})

test('P5: a part that is not the one that the journal names is refused before it is opened', async () => {
  const [first, second] = [
    await sealPart(key, place, 'secret', secret),
    await sealPart(key, place, 'secret', { ...secret, password: 'old' }),
  ]
  await expect(openPart(key, place, 'secret', second.sealed, first.hash)).rejects.toMatchObject({ code: 'wrong-hash' })
})

test('P5 S5: no byte of a sealed part can be changed, not even by who rewrites the journal’s hash', async () => {
  const { sealed } = await sealPart(key, place, 'overview', overview)
  for (let at = 0; at < sealed.length; at++) {
    const changed = sealed.map((byte, i) => (i === at ? byte ^ 1 : byte))
    const code = at === 0 ? 'unknown-version' : 'cannot-open'
    await expect(openPart(key, place, 'overview', changed, await sha256(changed))).rejects.toMatchObject({ code })
  }
  for (const short of [new Uint8Array(), sealed.subarray(0, 28), sealed.subarray(0, -1)]) {
    const cut = new Uint8Array(short)
    await expect(openPart(key, place, 'overview', cut, await sha256(cut))).rejects.toThrow(/cannot-open/)
  }
})

test('P1: an attached file and an earlier password grow the sealed size in steps of 256 bytes too', async () => {
  const size = async (length: number, history: Secret['history'] = []) => {
    const files = [{ name: 'a', type: '', bytes: new Uint8Array(length) }]
    return (await sealPart(key, place, 'secret', { ...secret, history, files })).sealed.length - (1 + 12 + 16)
  }
  for (const length of [0, 1, 255, 1_000, 99_999, 100_000]) expect((await size(length)) % 256).toBe(0)
  expect((await size(0, [{ password: 'x'.repeat(40), until: 1 }])) % 256).toBe(0)
})
