import type { FrameRequest, Loaded, WebFrame } from '../messages/frame.ts'
import type { Keeper } from './keeper.ts'
import { loginsFor } from './logins-for.ts'
import type { Menus } from './menus.ts'
import type { Offers } from './offers.ts'
import { isEditor } from './propose.ts'

/** The menu's part in the page, with the engine's that finds fields; what fills them comes with the fill. */
const MENU = '/field-menu.js'

/** Answers what our scripts in pages ask, by what the browser says of them. */
export function frameHandlers(
  keeper: Keeper,
  menus: Menus,
  offers: Offers,
): (asked: FrameRequest, frame: WebFrame) => Promise<unknown> {
  return (asked, frame) =>
    keeper.look(async () => {
      switch (asked.name) {
        case 'frame.load':
          return load(keeper, frame, asked.words)
        case 'frame.menu':
          return menus.ticket(frame)
        case 'frame.sent':
          return offers.sent(frame, asked)
      }
    })
}

/** P8: exactly the document that asked: one that has navigated meanwhile gets nothing. */
async function load(
  { shown }: Keeper,
  { tab, documentId, url }: WebFrame,
  words: readonly ('latin' | 'other')[],
): Promise<Loaded> {
  if (shown === null) return 'closed'
  const mayKeep = isEditor(shown.vault)
  if (!mayKeep && loginsFor(shown, url).length === 0) return 'nothing'
  const files = [...words.map((which) => `/words-${which}.js`), MENU]
  const target = { tabId: tab, documentIds: [documentId] }
  if (mayKeep) await chrome.scripting.executeScript({ target, func: () => void (globalThis.cloisonNotices = true) })
  await chrome.scripting.executeScript({ target, files })
  return 'loaded'
}
