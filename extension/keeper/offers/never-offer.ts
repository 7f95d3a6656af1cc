import * as z from 'zod/mini'
import { put, take } from '../vault/cache.ts'
import type { Open } from '../vault/open.ts'

const KIND = 'never-offer'
const origins = z.array(z.string())
/** More sites than anybody waves off; the oldest go. */
const MOST = 500

const kept = async ({ desk, vault }: Open): Promise<string[]> => {
  const parsed = origins.safeParse(await take(desk, vault, KIND, ''))
  return parsed.success ? parsed.data : []
}

const keep = ({ desk, vault }: Open, those: string[]): Promise<void> => put(desk, vault, KIND, '', those.slice(-MOST))
const without = async (open: Open, origin: string) => (await kept(open)).filter((one) => one !== origin)

/** P10: the sites for which this person wants no offer lie sealed under their cache key, on this desk alone. */
export async function neverOffer(open: Open, origin: string): Promise<void> {
  await keep(open, [...(await without(open, origin)), origin])
}

/** They have thought better of it. */
export const offerAgain = async (open: Open, origin: string): Promise<void> => keep(open, await without(open, origin))

/** Whether this person wants no offer for this site. */
export const isQuiet = async (open: Open, origin: string): Promise<boolean> => (await kept(open)).includes(origin)

/** The same, before one is made. A site that is asked for is kept for longer. */
export async function isNeverOffered(open: Open, origin: string): Promise<boolean> {
  const isThere = await isQuiet(open, origin)
  if (isThere) await neverOffer(open, origin)
  return isThere
}
