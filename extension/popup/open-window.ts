import { browser } from '../browser.ts'

/** Opens the window of ceremonies at a place of its own; the popup closes by losing the focus. */
export async function openUnlockWindow(hash: string): Promise<void> {
  await browser.windows.create({
    url: browser.runtime.getURL(`unlock.html#${hash}`),
    type: 'popup',
    width: 420,
    height: 600,
  })
}
