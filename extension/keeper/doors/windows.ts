import { browser } from '../../browser.ts'

/** Opens one of our pages, or brings the one that is already open to the front. */
async function openOrFocus(page: string, hash: string, open: (url: string) => Promise<unknown>): Promise<void> {
  const base = browser.runtime.getURL(page)
  const [tab] = await browser.tabs.query({ url: `${base}*` })
  if (tab?.id === undefined) {
    await open(`${base}${hash}`)
    return
  }
  await browser.tabs.update(tab.id, hash === '' ? { active: true } : { active: true, url: `${base}${hash}` })
  await browser.windows.update(tab.windowId, { focused: true })
}

/** PIN and security key are asked for in a window of our own, never in a web page or the action popup (P3, P8). */
export const showUnlock = (hash: string) =>
  openOrFocus('unlock.html', hash, (url) => browser.windows.create({ url, type: 'popup', width: 420, height: 600 }))

export const showConsole = (hash = '') => openOrFocus('console.html', hash, (url) => browser.tabs.create({ url }))
