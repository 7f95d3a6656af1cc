/** What may take the focus when what had it is gone, the nearest first. It has to have a `tabIndex`. */
const PLACES = 'dialog, [data-keeps-focus]'

const isLost = (last: HTMLElement) => !last.isConnected || last.matches(':disabled')

/**
 * Keeps the focus on the page for who works by keys. When the focused element is taken away or disabled, a browser leaves the focus on
 * nothing, and the next Tab begins at the top of the page: here it goes to the dialog or column that the element was in, or else to
 * `placeNow()`. Returns what ends it.
 */
export function keepFocus(placeNow: () => HTMLElement | null): () => void {
  let last: HTMLElement | null = null
  let home: HTMLElement | null = null
  const onFocusIn = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement)) return
    last = target
    home = target.closest<HTMLElement>(PLACES)
  }
  const look = () => {
    if (last === null || document.activeElement !== document.body || !isLost(last)) return
    last = null
    const dialog = [...document.querySelectorAll<HTMLElement>('dialog[open]')].at(-1)
    const place = dialog ?? (home?.checkVisibility() === true ? home : placeNow())
    place?.focus({ preventScroll: true })
  }
  const watch = new MutationObserver(look)
  document.addEventListener('focusin', onFocusIn)
  watch.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] })
  return () => {
    document.removeEventListener('focusin', onFocusIn)
    watch.disconnect()
  }
}
