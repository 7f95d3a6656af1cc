import { createPublicKey, verify } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { extensionId } from '../../extension/extension-key.ts'
import { packCrx } from './crx3.ts'
import { readDeployer } from './key.ts'
import { rsaPem, scratch } from './testing.ts'

const folder = scratch()
writeFileSync(join(folder, 'key.pem'), rsaPem())
const deployer = await readDeployer(join(folder, 'key.pem'))
const zip = Buffer.from('what stands for a zip')
const crx = packCrx(zip, deployer)

/** The fields of a Protocol Buffers message that has only fields of bytes. */
function fieldsOf(message: Buffer): Map<number, Buffer> {
  const fields = new Map<number, Buffer>()
  let at = 0
  const varint = () => {
    let value = 0
    for (let bits = 0; ; bits += 7) {
      const byte = message.readUInt8(at++)
      value += (byte & 127) * 2 ** bits
      if (byte < 128) return value
    }
  }
  while (at < message.length) {
    const tag = varint()
    expect(tag % 8).toBe(2)
    const length = varint()
    expect(fields.has(Math.floor(tag / 8))).toBe(false)
    fields.set(Math.floor(tag / 8), message.subarray(at, at + length))
    at += length
  }
  expect(at).toBe(message.length)
  return fields
}

const field = (fields: Map<number, Buffer>, number: number): Buffer => fields.get(number) ?? Buffer.alloc(0)

/** A package, read as crx3.proto says. */
function read(bytes: Buffer) {
  const headerLength = bytes.readUInt32LE(8)
  const header = fieldsOf(bytes.subarray(12, 12 + headerLength))
  const proof = fieldsOf(field(header, 2))
  const signedData = field(header, 10_000)
  return {
    magic: bytes.toString('latin1', 0, 4),
    version: bytes.readUInt32LE(4),
    archive: bytes.subarray(12 + headerLength),
    publicKey: field(proof, 1),
    signature: field(proof, 2),
    signedData,
    id: field(fieldsOf(signedData), 1),
  }
}

/** Whether a package is signed by the key that it carries. */
function isSigned({ archive, publicKey, signature, signedData }: ReturnType<typeof read>): boolean {
  const length = Buffer.alloc(4)
  length.writeUInt32LE(signedData.length)
  const signed = Buffer.concat([Buffer.from('CRX3 SignedData\0'), length, signedData, archive])
  return verify('sha256', signed, createPublicKey({ key: publicKey, format: 'der', type: 'spki' }), signature)
}

test('a package has the header that Chromium reads, and the zip behind it', () => {
  const { magic, version, archive, publicKey } = read(crx)
  expect([magic, version]).toEqual(['Cr24', 3])
  expect(archive).toEqual(zip)
  expect(publicKey).toEqual(deployer.publicKey)
})

test('P3: the id under the signature is the one that the browser makes of the key', async () => {
  const { id, publicKey } = read(crx)
  const letters = [...id.toString('hex')].map((digit) => String.fromCharCode(97 + parseInt(digit, 16))).join('')
  expect(letters).toBe(await extensionId(publicKey.toString('base64')))
  expect(letters).toBe(deployer.id)
})

test('the signature holds for this zip and this id, and for no other', () => {
  const good = read(crx)
  expect(isSigned(good)).toBe(true)
  expect(isSigned({ ...good, archive: Buffer.from('what stands for a zip!') })).toBe(false)
  const otherId = Buffer.from(good.signedData)
  otherId.writeUInt8(otherId.readUInt8(otherId.length - 1) ^ 1, otherId.length - 1)
  expect(isSigned({ ...good, signedData: otherId })).toBe(false)
})

test('the same zip is the same package', () => {
  expect(packCrx(zip, deployer)).toEqual(crx)
})
