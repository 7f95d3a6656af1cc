import { hashAt } from '../../../shared/ledger/replay/chain.ts'
import { utf8 } from '../../../shared/bytes/bytes.ts'
import type { Hash } from '../../../shared/bytes/ids.ts'
import { sha256 } from '../../../shared/crypto/hash.ts'
import type { Intent } from '../../messages/intent.ts'
import type { Desk } from '../desk/desk.ts'
import { readStored, removeStored, writeStored } from '../desk/session-store.ts'
import type { Stored } from '../desk/session-store.ts'
import type { Vault } from '../vault/vault.ts'

/** The ids of what an intent made. `secret` is the invitation's, base64url of 32 bytes. */
export type IntentResult = Attempt['made']
/** An attempt: an entry that was signed and sent for an intent, whose answer may be lost. `intent` is the intent's hash. */
export type Attempt = Stored<'tries'>[number]

/** How long an attempt is remembered, in ms. A person who tries again does so soon; later the same intent means a new act. */
const LIFE = 10 * 60_000

/** Returns the hash of an intent, by which its attempts are found. */
export const intentHash = (intent: Intent): Promise<Hash> => sha256(utf8(JSON.stringify(intent)))

async function readAttempts(desk: Desk): Promise<Attempt[]> {
  const tries = (await readStored(desk, 'tries')) ?? []
  return tries.filter(({ at }) => at > desk.now() - LIFE)
}

/** Stores an attempt before it is sent, since the worker may end before the answer comes. In session storage; removed at lock. */
export async function storeAttempt(desk: Desk, one: Omit<Attempt, 'at'>): Promise<void> {
  await writeStored(desk, 'tries', [...(await readAttempts(desk)).slice(-20), { ...one, at: desk.now() }])
}

/** Removes all attempts once an answer came: the same intent from now on is a new one. */
export const removeAttempts = (desk: Desk): Promise<void> => removeStored(desk, 'tries')

/** Returns the attempts at the intent with this hash. */
export const triesFor = async (desk: Desk, intent: Hash) =>
  (await readAttempts(desk)).filter((one) => one.intent === intent)

/**
 * Returns the attempt whose entry is in the ledger, null where none is. The chain has one entry at each sequence, so of two attempts on
 * the same head at most one is in it.
 */
export const findLanded = (vault: Vault, tries: readonly Attempt[]): Attempt | null =>
  tries.find(({ sequence, hash }) => hashAt(vault.chain, sequence) === hash) ?? null
