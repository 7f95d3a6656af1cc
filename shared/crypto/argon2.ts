/**
 * Argon2id (RFC 9106, version 0x13), from hash-wasm: what a guess at a PIN costs to whoever already holds the hardware
 * key and a malicious server (P2). It makes a guess dear, not impossible: six digits stay six digits.
 */
import { argon2id } from 'hash-wasm'
import { plain, utf8 } from '../bytes/bytes.ts'
import type { Bytes } from '../bytes/bytes.ts'
import type { OrgId } from '../bytes/ids.ts'
import { pinSalt } from './contexts.ts'
import { sha256Bytes } from './hash.ts'

/** Compiled in, so that no server can lower them: 64 MiB, three passes, one lane, 32 bytes. */
export const MEMORY_KIB = 64 * 1024
export const PASSES = 3
export const LANES = 1
const LENGTH = 32

/** s = Argon2id(NFKC(pin), SHA-256(pinSalt(org))), 32 bytes. Throws `bad-text` on a lone surrogate. */
export async function stretchPin(pin: string, org: OrgId): Promise<Bytes> {
  const stretched = await argon2id({
    password: utf8(pin.normalize('NFKC')),
    salt: await sha256Bytes(pinSalt(org)),
    memorySize: MEMORY_KIB,
    iterations: PASSES,
    parallelism: LANES,
    hashLength: LENGTH,
    outputType: 'binary',
  })
  return plain(stretched)
}
