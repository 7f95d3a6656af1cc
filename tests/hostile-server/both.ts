import { expect } from 'vitest'
import { refresh } from '../headless/person.ts'
import { freshUnderAttack, underAttack } from './oracle.ts'
import type { Player } from './player.ts'
import type { Attack } from './proxy.ts'
import type { World } from './world.ts'

/** The same lie to the desk that has seen the truth, and to a new one. The first believes nothing of it; a new one does not open. */
export async function refusedAsLedger(world: World, player: Player, attack: Attack, code = 'tampered-ledger') {
  await refresh(player)
  const known = await underAttack(world, player, attack)
  expect(known.told).toEqual([`tampered-ledger:${code}`])
  const fresh = await freshUnderAttack(world, player, attack)
  expect([fresh.code, [...fresh.claims]]).toEqual([code, []])
}

/** One folder is refused by both desks, with that code; on the new one all else is there. */
export async function refusedFolder(world: World, player: Player, folder: string, attack: Attack, code: string) {
  await refresh(player)
  const known = await underAttack(world, player, attack)
  expect(known.told).toEqual([`tampered-folder:${code}`])
  const fresh = await freshUnderAttack(world, player, attack)
  // A journal is taken whole or not at all: where the ledger has cut it, none at all is too short as well.
  expect([`tampered-folder:${code}`, 'tampered-folder:shortened']).toEqual(expect.arrayContaining(fresh.told))
  expect(fresh.told).toHaveLength(1)
  expect(fresh.missing.filter((one) => !one.includes(folder))).toEqual([])
}
