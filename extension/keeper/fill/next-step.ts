import type { ItemId } from '../../../shared/bytes/ids.ts'
import type { FillOutcome } from '../../messages/views.ts'
import type { Desk } from '../desk/desk.ts'
import { readStored, writeStored } from '../desk/session-store.ts'

/** How long a site waits for the code, in ms. */
const WAITS = 5 * 60_000

const stepsOf = async (desk: Desk) => {
  const steps = (await readStored(desk, 'next-step')) ?? []
  return steps.filter(({ until }) => until > desk.now())
}

/**
 * Remembers, in the browser's memory until the lock (P10), that a login was filled in this tab without its one-time code: the next page
 * asks for it. Forgets that once the code is filled.
 */
export async function noteStep(
  desk: Desk,
  { tab, item, page }: { tab: number; item: ItemId; page: string },
  { filled }: Pick<FillOutcome, 'filled'>,
  hasCode: boolean,
): Promise<void> {
  const others = (await stepsOf(desk)).filter((step) => step.tab !== tab)
  const waits = hasCode && !filled.includes('otp')
  await writeStored(
    desk,
    'next-step',
    waits ? [...others, { tab, item, page: pathOf(page), until: desk.now() + WAITS }] : others,
  )
}

/** The place of a page, without what a failed try adds to its address. */
function pathOf(address: string): string {
  const url = URL.parse(address)
  return url === null ? '' : url.origin + url.pathname
}

/** Whether the tab still shows the page on which the login was filled: a code that comes next is not asked for there. */
export async function isBefore(desk: Desk, tab: number | null, address: string): Promise<boolean> {
  return (await stepsOf(desk)).some((step) => step.tab === tab && step.page === pathOf(address))
}

/** Returns the login whose code this tab waits for; null when it waits for none. */
export async function stepOf(desk: Desk, tab: number | null): Promise<ItemId | null> {
  return (await stepsOf(desk)).find((step) => step.tab === tab)?.item ?? null
}
