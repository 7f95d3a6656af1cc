import { look, newPerson, refresh, sign, unlock } from '../headless/person.ts'
import type { TeamId } from '../../shared/bytes/ids.ts'
import type { Person } from '../headless/person.ts'
import { need } from '../headless/org.ts'
import { startStack } from '../stack.ts'
import type { Stack } from '../stack.ts'
import { SEED_PIN, build } from './build.ts'
import { planOrganisation } from './plan.ts'
import type { Plan, Size } from './plan.ts'
import { seedRandomness } from './seeded-random.ts'
import { isKept, keepSnapshot, placeOfSnapshot, unpackSnapshot } from './snapshot.ts'
import type { Kept } from './snapshot.ts'

/** A server on a copy of a seeded organisation: what its tests do to it is gone with it. */
export type Seeded = { stack: Stack; plan: Plan; kept: Kept }

/** Makes the organisation of this size unless it lies there already, and returns where. `tell` hears of each step. */
export async function ensureSnapshot(size: Size, tell?: Parameters<typeof build>[2]): Promise<string> {
  const place = placeOfSnapshot(size)
  if (isKept(place)) return place
  const stack = await startStack({}, { ownPostgres: true })
  const restore = seedRandomness()
  try {
    const made = await build(planOrganisation(size), stack, tell)
    await stack.halt()
    keepSnapshot(place, stack.folder, size, made)
  } finally {
    restore()
    await stack.stop()
  }
  return place
}

/** Starts a server on a copy of the organisation of this size, which is made first where it does not lie there. */
export async function startSeeded(size: Size, tell?: Parameters<typeof build>[2]): Promise<Seeded> {
  const { folder, kept } = unpackSnapshot(await ensureSnapshot(size, tell))
  return { stack: await startStack({}, { data: folder }), plan: planOrganisation(size), kept }
}

/** Unlocks the desk of somebody by their place in the plan, without a screen. Throws where no key of theirs was kept. */
export async function seatOf({ stack, kept }: Seeded, person: number): Promise<Person> {
  const { key } = need(kept.desks.find((one) => one.person === person))
  const seated = newPerson(undefined, key)
  await seated.ask['server.trust']({ address: stack.origin }, '')
  await unlock(seated, SEED_PIN)
  return seated
}

/** Lets in who waits under this address: an owner with a second owner's signature, and then into the teams. */
export async function letIn(seeded: Seeded, odile: Person, email: string, teams: readonly TeamId[]): Promise<void> {
  await refresh(odile)
  const waiting = need((await look(odile)).invitations.find((one) => one.email === email))
  const { waitsUntil } = await sign(odile, { do: 'approve', invitation: waiting.invitation })
  if (waitsUntil === null) return
  const mona = await seatOf(seeded, 1)
  await sign(mona, { do: 'approve-proposal', proposed: need((await look(mona)).proposals.at(-1)).proposed })
  await refresh(odile)
  const { people: all, teams: held } = await look(odile)
  const { member } = need(all.find((one) => one.email === email))
  for (const team of teams)
    if (held.find((one) => one.team === team)?.members.includes(member) === false)
      await sign(odile, { do: 'set-members', team, added: [member], removed: [] })
}
