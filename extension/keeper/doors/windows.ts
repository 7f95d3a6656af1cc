import { browser } from '../../browser.ts'

/** Opens our own windows, or brings the one that is open to the front. */
async function show(page: string, hash: string, open: (url: string) => Promise<unknown>): Promise<void> {
  const base = browser.runtime.getURL(page)
  const [tab] = await browser.tabs.query({ url: `${base}*` })
  if (tab?.id === undefined) {
    await open(`${base}${hash}`)
    return
  }
  await browser.tabs.update(tab.id, hash === '' ? { active: true } : { active: true, url: `${base}${hash}` })
  await browser.windows.update(tab.windowId, { focused: true })
}

/** PIN and key are asked in a window of ours, never in a page or the action popup (P3, P8). */
export const showUnlock = (hash: string) =>
  show('unlock.html', hash, (url) => browser.windows.create({ url, type: 'popup', width: 420, height: 600 }))

export const showConsole = () => show('console.html', '', (url) => browser.tabs.create({ url }))
