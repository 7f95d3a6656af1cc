import * as z from 'zod/mini'
import { get } from '../../../shared/bytes/table.ts'
import { isMember } from '../../../shared/ledger/replay/level.ts'
import { undeliveredKey } from './undelivered-key.ts'
import type { Undelivered } from './undelivered-key.ts'
import type { Desk } from '../desk/desk.ts'
import type { Open } from './open.ts'
import { stateOf } from './vault.ts'
import type { Vault } from './vault.ts'

/** Returns the undelivered keys that still matter: those of a newest generation, to somebody who is still a member. */
export function waitingFor(vault: Vault): Undelivered[] {
  const state = stateOf(vault)
  return vault.undelivered.filter(({ of, generation, to }) => {
    const found = of.kind === 'team' ? get(state.teams, of.id) : get(state.folders, of.id)
    return found?.generations.length === generation && (to.kind !== 'member' || isMember(state, to.id))
  })
}

/** Stores the undelivered keys of a rotation for the vault that is opened next, under the new keys. */
export const passOn = ({ desk, vault }: Open, more: readonly Undelivered[]) =>
  desk.session.set('undelivered', [...waitingFor(vault), ...more])

/** Stores the undelivered keys in session storage, so that the warning outlives the worker. Removed at lock (P10). */
export const keepUndelivered = (desk: Desk, vault: Vault) => desk.session.set('undelivered', waitingFor(vault))

/** Returns the stored undelivered keys, none where nothing is stored or it does not parse. */
export async function recallUndelivered(desk: Desk): Promise<Undelivered[]> {
  const parsed = z.array(undeliveredKey).safeParse(await desk.session.get('undelivered'))
  return parsed.success ? parsed.data : []
}
