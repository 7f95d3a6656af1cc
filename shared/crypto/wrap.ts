/**
 * Keys of teams and folders on their way: sealed to a recipient by HPKE (RFC 9180), or the previous generation sealed
 * under the next by AES-256-GCM. A wrap is unsigned delivery: anybody can make one, and it is believed only for the
 * commitment that the ledger names (P4). It does not prove that the recipient is entitled, nor that this is the newest
 * generation: replay does.
 */
import { using } from '../bytes/bytes.ts'
import type { Bytes } from '../bytes/bytes.ts'
import { Failure } from '../bytes/failure.ts'
import type { Hash } from '../bytes/ids.ts'
import { openAead, sealAead } from './aead.ts'
import { commitment } from './commit.ts'
import { previousContext, wrapInfo } from './contexts.ts'
import type { Generation, Kind, Wrap } from './contexts.ts'
import { previousKey } from './derive.ts'
import { receiveHash, sealTo } from './hpke.ts'
import type { ReceiveKeys } from './hpke.ts'
import { generationKey } from './keys.ts'
import type { KeyOf } from './keys.ts'

/**
 * Seals `key` (32 bytes) to `publicKey` (1,216 bytes): 1,168 bytes. Throws `wrong-receive-key` unless that is the key
 * whose hash `wrap` names from the ledger (P4), `bad-receive-key` when it is no key at all.
 */
export async function wrapKey<K extends Kind>(key: KeyOf[K], publicKey: Uint8Array, wrap: Wrap<K>): Promise<Bytes> {
  if ((await receiveHash(publicKey)) !== wrap.recipientKeyHash) throw new Failure('wrong-receive-key')
  return sealTo(publicKey, wrapInfo(wrap), key)
}

/** The key in a wrap. Throws `cannot-open`, or `wrong-commitment` unless it is what the ledger's entry commits to (P4). */
export async function openWrap<K extends Kind>(
  receive: ReceiveKeys,
  sealed: Uint8Array,
  wrap: Wrap<K>,
  committed: Hash,
): Promise<KeyOf[K]> {
  return checked(await receive.open(wrapInfo(wrap), sealed), wrap, committed)
}

/** Seals the key of the generation before `at` under `newKey`, the key of `at`. */
export async function sealPrevious<K extends Kind>(
  newKey: KeyOf[K],
  previous: KeyOf[K],
  at: Generation<K>,
): Promise<Bytes> {
  const context = previousContext(at)
  return using(await previousKey(newKey, context), (own) => sealAead(own, context, previous))
}

/** The key of the generation before `at`; `committed` is that generation's. Throws as `openAead`, `wrong-commitment`. */
export async function openPrevious<K extends Kind>(
  newKey: KeyOf[K],
  sealed: Uint8Array,
  at: Generation<K>,
  committed: Hash,
): Promise<KeyOf[K]> {
  const context = previousContext(at)
  const opened = await using(await previousKey(newKey, context), (own) => openAead(own, context, sealed))
  return checked(opened, { ...at, generation: at.generation - 1 }, committed)
}

async function checked<K extends Kind>(opened: Bytes, at: Generation<K>, committed: Hash): Promise<KeyOf[K]> {
  if (opened.length !== 32) throw new Failure('wrong-commitment')
  const key = generationKey[at.kind](opened)
  if ((await commitment(key, at.kind, at.org, at.id, at.generation)) !== committed)
    throw new Failure('wrong-commitment')
  return key
}
