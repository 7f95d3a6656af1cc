import { get } from '../../../shared/bytes/table.ts'
import { isMember } from '../../../shared/ledger/replay/level.ts'
import type { Desk } from '../desk/desk.ts'
import { readStored, writeStored } from '../desk/session-store.ts'
import type { Open } from './open.ts'
import { stateOf } from './vault.ts'
import type { Undelivered, Vault } from './vault.ts'

/** Returns the undelivered keys that still matter: those of a newest generation, to somebody who is still a member. */
export function pendingDeliveries(vault: Vault): Undelivered[] {
  const state = stateOf(vault)
  return vault.undelivered.filter(({ of, generation, to }) => {
    const found = of.kind === 'team' ? get(state.teams, of.id) : get(state.folders, of.id)
    return found?.generations.length === generation && (to.kind !== 'member' || isMember(state, to.id))
  })
}

/** Stores the undelivered keys of a rotation for the vault that is opened next, under the new keys. */
export const carryUndelivered = ({ desk, vault }: Open, more: readonly Undelivered[]) =>
  writeStored(desk, 'undelivered', [...pendingDeliveries(vault), ...more])

/** Stores the undelivered keys in session storage, so that the warning outlives the worker. Removed at lock (P10). */
export const storeUndelivered = (desk: Desk, vault: Vault) => writeStored(desk, 'undelivered', pendingDeliveries(vault))

/** Returns the stored undelivered keys, none where nothing is stored or it does not parse. */
export const restoreUndelivered = async (desk: Desk): Promise<Undelivered[]> =>
  (await readStored(desk, 'undelivered')) ?? []
