import { get } from '../../../shared/bytes/table.ts'
import { isMember } from '../../../shared/ledger/replay/level.ts'
import type { Desk } from '../desk/desk.ts'
import { readStored, writeStored } from '../desk/session-store.ts'
import type { Open } from './open.ts'
import { stateOf } from './vault.ts'
import type { Undelivered, Vault } from './vault.ts'

/** What still waits: of a newest generation, to somebody who is there. */
export function waitingFor(vault: Vault): Undelivered[] {
  const state = stateOf(vault)
  return vault.undelivered.filter(({ of, generation, to }) => {
    const found = of.kind === 'team' ? get(state.teams, of.id) : get(state.folders, of.id)
    return found?.generations.length === generation && (to.kind !== 'member' || isMember(state, to.id))
  })
}

/** What an entry passes over is kept for the vault that is made anew under the keys which that very entry brings. */
export const passOn = ({ desk, vault }: Open, more: readonly Undelivered[]) =>
  writeStored(desk, 'undelivered', [...waitingFor(vault), ...more])

/** Kept in the browser's memory, as a warning must not go with the worker. Gone at lock (P10). */
export const keepUndelivered = (desk: Desk, vault: Vault) => writeStored(desk, 'undelivered', waitingFor(vault))

/** Returns what a worker before this one kept there. */
export const recallUndelivered = async (desk: Desk): Promise<Undelivered[]> =>
  (await readStored(desk, 'undelivered')) ?? []
