import { browser } from '../../browser.ts'
import { namedClient } from '../match/active-client.ts'
import type { Keeper } from '../keeper.ts'

/** How the toolbar button shows the active client; without one, the bare button. */
type BadgeLook = { text: string; colour: string; letters: string; title: string }
export type BadgeOf = (client: { name: string; hue: number } | null, waits: number) => BadgeLook

/**
 * Returns the function that updates the toolbar button to the active client, and to how many things wait
 * for this person (`countWaits`); it is to be called after each change. P10: while nothing of
 * the vault may be shown, the button shows no client.
 */
export function clientBadge(keeper: Keeper, lookOf: BadgeOf, countWaits: () => number): () => Promise<void> {
  let shown: string | null = null
  let line: Promise<unknown> = Promise.resolve()
  const show = async () => {
    const client = keeper.shown === null ? null : namedClient(keeper.shown)
    const waits = countWaits()
    const now = `${String(waits)} ${client === null ? '' : `${String(client.hue)} ${client.folder} ${client.name}`}`
    if (now === shown) return
    shown = now
    const { text, colour, letters, title } = lookOf(client, waits)
    await browser.action.setBadgeBackgroundColor({ color: colour })
    await browser.action.setBadgeTextColor({ color: letters })
    await browser.action.setBadgeText({ text })
    await browser.action.setTitle({ title })
  }
  return async () => {
    line = line.then(show)
    await line
  }
}
