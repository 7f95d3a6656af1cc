import { browser } from '../../browser.ts'
import type { Sites } from './site-visits.ts'

/** When to look after a page has arrived, in ms: at once, and later for pages that draw their form by themselves. */
const LOOKS = [300, 1_000, 2_500, 5_000, 10_000, 20_000]

/** Transitions that a person starts in the tab, and no page leads to. */
const OWN = ['typed', 'auto_bookmark', 'generated', 'keyword', 'keyword_generated', 'reload']

type Moved = chrome.webNavigation.WebNavigationTransitionCallbackDetails
type At = { tabId: number; frameId: number }

/** The browser's tabs, for a site that is opened to be filled. */
export const chromeSites: Sites = {
  async open(url) {
    return (await browser.tabs.create({ url, active: true })).id ?? null
  },
  follow(tab, { commits, arrives, leaves }) {
    const { onCommitted, onDOMContentLoaded, onCompleted, onHistoryStateUpdated } = browser.webNavigation
    let timers: ReturnType<typeof setTimeout>[] = []
    const lookSoon = () => {
      for (const timer of timers) clearTimeout(timer)
      timers = LOOKS.map((after) => setTimeout(arrives, after))
    }
    const onArrived = ({ tabId, frameId }: At) => {
      if (tabId === tab && frameId === 0) lookSoon()
    }
    const onMoved = ({ tabId, frameId, url, transitionType, transitionQualifiers }: Moved) => {
      if (tabId !== tab || frameId !== 0) return
      const isBack = transitionQualifiers.some((one) => one === 'forward_back' || one === 'from_address_bar')
      if (isBack || OWN.includes(transitionType)) leaves()
      else commits(url)
    }
    const onClosed = (closed: number) => {
      if (closed === tab) leaves()
    }
    onCommitted.addListener(onMoved)
    onDOMContentLoaded.addListener(onArrived)
    onCompleted.addListener(onArrived)
    onHistoryStateUpdated.addListener(onArrived)
    browser.tabs.onRemoved.addListener(onClosed)
    // Its first page may have come before anybody listened.
    lookSoon()
    return () => {
      for (const timer of timers) clearTimeout(timer)
      onCommitted.removeListener(onMoved)
      onDOMContentLoaded.removeListener(onArrived)
      onCompleted.removeListener(onArrived)
      onHistoryStateUpdated.removeListener(onArrived)
      browser.tabs.onRemoved.removeListener(onClosed)
    }
  },
  async show(tab) {
    const { active, windowId } = await browser.tabs.get(tab)
    if (active) await browser.action.openPopup({ windowId }).catch(() => undefined)
  },
}
