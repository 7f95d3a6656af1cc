import { browser } from '../../browser.ts'

/** The browser's context menu at a field. Its text is the same everywhere, since the browser keeps it on disk in clear (P10). */
const ENTRY = 'fill'

/** Offers "fill" on fields of web pages. Each choice calls `chosen` with the tab and address that the browser reports. */
export function serveContextMenu(chosen: (tab: number, address: string) => void): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
    if (menuItemId === ENTRY && tab?.id !== undefined) chosen(tab.id, tab.url ?? '')
  })
  browser.runtime.onInstalled.addListener(() => {
    void browser.contextMenus.removeAll().then(() => {
      browser.contextMenus.create({
        id: ENTRY,
        title: browser.i18n.getMessage('contextFill'),
        contexts: ['editable'],
        documentUrlPatterns: ['http://*/*', 'https://*/*'],
      })
    })
  })
}
