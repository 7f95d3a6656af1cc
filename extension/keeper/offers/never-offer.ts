import * as z from 'zod/mini'
import { putBlob, readBlob } from '../vault/cache.ts'
import type { Open } from '../vault/open.ts'

const KIND = 'never-offer'
const origins = z.array(z.string())
/** More sites than anybody dismisses; the oldest are dropped. */
const MOST = 500

const readOrigins = async ({ desk, vault }: Open): Promise<string[]> => {
  const parsed = origins.safeParse(await readBlob(desk, vault, KIND, ''))
  return parsed.success ? parsed.data : []
}

const writeOrigins = ({ desk, vault }: Open, those: string[]): Promise<void> =>
  putBlob(desk, vault, KIND, '', those.slice(-MOST))
const originsWithout = async (open: Open, origin: string) => (await readOrigins(open)).filter((one) => one !== origin)

/** Notes that this person wants no offer for this site. P10: the list lies sealed under their cache key, on this desk alone. */
export async function neverOffer(open: Open, origin: string): Promise<void> {
  await writeOrigins(open, [...(await originsWithout(open, origin)), origin])
}

/** Takes the site off that list. */
export const offerAgain = async (open: Open, origin: string): Promise<void> =>
  writeOrigins(open, await originsWithout(open, origin))

/** Whether this person wants no offer for this site. */
export const isQuiet = async (open: Open, origin: string): Promise<boolean> =>
  (await readOrigins(open)).includes(origin)

/** Returns the same before an offer is made, and moves the site to the end of the list, so that it is dropped last. */
export async function isNeverOffered(open: Open, origin: string): Promise<boolean> {
  const isThere = await isQuiet(open, origin)
  if (isThere) await neverOffer(open, origin)
  return isThere
}
