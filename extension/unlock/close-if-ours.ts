import { browser } from '../browser.ts'

/** Closes the window when the worker opened it for this; a tab of the person's own stays. */
export async function closeIfOurs(): Promise<void> {
  const { type } = await browser.windows.getCurrent()
  if (type === 'popup') window.close()
}
