/** Opens one of our pages, or brings the one that is already open to the front. */
async function show(page: string, hash: string, open: (url: string) => Promise<unknown>): Promise<void> {
  const base = chrome.runtime.getURL(page)
  const [tab] = await chrome.tabs.query({ url: `${base}*` })
  if (tab?.id === undefined) {
    await open(`${base}${hash}`)
    return
  }
  await chrome.tabs.update(tab.id, hash === '' ? { active: true } : { active: true, url: `${base}${hash}` })
  await chrome.windows.update(tab.windowId, { focused: true })
}

/** PIN and security key are asked for in a window of our own, never in a web page or the action popup (P3, P8). */
export const showUnlock = (hash: string) =>
  show('unlock.html', hash, (url) => chrome.windows.create({ url, type: 'popup', width: 420, height: 600 }))

export const showConsole = () => show('console.html', '', (url) => chrome.tabs.create({ url }))
