import { browser } from '../browser.ts'

/**
 * The tab to fill: the one under the popup. A popup page opened as a tab of its own names another in its address
 * (`?tab=7`); only we can open it so, and what may be filled there is still the keeper's to judge.
 */
export async function targetTab(search: string): Promise<{ tab: number | null; ownTab: boolean }> {
  const named = new URLSearchParams(search).get('tab')
  if (named !== null && /^\d+$/.test(named)) return { tab: Number(named), ownTab: true }
  const [active] = await browser.tabs.query({ active: true, currentWindow: true })
  return { tab: active?.id ?? null, ownTab: false }
}
