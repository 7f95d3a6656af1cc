import { browser } from '../browser.ts'

/** Opens the unlock window at one of its paths. The popup closes because it loses the focus. */
export async function openUnlockWindow(hash: string): Promise<void> {
  await browser.windows.create({
    url: browser.runtime.getURL(`unlock.html#${hash}`),
    type: 'popup',
    width: 420,
    height: 600,
  })
}
