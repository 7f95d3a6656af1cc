import { Failure } from './failure.ts'
import { codec } from './record.ts'
import type { Codec } from './record.ts'

/**
 * Which model of authenticator a FIDO key says it is (WebAuthn L3, 6.5.1): 16 bytes, written as makers publish them, in lower-case
 * hexadecimal with hyphens. Zeros stand for no model.
 */
export type Aaguid = string & { readonly __brand: 'Aaguid' }

const isAaguid = (text: string): text is Aaguid => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

/** What a person typed or pasted, in either case, as an AAGUID; null where it is none. */
export function aaguidIn(typed: string): Aaguid | null {
  const lower = typed.trim().toLowerCase()
  return isAaguid(lower) ? lower : null
}

function toBytes(value: Aaguid): Uint8Array<ArrayBuffer> {
  if (!isAaguid(value)) throw new Failure('bad-encoding')
  const digits = value.replaceAll('-', '')
  return Uint8Array.from({ length: 16 }, (_, at) => Number.parseInt(digits.slice(2 * at, 2 * at + 2), 16))
}

function fromBytes(bytes: Uint8Array, from: number, to: number): Aaguid {
  const digits = Array.from(bytes.subarray(from, to), (byte) => byte.toString(16).padStart(2, '0')).join('')
  const text = digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
  if (!isAaguid(text)) throw new Failure('bad-encoding')
  return text
}

/** An AAGUID as its 16 bytes. */
export const aaguid: Codec<Aaguid> = codec(toBytes, fromBytes)
