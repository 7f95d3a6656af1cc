import { browser } from '../../browser.ts'
import type { FrameRequest, Loaded, WebFrame } from '../../messages/frame.ts'
import { isEditor } from '../items/editable-folders.ts'
import type { Frames } from '../fill/fill.ts'
import type { Keeper } from '../keeper.ts'
import { loginsFor } from '../match/logins-for.ts'
import type { Menus, PlacedFrame } from './menus.ts'
import type { Offers } from '../offers/offers.ts'
import { wordsFor } from '../fill/words-for.ts'

/** The menu's part in the page, with the engine's that finds fields; what fills them comes with the fill. */
const MENU = '/field-menu.js'

/** Answers what our scripts in pages ask, by what the browser says of them and of the frames that they stand in. */
export function frameHandlers(
  keeper: Keeper,
  menus: Menus,
  frames: Pick<Frames, 'of'>,
  offers: Offers,
): (asked: FrameRequest, frame: WebFrame) => Promise<unknown> {
  return (asked, frame) =>
    keeper.look(async () => {
      if (keeper.shown === null) return 'closed'
      // Its page may be gone by now: a site can answer sooner than a busy worker, or one that was asleep.
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

/** P8: exactly the document that asked: one that has navigated meanwhile gets nothing. */
async function load(
  { shown }: Keeper,
  { tab, documentId, url, around }: PlacedFrame,
  { language }: Extract<FrameRequest, { name: 'frame.load' }>,
): Promise<Loaded> {
  if (shown === null) return 'closed'
  const mayKeep = isEditor(shown.vault)
  if (!mayKeep && loginsFor(shown, url, around).length === 0) return 'nothing'
  const files = [...wordsFor(language), MENU]
  const target = { tabId: tab, documentIds: [documentId] }
  if (mayKeep) await browser.scripting.executeScript({ target, func: () => void (globalThis.cloisonNotices = true) })
  await browser.scripting.executeScript({ target, files })
  return 'loaded'
}
