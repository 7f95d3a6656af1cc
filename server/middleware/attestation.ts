import {
  convertCertBufferToPEM,
  decodeAttestationObject,
  validateCertificatePath,
} from '@simplewebauthn/server/helpers'
import { X509Certificate } from 'node:crypto'
import type { Aaguid } from '../../shared/bytes/aaguid.ts'
import { plain } from '../../shared/bytes/bytes.ts'
import type { Policy } from '../../shared/ledger/acts.ts'
import type { Log } from '../log.ts'
import { isOld } from '../metadata.ts'
import type { Metadata } from '../metadata.ts'
import { Problem } from '../store/problem.ts'

type Judge = Readonly<{ metadata: Metadata | null; log: Log; now: () => number }>

/** A registration whose signatures hold: the model that the key claims, and the object that carries its attestation. */
export type Claim = Readonly<{ aaguid: Aaguid; attestationObject: Uint8Array }>

/**
 * Returns true when the maker vouches for the key's model, false where the policy does not ask. Throws `no-metadata`,
 * `attestation-missing`, `key-not-allowed`, `key-unknown`, `key-unsafe`, `bad-attestation`. The server makes this check,
 * against people who register another key than they should; a hostile server can leave it out.
 */
export async function checkAttestation(
  { metadata, log, now }: Judge,
  { attested, authenticators }: Pick<Policy, 'attested' | 'authenticators'>,
  { aaguid, attestationObject }: Claim,
): Promise<boolean> {
  if (!attested) return false
  if (metadata === null) throw new Problem('no-metadata', 'This server has no metadata to check a key against.')
  if (isOld(metadata, now())) log.warn('metadata-old', { number: metadata.number, nextUpdate: metadata.nextUpdate })
  const chain = certificatesOf(attestationObject)
  if (chain === null) throw new Problem('attestation-missing', 'The key came without an attestation of its maker.')
  if (authenticators.length > 0 && !authenticators.includes(aaguid))
    throw new Problem('key-not-allowed', 'The policy does not name this model of key.')
  const model = metadata.models.get(aaguid)
  if (model === undefined) throw new Problem('key-unknown', 'The metadata does not know this model of key.')
  if (model.isUnsafe) throw new Problem('key-unsafe', 'The metadata reports this model of key as broken or withdrawn.')
  for (const root of model.roots) if (await leadsTo(chain, root)) return true
  throw new Problem('bad-attestation', 'The attestation is not of the maker of that model.')
}

/**
 * The certificates of a packed attestation (WebAuthn L3, 8.2), the key's own first; null where there are none and for
 * self attestation. Security keys with PRF attest in this form only; phones and laptops are not asked to attest.
 */
function certificatesOf(attestationObject: Uint8Array): Uint8Array<ArrayBuffer>[] | null {
  const object = decodeAttestationObject(plain(attestationObject))
  const chain = object.get('fmt') === 'packed' ? object.get('attStmt').get('x5c') : undefined
  return chain === undefined || chain.length === 0 ? null : chain.map((one) => plain(one))
}

/**
 * Whether a chain leads to that root (base64 of DER), or is the very certificate that the metadata names. The library
 * checks signatures and dates; whether each signer is a certificate authority is checked here.
 */
async function leadsTo(chain: readonly Uint8Array<ArrayBuffer>[], root: string): Promise<boolean> {
  const [own, ...above] = chain
  const anchor = Buffer.from(root, 'base64')
  if (own !== undefined && above.length === 0 && anchor.equals(own)) return true
  try {
    if (!above.every((one) => new X509Certificate(one).ca)) return false
    return await validateCertificatePath(chain.map(convertCertBufferToPEM), [convertCertBufferToPEM(plain(anchor))])
  } catch {
    return false
  }
}
