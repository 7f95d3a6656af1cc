import { hashAt } from '../../../shared/ledger/replay/chain.ts'
import { utf8 } from '../../../shared/bytes/bytes.ts'
import type { Hash } from '../../../shared/bytes/ids.ts'
import { sha256 } from '../../../shared/crypto/hash.ts'
import type { Intent } from '../../messages/intent.ts'
import type { Desk } from '../desk/desk.ts'
import { readStored, removeStored, writeStored } from '../desk/session-store.ts'
import type { Stored } from '../desk/session-store.ts'
import type { Vault } from '../vault/vault.ts'

/** What an intent made, for whoever asked. */
export type Made = Try['made']
/** An entry that was signed and sent for an intent, whose answer may be lost. */
export type Try = Stored<'tries'>[number]

/** A person who tries again does so soon; later the same words mean a new act. */
const LIFE = 10 * 60_000

export const nameOf = (intent: Intent): Promise<Hash> => sha256(utf8(JSON.stringify(intent)))

async function read(desk: Desk): Promise<Try[]> {
  const tries = (await readStored(desk, 'tries')) ?? []
  return tries.filter(({ at }) => at > desk.now() - LIFE)
}

/** Notes a try before it is sent: the worker may die before the answer comes. In the browser's memory, gone at lock. */
export async function noteTry(desk: Desk, one: Omit<Try, 'at'>): Promise<void> {
  await writeStored(desk, 'tries', [...(await read(desk)).slice(-20), { ...one, at: desk.now() }])
}

/** An answer came: nothing is in doubt any more, and the same intent from now on is a new one. */
export const forgetTries = (desk: Desk): Promise<void> => removeStored(desk, 'tries')

/** Tries at this intent. */
export const triesAt = async (desk: Desk, intent: Hash) => (await read(desk)).filter((one) => one.intent === intent)

/** The try that stands in the ledger. The chain holds one entry at each place, so no two tries on one head both land. */
export const landed = (vault: Vault, tries: readonly Try[]): Try | null =>
  tries.find(({ sequence, hash }) => hashAt(vault.chain, sequence) === hash) ?? null
