import { expect } from 'vitest'
import { blobName } from '../../extension/keeper/vault/cache.ts'
import { callBy } from '../../extension/keeper/desk/call-as.ts'
import type { FolderId } from '../../shared/bytes/ids.ts'
import { get } from '../../shared/bytes/table.ts'
import { need, newFolder } from '../headless/org.ts'
import { refresh, sign } from '../headless/person.ts'
import { rotate } from '../headless/rotation.ts'
import { claimsOf, toldOf } from './claims.ts'
import { ledgerOf, vaultOf } from './honest.ts'
import { freshUnderAttack, truthOf, underAttack } from './oracle.ts'
import type { Verdict } from './oracle.ts'
import { openWith, sessionOf } from './player.ts'
import type { Carried, Player } from './player.ts'
import type { Attack } from './proxy.ts'
import { NEXT } from './seeds.ts'
import { PIN } from './world.ts'
import type { World } from './world.ts'

/** Léna, who makes new keys again and again, and the PIN that holds now. `own` she manages, and Odile and Inès hold it too. */
export type Rotating = { world: World; lena: Player; own: FolderId; pin: string }

/** Everybody reaches folders in every way: Léna what is hers, what she has by name, and what she has through the team. */
export async function newRotating(world: World): Promise<Rotating> {
  const { owner, agent, banque } = world
  const lena = await world.hire('Léna', 'member', [world.team])
  const to = (player: Player) => ({ kind: 'member' as const, id: player.member })
  const own = await newFolder(owner, 'canary-of-atelier')
  await sign(owner, { do: 'grant', folder: own, to: to(lena), level: 'manage' })
  await sign(owner, { do: 'grant', folder: own, to: to(agent), level: 'read' })
  await sign(owner, { do: 'grant', folder: banque, to: to(lena), level: 'edit' })
  await world.save(own, 'atelier')
  for (const one of [lena, agent, world.witness]) await refresh(one)
  return { world, lena, own, pin: PIN }
}

export const otherPin = (pin: string) => (pin === PIN ? NEXT : PIN)
export const generationOf = ({ world, lena }: Rotating) =>
  need(get(ledgerOf(world.witness).members, lena.member)).keyGeneration

/** A session by this PIN on a desk that meets no liar, or why there is none. */
export async function sessionBy({ world, lena }: Rotating, pin: string): Promise<Carried | string> {
  const desk = await world.desk(lena, false)
  return sessionOf(desk, world.proxy.origin, world.org, pin).catch((error: unknown) => (error as { code: string }).code)
}

/** Another desk of hers, open by the PIN that holds, in front of the liar. */
export async function deskOf(rotating: Rotating): Promise<Player> {
  const { world, lena, pin } = rotating
  const session = await sessionBy(rotating, pin)
  if (typeof session === 'string') throw new Error(session)
  const desk = await world.desk(lena, false)
  desk.session = session
  await openWith(desk, session)
  desk.lied = true
  return desk
}

/** Makes new keys on this desk, from the PIN that holds to the other one. */
export const rotateOn = (desk: Player, { pin }: Rotating) => rotate(desk, pin, otherPin(pin))

/** The server is honest again: of both PINs exactly one opens a fresh desk, and with it Léna goes on. */
async function settle(rotating: Rotating, desk: Player): Promise<void> {
  const { world, lena, pin } = rotating
  const opened: [string, Carried][] = []
  const not: string[] = []
  for (const one of [pin, otherPin(pin)]) {
    const session = await sessionBy(rotating, one)
    if (typeof session === 'string') not.push(session)
    else opened.push([one, session])
  }
  expect([opened.length, not], 'one PIN opens, the old or the new').toEqual([1, ['wrong-pin']])
  const [[holds, session]] = opened as [[string, Carried]]
  rotating.pin = holds
  lena.session = desk.session = session
  lena.lied = false
  if (lena.keeper.open !== null) await lena.keeper.lockNow('button')
  await openWith(lena, session)
  await refresh(world.witness)
}

/** `by`: her desk, where not a new one; `first`: looks at it as the attack left it. */
type How = { by?: Player; first?: (desk: Player) => Promise<void> }
export type Rotated = Verdict & { desk: Player; landed: boolean; old: Carried }

/**
 * New keys while the server attacks, and all that must hold after it, whatever became of them: one PIN opens; her desk shows
 * the truth or has locked and says why; her old session, where they landed, is over, and so is what lay under the old keys
 * on that desk; and managers have renewed what waits for them.
 */
export async function rotatedUnder(rotating: Rotating, attack: Attack, { by, first }: How = {}): Promise<Rotated> {
  const { world } = rotating
  const before = generationOf(rotating)
  const desk = by ?? (await deskOf(rotating))
  const [old, blobs] = [need(desk.session), [...desk.desk.kept.blobs.keys()]]
  const seals = await blobName(vaultOf(desk), 'seals', '')
  const from = rotating.pin
  const verdict = await underAttack(world, desk, attack, () => rotateOn(desk, rotating), {
    heals: false,
    landed: true,
    withheld: true,
    async after() {
      await first?.(desk)
      await settle(rotating, desk)
    },
  })
  const landed = rotating.pin !== from
  expect(generationOf(rotating), 'one PIN opens what the ledger says').toBe(before + Number(landed))
  await shown(world, desk, verdict.code === null && !landed)
  if (landed) {
    expect(await refusedWith(desk, old), 'the old session is over').toBe('not-signed-in')
    if (desk.keeper.open !== null)
      expect([...desk.desk.kept.blobs.keys()].filter((name) => blobs.includes(name) && name !== seals)).toEqual([])
    await renewed(rotating)
  }
  return { ...verdict, desk, landed, old }
}

/**
 * The desk at its next sync: all there is and nothing else, or locked with a reason. A server that only said that they landed
 * (`isLie`) has a desk under keys of which no ledger knows: it says so, until its person unlocks by the PIN that holds.
 */
async function shown(world: World, desk: Player, isLie: boolean): Promise<void> {
  desk.lied = false
  await refresh(desk)
  const told = await toldOf(desk)
  if (desk.keeper.open === null) {
    expect(told, 'locked without a word').toHaveLength(1)
    expect(['unclear', 'refused']).toEqual(expect.arrayContaining(told))
  } else if (isLie) expect(told).toEqual(['tampered-ledger:rolled-back'])
  else {
    expect(told, 'told though all is well').toEqual([])
    expect(await claimsOf(desk), 'the desk shows the truth').toEqual(await truthOf(world, desk))
  }
}

const refusedWith = ({ desk }: Player, old: Carried) =>
  callBy(desk, old, old.key, 'credentials', null).then(
    () => null,
    (error: unknown) => (error as { code: string }).code,
  )

/** Managers’ desks hear of it and re-key what waits. */
async function renewed({ world, lena }: Rotating): Promise<void> {
  for (const one of [world.owner, world.owner, lena, world.agent, world.witness]) await refresh(one)
  world.proxy.log.length = 0
}

/** Then everybody has all that is theirs, on desks that know nothing but what the server was sent. */
export async function allIsThere({ world, lena }: Rotating): Promise<void> {
  for (const one of [lena, world.agent, world.owner]) {
    const fresh = await freshUnderAttack(world, one, (_, pass) => pass())
    expect([one.name, fresh.told, fresh.missing]).toEqual([one.name, [], []])
  }
}
