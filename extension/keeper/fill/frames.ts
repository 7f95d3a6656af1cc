import * as z from 'zod/mini'
import { browser } from '../../browser.ts'
import type { FillOutcome } from '../../messages/views.ts'
import type { Frames } from './fill.ts'

type Detail = chrome.webNavigation.GetAllFrameResultDetails

/** The engine with the words of every language: a fill is one user action in one document, so size is fine here. */
export const ENGINE = ['/words-own.js', '/words-latin.js', '/words-other.js', '/fill.js']

/** The engine's roles by the part of a login that a person knows. */
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
  sent: z.boolean(),
  elsewhere: z.nullable(z.string()),
})
const look = z.object({ kind: z.string(), sendsTo: z.array(z.string()), hasFocus: z.boolean() })

/**
 * The frames of a tab as the browser reports them. A document id names one document: if the frame navigates between check and fill,
 * nothing is injected. The injected code compares its own origin once more (P8).
 */
export const chromeFrames: Frames = {
  async of(tab) {
    const all = (await browser.webNavigation.getAllFrames({ tabId: tab })) ?? []
    // Prerendered documents and those in the back/forward cache are left out: nobody sees them.
    const frames = all.filter(({ documentLifecycle }) => documentLifecycle === 'active')
    const byId = new Map(frames.map((frame) => [frame.documentId, frame]))
    return frames
      .sort((a, b) => a.frameId - b.frameId)
      .map((frame) => ({ documentId: frame.documentId, url: frame.url, around: outerAddresses(frame, byId) }))
  },
  async look(tab, { frame }) {
    const target = { tabId: tab, documentIds: [frame.documentId] }
    try {
      await browser.scripting.executeScript({ target, files: ENGINE })
      const func = () => globalThis.cloisonFill?.describePage() ?? null
      const [seen] = await browser.scripting.executeScript({ target, func })
      const parsed = look.safeParse(seen?.result)
      if (!parsed.success || parsed.data.kind === 'none') return null
      return { sendsTo: parsed.data.sendsTo, hasFocus: parsed.data.hasFocus }
    } catch {
      return null
    }
  },
  async fill(tab, { documentId, origin, sendsOnlyTo, afterFill, values }) {
    try {
      const [done] = await browser.scripting.executeScript({
        target: { tabId: tab, documentIds: [documentId] },
        func: (input) => globalThis.cloisonFill?.fillPage(input) ?? null,
        args: [{ values, afterFill, expectedOrigin: origin, sendsOnlyTo: [...sendsOnlyTo] }],
      })
      const parsed = outcome.safeParse(done?.result)
      if (!parsed.success) return null
      const { filled, ...rest } = parsed.data
      const roles = new Set(filled.map((role) => parts[role]))
      return { filled: order.filter((part) => roles.has(part)), ...rest }
    } catch {
      return null
    }
  },
}

/** Returns the addresses of the documents around a frame, nearest first. An unknown parent is '', which no rule reaches. */
function outerAddresses(frame: Detail, byId: ReadonlyMap<string, Detail>): string[] {
  if (frame.parentFrameId < 0) return []
  const parent = byId.get(frame.parentDocumentId ?? '')
  return parent === undefined ? [''] : [parent.url, ...outerAddresses(parent, byId)]
}
