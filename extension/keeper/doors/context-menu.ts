/** The browser's own menu at a field. It says the same everywhere: what stands in it lies on the disk in clear (P10). */
const ENTRY = 'fill'

/** Offers "fill" on fields of the web, and gives each choice to `chosen`, as the browser says where it was made. */
export function serveContextMenu(chosen: (tab: number, address: string) => void): void {
  chrome.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
    if (menuItemId === ENTRY && tab?.id !== undefined) chosen(tab.id, tab.url ?? '')
  })
  chrome.runtime.onInstalled.addListener(() => {
    chrome.contextMenus.removeAll(() => {
      chrome.contextMenus.create({
        id: ENTRY,
        title: chrome.i18n.getMessage('contextFill'),
        contexts: ['editable'],
        documentUrlPatterns: ['http://*/*', 'https://*/*'],
      })
    })
  })
}
