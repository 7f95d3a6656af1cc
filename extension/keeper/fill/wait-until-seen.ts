import { browser } from '../../browser.ts'

/**
 * Waits until a tab is the active one. Returns true then, and false if the tab is closed first or `over` aborts. The listeners exist only
 * while something waits, because they wake the worker.
 */
export async function waitUntilSeen(tab: number, over: AbortSignal): Promise<boolean> {
  const isSeen = () =>
    browser.tabs.get(tab).then(
      ({ active }) => active,
      () => null,
    )
  const first = await isSeen()
  if (over.aborted || first === null) return false
  if (first) return true
  return new Promise((resolve) => {
    const activated = ({ tabId }: { tabId: number }) => {
      if (tabId === tab) end(true)
    }
    const removed = (one: number) => {
      if (one === tab) end(false)
    }
    const given = () => end(false)
    const end = (is: boolean) => {
      browser.tabs.onActivated.removeListener(activated)
      browser.tabs.onRemoved.removeListener(removed)
      over.removeEventListener('abort', given)
      resolve(is)
    }
    browser.tabs.onActivated.addListener(activated)
    browser.tabs.onRemoved.addListener(removed)
    over.addEventListener('abort', given)
    // Catches a change that happened before the listeners were added.
    void isSeen().then((is) => {
      if (is !== false) end(is === true)
    })
  })
}
