import * as z from 'zod/mini'
import type { FillOutcome } from '../messages/views.ts'
import type { Frames } from './fill.ts'

/** The engine with the words of every language: at a gesture, and in one document, they may weigh what they weigh. */
export const ENGINE = ['/words-latin.js', '/words-other.js', '/fill.js']

/** The engine's roles as the parts of a login that a person knows. */
const parts: Readonly<Record<string, FillOutcome['filled'][number]>> = {
  username: 'username',
  currentPassword: 'password',
  otp: 'otp',
  companyCode: 'custom',
}
const order = ['username', 'password', 'otp', 'custom'] as const
const outcome = z.object({
  filled: z.array(z.string()),
  missing: z.array(z.enum(order)),
})

/**
 * Frames of a tab as the browser knows them. A document id names one document: if the frame navigates between check and
 * fill, nothing is injected; and the injected code compares its own origin once more (P8).
 */
export const chromeFrames: Frames = {
  /** The page itself comes first. */
  async of(tab) {
    const frames = (await chrome.webNavigation.getAllFrames({ tabId: tab })) ?? []
    return frames.sort((a, b) => a.frameId - b.frameId).map(({ documentId, url }) => ({ documentId, url }))
  },
  async fill(tab, { documentId, origin, values }) {
    const target = { tabId: tab, documentIds: [documentId] }
    try {
      await chrome.scripting.executeScript({ target, files: ENGINE })
      const [done] = await chrome.scripting.executeScript({
        target,
        func: (input) => globalThis.cloisonFill?.fillPage(input) ?? null,
        args: [{ values, expectedOrigin: origin }],
      })
      const parsed = outcome.safeParse(done?.result)
      if (!parsed.success) return null
      const roles = new Set(parsed.data.filled.map((role) => parts[role]))
      return { filled: order.filter((part) => roles.has(part)), missing: parsed.data.missing }
    } catch {
      return null
    }
  },
}
