import { browser } from '../../browser.ts'

/** What the worker needs of the clipboard: it has none itself, a page that nobody sees does it (MV3). */
export type Clipboard = {
  /** Puts a text there for half a minute; resolves once it is there. */
  put(text: string): Promise<void>
  /** What that page is to put there, given once. */
  take(): string | null
  /** That page has put it there. */
  written(): void
}

/** The browser's clipboard, through the page `clipboard.html`, which lives until it has taken the text back. */
export function chromeClipboard(): Clipboard {
  let waiting: { text: string; written: () => void } | null = null
  let taken: (() => void) | null = null
  return {
    async put(text) {
      // One at a time: a text put later replaces the earlier one, and has its own half minute.
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
