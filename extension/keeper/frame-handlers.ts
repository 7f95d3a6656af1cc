import type { FrameRequest, Loaded, WebFrame } from '../messages/frame.ts'
import type { Keeper } from './keeper.ts'
import { loginsFor } from './logins-for.ts'
import type { Menus } from './menus.ts'

/** What the engine and the menu's part in the page are made of, in the order in which they run. */
const REST = ['/fill.js', '/field-menu.js']

/** Answers what our scripts in pages ask, by what the browser says of them. */
export function frameHandlers(keeper: Keeper, menus: Menus): (name: FrameRequest, frame: WebFrame) => Promise<unknown> {
  return (name, frame) =>
    keeper.look(async () => {
      switch (name) {
        case 'frame.load':
          return load(keeper, frame)
        case 'frame.menu':
          return menus.ticket(frame)
      }
    })
}

/** P8: exactly the document that asked: one that has navigated meanwhile gets nothing. */
async function load({ shown }: Keeper, { tab, documentId, url }: WebFrame): Promise<Loaded> {
  if (shown === null) return 'closed'
  if (loginsFor(shown, url).length === 0) return 'nothing'
  await chrome.scripting.executeScript({ target: { tabId: tab, documentIds: [documentId] }, files: REST })
  return 'loaded'
}
