import * as z from 'zod/mini'
import type { Frames } from './fill.ts'

const role = z.enum(['username', 'password', 'custom'])
const outcome = z.object({ filled: z.array(role), missing: z.array(role) })

/**
 * Frames of a tab as the browser knows them. A document id names one document: if the frame navigates between check and
 * fill, nothing is injected; and the injected code compares its own origin once more (P8).
 */
export const chromeFrames: Frames = {
  async of(tab) {
    const frames = (await chrome.webNavigation.getAllFrames({ tabId: tab })) ?? []
    return frames.map(({ documentId, url }) => ({ documentId, url }))
  },
  async fill(tab, { documentId, origin, values }) {
    const target = { tabId: tab, documentIds: [documentId] }
    try {
      await chrome.scripting.executeScript({ target, files: ['/fill.js'] })
      const [done] = await chrome.scripting.executeScript({
        target,
        func: (input) => globalThis.cloisonFill?.fillPage(input) ?? null,
        args: [{ values, expectedOrigin: origin }],
      })
      const parsed = outcome.safeParse(done?.result)
      return parsed.success ? parsed.data : null
    } catch {
      return null
    }
  },
}
