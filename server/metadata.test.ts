import { SettingsService } from '@simplewebauthn/server'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askNobody } from './ask-nobody.ts'
import { isOld, metadataIn, readMetadata } from './metadata.ts'
import { certify, hostName, newRoot, revocationsAt } from './testing/certificates.ts'
import type { Certified } from './testing/certificates.ts'
import { blobOf, model, newMetadataSigner } from './testing/maker.ts'

const ours = SettingsService.getRootCertificates({ identifier: 'mds' })
let fido: Awaited<ReturnType<typeof newMetadataSigner>>
let maker: Certified
beforeAll(async () => {
  fido = await newMetadataSigner()
  maker = await newRoot('Test Maker Root')
  SettingsService.setRootCertificates({ identifier: 'mds', certificates: [fido.root.der] })
})
afterAll(() => {
  SettingsService.setRootCertificates({ identifier: 'mds', certificates: ours })
})

const blob = (bent = {}) => blobOf(fido.signer, [{ aaguid: model(1), root: maker, name: 'Test Key 5' }], bent)
/** Why that text is refused, or that it was taken. */
const whyNot = (text: string) =>
  readMetadata(text).then(
    () => 'taken',
    (error: unknown) => String(error),
  )

test('a file that the metadata’s root stands behind is read: its models, and what is reported of each', async () => {
  const entries = [
    { aaguid: model(1), root: maker, name: 'Test Key 5' },
    { aaguid: model(2), root: maker, statuses: ['FIDO_CERTIFIED', 'REVOKED', 'FIDO_CERTIFIED_L2'] },
  ]
  const { number, models } = await readMetadata(blobOf(fido.signer, entries))
  expect(number).toBe(7)
  expect(models.get(model(1))).toMatchObject({ name: 'Test Key 5', isUnsafe: false })
  expect(models.get(model(2))).toMatchObject({ isUnsafe: true })
  expect(models.size).toBe(2)
})

test.each(['', 'not a token', 'a.b.c', `${Buffer.from('{"x5c":[]}').toString('base64url')}.e30.AA`])(
  'what is no BLOB is refused in a sentence: %s',
  async (text) => {
    expect(await whyNot(text)).toContain(
      'it is no BLOB of the FIDO Alliance’s metadata service. Get it anew, or unset FIDO_METADATA.',
    )
  },
)

test('S14: a file that was changed after it was signed, or that is signed by another key than it shows, is refused', async () => {
  const [head, , signature] = blob().split('.')
  const other = blobOf(fido.signer, [{ aaguid: model(9), root: maker }]).split('.')[1]
  expect(await whyNot([head, other, signature].join('.'))).toContain('BLOB signature could not be verified')
  const impostor = await newMetadataSigner()
  expect(await whyNot(blobOf(impostor.signer, [{ aaguid: model(1), root: maker }], { signer: fido.signer }))).toContain(
    'BLOB signature could not be verified',
  )
})

test('S14: a file under another root than the library’s is refused, though its signer has the right name', async () => {
  const impostor = await newMetadataSigner()
  expect(await whyNot(blobOf(impostor.signer, [{ aaguid: model(1), root: maker }]))).toContain(
    'BLOB certificate path could not be validated',
  )
})

test('S14: a file that another customer of the same root signs is refused: by its name, and where it passes itself off as an issuer', async () => {
  const name = 'CN=shop.example, C=FR'
  const shop = await certify({ name, by: fido.root, ca: false, extensions: [hostName('shop.example')] })
  const entries = [{ aaguid: model(1), root: maker }]
  expect(await whyNot(blobOf(shop, entries))).toContain('it is not signed by mds.fidoalliance.org')
  const host = 'mds.fidoalliance.org'
  const forged = await certify({ name: `CN=${host}, C=FR`, by: shop, ca: false, extensions: [hostName(host)] })
  expect(await whyNot(blobOf(forged, entries, { above: [shop] }))).toContain('its signer is vouched for by who may not')
})

test('a signed file that holds something else, or no model, is refused', async () => {
  expect(await whyNot(blob({ payload: { entries: [], no: 'seven', nextUpdate: '2026-12-01' } }))).toContain(
    'is not what such a file holds',
  )
  expect(await whyNot(blob({ payload: { entries: [], no: 7, nextUpdate: 'soon' } }))).toContain(
    'is not what such a file holds',
  )
  expect(await whyNot(blobOf(fido.signer, []))).toContain('it names no model of key')
})

test('a file is old from the day after the one by which the next was due', async () => {
  const metadata = await readMetadata(blob({ nextUpdate: '2026-03-10' }))
  expect(isOld(metadata, Date.parse('2026-03-10T23:59:59Z'))).toBe(false)
  expect(isOld(metadata, Date.parse('2026-03-11T00:00:00Z'))).toBe(true)
})

test('a file whose signer’s certificate has ended is refused, and the sentence says so', async () => {
  const host = 'mds.fidoalliance.org'
  const past = await certify({
    name: `CN=${host}, C=FR`,
    by: fido.root,
    ca: false,
    extensions: [hostName(host)],
    days: -1,
  })
  expect(await whyNot(blobOf(past, [{ aaguid: model(1), root: maker }]))).toContain('out of validity period')
})

test('a file that is not there is refused in a sentence', async () => {
  await expect(metadataIn(join('/nowhere', 'blob.jwt'))).rejects.toThrow('it cannot be read (ENOENT)')
})

test('S14: a certificate that names a list of revocations has nobody asked for it, where the library would ask', async () => {
  let asked = 0
  const list = createServer((_, response) => {
    asked += 1
    response.end()
  })
  await new Promise<void>((done) => void list.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(list.address() as AddressInfo).port}/root.crl`
  const host = 'mds.fidoalliance.org'
  const extensions = [hostName(host), revocationsAt(url)]
  const signer = await certify({ name: `CN=${host}, C=FR`, by: fido.root, ca: false, extensions })
  const text = blobOf(signer, [{ aaguid: model(1), root: maker }])
  const { fetch } = globalThis
  await readMetadata(text)
  expect(asked).toBe(1)
  try {
    askNobody()
    expect((await readMetadata(text)).models.size).toBe(1)
  } finally {
    globalThis.fetch = fetch
    list.close()
  }
  expect(asked).toBe(1)
})
