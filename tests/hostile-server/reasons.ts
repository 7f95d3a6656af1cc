import { expect } from 'vitest'
import { replayEntry } from '../../shared/ledger/replay/ledger.ts'
import { Refused } from '../../shared/ledger/replay/state.ts'
import { all } from './attacks.ts'
import { refusedAsLedger } from './both.ts'
import { appended, bytesOf } from './forge.ts'
import type { Forged } from './forge.ts'
import { vaultOf } from './honest.ts'
import type { Player } from './player.ts'
import type { World } from './world.ts'

/** Why replay refuses these entries at the honest ledger's end: the code of the first that it refuses. */
export async function reasonFor(world: World, ...forged: Forged[]): Promise<string> {
  let state = vaultOf(world.witness).chain.last
  for (const one of forged) {
    const after = await replayEntry(state, bytesOf(one))
    if (after instanceof Refused) return after.code
    state = after
  }
  return 'believed'
}

/** Both desks refuse these entries, and for this reason alone: a forgery that is wrong in another way as well proves nothing. */
export async function refusedBecause(world: World, player: Player, reason: string, ...forged: Forged[]): Promise<void> {
  expect(await reasonFor(world, ...forged)).toBe(reason)
  await refusedAsLedger(world, player, all(...forged.map(appended)))
}
