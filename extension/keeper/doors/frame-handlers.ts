import { browser } from '../../browser.ts'
import type { FrameRequest, LoadAnswer, WebFrame } from '../../messages/frame.ts'
import { isEditor } from '../items/editable-folders.ts'
import type { Frames } from '../fill/fill.ts'
import type { Keeper } from '../keeper.ts'
import { loginsFor } from '../match/logins-for.ts'
import type { Menus, PlacedFrame } from './menus.ts'
import type { Offers } from '../offers/offers.ts'
import { wordScriptsFor } from '../fill/words-for.ts'

/** The script that shows the menu in the page, with the engine that finds fields. The code that fills them is loaded at the fill. */
const MENU = '/field-menu.js'

/** Returns what answers our scripts in pages. Who asks, and which frames surround them, is taken from the browser alone. */
export function frameHandlers(
  keeper: Keeper,
  menus: Menus,
  frames: Pick<Frames, 'of'>,
  offers: Offers,
): (asked: FrameRequest, frame: WebFrame) => Promise<unknown> {
  return (asked, frame) =>
    keeper.look(async () => {
      if (keeper.shown === null) return 'closed'
      // Handled before the frame is looked up: the site may already have navigated if the worker was busy or asleep.
      if (asked.name === 'frame.sent') return offers.sent(frame, asked)
      const placed = (await frames.of(frame.tab)).find(({ documentId }) => documentId === frame.documentId)
      if (placed === undefined) return 'nothing'
      switch (asked.name) {
        case 'frame.load':
          return load(keeper, { ...frame, around: placed.around }, asked)
        case 'frame.menu':
          return menus.ticket({ ...frame, around: placed.around }, asked)
      }
    })
}

/** P8: loads our scripts into exactly the document that asked. If the frame has navigated since, nothing is loaded. */
async function load(
  { shown }: Keeper,
  { tab, documentId, url, around }: PlacedFrame,
  { language }: Extract<FrameRequest, { name: 'frame.load' }>,
): Promise<LoadAnswer> {
  if (shown === null) return 'closed'
  const mayKeep = isEditor(shown.vault)
  if (!mayKeep && loginsFor(shown, url, around).length === 0) return 'nothing'
  const files = [...wordScriptsFor(language), MENU]
  const target = { tabId: tab, documentIds: [documentId] }
  if (mayKeep) await browser.scripting.executeScript({ target, func: () => void (globalThis.cloisonNotices = true) })
  await browser.scripting.executeScript({ target, files })
  return 'loaded'
}
