import { verifyMDSBlob } from '@simplewebauthn/server/helpers'
import { readFileSync } from 'node:fs'
import { X509Certificate } from 'node:crypto'
import * as z from 'zod/mini'
import { aaguidIn } from '../shared/bytes/aaguid.ts'
import type { Aaguid } from '../shared/bytes/aaguid.ts'
import { Failure } from '../shared/bytes/failure.ts'
import { errorCode } from './log.ts'

/** What the metadata says of one model: its name, whom its attestations chain to, and whether something is reported against it. */
export type Model = Readonly<{ name: string; roots: readonly string[]; isUnsafe: boolean }>

/** A file of the FIDO Alliance's metadata service: its number, the day by which a newer one is due, and the FIDO2 models that it knows. */
export type Metadata = Readonly<{ number: number; nextUpdate: string; models: ReadonlyMap<Aaguid, Model> }>

/** Whom the file's signer must be. The roots that the library trusts sign for half the web. */
const signer = 'mds.fidoalliance.org'

/** FIDO Metadata Service 3.1, AuthenticatorStatus: after one of these a model is refused, whatever is reported later. */
const unsafe = new Set([
  'REVOKED',
  'USER_VERIFICATION_BYPASS',
  'ATTESTATION_KEY_COMPROMISE',
  'USER_KEY_REMOTE_COMPROMISE',
  'USER_KEY_PHYSICAL_COMPROMISE',
])

const header = z.object({ x5c: z.array(z.string()).check(z.minLength(1)) })
const payload = z.object({
  no: z.number(),
  nextUpdate: z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/)),
  entries: z.array(
    z.object({
      aaguid: z.optional(z.string()),
      statusReports: z.array(z.object({ status: z.string() })),
      metadataStatement: z.optional(
        z.object({ description: z.string(), attestationRootCertificates: z.array(z.string()) }),
      ),
    }),
  ),
})

const wrong = (why: string) =>
  new Failure(
    'bad-metadata',
    `FIDO_METADATA names a file that Cloison cannot use: ${why}. Get it anew, or unset FIDO_METADATA.`,
  )

/**
 * Reads a BLOB of the FIDO Alliance's metadata service (FIDO Metadata Service 3.1, 3.1.7). Throws Failure `bad-metadata`, a
 * sentence for the operator. The library checks its signature and its signer's chain up to the roots that it ships; the
 * signer's name, and that each intermediate is a certificate authority, are checked here.
 */
export async function readMetadata(blob: string): Promise<Metadata> {
  checkSigner(blob)
  const { payload: said } = await verifyMDSBlob(blob).catch((error: unknown) => {
    throw wrong(`its signature does not hold (${reasonOf(error)})`)
  })
  const parsed = payload.safeParse(said)
  if (!parsed.success) throw wrong('it is signed, and is not what such a file holds')
  const { no, nextUpdate, entries } = parsed.data
  const models = new Map<Aaguid, Model>()
  for (const { aaguid, metadataStatement, statusReports } of entries) {
    const id = aaguid === undefined ? null : aaguidIn(aaguid)
    if (id === null || metadataStatement === undefined) continue
    const { description: name, attestationRootCertificates: roots } = metadataStatement
    models.set(id, { name, roots, isUnsafe: statusReports.some(({ status }) => unsafe.has(status)) })
  }
  if (models.size === 0) throw wrong('it names no model of key')
  return { number: no, nextUpdate, models }
}

/** The file that FIDO_METADATA names. Throws as `readMetadata`. */
export async function metadataIn(file: string): Promise<Metadata> {
  let blob: string
  try {
    blob = readFileSync(file, 'utf8').trim()
  } catch (error) {
    throw wrong(`it cannot be read (${errorCode(error)})`)
  }
  return readMetadata(blob)
}

/** Whether a newer file was due before this moment; the day itself is still in time. */
export const isOld = ({ nextUpdate }: Metadata, now: number): boolean => now >= Date.parse(nextUpdate) + 86_400_000

function checkSigner(blob: string): void {
  const [leaf, ...above] = chainOf(blob)
  if (leaf?.checkHost(signer, { subject: 'always' }) !== signer) throw wrong(`it is not signed by ${signer}`)
  if (!above.every(({ ca }) => ca)) throw wrong('its signer is vouched for by who may not')
}

function chainOf(blob: string): X509Certificate[] {
  try {
    const { x5c } = header.parse(JSON.parse(Buffer.from(blob.split('.')[0] ?? '', 'base64url').toString()))
    return x5c.map((one) => new X509Certificate(Buffer.from(one, 'base64')))
  } catch {
    throw wrong('it is no BLOB of the FIDO Alliance’s metadata service')
  }
}

/** The library's reason down to the first cause, which says of a chain what is wrong with it; without the certificate that it quotes. */
function reasonOf(error: unknown): string {
  const causes: string[] = []
  for (let at = error; at instanceof Error; at = at.cause) causes.push(at.message.split('\n')[0] ?? '')
  return causes.join(': ')
}
