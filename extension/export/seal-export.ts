import { Encrypter } from 'age-encryption'
import { Failure } from '../../shared/bytes/failure.ts'

/** The shortest passphrase: five words, or sixteen letters drawn at random. */
export const SHORTEST = 16

/**
 * Returns the export as an age file (age-encryption.org/v1) under a passphrase, which any program that knows age opens.
 * @throws Failure `export-short-passphrase`
 */
export async function sealExport(content: object, passphrase: string): Promise<Uint8Array<ArrayBuffer>> {
  if (passphrase.length < SHORTEST) throw new Failure('export-short-passphrase')
  const encrypter = new Encrypter()
  encrypter.setPassphrase(passphrase)
  return new Uint8Array(await encrypter.encrypt(JSON.stringify(content)))
}
