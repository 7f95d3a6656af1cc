import { createHash, createPrivateKey, createPublicKey } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { extensionId } from '../../extension/extension-key.ts'

/** Whose package it is. */
export type Deployer = Readonly<{
  key: KeyObject
  /** The DER of its SubjectPublicKeyInfo. */
  publicKey: Buffer
  /** The extension's id, which is also the RP id of everybody's FIDO2 credentials (P3). */
  id: string
}>

const LEAST_BITS = 2048

/**
 * Reads a deployer's key.
 * @param file a PEM of an RSA private key, PKCS #8 or PKCS #1
 * @throws {Error} one sentence, where it is none that a browser's package can be signed with
 */
export async function readDeployer(file: string): Promise<Deployer> {
  const key = parse(file, read(file))
  if (key.asymmetricKeyType !== 'rsa')
    throw new Error(
      `${file} holds a key of the kind ${String(key.asymmetricKeyType)}, and packages are signed with RSA.`,
    )
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0
  if (bits < LEAST_BITS)
    throw new Error(`${file} holds an RSA key of ${bits} bits, and fewer than ${LEAST_BITS} are too few.`)
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'der' })
  return { key, publicKey, id: await extensionId(publicKey.toString('base64')) }
}

/** Whether others than its owner may read a file; Windows does not say. */
export const isOpenToOthers = (file: string): boolean =>
  process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0

/** As a package's signed header names its extension: the bytes whose letters the id is. */
export const idBytes = (publicKey: Buffer): Buffer => createHash('sha256').update(publicKey).digest().subarray(0, 16)

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new Error(`The key could not be read: there is no file ${file}, or it is not for you.`)
  }
}

function parse(file: string, pem: string): KeyObject {
  if (/ENCRYPTED/.test(pem))
    throw new Error(
      `${file} is locked by a passphrase: unlock it into a file that only you can read, and give that one.`,
    )
  try {
    return createPrivateKey(pem)
  } catch {
    throw new Error(`${file} is not the PEM of a private key.`)
  }
}
