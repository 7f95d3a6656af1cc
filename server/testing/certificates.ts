// Brings what the library of certificates needs before it is loaded.
import '@simplewebauthn/server/helpers'
import {
  BasicConstraintsExtension,
  CRLDistributionPointsExtension,
  Extension,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509'
import { createPrivateKey, randomBytes } from 'node:crypto'
import type { KeyObject } from 'node:crypto'

/** A certificate as DER, the key that it certifies, and what its own issuer is. */
export type Certified = Readonly<{
  der: Uint8Array<ArrayBuffer>
  name: string
  privateKey: KeyObject
  pair: CryptoKeyPair
}>

type Wish = Readonly<{
  /** As in RFC 4514. */
  name: string
  /** Null for itself. */
  by: Certified | null
  ca: boolean
  extensions?: readonly Extension[]
  /** Days from now at which it ends. */
  days?: number
}>

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
const DAY = 86_400_000

/** Makes a key and certifies it. */
export async function certify({ name, by, ca, extensions = [], days = 30 }: Wish): Promise<Certified> {
  const pair = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const certificate = await X509CertificateGenerator.create({
    serialNumber: `01${randomBytes(15).toString('hex')}`,
    subject: name,
    issuer: by?.name ?? name,
    notBefore: new Date(Date.now() - 365 * DAY),
    notAfter: new Date(Date.now() + days * DAY),
    publicKey: pair.publicKey,
    signingKey: (by?.pair ?? pair).privateKey,
    signingAlgorithm: algorithm,
    extensions: [new BasicConstraintsExtension(ca, undefined, true), ...extensions],
  })
  const pkcs8 = Buffer.from(await crypto.subtle.exportKey('pkcs8', pair.privateKey))
  const privateKey = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' })
  return { der: new Uint8Array(certificate.rawData), name, privateKey, pair }
}

/** A root that signs others. */
export const newRoot = (name: string) => certify({ name: `CN=${name}, C=FR`, by: null, ca: true })

/** Where the list of the certificate's issuer would be fetched that says whether it was revoked. */
export const revocationsAt = (url: string) => new CRLDistributionPointsExtension([url])

/** The host whose certificate it is. */
export const hostName = (host: string) => new SubjectAlternativeNameExtension([{ type: 'dns', value: host }])

/** Which model a key's certificate is for (WebAuthn L3, 8.2.1). */
export const modelOf = (aaguid: Uint8Array) =>
  new Extension('1.3.6.1.4.1.45724.1.1.4', false, Uint8Array.of(0x04, aaguid.length, ...aaguid))

export const base64 = ({ der }: Certified) => Buffer.from(der).toString('base64')
