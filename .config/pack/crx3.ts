import { sign } from 'node:crypto'
import { idBytes } from './key.ts'
import type { Deployer } from './key.ts'

// A package as Chromium installs it: "Cr24", the version 3, the length of a header, the header, and a zip. The header is
// `CrxFileHeader` of Chromium's components/crx_file/crx3.proto; it needs five fields of one kind, so they are written here.

const MAGIC = Buffer.from('Cr24')
const VERSION = 3
/** What is signed starts with this, so that a signature is good for nothing else. */
const SIGNED = Buffer.from('CRX3 SignedData\0')

/** Numbers of the fields. */
const CRX_ID = 1
const PUBLIC_KEY = 1
const SIGNATURE = 2
const SHA256_WITH_RSA = 2
const SIGNED_HEADER_DATA = 10_000

/** The zip as a package that the deployer has signed. RSA of PKCS #1 v1.5 draws nothing by chance: the same zip is the same package. */
export function packCrx(zip: Uint8Array, { key, publicKey }: Deployer): Buffer {
  const signedData = field(CRX_ID, idBytes(publicKey))
  const signature = sign('sha256', Buffer.concat([SIGNED, uint32(signedData.length), signedData, zip]), key)
  const proof = Buffer.concat([field(PUBLIC_KEY, publicKey), field(SIGNATURE, signature)])
  const header = Buffer.concat([field(SHA256_WITH_RSA, proof), field(SIGNED_HEADER_DATA, signedData)])
  return Buffer.concat([MAGIC, uint32(VERSION), uint32(header.length), header, zip])
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

/** Wire type 2 of Protocol Buffers: number and type, length, bytes. */
const field = (number: number, bytes: Uint8Array): Buffer =>
  Buffer.concat([varint(number * 8 + 2), varint(bytes.length), bytes])

/** Seven bits a byte, the lowest first; the highest bit says that more follow. */
function varint(value: number): Buffer {
  const bytes: number[] = []
  for (let left = value; ; left = Math.floor(left / 128)) {
    if (left < 128) return Buffer.from([...bytes, left])
    bytes.push((left % 128) + 128)
  }
}
