import type { KeyWrapName } from '../../../shared/access/entitled.ts'
import { fromBase64url } from '../../../shared/bytes/base64url.ts'
import { get } from '../../../shared/bytes/table.ts'
import { Failure } from '../../../shared/bytes/failure.ts'
import { receiveHash } from '../../../shared/crypto/hpke.ts'
import { recipientHash } from './deliver.ts'
import { fetchSome } from './fetch-some.ts'
import { giveObjects } from './give-back.ts'
import type { RepairSource } from './giving.ts'
import { pendingDeliveries } from '../vault/undelivered.ts'
import { stateOf } from '../vault/vault.ts'
import type { Undelivered, Vault } from '../vault/vault.ts'

/**
 * S10: delivers the keys that a re-keying could not seal, once the server sends the receive key whose hash the ledger names. Throws as
 * `callAs`.
 */
export async function deliverLate(at: RepairSource): Promise<void> {
  const { vault } = at
  vault.undelivered = pendingDeliveries(vault)
  for (const one of vault.undelivered) {
    const hash = recipientHash(vault, wrapNameOf(vault, one))
    const { receiveKeys } = hash === null ? { receiveKeys: [] } : await fetchSome(at, { receiveKeys: [hash] })
    const [key] = receiveKeys
    if (key === undefined || (await receiveHash(fromBase64url(key))) !== hash) continue
    try {
      await giveObjects(at, [one.of])
      vault.undelivered = vault.undelivered.filter((other) => other !== one)
    } catch (error) {
      // A receive key that is malformed stays in the warning, and does not stop the others.
      if (!(error instanceof Failure) || error.code !== 'bad-receive-key') throw error
    }
  }
}

function wrapNameOf(vault: Vault, { of, generation, to }: Undelivered): KeyWrapName {
  const { teams, folders } = stateOf(vault)
  const newest = (id: { generations: { length: number } } | null) => id?.generations.length ?? 0
  if (of.kind === 'team') return { ...of, generation, to: to.kind === 'member' ? to : { kind: 'previous' } }
  if (to.kind === 'member') return { ...of, generation, to }
  const at = to.kind === 'team' ? newest(get(teams, to.id)) : newest(get(folders, to.id))
  return { ...of, generation, to: { ...to, generation: at } }
}
