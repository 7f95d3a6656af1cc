import type { ItemId } from '../../../shared/bytes/ids.ts'
import { Failure } from '../../../shared/bytes/failure.ts'
import type { Desk } from '../desk/desk.ts'
import { readStored, removeStored, writeStored } from '../desk/session-store.ts'
import type { Stored } from '../desk/session-store.ts'
import type { Keeper } from '../keeper.ts'

/** How long somebody may take to finish a sign-up and save its login, in ms. */
const KEPT = 30 * 60_000

/** A password that a page has been given and no login holds yet. `item`: the login that it is going to be. */
export type Generated = Stored<'generated'>[number]

const allIn = async (desk: Desk): Promise<Generated[]> => {
  const all = (await readStored(desk, 'generated')) ?? []
  return all.filter(({ until }) => until > desk.now())
}

/** Returns the newest password kept for this tab, or else for a page of this origin in another tab; null for none. */
export async function findGenerated(desk: Desk, tab: number, origin: string | null): Promise<Generated | null> {
  const all = await allIn(desk)
  return all.findLast((one) => one.tab === tab) ?? all.findLast((one) => one.origin === origin) ?? null
}

/** Returns the password kept for this item. Throws Failure `not-kept` once it is saved or its half hour is over. */
export async function needGenerated(desk: Desk, item: ItemId): Promise<Generated> {
  const found = (await allIn(desk)).find((one) => one.item === item)
  if (found === undefined) throw new Failure('not-kept', item)
  return found
}

/** Keeps a password in the browser's memory. Throws Failure `locked`. */
export const keepGenerated = (keeper: Keeper, one: Omit<Generated, 'until'>): Promise<void> =>
  updateGenerated(keeper, (all) => [...all, { ...one, until: keeper.desk.now() + KEPT }])

/** Drops what the same tab was given at this origin before, once the page has taken this one. Throws Failure `locked`. */
export const dropOlderGenerated = (keeper: Keeper, { item, tab, origin }: Omit<Generated, 'until'>): Promise<void> =>
  updateGenerated(keeper, (all) => all.filter((one) => one.item === item || one.tab !== tab || one.origin !== origin))

/** Drops a password that a login holds now, however it was saved. Throws Failure `locked`. */
export const dropGeneratedPassword = (keeper: Keeper, password: string): Promise<void> =>
  updateGenerated(keeper, (all) => all.filter((one) => one.password !== password))

/** Drops the password of an item that is saved now, or that the page did not take. Throws Failure `locked`. */
export const dropGenerated = (keeper: Keeper, item: ItemId): Promise<void> =>
  updateGenerated(keeper, (all) => all.filter((one) => one.item !== item))

/** Drops what has been kept for half an hour. */
export async function forgetOld(keeper: Keeper): Promise<void> {
  if (keeper.open !== null && (await keeper.desk.session.get('generated')) !== undefined)
    await updateGenerated(keeper, (all) => all)
}

async function updateGenerated(keeper: Keeper, next: (all: Generated[]) => Generated[]): Promise<void> {
  const { desk, open } = keeper
  const all = next(await allIn(desk))
  // P10: checked right before the write, since a lock removes the key and nothing may be written after it.
  if (open === null || keeper.open !== open) throw new Failure('locked')
  if (all.length === 0) await removeStored(desk, 'generated')
  else await writeStored(desk, 'generated', all)
}
