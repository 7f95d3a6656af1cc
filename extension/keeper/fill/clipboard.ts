import { browser } from '../../browser.ts'

/** The clipboard as the worker uses it. A worker has none itself (MV3), so an offscreen page writes to it. */
export type Clipboard = {
  /** Puts a text there for half a minute; resolves once it is there. */
  put(text: string): Promise<void>
  /** Returns what the offscreen page is to put there, once. */
  take(): string | null
  /** The offscreen page has put it there. */
  written(): void
}

/** Returns the browser's clipboard, through the page `clipboard.html`, which stays open until it has removed the text again. */
export function chromeClipboard(): Clipboard {
  let waiting: { text: string; written: () => void } | null = null
  let taken: (() => void) | null = null
  return {
    async put(text) {
      // One at a time: a later text replaces the earlier one, and stays for its own half minute.
      if (await browser.offscreen.hasDocument()) await browser.offscreen.closeDocument()
      const written = new Promise<void>((resolve) => (waiting = { text, written: resolve }))
      const reasons: `${chrome.offscreen.Reason}`[] = ['CLIPBOARD']
      await browser.offscreen.createDocument({
        url: 'clipboard.html',
        reasons,
        justification:
          'A one-time code or a new password is copied, and taken back from the clipboard after half a minute.',
      })
      await written
    },
    take() {
      const { text, written } = waiting ?? { text: null, written: null }
      waiting = null
      taken = written
      return text
    },
    written() {
      taken?.()
      taken = null
    },
  }
}
