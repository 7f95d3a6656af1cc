import { browser } from '../../browser.ts'

/** The clipboard as the worker uses it. A worker has none itself (MV3), so an offscreen page writes to it. */
export type Clipboard = {
  /** Puts a text there for so many seconds; resolves once it is there. */
  put(text: string, seconds: number): Promise<void>
  /** Returns what the offscreen page is to put there, once. */
  take(): { text: string | null; seconds: number }
  /** The offscreen page has put it there. */
  written(): void
}

/** Returns the browser's clipboard, through the page `clipboard.html`, which stays open until it has removed the text again. */
export function chromeClipboard(): Clipboard {
  let waiting: { text: string; seconds: number; written: () => void } | null = null
  let taken: (() => void) | null = null
  return {
    async put(text, seconds) {
      // One at a time: a later text replaces the earlier one, and stays for its own time.
      if (await browser.offscreen.hasDocument()) await browser.offscreen.closeDocument()
      const written = new Promise<void>((resolve) => (waiting = { text, seconds, written: resolve }))
      const reasons: `${chrome.offscreen.Reason}`[] = ['CLIPBOARD']
      await browser.offscreen.createDocument({
        url: 'clipboard.html',
        reasons,
        justification: 'A one-time code or a new password is copied, and taken back from the clipboard soon after.',
      })
      await written
    },
    take() {
      const { text, seconds, written } = waiting ?? { text: null, seconds: 0, written: null }
      waiting = null
      taken = written
      return { text, seconds }
    },
    written() {
      taken?.()
      taken = null
    },
  }
}
