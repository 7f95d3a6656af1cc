import { browser } from '../../browser.ts'

/**
 * Waits for a person to come to a tab: true at once where they see it, false when it is closed before, or `over` says so. The
 * listeners are there only as long as there is something to wait for: they wake the worker.
 */
export async function lookedAt(tab: number, over: AbortSignal): Promise<boolean> {
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
    // What happened before the listeners were there.
    void isSeen().then((is) => {
      if (is !== false) end(is === true)
    })
  })
}
