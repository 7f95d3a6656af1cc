import { browser } from '../../browser.ts'

/** The browser's own menu at a field. It says the same everywhere: what stands in it lies on the disk in clear (P10). */
const ENTRY = 'fill'

/** Offers "fill" on fields of the web, and gives each choice to `chosen`, as the browser says where it was made. */
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
