import type { Allowed } from '../../extension/keeper/fill/authorize-fill.ts'
import type { Frames } from '../../extension/keeper/fill/fill.ts'
import type { FramedForm } from '../../extension/keeper/testing/pass-gate.ts'
import type { Sites } from '../../extension/keeper/fill/site-visits.ts'
import type { Tabs } from '../../extension/keeper/offers/offers.ts'

/** A top-level page whose form submits to its own origin, as the browser and our content script would report it. */
export const pageAt = (url: string, documentId = 'd'): FramedForm => ({ documentId, url, around: [], sendsTo: [] })

/** A tab with these pages, in which every fill succeeds; `given` is called for each. */
export const tabOf = (pages: () => readonly FramedForm[], given: (allowed: Allowed) => unknown): Frames => ({
  of: () => Promise.resolve([...pages()]),
  look: () => Promise.resolve({ sendsTo: [], hasFocus: false }),
  fill: (_, allowed) => {
    given(allowed)
    return Promise.resolve({ filled: ['username', 'password'], missing: [], sent: false, elsewhere: null })
  },
})

/** Nothing is open. */
export const noTab = tabOf(
  () => [],
  () => null,
)

export const nothing = () => Promise.resolve()
/** A browser without a tab. */
export const noTabs: Tabs = { look: () => Promise.resolve(null), mark: nothing, show: nothing }

/** A browser that opens no tab. */
export const noSites: Sites = { open: () => Promise.resolve(null), follow: () => () => undefined, show: nothing }
