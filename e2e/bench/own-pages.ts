import type { BrowserContext, Page } from 'playwright'
import { pageUrl } from '../desk.ts'
import type { Desk } from '../desk.ts'
import { kill } from '../journeys/mortal.ts'
import { median } from './page-load.ts'

/**
 * Milliseconds, the median of so many turns, until an extension's stopped worker answers, and until its popup shows a first
 * row while the worker runs.
 */
export async function ownPages(desk: Pick<Desk, 'context' | 'page'>, asking: Page, turns: number) {
  const starts: number[] = []
  const popups: number[] = []
  for (let turn = 0; turn <= turns; turn += 1) popups.push(await popupUsable(desk.context))
  for (let turn = 0; turn <= turns; turn += 1) {
    starts.push(await workerStart(desk, asking))
  }
  // The first is to warm up.
  return { start: median(starts.slice(1)), popup: median(popups.slice(1)) }
}

/** From nothing to an answer: the engine loads the worker's code, which answers before it opens any vault. */
const WORKER_START = `(async () => {
  const from = performance.now()
  await chrome.runtime.sendMessage({ name: '' })
  return performance.now() - from
})()`

/** Milliseconds from a stopped worker to its first answer. `asking` is a page that does not wake the worker by itself. */
export async function workerStart(desk: Pick<Desk, 'context' | 'page'>, asking: Page): Promise<number> {
  await kill(desk)
  return asking.evaluate<number>(WORKER_START)
}

/** From the popup's address to its first row, by the popup's own clock. */
export async function popupUsable(context: BrowserContext): Promise<number> {
  const popup = await context.newPage()
  await popup.goto(pageUrl('popup.html'), { waitUntil: 'commit' })
  const ms = await popup.evaluate<number>(`new Promise((resolve) => {
    const look = () => document.querySelector('[role=row]') ? resolve(performance.now()) : requestAnimationFrame(look)
    look()
  })`)
  await popup.close()
  return ms
}
