import * as z from 'zod/mini'
import { browser } from '../../browser.ts'
import { ENGINE } from '../fill/frames.ts'
import type { NoticedLogin, SeenDocument } from './notice.ts'
import type { Offers, Tabs } from './offers.ts'

const glanced = z.object({
  hasFields: z.boolean(),
  isTyping: z.boolean(),
  isBusy: z.boolean(),
  isWrong: z.boolean(),
  status: z.number(),
})
const forms = z.array(z.object({ kind: z.string(), isEmpty: z.boolean() }))

/**
 * Runs in the page, so it may use nothing outside itself. Reads no value; returns whether the engine has anything to judge. For most pages
 * behind a sign-in, this quick look is enough.
 */
function glance() {
  const shown = (element: Element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  let hasFields = false
  let isBusy = false
  const visit = (root: Document | ShadowRoot): void => {
    for (const element of root.querySelectorAll('*')) {
      if (element instanceof HTMLInputElement && /^(?:text|email|tel|password)$/.test(element.type) && shown(element)) {
        if (element.matches(':disabled')) isBusy ||= element.type === 'password'
        else hasFields = true
      }
      const inner = element instanceof HTMLElement ? (chrome.dom.openOrClosedShadowRoot(element) ?? null) : null
      if (inner !== null) visit(inner)
    }
  }
  visit(document)
  const wrong = '[aria-invalid=true], [class*=error i], [class*=invalid i], [class*=danger i]'
  const isWrong = [...document.querySelectorAll<HTMLElement>(wrong)].some(
    (element) => shown(element) && (element.ariaInvalid === 'true' || element.textContent.trim() !== ''),
  )
  const [navigation] = performance.getEntriesByType('navigation')
  const status = navigation instanceof PerformanceNavigationTiming ? navigation.responseStatus : 0
  const isTyping = document.hasFocus() && document.activeElement?.matches('input, textarea, select, [contenteditable]')
  return { hasFields, isTyping: isTyping === true, isBusy, isWrong, status }
}

async function inDocument<T>(tabId: number, documentId: string, func: () => T): Promise<unknown> {
  const [done] = await browser.scripting.executeScript({ target: { tabId, documentIds: [documentId] }, func })
  return done?.result
}

/** Returns what is seen in one document; null if it cannot be scripted, or is gone. */
async function lookAt({ tab, documentId: sender }: NoticedLogin['frame'], documentId: string) {
  try {
    const glimpse = glanced.parse(await inDocument(tab, documentId, glance))
    const seen = { ...glimpse, isSame: documentId === sender, forms: [] }
    if (!glimpse.hasFields) return seen
    const ask = () => inDocument(tab, documentId, () => globalThis.cloisonForms?.() ?? null)
    const found = forms.safeParse(await ask())
    if (found.success) return { ...seen, forms: found.data }
    await browser.scripting.executeScript({ target: { tabId: tab, documentIds: [documentId] }, files: ENGINE })
    return { ...seen, forms: forms.parse(await ask()) }
  } catch {
    return null
  }
}

/** The browser's tabs. Looks at the page itself, and at its frames of the origin that sent the login. */
export const chromeTabs: Tabs = {
  async look({ frame }) {
    const frames = (await browser.webNavigation.getAllFrames({ tabId: frame.tab }).catch(() => null)) ?? []
    const [top] = frames.filter(({ frameId }) => frameId === 0)
    if (top === undefined || !/^https?:/.test(top.url)) return null
    const ours = frames.filter(({ frameId, url }) => frameId === 0 || URL.parse(url)?.origin === frame.origin)
    const looks = await Promise.all(ours.map(({ documentId }) => lookAt(frame, documentId)))
    const seen: SeenDocument[] = looks.flatMap((look) => look ?? [])
    return { seen, isTyping: looks.some((look) => look?.isTyping === true) }
  },
  async mark(tab, isOffered) {
    // Without a badge text of its own, the tab shows the active client again.
    const badge = isOffered ? { tabId: tab, text: '+' } : { tabId: tab }
    await browser.action.setBadgeText(badge).catch(() => undefined)
  },
  async show(tab) {
    const { active, windowId } = await browser.tabs.get(tab)
    if (active) await browser.action.openPopup({ windowId }).catch(() => undefined)
  },
}

/** How long after its load events a page is looked at, in ms: DRAWN once it is complete, SLOW for one that never completes. */
const DRAWN = 300
const SLOW = 5_000

/** Transitions that a person starts, and no form leads to. */
const OWN = ['typed', 'auto_bookmark', 'generated', 'keyword', 'keyword_generated', 'start_page']

/** Reports navigations to `offers`. Removes the badges of an earlier worker, whose offers are gone. */
export function followTabs(offers: Offers): void {
  const { onCommitted, onDOMContentLoaded, onCompleted, onHistoryStateUpdated, onErrorOccurred } = browser.webNavigation
  onCommitted.addListener(({ tabId, frameId, transitionType, transitionQualifiers }) => {
    const isBack = ['forward_back', 'from_address_bar'].some((one) => transitionQualifiers.some((each) => each === one))
    if (frameId === 0) offers.leaves(tabId, isBack || OWN.includes(transitionType))
  })
  const arrives =
    (drawn: number) =>
    ({ tabId, frameId }: { tabId: number; frameId: number }) => {
      if (frameId === 0) offers.arrives(tabId, drawn)
    }
  onDOMContentLoaded.addListener(arrives(SLOW))
  onCompleted.addListener(arrives(DRAWN))
  onHistoryStateUpdated.addListener(arrives(DRAWN))
  onErrorOccurred.addListener(({ tabId, frameId, error }) => {
    // An aborted navigation, such as a download, leaves the page as it was.
    if (frameId === 0 && error !== 'net::ERR_ABORTED') offers.ends(tabId)
  })
  browser.tabs.onRemoved.addListener((tab) => offers.closed(tab))
  void browser.tabs.query({}).then((tabs) => {
    for (const { id } of tabs) if (id !== undefined && offers.viewOf(id) === null) void chromeTabs.mark(id, false)
  })
}
