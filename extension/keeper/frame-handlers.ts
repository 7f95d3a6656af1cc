import type { FrameRequest, Loaded, WebFrame } from '../messages/frame.ts'
import { editableFolders } from './editable-folders.ts'
import type { Keeper } from './keeper.ts'
import { loginsFor } from './logins-for.ts'
import type { Menus } from './menus.ts'

/** The menu's part in the page, with the engine's that finds fields; what fills them comes with the fill. */
const MENU = '/field-menu.js'

/** Answers what our scripts in pages ask, by what the browser says of them. */
export function frameHandlers(
  keeper: Keeper,
  menus: Menus,
): (asked: FrameRequest, frame: WebFrame) => Promise<unknown> {
  return (asked, frame) =>
    keeper.look(async () => {
      switch (asked.name) {
        case 'frame.load':
          return load(keeper, frame, asked)
        case 'frame.menu':
          return menus.ticket(frame, asked)
      }
    })
}

/** P8: exactly the document that asked: one that has navigated meanwhile gets nothing. */
async function load(
  { shown }: Keeper,
  { tab, documentId, url }: WebFrame,
  { words, fresh }: Extract<FrameRequest, { name: 'frame.load' }>,
): Promise<Loaded> {
  if (shown === null) return 'closed'
  const mayGenerate = fresh && editableFolders(shown.vault).length > 0
  if (!mayGenerate && loginsFor(shown, url).length === 0) return 'nothing'
  const files = [...words.map((which) => `/words-${which}.js`), MENU]
  await chrome.scripting.executeScript({ target: { tabId: tab, documentIds: [documentId] }, files })
  return 'loaded'
}
