import { sign } from 'node:crypto'
import { aaguid as codec } from '../../shared/bytes/aaguid.ts'
import type { Aaguid } from '../../shared/bytes/aaguid.ts'
import { cbor } from '../../tests/soft-key.ts'
import type { Attest } from '../../tests/soft-key.ts'
import { base64, certify, hostName, modelOf, newRoot } from './certificates.ts'
import type { Certified } from './certificates.ts'

/** A model of FIDO key, by the byte of which its AAGUID is made. */
export const model = (byte: number): Aaguid => codec.read(new Uint8Array(16).fill(byte))

/** The certificate by which a maker vouches for one model. */
export const vouching = (root: Certified, aaguid: Aaguid) =>
  certify({
    name: 'CN=Cle Test Batch 1, OU=Authenticator Attestation, O=Test Maker, C=FR',
    by: root,
    ca: false,
    extensions: [modelOf(codec.write(aaguid))],
  })

/** Attests as such a key does (packed, WebAuthn L3, 8.2), under the first of these certificates. */
export const packedBy =
  (...chain: Certified[]): Attest =>
  (signed) => {
    const key = chain[0]?.privateKey
    if (key === undefined) throw new Error('no certificate')
    const x5c = chain.map(({ der }) => cbor.bytes(der))
    const entries = [cbor.text('alg'), cbor.es256, cbor.text('sig'), cbor.bytes(sign('sha256', signed, key))]
    return { format: 'packed', statement: cbor.map(...entries, cbor.text('x5c'), cbor.list(...x5c)) }
  }

type Entry = Readonly<{ aaguid: Aaguid; root: Certified | null; statuses?: readonly string[]; name?: string }>
type Bent = Readonly<{
  nextUpdate?: string
  no?: number
  payload?: unknown
  signer?: Certified
  above?: readonly Certified[]
}>

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** Who signs the metadata, as the FIDO Alliance does: under a root of these tests. */
export async function newMetadataSigner(host = 'mds.fidoalliance.org') {
  const root = await newRoot('Test Metadata Root')
  const signer = await certify({ name: `CN=${host}, C=FR`, by: root, ca: false, extensions: [hostName(host)] })
  return { root, signer }
}

/** A BLOB of the metadata service (FIDO Metadata Service 3.1) that says this of these models. */
export function blobOf(signer: Certified, entries: readonly Entry[], bent: Bent = {}): string {
  const payload = bent.payload ?? {
    legalHeader: 'Test',
    no: bent.no ?? 7,
    nextUpdate: bent.nextUpdate ?? inDays(20),
    entries: entries.map(({ aaguid, root, statuses = ['FIDO_CERTIFIED_L1'], name = 'Test Key 5' }) => ({
      aaguid,
      statusReports: statuses.map((status) => ({ status })),
      timeOfLastStatusChange: '2026-01-01',
      metadataStatement: {
        aaguid,
        description: name,
        attestationRootCertificates: root === null ? [] : [base64(root)],
      },
    })),
  }
  const x5c = [bent.signer ?? signer, ...(bent.above ?? [])].map(base64)
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const signed = `${part({ alg: 'ES256', typ: 'JWT', x5c })}.${part(payload)}`
  const signature = sign('sha256', Buffer.from(signed), { key: signer.privateKey, dsaEncoding: 'ieee-p1363' })
  return `${signed}.${signature.toString('base64url')}`
}
