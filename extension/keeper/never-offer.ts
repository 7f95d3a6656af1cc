import * as z from 'zod/mini'
import { put, take } from './cache.ts'
import type { Open } from './keeper.ts'

const KIND = 'never-offer'
const origins = z.array(z.string())
/** More sites than anybody waves off; the oldest go. */
const MOST = 500

const kept = async ({ desk, vault }: Open): Promise<string[]> => {
  const parsed = origins.safeParse(await take(desk, vault, KIND, ''))
  return parsed.success ? parsed.data : []
}

/** P10: the sites for which this person wants no offer lie sealed under their cache key, on this desk alone. */
export async function neverOffer(open: Open, origin: string): Promise<void> {
  const others = (await kept(open)).filter((one) => one !== origin)
  await put(open.desk, open.vault, KIND, '', [...others, origin].slice(-MOST))
}

/** Whether this person wants no offer for this site. One that is asked for is kept for longer. */
export async function isNeverOffered(open: Open, origin: string): Promise<boolean> {
  const isThere = (await kept(open)).includes(origin)
  if (isThere) await neverOffer(open, origin)
  return isThere
}
